"""Which numbers of the register a number of a draft may be: by words that are alike, unit and period."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hansa.figures.checking.claims import Claim
from hansa.figures.checking.digits import digits_tell
from hansa.figures.checking.known import Known
from hansa.figures.checking.likeness import Weights
from hansa.figures.checking.times import Times, times
from hansa.figures.checking.units import compatible

# From such a likeness on, words may be of the same thing.
_LEAST = 0.25
_OTHER_UNIT = 0.08
# How much likeness it makes that the words name the same measure, and what another measure leaves of it.
_OF_MEASURE, _OTHER_MEASURE = 0.5, 0.7
# Few numbers are of the same day or days.
_SAME_DAYS = 0.1


@dataclass(frozen=True)
class Match:
    """What a number of the draft may be; `likeness` of the words from 0 to 1, `times` how the periods lie.

    `agrees` tells that the register holds this value, `telling` how much the values themselves tell of their being the
    same number, from 0: a large number that is equal, or differs in a digit, seldom is another one.
    """

    known: Known
    likeness: float
    times: Times
    agrees: bool
    telling: float

    @property
    def ref(self) -> str:
        """The record that holds it."""
        return self.known.records[0]

    @property
    def strength(self) -> float:
        """How sure it is that the number is this one."""
        return self.likeness + self.telling + (_SAME_DAYS if self.times is Times.SAME and self.known.is_of_days else 0)


def alike(claim: Claim, among: Collection[Known], weights: Weights) -> Iterator[Match]:
    """Those of the known numbers that the claim may be of."""
    for known in among if claim.counts else ():
        if compatible(claim.number.unit, known.unit):
            likeness = _likeness(claim, known, weights)
            if likeness >= _LEAST:
                yield match_of(claim, known, likeness)


def match_of(claim: Claim, known: Known, likeness: float) -> Match:
    """The match of a number of the draft with one of the register, whose words are so alike."""
    value = claim.number.value
    agrees = value in known.values
    telling = max(digits_tell(value, one) for one in known.values)
    return Match(known, likeness, _times(claim, known), agrees, telling)


def _times(claim: Claim, known: Known) -> Times:
    if known.timeless:
        return Times.SAME
    return max(times(days, claim.told_in, known.days, known.told_in) for days in claim.spans)


def _likeness(claim: Claim, known: Known, weights: Weights) -> float:
    """How alike what is counted is, by the words and by the measure that they name."""
    likeness = _wording(claim, known, weights)
    if not known.key or not claim.measures:
        return likeness
    score = claim.measures.get(known.key)
    if score is None:
        return likeness * _OTHER_MEASURE
    return _OF_MEASURE * score + (1 - _OF_MEASURE * score) * likeness


def _wording(claim: Claim, known: Known, weights: Weights) -> float:
    """How alike the words are: the own ones of each, looked for in those of the other and in what is around."""
    found = weights.covered(known.own, claim.around)
    near = weights.covered(claim.own, known.around)
    if max(found, near) < _LEAST:
        return 0.0
    own = weights.covered(claim.own, known.own)
    direct = weights.covered(known.own, claim.own)
    return max(0.0, (found + near + own + direct) / 4 - _OTHER_UNIT * (claim.number.unit != known.unit))
