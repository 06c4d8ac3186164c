"""Figures: the same number told again, another number for the same thing, or a new one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hansa import facts
from hansa.register.derived import key_of
from hansa.register.domain.admission.draft import Draft, days_of
from hansa.register.domain.admission.numbers import measured
from hansa.register.domain.admission.statement import Statement, stated


def _figure(statement: Statement) -> facts.Figure:
    assert isinstance(statement.fact, facts.Figure)  # noqa: S101 - grouped so
    return statement.fact


def figure_key(statement: Statement) -> tuple[object, ...]:
    """What two figures must share to be of one thing: city, measure, unit and period."""
    fact = _figure(statement)
    days = days_of(stated(fact.period) or "")
    return statement.home, key_of(fact.measure), key_of(stated(fact.unit) or ""), *days


@dataclass
class Count:
    """One number for a thing, as the facts in `statements` and a record, if there is one, tell it."""

    value: Decimal
    section: str = ""
    statements: list[Statement] = field(default_factory=list)

    def is_under(self, section: str) -> bool:
        """Whether it may stand under this heading."""
        return not section or not self.section or key_of(section) == key_of(self.section)

    def take(self, statement: Statement) -> None:
        """Let the statement be one of this figure's."""
        self.statements.append(statement)
        self.section = self.section or stated(_figure(statement).section) or ""


def counts(statements: Sequence[Statement]) -> list[Count]:
    """The figures that statements of one thing, by `figure_key`, tell."""
    one_thing = _mean_one_thing(statements)
    found: list[Count] = []
    for statement in statements:
        held = _same(found, statement, one_thing)
        if held is None:
            held = Count(measured(_figure(statement).value))
            found.append(held)
        held.take(statement)
    return found


def _mean_one_thing(statements: Iterable[Statement]) -> bool:
    """Whether no document gives two numbers for these words, unit and period: then they mean one thing.

    Words such as 件數 stand under many headings; only the heading tells what they count.
    """
    numbers: dict[int, set[float]] = defaultdict(set)
    for statement in statements:
        numbers[statement.source].add(_figure(statement).value)
    return all(len(values) == 1 for values in numbers.values())


def _same(found: Sequence[Count], statement: Statement, one_thing: bool) -> Count | None:
    value, section = measured(_figure(statement).value), stated(_figure(statement).section) or ""
    equal = [count for count in found if count.value == value]
    # A document that gives two numbers for the same words means two things, unless they are the same number.
    others = [count for count in found if all(told.source != statement.source for told in count.statements)]
    alike = [count for count in others if count.is_under(section)]
    return next(iter([*equal, *alike, *(others if one_thing else ())]), None)


def describe_figure(draft: Draft, statements: Sequence[Statement]) -> None:
    """What a figure holds by its facts."""
    for statement in draft.reading(statements):
        fact = _figure(statement)
        draft.fill("measure", fact.measure)
        _hold_value(draft, measured(fact.value))
        draft.date("period", fact.period)
        draft.fill("unit", fact.unit)
        draft.fill("section", fact.section)


def _hold_value(draft: Draft, value: Decimal) -> None:
    held = draft.holds("value")
    if held is None:
        draft.fill("value", value)
    elif held != value:
        draft.differ("value", format(held, "f"), format(value, "f"))
