"""Settling a conflict: a person decides, with a reason, what the record holds from now on; it can be undone."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hansa.register.derived import derive
from hansa.register.domain.facts import readmit_beside
from hansa.register.domain.history import changing, lock_history
from hansa.register.errors import RegisterError
from hansa.register.models import Conflict, HistoryEntry, User
from hansa.register.models.record import Record
from hansa.register.states import fields_of_kind

_UNSETTLED = {"settled_by": None, "settled_at": None, "reason": ""}


def _hold(record: Record, field: str, value: Any) -> None:
    if field == "members":
        held = {count["of"]: count["count"] for count in record.members}  # type: ignore[attr-defined]
        value = [{"count": count, "of": of} for of, count in (held | value).items()]
    setattr(record, field, Decimal(value) if field == "value" else value)


def record_of(conflict: Conflict) -> Record:
    """The record that holds otherwise than the conflict's fact. Raises RegisterError where the fact has none."""
    record = conflict.fact.record
    if record is None:
        raise RegisterError(_("%(fact)s belongs to no record any more.") % {"fact": conflict.fact.ref})
    return record


@transaction.atomic
def settle_conflict(*, by: User, conflict: Conflict, take_stated: bool, reason: str) -> None:
    """Let the record hold what the fact states, or keep what it holds, for a reason that others can read.

    From then on the field is fixed: what documents say changes it no more, and where they differ in these same two
    values, that is settled as well. One history entry on the record; the index follows. Raises RegisterError where the
    conflict is settled already or the reason is missing.
    """
    if not reason.strip():
        raise RegisterError(_("Write why it is settled so."))
    lock_history()
    settled = {"settled_by": by, "settled_at": timezone.now(), "reason": reason[:300]}
    if Conflict.objects.filter(pk=conflict.pk, settled_at=None).update(**settled) != 1:
        raise RegisterError(_("This conflict is settled already."))
    conflict.refresh_from_db()
    record = record_of(conflict)
    rests_on = [f"conflict-{conflict.pk}", conflict.fact.ref]
    with changing(by=by, action="settle", record=record, reason=reason, rests_on=rests_on):
        if take_stated:
            _hold(record, conflict.field, conflict.stated)
        record.fixed = sorted({*record.fixed, conflict.field})
        derive(record)
        record.save()
    readmit_beside(by=by, fact=conflict.fact)
    conflict.refresh_from_db()


@transaction.atomic
def undo_settlement(*, by: User, conflict: Conflict, reason: str = "") -> None:
    """Open a settled conflict again: the record holds what it did before, or what its facts give.

    The field stays fixed where it was so before. One history entry on the record; the index follows.
    """
    lock_history()
    conflict.refresh_from_db()
    if conflict.settled_at is None:
        raise RegisterError(_("This conflict is not settled."))
    record, field = record_of(conflict), conflict.field
    entry = _settling(conflict, record)
    told = _("settling of %(when)s undone") % {"when": f"{conflict.settled_at:%Y-%m-%d %H:%M}"}
    same = Conflict.objects.filter(field=field, settled_at=conflict.settled_at, settled_by=conflict.settled_by)
    same.filter(**{f"fact__{record.kind_of_record}": record}).update(**_UNSETTLED)
    with changing(by=by, action="undo", record=record, reason=f"{told}: {reason}" if reason else told):
        _return(record, field, entry)
    readmit_beside(by=by, fact=conflict.fact)


def _settling(conflict: Conflict, record: Record) -> HistoryEntry:
    """The entry of the history by which the conflict, or one of the same two values, was settled."""
    entries = HistoryEntry.objects.filter(record=record.ref, action="settle").order_by("-pk")
    refs = {
        f"conflict-{number}"
        for number in Conflict.objects.filter(
            field=conflict.field, settled_at=conflict.settled_at, settled_by=conflict.settled_by
        ).values_list("pk", flat=True)
    }
    found = next((entry for entry in entries if refs & set(entry.rests_on)), None)
    if found is None:
        raise RegisterError(_("The history does not know when this conflict was settled."))
    return found


def _return(record: Record, field: str, entry: HistoryEntry) -> None:
    """Let the field hold what it did before it was settled, where nobody has fixed it otherwise since."""
    later = HistoryEntry.objects.filter(record=record.ref, pk__gt=entry.pk)
    if any(field in change.after or field in change.before for change in later):
        return
    was_fixed = "fixed" not in entry.after or field in entry.before.get("fixed", ())
    columns = {column.name: column for column in fields_of_kind(record.kind_of_record)}
    if field in entry.before or field in entry.after:
        setattr(record, field, columns[field].to_python(entry.before.get(field, columns[field].get_default())))
    if not was_fixed:
        record.fixed = [name for name in record.fixed if name != field]
    derive(record)
    record.save()
