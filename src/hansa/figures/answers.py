"""What a measure is asked, and what it answers: the number, the records behind it, and what was published."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hansa.figures.gathered import Gathered
from hansa.figures.rows import NO_ROWS, Row, Rows, rows_of
from hansa.figures.rules import CountingRule
from hansa.figures.words import Words
from hansa.register.models import Party

Number = int | Decimal


@dataclass(frozen=True)
class Asked:
    """A question to a measure: whose city, and from which day to which. A state as of a day has `first` = `last`.

    `gathered` holds the records that were read already for other questions.
    """

    home: Party
    first: dt.date
    last: dt.date
    gathered: Gathered = field(default_factory=Gathered, compare=False, repr=False)


@dataclass(frozen=True)
class Count:
    """What a measure's function gives; `silent` of its rows say nothing on the matter and add nothing."""

    value: int
    rows: Rows
    silent: int = 0


def count_of(value: int, rows: Sequence[Row]) -> Count:
    """A count whose rows are there already."""
    return Count(value, rows_of(rows), sum(row.amount is None for row in rows))


@dataclass(frozen=True)
class Published:
    """A figure that a document states for the same measure and period; `ref` is that of the register's figure."""

    ref: str
    measure: str
    value: Decimal
    unit: str
    period: str
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True)
class Gap:
    """Days of a period of which nothing was published."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Answer:
    """The answer to a question: computed from the register's records, beside what documents published.

    A reported measure is answered with what was published (its figures are the rows), with nought where nothing was:
    `is_known` tells these apart. `missing` are the days of the period for which nothing was published, where the
    figures of months or quarters were added up. `rule` is the version of the rule by which was counted.
    """

    key: str
    label: Words
    unit: Words
    first: dt.date
    last: dt.date
    value: Number
    rows: Rows = field(default_factory=lambda: NO_ROWS)
    published: tuple[Published, ...] = ()
    silent: int = 0
    rule: CountingRule | None = None
    missing: tuple[Gap, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is a number: what is computed always has one, what is reported only where it was published."""
        return self.rule is not None or bool(self.rows)

    @property
    def differs(self) -> bool:
        """Whether a published figure says another number than the register's records give."""
        return any(figure.value != self.value for figure in self.published)
