"""What speaks for two records being the same, and against it; and the finding of pairs worth comparing."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from hansa.register.domain.recognition import is_latin

# What more records than this have in common tells nothing of any two of them.
LARGEST_BLOCK = 20

Key = tuple[str, Hashable]


@dataclass(frozen=True)
class Proposal:
    """Two records, by ref and name, that may be the same: the score from 0 to 1, and in words what it comes from."""

    one: str
    one_name: str
    other: str
    other_name: str
    score: float
    reasons: tuple[str, ...]


@dataclass
class Likely:
    """Two records, by number, with what they have in common, what speaks for their being the same, and against it."""

    one: int
    other: int
    common: set[Key] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    apart: float = 1.0
    doubt: float = 1.0

    @property
    def score(self) -> float:
        """The probability, from 0 to 1, that they are the same, taking what speaks for it as independent."""
        return (1 - self.apart) * self.doubt

    def shares(self, *kinds: str) -> bool:
        """Whether they have something of one of these kinds in common."""
        return any(kind in kinds for kind, _ in self.common)

    def sign(self, weight: float, says: str, *, when: object = True) -> None:
        """Something that speaks for it: with this alone, two records are the same with this probability."""
        if when:
            self.apart *= 1 - weight
            self.reasons.append(says)

    def against(self, weight: float, says: str, *, when: object = True) -> None:
        """Something that speaks against it, and the share of the score that it takes."""
        if when:
            self.doubt *= 1 - weight
            self.reasons.append(says)


def differ(one: object, other: object) -> bool:
    """Whether both are known, and not the same."""
    return bool(one) and bool(other) and one != other


def pairs(keys: Iterable[tuple[Key, int]]) -> list[Likely]:
    """The pairs of numbers that have a key in common, each once, with all that they have in common."""
    blocks: dict[Key, set[int]] = defaultdict(set)
    for key, number in keys:
        blocks[key].add(number)
    found: dict[tuple[int, int], Likely] = {}
    for key, numbers in blocks.items():
        if 1 < len(numbers) <= LARGEST_BLOCK:
            for one, other in combinations(sorted(numbers), 2):
                found.setdefault((one, other), Likely(one, other)).common.add(key)
    return list(found.values())


def keys_of_name(folded: str) -> Iterator[Key]:
    """A folded name, and what is left of it with any letter gone: names a letter apart have one of these in common.

    A character says more than a letter of an alphabet does; and what is numbered is told apart by the number.
    """
    if folded:
        yield "name", folded
    kind, shortest = ("letter", 6) if is_latin(folded) else ("character", 4)
    if len(folded) >= shortest and not any(map(str.isdigit, folded)):
        yield kind, folded
        for place in range(len(folded)):
            yield kind, folded[:place] + folded[place + 1 :]
