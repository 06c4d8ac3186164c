"""What becomes of a draft's numbers, once it is known which numbers of the register each may be.

A number of the register is told by the number of the draft that agrees with it; what other numbers may be is looked
for among the rest, for a report tells of many things in nearly the same words.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hansa.figures.checking.alike import Match
from hansa.figures.checking.claims import Claim
from hansa.figures.checking.digits import is_near
from hansa.figures.checking.finding import Verdict
from hansa.figures.checking.times import Times

# From such a strength on, a number may be the one of the register, likely is, surely is, and can be nothing else.
_MAY, _LIKELY, _SAME, _CERTAIN = 0.45, 0.47, 0.66, 0.9
# By so much is the strongest stronger than what else could be meant, and a chance agreement weaker.
_MARGIN, _BY_CHANCE = 0.12, 0.2

_SIZE = 10
Thing = tuple[str, str]
Found = Sequence[tuple[Claim, Sequence[Match]]]


@dataclass(frozen=True)
class Decided:
    """The verdict on a number, and what it is by the register: the one number, or those that it may be.

    Of one that is not known, `meant` are the numbers of the same thing for other times. `among` is all that it was
    chosen from.
    """

    claim: Claim
    among: Sequence[Match]
    verdict: Verdict
    meant: Sequence[Match] = ()


@dataclass
class _Told:
    """Which numbers of the register the draft tells: in which blocks, and how surely at best by a wrong number."""

    rightly: dict[Thing, set[int]]
    wrongly: dict[Thing, float]


def decided(found: Found) -> list[Decided]:
    """The verdict on each number, from what it may be."""
    told = _told(found)
    return [_decided(claim, among, told) for claim, among in found]


def _told(found: Found) -> _Told:
    rightly: dict[Thing, set[int]] = defaultdict(set)
    wrongly: dict[Thing, float] = defaultdict(float)
    for claim, among in found:
        right = _agreeing(among)
        if right and right.strength >= _SAME:
            rightly[right.thing].add(claim.number.read.index)
            continue
        for match in (match for match in among if match.times is Times.SAME):
            wrongly[match.thing] = max(wrongly[match.thing], match.strength)
    return _Told(rightly, wrongly)


def _agreeing(among: Sequence[Match]) -> Match | None:
    """The number of the register that says the same in the likest words."""
    right = (match for match in among if match.agrees and match.strength >= _MAY and match.times is not Times.APART)
    return max(right, key=lambda match: match.strength, default=None)


def _decided(claim: Claim, among: Sequence[Match], told: _Told) -> Decided:
    right = _agreeing(among)
    if right and right.strength >= _SAME:
        return Decided(claim, among, _of_agreeing(claim, right), [right])
    meant = _meant(claim, among, told)
    if right and (not meant or right.strength >= meant[0].strength - _BY_CHANCE):
        return Decided(claim, among, _of_agreeing(claim, right), [right])
    if not meant:
        return Decided(claim, among, "unknown", _of_other_times(among))
    one = len({match.value for match in meant}) == 1
    return Decided(claim, among, "differs" if one else "ambiguous", meant)


def _of_agreeing(claim: Claim, match: Match) -> Verdict:
    """A number that one document states and another contradicts for the same time agrees with neither."""
    return "agrees" if match.known.timeless or claim.number.value == match.known.value else "ambiguous"


def _meant(claim: Claim, among: Sequence[Match], told: _Told) -> list[Match]:
    """What the number should be, by its words, strongest first: one number of the register, or several as like.

    What another number of the draft tells already is meant only where nothing else can be, and the words are the very
    same, and stand elsewhere; what another number is surer to be a slip of is not meant at all. Words that are not
    surely of the same thing point at it only where they point at nothing else.
    """
    open_ones = [
        match
        for match in among
        if match.times is Times.SAME
        and not match.agrees
        and match.strength >= max(_LIKELY, told.wrongly[match.thing])
        and (match.known.days or match.known.timeless or _is_of_a_size(claim, match))
    ]
    free = [match for match in open_ones if match.thing not in told.rightly]
    if not free:
        here = claim.number.read.index
        free = [match for match in open_ones if match.likeness >= _CERTAIN and here not in told.rightly[match.thing]]
    best = max((match.strength for match in free), default=0.0)
    meant = sorted((match for match in free if match.strength >= best - _MARGIN), key=lambda match: -match.strength)
    return meant if best >= _SAME or len({match.value for match in meant}) == 1 else []


def _of_other_times(among: Sequence[Match]) -> list[Match]:
    """What the register holds of the same thing, but for other times."""
    found = (match for match in among if match.times is Times.APART and match.likeness >= _SAME)
    return sorted(found, key=lambda match: -match.likeness)


def _is_of_a_size(claim: Claim, match: Match) -> bool:
    """Whether two numbers are of one size, or a slip apart: without a period, another size is another thing.

    An order, 第二個, is so at its day, and never another number of no day.
    """
    value = claim.number.value
    if claim.number.ordinal:
        return False
    return is_near(value, [match.value]) or value / _SIZE <= match.value <= value * _SIZE
