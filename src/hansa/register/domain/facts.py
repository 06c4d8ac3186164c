"""What becomes of a fact: admitted into a record, refused, or left for review with the reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hansa import facts as stated_facts
from hansa.facts import FACT_TYPES
from hansa.register.domain.admission.agreements import admit_agreement
from hansa.register.domain.admission.exchanges import admit_exchange
from hansa.register.domain.admission.figures import admit_figure
from hansa.register.domain.admission.organizations import admit_membership, admit_organization, admit_project
from hansa.register.domain.admission.outcome import Outcome, Unresolved
from hansa.register.domain.history import enter, lock_history
from hansa.register.domain.known import KnownNames
from hansa.register.enums import Admit, FactState, Hindrance
from hansa.register.errors import RegisterError
from hansa.register.models import Conflict, Fact, User
from hansa.register.models.record import Record
from hansa.register.search import index_records

# A fact with at least this score may be admitted without a person having looked at it.
SURE = 0.8

_ADMITTING: dict[str, Callable[..., Outcome]] = {
    "organization": admit_organization,
    "membership": admit_membership,
    "project": admit_project,
    "agreement": admit_agreement,
    "exchange": admit_exchange,
    "figure": admit_figure,
}
# Organizations first, so that memberships find them under all their names.
_ORDER = list(_ADMITTING)


@dataclass
class Admitted:
    """What came of admitting: the facts that made a record, joined one, contradict one, or are left for review."""

    made: list[Fact] = field(default_factory=list)
    joined: list[Fact] = field(default_factory=list)
    in_conflict: list[Fact] = field(default_factory=list)
    left: list[Fact] = field(default_factory=list)


def stated_in(fact: Fact) -> stated_facts.Fact:
    """The fact as the facts room writes it, with its quote and score."""
    proof = {"quote": fact.passage.quote[:1000], "score": fact.score}
    return msgspec.convert({**fact.data, **proof, "type": fact.type}, FACT_TYPES[fact.type])  # type: ignore[return-value]


def _decide(fact: Fact, by: User, state: FactState, reason: str = "") -> None:
    fact.state, fact.reason, fact.decided_by, fact.decided_at = state, reason[:300], by, timezone.now()
    fact.hindrance = fact.about = ""
    fact.save()


def _admit(fact: Fact, names: KnownNames) -> Outcome:
    source = fact.passage.source
    outcome = _ADMITTING[fact.type](stated_in(fact), names, source, source.home)
    setattr(fact, fact.type, outcome.record)
    _decide(fact, names.by, FactState.ADMITTED)
    Conflict.objects.bulk_create(
        Conflict(fact=fact, field=differs.field, held=differs.held, stated=differs.stated)
        for differs in outcome.differences
    )
    changed = outcome.changed
    before = {name: value for name, value in outcome.before.items() if name in changed}
    after = {**changed, **outcome.parts, "fact": fact.ref}
    enter(by=names.by, action="admit", record=outcome.record, before=before, after=after)
    return outcome


def _must_be_proposed(fact: Fact) -> None:
    # Two people may decide the same fact at once: the second waits here, and finds it decided.
    lock_history()
    fact.refresh_from_db(fields=["state"])
    if fact.state != FactState.PROPOSED:
        raise RegisterError(_("This fact is decided already."))


@transaction.atomic
def admit_fact(*, by: User, fact: Fact, publish: bool = False) -> Record:
    """Admit a proposed fact into the record that it states, which is joined or made, as the person `by` decides.

    Makes the parties, people and organizations that nobody knows yet, opens a conflict for each field in which the
    record holds something else, and writes the index. One history entry on the record, one on each new party.
    Raises Unresolved, with the reason, where the fact cannot be admitted as it stands.
    """
    _must_be_proposed(fact)
    names = KnownNames(by=by, publish=publish)
    record = _admit(fact, names).record
    index_records([record, *names.touched])
    return record


@transaction.atomic
def refuse_fact(*, by: User, fact: Fact, reason: str) -> None:
    """Refuse a proposed fact for a reason that others can read. One history entry."""
    _must_be_proposed(fact)
    if not reason.strip():
        raise RegisterError(_("Write why the fact is refused."))
    _decide(fact, by, FactState.REFUSED, reason)
    enter(by=by, action="refuse", record=fact, reason=reason)


def _richest_first(fact: Fact) -> tuple[Any, ...]:
    """An order of facts by their content alone, so that it does not matter in which order files are named."""
    place = (fact.passage.source.sha256, fact.passage.start, fact.passage.end)
    return (
        _ORDER.index(fact.type),
        -len(fact.data),
        -fact.score,
        *place,
        msgspec.json.encode(fact.data, order="sorted"),
    )


@transaction.atomic
def admit_facts(*, by: User, facts: Iterable[Fact], admit: Admit, publish: bool = False) -> Admitted:
    """Admit what the policy lets in, the facts that state most first; the rest stays proposed with its reason.

    `sure` admits facts with a score of at least SURE whose names the register or the atlas knows; `all` every fact that
    can be admitted at all, making the parties that nobody knows; `none` nothing. Entries and index as `admit_fact`.
    """
    came = Admitted()
    names = KnownNames(by=by, add=admit == Admit.ALL, publish=publish)
    records: list[Record] = []
    for fact in sorted(facts, key=_richest_first):
        try:
            _must_be_let_in(fact, admit)
            outcome = _admit(fact, names)
        except Unresolved as why:
            Fact.objects.filter(pk=fact.pk).update(hindrance=why.hindrance, about=why.about)
            came.left.append(fact)
            continue
        records.append(outcome.record)
        (came.joined if outcome.joined else came.made).append(fact)
        if outcome.differences:
            came.in_conflict.append(fact)
    index_records([*records, *names.touched])
    return came


def _must_be_let_in(fact: Fact, admit: Admit) -> None:
    if admit == Admit.NONE:
        raise Unresolved(Hindrance.UNREVIEWED)
    if admit == Admit.SURE and fact.score < SURE:
        raise Unresolved(Hindrance.UNSURE, f"{fact.score:.2f}")
