"""Settling a conflict: a person decides, with a reason, what the record holds from now on."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hansa.register.domain.admission.outcome import days_of
from hansa.register.domain.history import enter
from hansa.register.errors import RegisterError
from hansa.register.models import Conflict, User
from hansa.register.models.record import Record
from hansa.register.search import index_records
from hansa.register.states import own_state_of

# The fields that keep the days which a date covers.
_DAYS = {"signed": ("signed_first", "signed_last"), "since": ("since_first",)}
_FIRST_AND_LAST = ("first", "last")


def _hold(record: Record, field: str, value: Any) -> None:
    if field == "members":
        held = {count["of"]: count["count"] for count in record.members}  # type: ignore[attr-defined]
        value = [{"count": count, "of": of} for of, count in (held | value).items()]
    setattr(record, field, Decimal(value) if field == "value" else value)
    if field in _DAYS or field in ("date", "period"):
        for name, day in zip(_DAYS.get(field, _FIRST_AND_LAST), days_of(value), strict=False):
            setattr(record, name, day)


@transaction.atomic
def settle_conflict(*, by: User, conflict: Conflict, take_stated: bool, reason: str) -> None:
    """Let the record hold what the fact states, or keep what it holds, for a reason that others can read.

    One history entry on the record; the index is written where it changed. Raises RegisterError where the conflict is
    settled already or the reason is missing.
    """
    if not reason.strip():
        raise RegisterError(_("Write why it is settled so."))
    settled = {"settled_by": by, "settled_at": timezone.now(), "reason": reason[:300]}
    if Conflict.objects.filter(pk=conflict.pk, settled_at=None).update(**settled) != 1:
        raise RegisterError(_("This conflict is settled already."))
    conflict.refresh_from_db()
    record = conflict.fact.record
    assert record is not None  # noqa: S101 - only admitted facts have conflicts
    before = own_state_of(record)
    if take_stated:
        _hold(record, conflict.field, conflict.stated)
        record.save()
        index_records([record])
    after = {name: value for name, value in own_state_of(record).items() if before.get(name) != value}
    told = {name: before.get(name) for name in after}
    enter(by=by, action="settle", record=record, before=told, after={**after, "fact": conflict.fact.ref}, reason=reason)
