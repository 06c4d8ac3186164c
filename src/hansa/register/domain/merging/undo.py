"""Undoing a merge: what was changed goes back; what was entered since stays, or the undoing is refused."""

from collections import defaultdict
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hansa.register.derived import DERIVED
from hansa.register.domain.history import Change, enter_all, lock_history
from hansa.register.domain.merging.fields import put
from hansa.register.domain.merging.following import place_anew
from hansa.register.domain.merging.merge import index_touched, told_why
from hansa.register.domain.merging.rules import LEADS, TERMS
from hansa.register.domain.merging.slate import HOLDERS, Slate, named_in, ref, split
from hansa.register.errors import RegisterError
from hansa.register.models import RECORD_KINDS, HistoryEntry, Merge, User
from hansa.register.models.record import Record
from hansa.register.states import State


def merge_of(record: Record) -> Merge | None:
    """The merge by which a record became part of another, None where it stands by itself."""
    return Merge.objects.filter(merged=record.ref, undone_at=None).first()


def merge_behind(entry: HistoryEntry) -> Merge | None:
    """The merge that an entry of the history belongs to, None where it belongs to none or that is undone."""
    numbers = [split(one)[1] for one in entry.rests_on if one.startswith("merge-")]
    return Merge.objects.filter(pk__in=numbers, undone_at=None).first()


def undo_merge(*, by: User, merged: Record, reason: str) -> Merge:
    """Let a merged record stand by itself again, with all that named it, for a reason that others can read.

    All that the merge changed is as before. What was changed since stays: on the kept record always; where a record
    that went over was changed since in that very thing, undoing is refused. In one transaction, with one history
    entry for each record that changed; the index follows. Raises RegisterError where it cannot be undone.
    """
    if not reason.strip():
        raise RegisterError(_("Write why they are not the same."))
    try:
        with transaction.atomic():
            lock_history()
            done = merge_of(merged)
            if done is None:
                raise RegisterError(_why_not(merged))
            slate = _put_back(done)
            _keep(slate, by, done, reason)
            place_anew(by, [done.kept, done.merged])
            return done
    except IntegrityError as error:
        told = {"one": merged.ref, "why": told_why(error)}
        raise RegisterError(_("%(one)s cannot be as before beside what was entered since: %(why)s") % told) from error


def _why_not(record: Record) -> str:
    """Why there is no merge of a record that could be undone."""
    held = type(record)._default_manager.get(pk=record.pk)
    survivor = getattr(held, "merged_into_id", None)
    if survivor is None:
        return _("%(one)s is not merged.") % {"one": record.ref}
    told = {"one": record.ref, "other": ref(record.kind_of_record, survivor)}
    return _("Nobody merged %(one)s by hand: it went into %(other)s with its facts; part these instead.") % told


def _put_back(done: Merge) -> Slate:
    _check_later_merges(done)
    slate = Slate()
    for kind in HOLDERS:
        slate.read(kind, [number for one in done.changes for named, number in [split(one)] if named == kind])
    if gone := [one for one in done.changes if one not in slate.now]:
        raise RegisterError(_("%(one)s is gone since; the merge cannot be undone.") % {"one": gone[0]})
    survivors = {told["after"].get("merged_into") for told in done.changes.values()}
    for one, told in done.changes.items():
        take_back = _take_back if one in survivors else _return
        take_back(one, slate.now[one], told["before"], told["after"])
    _check_named(slate)
    return slate


def _check_later_merges(done: Merge) -> None:
    """Only the last merge of what two of them changed can be undone exactly."""
    for later in Merge.objects.filter(pk__gt=done.pk, undone_at=None).order_by("-pk").iterator():
        if later.kept in (done.kept, done.merged) or later.merged == done.kept or _overlap(later, done):
            _refuse_for_a_later_merge(later.merged, later.kept)


def _overlap(later: Merge, done: Merge) -> bool:
    """Whether both changed the same thing of the same record."""
    return any(
        _names(later.changes[one]) & _names(done.changes[one]) for one in later.changes.keys() & done.changes.keys()
    )


def _names(told: State) -> set[str]:
    return {*told["before"], *told["after"]}


def _refuse_for_a_later_merge(one: str, survivor: object) -> None:
    told = {"one": one, "other": survivor}
    raise RegisterError(_("%(one)s was merged into %(other)s since; undo that first.") % told)


def _check_named(slate: Slate) -> None:
    """What comes back names nothing that was merged away since."""
    named: dict[str, set[int]] = defaultdict(set)
    for one, (_was, now) in slate.changes.items():
        for kind, numbers in named_in(split(one)[0], now).items():
            named[kind] |= numbers
    for kind, numbers in named.items():
        model: Any = RECORD_KINDS[kind]
        for number, survivor in model.objects.exclude(merged_into=None).values_list("pk", "merged_into"):
            gone = ref(kind, number)
            if number in numbers and "merged_into" in slate.now.get(gone, {"merged_into": survivor}):
                _refuse_for_a_later_merge(gone, ref(kind, survivor))


def _unit_of(kind: str, name: str) -> str:
    """The name that stands for all fields that hold one thing: a date with its days, a beginning with its end."""
    derived = {one.column: next(iter(one.sources)) for one in DERIVED.get(HOLDERS[kind], ())}
    lead = LEADS.get(name, derived.get(name, name))
    term = TERMS.get(kind)
    return term[0] if term and lead in term else lead


def _take_back(one: str, now: State, was: State, became: State) -> None:
    """Let a kept record hold what it held before, as far as nobody changed it since."""
    kind = split(one)[0]
    names = {*was, *became}
    changed = {_unit_of(kind, name) for name in names if now.get(name) != became.get(name)}
    for name in names:
        if isinstance(became.get(name, was.get(name)), list):
            put(now, name, _without(now.get(name, []), became.get(name, []), was.get(name, [])))
        elif _unit_of(kind, name) not in changed:
            put(now, name, was.get(name))


def _return(one: str, now: State, was: State, became: State) -> None:
    """Let a record that named the merged one name it again; refused where that very thing was changed since."""
    for name in {*was, *became}:
        held, before, after = (state.get(name) for state in (now, was, became))
        if held == after:
            put(now, name, before)
        elif isinstance(held, list) and all(row in held for row in after or () if row not in (before or ())):
            put(now, name, _without(held, after or [], before or []))
        else:
            told = {"one": one, "field": name}
            raise RegisterError(_("%(one)s was changed since (%(field)s); the merge cannot be undone.") % told)


def _without(held: list[Any], after: list[Any], before: list[Any]) -> list[Any]:
    """A list as it was before, and what was added to it since."""
    if held == after:
        return before
    added = [row for row in after if row not in before]
    back = [row for row in before if row not in after and row not in held]
    return [row for row in held if row not in added] + back


def _keep(slate: Slate, by: User, done: Merge, reason: str) -> Merge:
    changes = {done.kept: (State(), State()), **slate.changes}
    absorbed = {one for one, (was, _now) in changes.items() if "merged_into" in was}
    # The other way round than merging.
    slate.write(set(changes) - absorbed - {done.kept}, [done.kept], absorbed)
    done.undone_by, done.undone_at, done.undone_reason = by, timezone.now(), reason[:300]
    done.save(update_fields=["undone_by", "undone_at", "undone_reason"])
    enter_all(
        by=by,
        changes=[
            Change("undo merge", one, was, now, reason, [f"merge-{done.pk}"]) for one, (was, now) in changes.items()
        ],
    )
    index_touched(changes)
    return done
