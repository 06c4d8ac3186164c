"""What a measure is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hansa.figures.answers import Asked, Count
from hansa.figures.rules import CountingRule
from hansa.figures.words import Words

Counting = Callable[[CountingRule, Asked], Count]


@dataclass(frozen=True)
class Measure:
    """A named number: what is counted, by which rule, in which unit, and whether it may be summed.

    `count` is the function that counts; the number of its queries does not grow with the records. `moment` tells a
    state as of a day from what happened in a period. `summed_over` names what its numbers may be added over; a count
    of distinct things over none. `reported` finds, in the words of a published figure, that it is of this measure,
    and `reported_units` are the units in which documents publish it.
    """

    key: str
    label: Words
    unit: Words
    definition: Words
    rule: CountingRule
    count: Counting
    moment: Literal["day", "period"]
    summed_over: tuple[str, ...] = ()
    reported: re.Pattern[str] | None = None
    reported_units: tuple[str, ...] = ()
    section: str = "international"

    def answers_to(self, measure: str, unit: str) -> bool:
        """Whether a figure published under these words and in this unit is of this measure."""
        return bool(self.reported and self.reported.search(measure)) and unit in self.reported_units
