"""Merging one record into another: all that it holds and all that names it goes over, and can come back."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hansa.register.derived import key_of
from hansa.register.domain.history import Change, enter_all, lock_history
from hansa.register.domain.merging.fields import given_up, put, united_fields
from hansa.register.domain.merging.rows import repointed_rows, united_rows
from hansa.register.domain.merging.rules import FIELDS, MERGEABLE, PARTS, Rule
from hansa.register.domain.merging.slate import HOLDERS, Relation, Slate, ref, relations_to, split
from hansa.register.enums import NameKind
from hansa.register.errors import RegisterError
from hansa.register.models import RECORD_KINDS, Membership, Merge, Organization, User
from hansa.register.models.record import Record
from hansa.register.search import index_records
from hansa.register.states import State, parts_of_kind, states_of
from hansa.register.validators.database import in_words

_SIDES = 2


def merge(*, by: User, kept: Record, merged: Record, reason: str) -> Merge:
    """Merge one record into another of its kind, for a reason that others can read; `undo_merge` takes it back.

    The merged record's id answers with the kept one from now on. In one transaction, with one history entry for each
    record that changed; the index follows. Raises RegisterError where the two cannot be one.
    """
    if not reason.strip():
        raise RegisterError(_("Write why they are the same."))
    try:
        with transaction.atomic():
            lock_history()
            return _keep(outcome_of(kept, merged), by, kept, merged, reason)
    except IntegrityError as error:
        told = {"one": kept.ref, "other": merged.ref, "why": told_why(error)}
        raise RegisterError(_("%(one)s and %(other)s cannot be one: %(why)s") % told) from error


def told_why(error: IntegrityError) -> str:
    """What the database refuses, in words."""
    told = in_words(error)
    return " ".join(told.messages) if told else str(error).splitlines()[0]


def outcome_of(kept: Record, merged: Record) -> Slate:
    """All that merging one record into another changes; checked, not written.

    Raises RegisterError where the two cannot be one.
    """
    _check(kept, merged)
    slate, pairs = Slate(), [(kept.kind_of_record, kept.pk, merged.pk), *_memberships_of_both(kept, merged)]
    for pair in pairs:
        _unite(slate, *pair)
    _check_sides(slate, kept, merged)
    for pair in pairs:
        _repoint(slate, *pair)
    _check_outcome(slate, kept)
    return slate


def _check(kept: Record, merged: Record) -> None:
    kind = kept.kind_of_record
    if kind != merged.kind_of_record or kind not in MERGEABLE:
        told = {"one": kept.ref, "other": merged.ref, "kinds": ", ".join(MERGEABLE)}
        raise RegisterError(_("%(one)s and %(other)s cannot be merged: two of one kind can (%(kinds)s).") % told)
    if kept.pk == merged.pk:
        raise RegisterError(_("%(one)s cannot be merged with itself.") % {"one": kept.ref})
    model: Any = type(kept)
    held = dict(model.objects.filter(pk__in=[kept.pk, merged.pk]).values_list("pk", "merged_into"))
    for record in (kept, merged):
        if held.get(record.pk):
            told = {"one": record.ref, "other": ref(kind, held[record.pk])}
            raise RegisterError(_("%(one)s was merged already, into %(other)s; use that one.") % told)


def _memberships_of_both(kept: Record, merged: Record) -> Iterator[tuple[str, int, int]]:
    """Memberships that would be held twice: by one member in one organization; as kind, kept and merged number."""
    kind = kept.kind_of_record
    if kind not in ("party", "organization"):
        return
    other = "organization_id" if kind == "party" else "party_id"
    live = Membership.objects.filter(merged_into=None)
    held = dict(live.filter(**{kind: kept.pk}).values_list(other, "pk"))
    for number, shared in live.filter(**{kind: merged.pk}).order_by("pk").values_list("pk", other):
        if shared in held:
            yield "membership", held[shared], number


def _unite(slate: Slate, kind: str, kept: int, merged: int) -> None:
    """The kept record as both are together, and the merged one as what is left of it."""
    refs = ref(kind, kept), ref(kind, merged)
    slate.read(kind, (kept, merged))
    stays, comes = (slate.before[one] for one in refs)
    slate.now[refs[0]] = united_fields(kind, stays, comes, refs)
    for part in parts_of_kind(kind):
        rows = [(row, False) for row in stays.get(part.name, ())]
        rows += [(row, True) for row in (*comes.get(part.name, ()), *_names_of(kind, part.name, comes))]
        put(slate.now[refs[0]], part.name, united_rows(PARTS[kind][part.name], part, rows))
    gone = given_up(kind) | set(PARTS.get(kind, ()))
    left = {name: value for name, value in comes.items() if name not in gone}
    slate.now[refs[1]] = {**left, "merged_into": refs[0]}


def _names_of(kind: str, part: str, merged: State) -> Iterator[State]:
    """The merged record's own names as rows, so that documents that write them find the kept one."""
    if part != "names":
        return
    spelled = {row["name"] for row in merged.get("names", ())}
    own = (merged[name] for name, rule in FIELDS[kind].items() if rule is Rule.NAME and name in merged)
    for name in dict.fromkeys(own):
        if name not in spelled:
            row = {"name": name, "folded": key_of(name)}
            yield row if kind == "organization" else {**row, "kind": NameKind.SPELLING.value}


def _repoint(slate: Slate, kind: str, kept: int, merged: int) -> None:
    """Let everything that names the merged record name the kept one."""
    for relation in relations_to(kind):
        numbers = relation.holders_of(merged)
        slate.read(relation.holder, numbers)
        for number in numbers:
            one = ref(relation.holder, number)
            state = slate.now[one]
            if "merged_into" not in state or relation.column.name == "merged_into":
                slate.now[one] = _repointed(state, relation, (ref(kind, merged), ref(kind, kept)))


def _repointed(state: State, relation: Relation, refs: tuple[str, str]) -> State:
    name, part = relation.column.name, relation.part
    if part:
        rule = PARTS[relation.holder][part.name]
        rows = repointed_rows(rule, part, state.get(part.name, []), [name], refs)
        now = {**state, part.name: rows}
    else:
        now = {**state, name: refs[1]} if state.get(name) == refs[0] else dict(state)
    if relation.holder == "fact":
        now["pinned"] = True
    if relation.holder == "exchange" and now.get("home") == refs[1]:
        put(now, "parties", [party for party in now.get("parties", ()) if party != refs[1]])
    return now


def _check_sides(slate: Slate, kept: Record, merged: Record) -> None:
    """Agreements are one only if one of them has all parties of the other."""
    if kept.kind_of_record == "agreement":
        ours, theirs = ({side["party"] for side in slate.before[one.ref].get("sides", ())} for one in (kept, merged))
        if not (ours <= theirs or theirs <= ours):
            told = {"one": kept.ref, "other": merged.ref, "parties": ", ".join(sorted(ours ^ theirs))}
            raise RegisterError(
                _("%(one)s and %(other)s are between different parties (%(parties)s); merge these first.") % told
            )


def _check_outcome(slate: Slate, kept: Record) -> None:
    _check_organizations(slate)
    _check_circles(slate, kept)
    for one, (was, now) in slate.changes.items():
        if "sides" in was and len(now.get("sides", ())) < _SIDES and not now.get("merged_into"):
            told = {"agreement": one}
            raise RegisterError(
                _("%(agreement)s is between these two parties, and would be left with one; they are not the same.")
                % told
            )


def _check_organizations(slate: Slate) -> None:
    """An organization is one party at most, and a party one organization."""
    moved = [one for one, (_was, now) in slate.changes.items() if one.startswith("organization-") and "party" in now]
    for one in moved:
        party = slate.now[one]["party"]
        other = Organization.objects.filter(party=split(party)[1]).exclude(pk=split(one)[1]).first()
        if other and slate.now.get(other.ref, {"party": party}).get("party") == party:
            told = {"one": other.ref, "other": one}
            raise RegisterError(_("The parties are %(one)s and %(other)s; merge these organizations first.") % told)


def _check_circles(slate: Slate, kept: Record) -> None:
    """Nothing is part of, follows or replaces itself by way of others."""
    kind = kept.kind_of_record
    own = [field.name for field in kept._meta.concrete_fields if field.related_model is HOLDERS[kind]]
    for name in own:
        passed, at = {kept.ref}, slate.now[kept.ref].get(name)
        while at:
            if at in passed:
                told = {"one": kept.ref, "field": kept._meta.get_field(name).verbose_name}  # type: ignore[union-attr]
                raise RegisterError(_("%(one)s would come back to itself by “%(field)s”.") % told)
            passed.add(at)
            number = split(at)[1]
            held = slate.now.get(at) or states_of(kind, [number]).get(number, {})
            at = held.get(name)


def _keep(slate: Slate, by: User, kept: Record, merged: Record, reason: str) -> Merge:
    # The kept record says so in its history even where it held all that the other did.
    changes = {kept.ref: (State(), State()), **slate.changes}
    told = {one: {"before": was, "after": now} for one, (was, now) in changes.items()}
    done = Merge.objects.create(kept=kept.ref, merged=merged.ref, by=by, reason=reason[:300], changes=told)
    absorbed = {one for one, (_was, now) in changes.items() if "merged_into" in now}
    # What names the kept record comes last: it must have been there at the time.
    slate.write(absorbed, [kept.ref], set(changes) - absorbed - {kept.ref})
    gone = {one: now["merged_into"] for one, (was, now) in changes.items() if "merged_into" in {*now} - {*was}}
    united = {*gone, *gone.values()}
    enter_all(
        by=by,
        changes=[
            Change("merge" if one in united else "follow", one, was, now, reason, [f"merge-{done.pk}"])
            for one, (was, now) in changes.items()
        ],
    )
    index_touched(changes)
    return done


def index_touched(refs: Iterable[str]) -> None:
    """Let search know the records of these refs as they are now; offices are not searched for."""
    found = map(split, refs)
    index_records(RECORD_KINDS[kind](pk=number) for kind, number in found if kind in RECORD_KINDS)
