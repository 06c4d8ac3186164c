"""Exchanges: which facts tell of one, and what it holds by them; docs/admission.md has the rule in words."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from hansa import facts
from hansa.register.derived import key_of
from hansa.register.domain.admission.draft import Draft, days_of, refined
from hansa.register.domain.admission.drawing import by_record, drawn_last, may_be_drawn
from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.admission.numbers import counted
from hansa.register.domain.admission.statement import Statement, stated
from hansa.register.enums import ParticipantRole
from hansa.register.fields import fields_of

# Wordings this alike tell of one occasion.
_ALIKE = 0.5
# A date no longer than this points at one occasion by itself.
_OCCASION = dt.timedelta(days=10)
_HEAD = re.compile(
    r"團長|領隊|率團|\b(?:head|leader) of (?:the )?delegation\b|\bdelegation (?:head|leader)\b", re.IGNORECASE
)
Days = tuple[dt.date | None, dt.date | None]


def share_a_day(one: Days, other: Days) -> bool:
    """Whether two stretches of days meet; those without any day meet each other only."""
    if one == (None, None) or other == (None, None):
        return one == other
    return (one[0] or dt.date.min) <= (other[1] or dt.date.max) and (other[0] or dt.date.min) <= (one[1] or dt.date.max)


def _is_short(days: Days) -> bool:
    return days[0] is not None and days[1] is not None and days[1] - days[0] <= _OCCASION


@dataclass
class Occasion:
    """One exchange of a kind, as the facts in `statements` and a record, if there is one, tell of it.

    `record` is the number of that into which people put the first of them.
    """

    date: str = ""
    title: str = ""
    parties: set[str] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)
    record: int | None = None

    @property
    def days(self) -> Days:
        """The first and last day that its date covers."""
        return days_of(self.date)

    def is_told_by(self, statement: Statement, parties: Collection[str], countries: Collection[str]) -> bool:
        """Whether a statement of the same city and kind tells of it; parties are keys of their meanings."""
        fact = _exchange(statement)
        date, title = stated(fact.date) or "", stated(fact.title) or ""
        if not share_a_day(self.days, days_of(date)):
            return False
        if any(told.source == statement.source for told in self.statements):
            # A document that tells of two occasions means two, unless it says the same thing twice.
            return self.date == date and self.parties == set(parties) and key_of(title) == key_of(self.title)
        shared = self.parties & set(parties)
        if self.parties and parties and not shared:
            return False
        short = _is_short(self.days) and _is_short(days_of(date))
        # Date and party tell by themselves: the same few days, with the same body; a country is too many bodies.
        return self._is_worded_like(fact, title) or (short and bool(shared - set(countries)))

    def _is_worded_like(self, fact: facts.Exchange, title: str) -> bool:
        return likeness(title, self.title) >= _ALIKE or any(
            likeness(fact.quote, told.fact.quote) >= _ALIKE for told in self.statements
        )

    def take(self, statement: Statement, parties: Iterable[str]) -> None:
        """Let the statement be one of this exchange's."""
        fact = _exchange(statement)
        self.statements.append(statement)
        self.date = refined(self.date, stated(fact.date) or "")
        self.title = self.title or stated(fact.title) or ""
        self.parties |= set(parties)


def _exchange(statement: Statement) -> facts.Exchange:
    assert isinstance(statement.fact, facts.Exchange)  # noqa: S101 - grouped so
    return statement.fact


def occasions(
    statements: Iterable[Statement],
    parties_of: Callable[[Statement], Collection[str]],
    countries: Collection[str],
    placed: Iterable[Statement] = (),
) -> list[Occasion]:
    """The exchanges that statements of one city and kind tell of, besides those into which people `placed` some."""
    drawing: list[Occasion] = []
    for record, told in by_record(placed):
        drawing.append(Occasion(record=record))
        for statement in told:
            drawing[-1].take(statement, parties_of(statement))
    found: list[Occasion] = []
    for statement in drawn_last(statements, drawing):
        parties = parties_of(statement)
        able = [one for one in (*found, *drawing) if may_be_drawn(statement, one.record)]
        held = next((one for one in able if one.is_told_by(statement, parties, countries)), None)
        if held is None:
            held = Occasion()
            found.append(held)
        held.take(statement, parties)
    return [*found, *drawing]


def describe_exchange(
    draft: Draft, statements: Sequence[Statement], parties: dict[str, int], people: dict[str, int]
) -> None:
    """What an exchange holds by its facts; `parties` and `people` are numbers by name."""
    home = statements[0].home
    for statement in draft.reading(statements):
        fact = _exchange(statement)
        draft.fill("kind", fact.kind)
        draft.date("date", fact.date)
        draft.fill("title", fact.title)
        draft.fill("place", fact.place)
        draft.extend("topics", fact.topics)
        draft.hold("headcount", counted(fact.headcount))
        draft.hold("attendance", counted(fact.attendance))
        for name in stated(fact.parties) or ():
            if parties[name] != home:
                draft.add("parties", parties[name])
        for named in stated(fact.people) or ():
            post, of = stated(named.post) or "", stated(named.of) or ""
            row = {
                "person": people[named.name],
                "post": post,
                "of": of,
                "role": ParticipantRole.HEAD.value if _HEAD.search(post) else "",
                "party": parties[of] if parties.get(of) in (home, *draft.parts.get("parties", ())) else None,
            }
            draft.add("people", row, once="person")
    for one in fields_of(draft.holds("topics") or ()):
        draft.add("fields", {"field": one.value})
