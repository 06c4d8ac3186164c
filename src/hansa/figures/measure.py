"""What a measure is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hansa.figures.answers import Asked, Count
from hansa.figures.rules import CountingRule
from hansa.figures.wording import NO_WORDINGS, Said, Wordings, plain
from hansa.figures.words import Words

Counting = Callable[[CountingRule, Asked], Count]
Over = Literal["periods", "kinds", "units", "sites"]
Moment = Literal["day", "period"]


@dataclass(frozen=True)
class Measure:
    """A named number: what is counted, by which rule, in which unit, and whether it may be summed.

    `count` is the function that counts by `rule`, the rule that comes with Hansa; the number of its queries does not
    grow with the records. A measure without them is reported: entered, or read from a document. `moment` tells a state
    as of a day from what happened in a period. `summed_over` names what its numbers may be added over; a count of
    distinct things over none. `wordings` are the words by which a published figure is known to be of it (`wording.py`),
    `reported_units` the units in which documents publish it. `section` is its place in the department's report.
    """

    key: str
    label: Words
    unit: Words
    definition: Words
    moment: Moment
    rule: CountingRule | None = None
    count: Counting | None = None
    summed_over: tuple[Over, ...] = ()
    wordings: Wordings = NO_WORDINGS
    reported_units: tuple[str, ...] = ()
    section: str = "international"

    @property
    def is_reported(self) -> bool:
        """Whether its numbers are published ones, since the register has no records to count."""
        return self.count is None

    def answers_to(self, measure: str, unit: str) -> bool:
        """Whether a figure published under these words alone and in this unit may be of this measure."""
        return unit in self.reported_units and self.wordings.weight(Said(plain(measure))) > 0
