"""The measures: every number that Hansa computes, each with its definition, rule and rows."""

import datetime as dt

from hansa.figures.answers import Answer, Asked
from hansa.figures.gathered import Gathered
from hansa.figures.measure import Measure
from hansa.figures.measures import exchanges, memberships, partners
from hansa.figures.published import published
from hansa.register.models import Party

_MEASURES = (*partners.MEASURES, *exchanges.MEASURES, *memberships.MEASURES)
_BY_KEY = {measure.key: measure for measure in _MEASURES}


class UnknownMeasure(KeyError):
    """There is no measure of that name; the message lists those that there are."""

    def __init__(self, key: str) -> None:
        super().__init__(f"no measure is called {key!r}; there are {', '.join(_BY_KEY)}")


def all_measures() -> tuple[Measure, ...]:
    """Every measure, in the order in which a report lists them."""
    return _MEASURES


def measure_named(key: str) -> Measure:
    """The measure of that name; raises UnknownMeasure."""
    try:
        return _BY_KEY[key]
    except KeyError:
        raise UnknownMeasure(key) from None


def answer(
    key: str,
    home: Party,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    on: dt.date | None = None,
    gathered: Gathered | None = None,
) -> Answer:
    """The measure's number for the home city, with the records behind it and the figures published for it.

    A measure of a period takes `first` and `last`. One as of a day takes `on`, or a period, for whose last day it
    answers; the figures published within the period (for `on`, since the year began) stand beside it. At most eight
    queries; whoever asks several measures passes what was `gathered` from one to the next. Raises UnknownMeasure, and
    ValueError where the question lacks its days.
    """
    measure = measure_named(key)
    if measure.moment == "period" and on is not None:
        raise ValueError(f"{key} counts what happened in a period: give first and last, not a day")
    end = on or last
    begin = first or (on.replace(month=1, day=1) if on else None)
    if end is None or begin is None or begin > end:
        raise ValueError(f"{key} needs a period that ends after it begins: give first and last")
    gathered = gathered or Gathered()
    asked = Asked(home, end if measure.moment == "day" else begin, end, gathered)
    count = measure.count(measure.rule, asked)
    stated = published(measure, Asked(home, begin, end, gathered))
    return Answer(measure.key, measure.label, measure.unit, asked.first, asked.last, count.value, count.rows, stated)


def answers(home: Party, first: dt.date, last: dt.date) -> list[Answer]:
    """Every measure's answer for a period, in their order; a fixed number of queries, about fifteen."""
    gathered = Gathered()
    return [answer(measure.key, home, first=first, last=last, gathered=gathered) for measure in _MEASURES]
