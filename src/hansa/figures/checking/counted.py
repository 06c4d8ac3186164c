"""What the register's own records count of a measure that a number of a draft names, where no document reports it."""

from collections.abc import Iterator
from decimal import Decimal

from hansa.facts import Span
from hansa.figures.checking.alike import Match, match_of
from hansa.figures.checking.claims import Claim
from hansa.figures.checking.known import Known
from hansa.figures.checking.times import Times
from hansa.figures.gathered import Gathered
from hansa.figures.measures import answer
from hansa.figures.recognition import measure_named
from hansa.register.models import Party

# So much of a measure's words must a number name.
_NAMED = 0.5
_MOST_ROWS = 20


class Counts:
    """The computed measures of a city, each counted once for a period: a fixed number of queries for each."""

    def __init__(self, home: Party, gathered: Gathered) -> None:
        self._home, self._gathered = home, gathered
        self._known: dict[tuple[str, Span], Known] = {}

    def of(self, key: str, days: Span) -> Known | None:
        """What the records count of a measure for a period, or as of its last day; None for what they do not tell."""
        measure = measure_named(key)
        if measure is None or measure.is_reported or not (days.first and days.last):
            return None
        if (key, days) not in self._known:
            given = answer(key, self._home, first=days.first, last=days.last, gathered=self._gathered)
            records = tuple(row.ref for row in given.rows[:_MOST_ROWS])
            value, period = Decimal(str(given.value)), f"{given.first}/{given.last}"
            label = measure.label.zh
            self._known[key, days] = Known(label, (value,), measure.unit.zh, records, period, days, key=key)
        return self._known[key, days]


def counted_by_records(claim: Claim, counts: Counts) -> Iterator[Match]:
    """What the records count of the measures that a number names.

    It may agree with that, but never differs: the register need not hold every record.
    """
    for key, score in claim.measures.items() if claim.counts and not claim.number.ordinal else ():
        for days in claim.spans:
            known = counts.of(key, days) if days and score >= _NAMED else None
            if known and known.records:
                yield match_of(claim, known, score, Times.NEAR)
