"""What a measure is asked, and what it answers: the number, the records behind it, and what was published."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from hansa.figures.gathered import Gathered
from hansa.figures.words import Words
from hansa.register.models import Party


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
class Row:
    """A record that a measure counted: its ref and name, and how much it adds.

    `amount` is None where the record says nothing on the matter (a visit without a headcount) and so adds nothing;
    `note` is what was counted of it, such as the codes of its countries.
    """

    ref: str
    label: str
    amount: int | None = 1
    note: str = ""


@dataclass(frozen=True)
class Count:
    """What a measure's function gives."""

    value: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Published:
    """A figure that a document states for the same measure and period; `ref` is that of the register's figure."""

    ref: str
    measure: str
    value: Decimal
    unit: str
    period: str


@dataclass(frozen=True)
class Answer:
    """The answer to a question: computed from the register's records, beside what documents published."""

    key: str
    label: Words
    unit: Words
    first: dt.date
    last: dt.date
    value: int
    rows: tuple[Row, ...]
    published: tuple[Published, ...] = ()

    @property
    def silent(self) -> int:
        """How many of the records counted say nothing on the matter, such as visits without a headcount."""
        return sum(row.amount is None for row in self.rows)

    @property
    def differs(self) -> bool:
        """Whether a published figure says another number than the register's records give."""
        return any(figure.value != self.value for figure in self.published)
