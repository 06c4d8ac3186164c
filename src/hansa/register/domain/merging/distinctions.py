"""Telling two records apart: a person says that they are not the same, and may take that back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hansa.register.domain.history import Change, enter_all, lock_history
from hansa.register.domain.merging.rules import MERGEABLE
from hansa.register.domain.merging.slate import split
from hansa.register.errors import RegisterError
from hansa.register.models import Distinction, User
from hansa.register.models.record import Record


def tell_apart(*, by: User, one: Record, other: Record, reason: str) -> Distinction:
    """Keep that two records are not the same, for a reason; they are proposed as duplicates no more.

    One history entry for each of the two. Raises RegisterError where they cannot be told apart.
    """
    if not reason.strip():
        raise RegisterError(_("Write why they are not the same."))
    if one.kind_of_record != other.kind_of_record or one.kind_of_record not in MERGEABLE or one.pk == other.pk:
        told = {"kinds": ", ".join(MERGEABLE)}
        raise RegisterError(_("Two different records of one kind can be told apart (%(kinds)s).") % told)
    with transaction.atomic():
        lock_history()
        if distinction_of(one, other):
            raise RegisterError(_("These two were told apart already."))
        first, second = _in_order(one, other)
        said = Distinction.objects.create(one=first, other=second, by=by, reason=reason[:300])
        _enter(by, "tell apart", said, reason)
        return said


def take_back_distinction(*, by: User, one: Record, other: Record, reason: str) -> Distinction:
    """Let two records that were told apart be proposed as duplicates again, for a reason.

    One history entry for each of the two. Raises RegisterError where they were not told apart.
    """
    if not reason.strip():
        raise RegisterError(_("Write why they may be the same."))
    with transaction.atomic():
        lock_history()
        said = distinction_of(one, other)
        if said is None:
            raise RegisterError(_("These two were not told apart."))
        said.undone_by, said.undone_at = by, timezone.now()
        said.save(update_fields=["undone_by", "undone_at"])
        _enter(by, "undo tell apart", said, reason)
        return said


def distinction_of(one: Record, other: Record) -> Distinction | None:
    """What was said of these two being different, None where nobody said so or it was taken back."""
    first, second = _in_order(one, other)
    return Distinction.objects.filter(one=first, other=second, undone_at=None).first()


def _in_order(one: Record, other: Record) -> list[str]:
    return sorted((one.ref, other.ref), key=lambda ref: split(ref)[1])


def _enter(by: User, action: str, said: Distinction, reason: str) -> None:
    both = ((said.one, said.other), (said.other, said.one))
    enter_all(by=by, changes=[Change(action, record, reason=reason, rests_on=[other]) for record, other in both])
