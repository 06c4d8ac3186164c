"""Agreements: which facts tell of one, and what it holds by them; docs/admission.md has the rule in words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hansa import facts
from hansa.facts import span
from hansa.register.domain.admission.draft import Draft, days_of, refined
from hansa.register.domain.admission.drawing import by_record, drawn_last, may_be_drawn
from hansa.register.domain.admission.statement import Statement, stated
from hansa.register.enums import AgreementKind
from hansa.register.fields import fields_of

# A tie that two parties have once; of the other kinds they may sign one text after another.
_TIES = (
    AgreementKind.SISTER_CITY,
    AgreementKind.FRIENDSHIP_CITY,
    AgreementKind.PARTNERSHIP,
    AgreementKind.SISTER_SCHOOL,
    AgreementKind.SISTER_PORT,
)
# Two dates of one text that differ by more than this are two texts rather than a slip of the pen.
_SLIP = dt.timedelta(days=366)


@dataclass
class Tie:
    """One agreement between certain parties, as the facts in `statements` and a record, if there is one, tell of it.

    `record` is the number of that into which people put the first of them.
    """

    kind: str = ""
    signed: str = ""
    dates: set[str] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)
    record: int | None = None

    def fit(self, kind: str, signed: str, source: int | None) -> int | None:
        """How well a statement between the same parties fits, 0 best; None where it tells of another agreement."""
        if self.kind and kind and self.kind != kind:
            return None
        same_kind = self.kind == kind
        if not signed or not self.signed:
            return 2 if same_kind else 3
        if any(span(signed).meets(span(date)) for date in self.dates):
            return 0 if same_kind else 1
        if not same_kind or not kind:
            return None
        stated_here = any(statement.source == source for statement in self.statements)
        slip = not stated_here and _apart(signed, self.signed) <= _SLIP
        return 4 if kind in _TIES or slip else None

    def take(self, statement: Statement) -> None:
        """Let the statement be one of this agreement's."""
        kind, signed = kind_and_date(statement)
        self.statements.append(statement)
        self.kind = self.kind or kind
        self.signed = refined(self.signed, signed)
        self.dates |= {signed} - {""}


def _apart(one: str, other: str) -> dt.timedelta:
    first, second = days_of(one)[0], days_of(other)[0]
    return abs(first - second) if first and second else dt.timedelta.max


def kind_and_date(statement: Statement) -> tuple[str, str]:
    """The kind and the date of signing that a statement gives, empty where it gives none."""
    fact = statement.fact
    assert isinstance(fact, facts.Agreement)  # noqa: S101 - grouped so
    return stated(fact.kind) or "", stated(fact.signed) or ""


def ties(statements: Iterable[Statement], placed: Iterable[Statement] = ()) -> list[Tie]:
    """The agreements that statements between the same parties tell of, those into which people `placed` some first."""
    found: list[Tie] = []
    for record, held in by_record(placed):
        found.append(Tie(record=record))
        for statement in held:
            found[-1].take(statement)
    for statement in drawn_last(statements, found):
        kind, signed = kind_and_date(statement)
        fits = [
            (fit, tie.record is not None, number)
            for number, tie in enumerate(found)
            if may_be_drawn(statement, tie.record) and (fit := tie.fit(kind, signed, statement.source)) is not None
        ]
        if not fits:
            found.append(Tie())
        found[min(fits)[2] if fits else -1].take(statement)
    return found


def describe_agreement(
    draft: Draft, statements: Sequence[Statement], parties: dict[str, int], people: dict[str, int]
) -> None:
    """What an agreement holds by its facts; `parties` and `people` are numbers by name."""
    for statement in draft.reading(statements):
        fact = statement.fact
        assert isinstance(fact, facts.Agreement)  # noqa: S101 - grouped so
        draft.hold("kind", fact.kind)
        draft.date("signed", fact.signed)
        draft.fill("title", fact.title)
        draft.fill("place", fact.place)
        draft.extend("subjects", fact.subjects)
        if statement is statements[0]:
            # All are between the same parties, but for those that a person has put here.
            for name in fact.parties:
                draft.add("sides", {"party": parties[name], "name_as_signed": name}, once="party")
        for named in stated(fact.signatories) or ():
            row = {"person": people[named.name], "post": stated(named.post) or "", "of": stated(named.of) or ""}
            draft.add("signatories", row, once="person")
    for one in fields_of(draft.holds("subjects") or ()):
        draft.add("fields", {"field": one.value})
