"""What becomes of a draft's numbers, once it is known which numbers of the register each may be.

A number of the register is told by the number of the draft that agrees with it; what other numbers may be is looked
for among the rest, for a report tells of many things in nearly the same words.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hansa.figures.checking.alike import Match
from hansa.figures.checking.claims import Claim
from hansa.figures.checking.finding import Verdict

# From such a likeness on, words are of the same thing; from the second on, of nothing else.
_SAME, _CERTAIN = 0.66, 0.9
# By so much is the likest liker than what else could be meant, and a chance agreement less like.
_MARGIN, _BY_CHANCE = 0.12, 0.2


@dataclass(frozen=True)
class Decided:
    """The verdict on a number, and what it is by the register: the one number, or those that it may be."""

    claim: Claim
    verdict: Verdict
    meant: Sequence[Match] = ()


def decided(found: Sequence[tuple[Claim, Sequence[Match]]]) -> list[Decided]:
    """The verdict on each number, from what it may be."""
    taken: dict[str, set[int]] = defaultdict(set)
    for claim, among in found:
        match = _firm(claim, among)
        if match:
            taken[match.ref].add(claim.number.read.index)
    return [_decided(claim, among, taken) for claim, among in found]


def _firm(claim: Claim, among: Sequence[Match]) -> Match | None:
    """The number of the register that says the same in the same words."""
    likeliest = max((match for match in among if _agrees(claim, match)), key=lambda match: match.likeness, default=None)
    return likeliest if likeliest and likeliest.likeness >= _SAME else None


def _agrees(claim: Claim, match: Match) -> bool:
    return claim.number.value in match.known.values


def _decided(claim: Claim, among: Sequence[Match], taken: dict[str, set[int]]) -> Decided:
    firm = _firm(claim, among)
    if firm:
        return Decided(claim, _of_agreeing(claim, firm), [firm])
    meant = _meant(claim, among, taken)
    agreeing = [match for match in among if _agrees(claim, match)]
    likeliest = max(agreeing, key=lambda match: match.likeness, default=None)
    if likeliest and (not meant or likeliest.likeness >= meant[0].likeness - _BY_CHANCE):
        return Decided(claim, _of_agreeing(claim, likeliest), [likeliest])
    if not meant:
        return Decided(claim, "unknown")
    one = len({match.known.value for match in meant}) == 1
    return Decided(claim, "differs" if one else "ambiguous", meant)


def _of_agreeing(claim: Claim, match: Match) -> Verdict:
    """A number that one document states and another contradicts agrees with neither."""
    return "agrees" if claim.number.value == match.known.value else "ambiguous"


def _meant(claim: Claim, among: Sequence[Match], taken: dict[str, set[int]]) -> list[Match]:
    """What the number should be, by its words: one number of the register, or several that are as like.

    What another number of the draft tells already is meant only where nothing else can be, and the words are the very
    same, and stand elsewhere.
    """
    sure = [match for match in among if match.likeness >= _SAME and match.same]
    free = [match for match in sure if match.ref not in taken]
    if not free:
        here = claim.number.read.index
        free = [match for match in sure if match.likeness >= _CERTAIN and here not in taken[match.ref]]
    best = max((match.likeness for match in free), default=0.0)
    return [match for match in free if match.likeness >= best - _MARGIN]
