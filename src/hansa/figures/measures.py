"""The measures: every number that a city publishes, computed from the register or reported, with the rows behind it."""

import datetime as dt
from collections.abc import Iterable

from hansa.figures.answers import Answer, Asked
from hansa.figures.catalogue import reported_measures
from hansa.figures.computed import COMPUTED
from hansa.figures.gathered import Gathered
from hansa.figures.measure import Measure
from hansa.figures.published import published, reported
from hansa.figures.rules import CountingRule
from hansa.register.models import Party

_MEASURES = (*COMPUTED, *reported_measures())
_BY_KEY = {measure.key: measure for measure in _MEASURES}


class UnknownMeasure(KeyError):
    """There is no measure of that name; the message lists those that there are."""

    def __init__(self, key: str, keys: Iterable[str] = _BY_KEY) -> None:
        super().__init__(f"no measure is called {key!r}; there are {', '.join(keys)}")

    def __str__(self) -> str:
        return str(self.args[0])


def all_measures() -> tuple[Measure, ...]:
    """Every measure, in the order in which a report lists them: the computed ones, then those that are reported."""
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
    rule: CountingRule | None = None,
) -> Answer:
    """The measure's number for the home city, with the records behind it and the figures published for it.

    A measure of a period takes `first` and `last`. One as of a day takes `on`, or a period, for whose last day it
    answers; the figures published within the period (for `on`, since the year began) stand beside it. It counts by the
    version of its rule that holds on the last day, or by the `rule` given. A reported measure answers with what was
    published (`published.reported`). At most ten queries, and one or two for a page of the rows; whoever asks several
    measures passes what was `gathered` from one to the next. Raises UnknownMeasure, and ValueError where the question
    lacks its days, or the rule counts something else than the measure.
    """
    measure, gathered = measure_named(key), gathered or Gathered()
    begin, end = days_asked(measure, first, last, on)
    within = Asked(home, begin, end, gathered)
    if measure.rule is None or measure.count is None:
        return reported(measure, within)
    asked = Asked(home, end if measure.moment == "day" else begin, end, gathered)
    if rule and rule.counts != measure.rule.counts:
        raise ValueError(f"{key} counts {measure.rule.counts}, and the rule {rule.name} {rule.counts}")
    used = rule or gathered.rulebook.rule(measure.rule.name, end)
    count = measure.count(used, asked)
    return Answer(
        key=key,
        label=measure.label,
        unit=measure.unit,
        first=asked.first,
        last=asked.last,
        value=count.value,
        rows=count.rows,
        published=published(measure, within),
        silent=count.silent,
        rule=used,
    )


def days_asked(
    measure: Measure, first: dt.date | None, last: dt.date | None, on: dt.date | None
) -> tuple[dt.date, dt.date]:
    """From which day to which a measure is asked; raises ValueError where the question lacks its days."""
    if measure.moment == "period" and on is not None:
        raise ValueError(f"{measure.key} counts what happened in a period: give first and last, not a day")
    end = on or last
    begin = first or (on.replace(month=1, day=1) if on else None)
    if end is None or begin is None or begin > end:
        raise ValueError(f"{measure.key} needs a period that ends after it begins: give first and last")
    return begin, end


def answers(home: Party, first: dt.date, last: dt.date) -> list[Answer]:
    """Every computed measure's answer for a period, in their order; a fixed number of queries, about twenty."""
    gathered = Gathered(many=True)
    return [answer(measure.key, home, first=first, last=last, gathered=gathered) for measure in COMPUTED]
