"""Which numbers of the register a number of a draft may be: by words that are alike, unit and period."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hansa.facts import Span
from hansa.figures.checking.claims import Claim
from hansa.figures.checking.known import Known
from hansa.figures.checking.likeness import Weights
from hansa.figures.checking.units import compatible

# From such a likeness on, words may be of the same thing.
ALIKE = 0.45
_OTHER_UNIT = 0.08


@dataclass(frozen=True)
class Match:
    """What a number of the draft may be; `likeness` of the words from 0 to 1, `same` whether it is of the period."""

    known: Known
    likeness: float
    same: bool

    @property
    def ref(self) -> str:
        """The record that holds it."""
        return self.known.records[0]


def alike(claim: Claim, among: Collection[Known], weights: Weights) -> Iterator[Match]:
    """Those of the known numbers that the claim may be of."""
    for known in among:
        if compatible(claim.number.unit, known.unit) and not _apart(claim.days, known.days):
            likeness = _likeness(claim, known, weights)
            if likeness >= ALIKE:
                yield Match(known, likeness, claim.days == known.days)


def _likeness(claim: Claim, known: Known, weights: Weights) -> float:
    """How alike what is counted is: the own words of each, looked for in those of the other and in what is around."""
    found = weights.covered(known.own, claim.around)
    if found < ALIKE:
        return 0.0
    near = weights.covered(claim.own, known.around)
    own = weights.covered(claim.own, known.own)
    direct = weights.covered(known.own, claim.own)
    return (found + near + own + direct) / 4 - _OTHER_UNIT * (claim.number.unit != known.unit)


def _apart(one: Span | None, other: Span | None) -> bool:
    """Whether neither period lies within the other."""
    return one is not None and other is not None and not (_within(one, other) or _within(other, one))


def _within(one: Span, other: Span) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return one.meets(other)
    return other.first <= one.first and one.last <= other.last
