"""Which numbers of the register a number of a draft may be: by words that are alike, unit and period."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from hansa.figures.checking.claims import Claim
from hansa.figures.checking.digits import digits_tell
from hansa.figures.checking.known import Known
from hansa.figures.checking.likeness import Weights, grams
from hansa.figures.checking.numbers import Number
from hansa.figures.checking.times import Times, times
from hansa.figures.checking.units import compatible, is_bare

# From such a likeness on, words may be of the same thing.
_LEAST = 0.25
_OTHER_UNIT = 0.08
# How much likeness it makes that the words name the same measure, and what another measure leaves of it.
_OF_MEASURE, _OTHER_MEASURE = 0.5, 0.4
# Words that stand elsewhere in the sentence count, where most of them do.
_ELSEWHERE, _MOST = 0.7, 0.6
_HALF = 0.5
# Few numbers are of the same day or days.
_SAME_DAYS = 0.1


@dataclass(frozen=True)
class Match:
    """What a number of the draft may be; `likeness` of the words from 0 to 1, `times` how the periods lie.

    `value` is what the register holds of it, of several the nearest, which `agrees` or not; `telling` is how much the
    values themselves tell of their being the same number: one of many digits seldom is equal to another by chance.
    """

    known: Known
    value: Decimal
    likeness: float
    times: Times
    telling: float
    agrees: bool

    @property
    def thing(self) -> tuple[str, str]:
        """What it is of: the record that holds it, and what of that is counted."""
        return self.known.records[0], self.known.measure

    @property
    def strength(self) -> float:
        """How sure it is that the number is this one."""
        return self.likeness + self.telling + (_SAME_DAYS if self.times is Times.SAME and self.known.is_of_days else 0)


def alike(claim: Claim, among: Collection[Known], weights: Weights) -> Iterator[Match]:
    """Those of the known numbers that the claim may be of."""
    # What is reported every year in the same words is compared once for all other times.
    elsewhere: dict[tuple[str, ...], float] = {}
    for known in among if claim.counts else ():
        if not _shares_words(claim, known) or not _may_count(claim.number, known):
            continue
        lie, wording = _times(claim, known), (known.measure, known.heading, known.unit, known.key)
        likeness = elsewhere.get(wording) if lie is Times.APART else None
        if likeness is None:
            likeness = _likeness(claim, known, weights)
            elsewhere[wording] = likeness
        if likeness >= _LEAST:
            yield match_of(claim, known, likeness, lie)


def _shares_words(claim: Claim, known: Known) -> bool:
    """Whether anything in the words speaks for the two being of one thing; a cheap test."""
    return not known.telling.isdisjoint(claim.around) or known.key in claim.measures


def _may_count(number: Number, known: Known) -> bool:
    """Whether number and unit may be those of the known one: an English number has a noun for a unit, a bare Chinese
    one has none."""
    if number.unit:
        return compatible(number.unit, known.unit)
    if number.read.sentence.chinese:
        return not number.noun and is_bare(known.unit)
    return is_bare(known.unit) and bool(grams(number.noun) & known.nouns)


def match_of(claim: Claim, known: Known, likeness: float, lie: Times | None = None) -> Match:
    """The match of a number of the draft with one of the register, whose words are so alike, and times lie so."""
    value = claim.number.value
    nearest = max(known.values, key=lambda one: digits_tell(value, one))
    times_lie = _times(claim, known) if lie is None else lie
    return Match(known, nearest, likeness, times_lie, digits_tell(value, nearest), value == nearest)


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
    chinese = claim.number.read.sentence.chinese
    known_own = known.own if chinese else known.in_english
    found = weights.covered(known_own, claim.around)
    near = weights.covered(claim.own, known.around)
    # The English name of a measure is of few words, each of which stands in many.
    if max(found, near) < _LEAST or not (chinese or found >= _HALF):
        return 0.0
    own = weights.covered(claim.own, known_own)
    direct = weights.covered(known_own, claim.own)
    unit = _OTHER_UNIT * bool(claim.number.unit and claim.number.unit != known.unit)
    # All the words may stand in the sentence, but elsewhere than beside the number.
    told = weights.covered(known_own, claim.sentence)
    return max(0.0, (found + near + own + direct) / 4, _ELSEWHERE * told if told >= _MOST else 0.0) - unit
