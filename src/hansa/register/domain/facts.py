"""What becomes of a fact: admitted into a record, refused, or left for review with the reason.

What the machine decides follows from the facts and from what people decided, in whatever order they came: whenever a
fact comes in or a decision is made, the records that it may concern are planned anew. docs/admission.md is the rule.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hansa.register.domain.admission.reconciling import Reconciled, Reconciling
from hansa.register.domain.admission.scope import concerned_by, facts_that_matter
from hansa.register.domain.admission.statement import Statement, in_order, statements_of
from hansa.register.domain.history import changing, lock_history
from hansa.register.domain.merging.undo import merge_of
from hansa.register.enums import Admit, FactState, FactType, Hindrance
from hansa.register.errors import RegisterError
from hansa.register.models import RECORD_KINDS, Fact, HistoryEntry, Membership, User
from hansa.register.models.record import Record

_DECISIONS = ("admit", "refuse", "join", "split")


@dataclass
class Admitted:
    """What came of admitting: the facts that made a record, joined one, contradict one, or are left for review."""

    made: list[Statement] = field(default_factory=list)
    joined: list[Statement] = field(default_factory=list)
    in_conflict: list[Statement] = field(default_factory=list)
    left: list[Statement] = field(default_factory=list)


def readmit(*, by: User) -> Reconciled:
    """Let the register hold what all facts and decisions give now; only what differs is written.

    For domain functions that change what names mean, and for proof that what was planned piece by piece is the whole.
    """
    lock_history()
    return Reconciling(by, statements_of(facts_that_matter()), (), {}).carry_out()


def readmit_beside(*, by: User, fact: Fact) -> None:
    """The same for all that may share a record with this fact. For domain functions that change its record."""
    _readmit(by, [fact.pk])


def _readmit(
    by: User, changed: Iterable[int], without: Collection[int] = (), former: Mapping[int, Record | None] | None = None
) -> Reconciled:
    """The same for all that the facts of these numbers may concern.

    The facts `without` which it is planned are about to be refused; `former` has the records in which facts were
    before a person put them elsewhere.
    """
    lock_history()
    left = {number: record.pk for number, record in (former or {}).items() if record}
    records = {record.kind_of_record: [record.pk] for record in (former or {}).values() if record}
    return Reconciling(by, concerned_by(changed, records), without, left).carry_out()


@transaction.atomic
def admit_facts(*, by: User, facts: Iterable[Fact], admit: Admit) -> Admitted:
    """Admit what the policy lets in; the rest stays proposed with its reason.

    `sure` admits facts with a score of at least SURE whose names the register or the atlas knows; `all` every fact that
    can be admitted at all, making the parties that nobody knows; `none` nothing. One history entry for each record that
    changed; the index follows.
    """
    numbers = [fact.pk for fact in facts]
    new = Fact.objects.filter(pk__in=numbers)
    new.update(let_in=admit, **({"hindrance": Hindrance.UNREVIEWED} if admit == Admit.NONE else {}))
    outcome = _readmit(by, numbers)
    return _summed_up(statements_of(new), outcome)


def _summed_up(statements: Iterable[Statement], outcome: Reconciled) -> Admitted:
    came = Admitted()
    differing = {difference.fact for difference in outcome.differences}
    begun: set[str] = set()
    for statement in in_order(statements):
        record = outcome.records.get(statement.number)
        if record is None:
            came.left.append(statement)
            continue
        is_first = record.ref in outcome.made and record.ref not in begun
        begun.add(record.ref)
        (came.made if is_first else came.joined).append(statement)
        if statement.number in differing:
            came.in_conflict.append(statement)
    return came


def _must_not_be_decided(fact: Fact, *states: FactState) -> None:
    # Two people may decide the same fact at once: the second waits here, and finds it decided.
    lock_history()
    fact.refresh_from_db()
    if fact.state not in states or standing_decision(fact):
        raise RegisterError(_("This fact is decided already."))


def _must_have_a_reason(reason: str, why: str) -> None:
    if not reason.strip():
        raise RegisterError(why)


def _decide(fact: Fact, by: User, **columns: Any) -> None:
    Fact.objects.filter(pk=fact.pk).update(**columns, decided_by=by, decided_at=timezone.now())


def _carry_out(by: User, fact: Fact, former: Record | None = None) -> Record:
    """Plan anew after a decision; the record of the fact. Raises Unresolved where it cannot be admitted."""
    came = _readmit(by, [fact.pk], former={fact.pk: former})
    fact.refresh_from_db()
    if fact.pk in came.left:
        raise came.left[fact.pk]
    return came.records[fact.pk]


@transaction.atomic
def admit_fact(*, by: User, fact: Fact, into: Record | None = None, reason: str = "") -> Record:
    """Admit a proposed fact, as the person `by` decides, into the record that the rule finds for it, or `into` one.

    Makes the parties, people and organizations that nobody knows yet, opens a conflict for each field in which the
    record holds something else, and writes the index. One history entry on the fact, one on each record that changes.
    Raises Unresolved, with the reason, where the fact cannot be admitted as it stands.
    """
    _must_not_be_decided(fact, FactState.PROPOSED)
    with changing(by=by, action="admit", record=fact, reason=reason):
        _decide(fact, by, let_in=Admit.ALL, **(_placed(fact, into) if into else {}))
        return _carry_out(by, fact)


class _SomeLeft(Exception):
    """Of the facts admitted together, these could not be; nothing is written."""

    def __init__(self, left: dict[int, RegisterError]) -> None:
        self.left = left


@transaction.atomic
def admit_each(*, by: User, facts: Sequence[Fact], reason: str = "") -> dict[int, RegisterError]:
    """Admit those of several proposed facts that can be admitted, as `admit_fact` does, planned once for all of them.

    What hinders the others, by their numbers; these stay as they are.
    """
    left: dict[int, RegisterError] = {}
    for fact in facts:
        try:
            _must_not_be_decided(fact, FactState.PROPOSED)
        except RegisterError as decided:
            left[fact.pk] = decided
    while wanted := [fact for fact in facts if fact.pk not in left]:
        try:
            _admit_together(by, wanted, reason)
            break
        except _SomeLeft as some:
            left |= some.left
    return left


@transaction.atomic
def _admit_together(by: User, facts: Sequence[Fact], reason: str) -> None:
    with ExitStack() as entries:
        for fact in facts:
            entries.enter_context(changing(by=by, action="admit", record=fact, reason=reason))
            _decide(fact, by, let_in=Admit.ALL)
        came = _readmit(by, [fact.pk for fact in facts])
        left = {fact.pk: came.left[fact.pk] for fact in facts if fact.pk in came.left}
        if left:
            raise _SomeLeft(left)


def _placed(fact: Fact, record: Record) -> dict[str, Any]:
    """The columns of a fact that a person puts into a record. Raises RegisterError where it is of another kind."""
    kind = record.kind_of_record
    if fact.type != kind or getattr(record, "merged_into_id", None):
        told = {"fact": fact.ref, "type": FactType(fact.type).label, "record": record.ref}
        raise RegisterError(_("%(record)s is no record for %(fact)s (%(type)s).") % told)
    return {"pinned": True, "state": FactState.ADMITTED, "hindrance": "", "about": "", kind: record}


@transaction.atomic
def refuse_fact(*, by: User, fact: Fact, reason: str) -> None:
    """Refuse a fact for a reason that others can read; a record that rested on it is planned anew without it.

    One history entry on the fact, one on each record that changes.
    """
    _must_not_be_decided(fact, FactState.PROPOSED, FactState.ADMITTED)
    _must_have_a_reason(reason, _("Write why the fact is refused."))
    with changing(by=by, action="refuse", record=fact, reason=reason):
        columns = {"state": FactState.REFUSED, "reason": reason[:300], "hindrance": "", "about": "", "pinned": False}
        _readmit(by, [fact.pk], without=[fact.pk])
        _decide(fact, by, **columns)
    fact.refresh_from_db()


@transaction.atomic
def join_facts(*, by: User, facts: Sequence[Fact], record: Record, reason: str) -> None:
    """Put facts into a record, where they stay whatever the rule says; what they say otherwise becomes a conflict.

    One history entry on each fact, one on each record that changes.
    """
    lock_history()
    _must_have_a_reason(reason, _("Write why they belong together."))
    former: dict[int, Record | None] = {}
    with ExitStack() as entries:
        for fact in facts:
            fact.refresh_from_db()
            _must_not_be_refused(fact)
            former[fact.pk] = fact.record
            entries.enter_context(changing(by=by, action="join", record=fact, reason=reason))
            _decide(fact, by, let_in=Admit.ALL, **_placed(fact, record))
        _readmit(by, former, former=former)


def _must_not_be_refused(fact: Fact) -> None:
    if fact.state == FactState.REFUSED:
        raise RegisterError(_("%(fact)s is refused; undo that first.") % {"fact": fact.ref})


@transaction.atomic
def split_fact(*, by: User, fact: Fact, reason: str) -> Record:
    """Part a fact from its record: a record of its own rests on it alone, until later facts state the same.

    One history entry on the fact, one on each record that changes.
    """
    lock_history()
    fact.refresh_from_db()
    _must_have_a_reason(reason, _("Write why it tells of something else."))
    record = fact.record
    if record is None or record.facts.count() < 2:  # type: ignore[attr-defined]
        raise RegisterError(_("%(fact)s shares no record with another fact.") % {"fact": fact.ref})
    if isinstance(record, Membership):
        raise RegisterError(_("There is one membership of each party in each organization; it cannot be split."))
    with changing(by=by, action="split", record=fact, reason=reason):
        _decide(fact, by, let_in=Admit.ALL, pinned=True, state=FactState.PROPOSED, **{fact.type: None})
        return _carry_out(by, fact, record)


def standing_decision(fact: Fact) -> HistoryEntry | None:
    """The latest decision of a person on a fact that was not undone."""
    standing: list[HistoryEntry] = []
    for entry in HistoryEntry.objects.filter(record=fact.ref).order_by("pk"):
        if entry.action == "undo" and standing:
            standing.pop()
        elif entry.action in _DECISIONS:
            standing.append(entry)
    return standing[-1] if standing else None


@transaction.atomic
def undo_decision(*, by: User, fact: Fact, reason: str = "") -> HistoryEntry:
    """Take back the latest decision on a fact that still stands; the entry of the history that is undone.

    What the decision changed is planned anew, from the facts and the other decisions. One history entry on the fact,
    which says what was undone, one on each record that changes.
    """
    lock_history()
    entry = standing_decision(fact)
    if entry is None:
        raise RegisterError(_("Nobody has decided %(fact)s: there is nothing to undo.") % {"fact": fact.ref})
    undone = _("%(action)s of %(when)s undone") % {"action": entry.action, "when": f"{entry.at:%Y-%m-%d %H:%M}"}
    with changing(by=by, action="undo", record=fact, reason=f"{undone}: {reason}" if reason else undone):
        former = {fact.pk: fact.record}
        Fact.objects.filter(pk=fact.pk).update(**_before(fact, entry))
        _readmit(by, former, former=former)
    fact.refresh_from_db()
    return entry


def _before(fact: Fact, entry: HistoryEntry) -> dict[str, Any]:
    """The columns of a fact as they were before a decision, as far as the machine does not plan them."""
    fact.refresh_from_db()
    was = {name: entry.before.get(name) for name in {**entry.before, **entry.after}}
    columns: dict[str, Any] = {name: was[name] for name in ("let_in", "pinned") if name in was}
    columns |= {name: was[name] or "" for name in ("hindrance", "about") if name in was}
    held = was.get(fact.type) if fact.type in was else fact.record and fact.record.ref
    number = _survivor(fact.type, int(str(held).rpartition("-")[2])) if held else None
    state = FactState.ADMITTED if number else FactState.PROPOSED
    return {**columns, "state": state, f"{fact.type}_id": number, "reason": "", "decided_by": None, "decided_at": None}


def _survivor(kind: str, number: int) -> int | None:
    """The number of a record, of that into which a person merged it, or None where it is there no more."""
    record = RECORD_KINDS[kind]._default_manager.filter(pk=number).first()
    done = record and merge_of(record)
    if done:
        return int(done.kept.rpartition("-")[2])
    return record.pk if record else None
