"""Numbers of an answer that are measures: computed by their rule, with the records behind them."""

import datetime as dt
from decimal import Decimal

from hansa.figures.answers import Answer
from hansa.figures.measures import answer
from hansa.reports.answers.stated import Number, Scope

# An answer names some of the records behind a number; its page has all of them.
_REFS = 50


def measured(key: str, scope: Scope, *, first: dt.date | None = None, last: dt.date | None = None) -> Answer:
    """A measure's answer for the days, or as of the day of the question where none are given."""
    if first is None:
        return answer(key, scope.home, on=scope.on, gathered=scope.gathered)
    return answer(key, scope.home, first=first, last=last, gathered=scope.gathered)


def number_of(found: Answer, nouns: str, units: tuple[str, ...]) -> Number:
    """The number as an answer states it."""
    return Number(
        found.key,
        found.label,
        Decimal(found.value),
        found.unit,
        nouns,
        units,
        found.first,
        found.last,
        tuple(row.ref for row in found.rows[:_REFS]),
        moment=found.first == found.last,
    )
