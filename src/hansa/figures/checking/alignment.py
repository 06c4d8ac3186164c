"""Lays the sentences of a draft beside the passages of kept documents that say nearly the same."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from hansa.figures.checking.tokens import NUMBER, Tokens

# So many tokens in a row that draft and document have in common make a place worth looking at.
_SHINGLE = 6
_LEAST_WORDS = 4
# What stands more often than this in a draft is how such documents are worded, and leads nowhere.
_OFTEN = 40
# A sentence shorter than this is laid beside a document together with those next to it.
_LONG_ENOUGH = 24
_BIN = 8
_SLACK = 48
_BEST_OF_SOURCE, _BEST = 2, 6
# Tokens that stand alone in common between two differences are there by chance.
_BY_CHANCE = 1
# How far before the next run a run is looked for again.
_NEAR = 6
NOWHERE = -1


@dataclass(frozen=True)
class Unit:
    """A sentence as a run of tokens of the draft: its own from `first` up to `end`, with those next to it if short."""

    first: int
    end: int
    around: tuple[int, int]


@dataclass
class Laid:
    """A run of the draft's tokens laid beside a document: for each token, which token of the document it is."""

    source: int
    start: int
    beside: Sequence[int]
    draft: Tokens = field(repr=False)
    document: Tokens = field(repr=False)

    def at(self, token: int) -> int:
        """The token of the document beside a token of the draft; NOWHERE where it has none."""
        return self.beside[token - self.start] if 0 <= token - self.start < len(self.beside) else NOWHERE

    def is_same(self, token: int) -> bool:
        """Whether the document has the very same token there, numbers by their value."""
        at = self.at(token)
        return at != NOWHERE and (self.draft.key[token] != NUMBER or same_number(self, token, at))

    @cached_property
    def same(self) -> int:
        """How many of its tokens the document has, numbers by their value."""
        return sum(self.is_same(token) for token in range(self.start, self.start + len(self.beside)))

    def share(self, first: int, end: int) -> float:
        """Which share of these tokens stands beside the document's, numbers of any value."""
        return sum(self.at(token) != NOWHERE for token in range(first, end)) / (end - first) if end > first else 0.0

    def between(self, first: int, end: int) -> tuple[int, int] | None:
        """What the document has in the place of these tokens, up to the ones beside those next to them.

        None where neither these nor those next to them have anything beside them.
        """
        start, stop = self.at(first), self.at(end - 1)
        start = start if start != NOWHERE else self._after(first - 1)
        stop = stop if stop != NOWHERE else self.at(end) - 1
        return (start, stop + 1) if NOWHERE < start <= stop else None

    def _after(self, token: int) -> int:
        at = self.at(token)
        return at + 1 if at != NOWHERE else NOWHERE

    def room(self, first: int, end: int) -> tuple[int, int]:
        """The same, with what the document has besides up to the tokens beside the ones next to these."""
        before, after = self._after(first - 1), self.at(end)
        inner = self.between(first, end) or (0, 0)
        return (before if NOWHERE < before <= inner[0] else inner[0]), max(after, inner[1])


def same_number(laid: Laid, token: int, at: int) -> bool:
    """Whether a token of the draft and one of the document are the same number."""
    return laid.draft.word(token).replace(",", "") == laid.document.word(at).replace(",", "")


def shingles_of(key: str) -> dict[str, list[int]]:
    """Where the runs of tokens stand that lead from a draft to documents."""
    found: dict[str, list[int]] = defaultdict(list)
    for at in range(len(key) - _SHINGLE + 1):
        shingle = key[at : at + _SHINGLE]
        if _SHINGLE - shingle.count(NUMBER) >= _LEAST_WORDS:
            found[shingle].append(at)
    return {shingle: places for shingle, places in found.items() if len(places) <= _OFTEN}


def units_of(bounds: Sequence[tuple[int, int]]) -> list[Unit]:
    """The sentences, each with as many beside it as it needs to be told from others."""
    units: list[Unit] = []
    for index, (first, end) in enumerate(bounds):
        low, high = index, index
        while bounds[high][1] - bounds[low][0] < _LONG_ENOUGH and (low > 0 or high + 1 < len(bounds)):
            low, high = max(0, low - 1), min(len(bounds) - 1, high + 1)
        units.append(Unit(first, end, (bounds[low][0], bounds[high][1])))
    return units


def lay(draft: Tokens, units: Sequence[Unit], documents: Iterable[Tokens]) -> list[list[Laid]]:
    """For each unit the passages of the documents (numbered in their order) that say nearly the same, best first."""
    shingles = shingles_of(draft.key)
    owners = _owners(units, len(draft))
    kept = list(documents)
    places: list[list[tuple[int, int, int]]] = [[] for _ in units]
    for number, document in enumerate(kept):
        for index, offsets in _meetings(document.key, shingles, owners).items():
            places[index] += [(count, number, offset) for offset, count in _likeliest(offsets)]
    found = []
    for unit, some in zip(units, places, strict=True):
        best = sorted(some, key=lambda place: (-place[0], place[1]))[:_BEST]
        laid = [one for _, number, offset in best if (one := _laid(draft, unit, kept[number], number, offset))]
        found.append(sorted(laid, key=lambda one: -one.same))
    return found


def _owners(units: Sequence[Unit], length: int) -> Sequence[int]:
    """Of which unit each token is."""
    owners = array("l", [NOWHERE]) * length
    for index, unit in enumerate(units):
        for token in range(unit.first, unit.end):
            owners[token] = index
    return owners


def _meetings(key: str, shingles: Mapping[str, Sequence[int]], owners: Sequence[int]) -> dict[int, Counter[int]]:
    """How far apart, in tokens, each unit and the document have runs in common, and how often."""
    found: dict[int, Counter[int]] = defaultdict(Counter)
    # Most runs of a document are in no draft, which a look into the keys tells at once.
    met = [at for at in range(len(key) - _SHINGLE + 1) if key[at : at + _SHINGLE] in shingles]
    for at in met:
        for place in shingles[key[at : at + _SHINGLE]]:
            found[owners[place]][(at - place) // _BIN] += 1
    return found


def _likeliest(offsets: Counter[int]) -> Iterator[tuple[int, int]]:
    """How far apart they most often are, and how often that is."""
    both = Counter({offset: count + offsets[offset + 1] for offset, count in offsets.items()})
    for offset, count in both.most_common(_BEST_OF_SOURCE):
        yield offset * _BIN + _BIN, count


def _laid(draft: Tokens, unit: Unit, document: Tokens, number: int, offset: int) -> Laid | None:
    first, end = unit.around
    start = max(0, first + offset - _SLACK)
    stop = min(len(document), end + offset + _SLACK)
    if start >= stop:
        return None
    matcher = SequenceMatcher(None, draft.key[first:end], document.key[start:stop], autojunk=False)
    beside = array("l", [NOWHERE]) * (end - first)
    for own, theirs, size in matcher.get_matching_blocks():
        if size > _BY_CHANCE:
            for step in range(size):
                beside[own + step] = start + theirs + step
    laid = Laid(number, first, beside, draft, document)
    _gather(laid, beside)
    _mend_numbers(laid, beside)
    return laid


def _gather(laid: Laid, beside: array) -> None:  # type: ignore[type-arg]
    """Let runs stand as near as the document allows to those after them: of two equal places the nearer is meant."""
    later: tuple[int, int] | None = None
    end = len(beside)
    while end > 0:
        start = end - 1
        while start > 0 and beside[start] != NOWHERE and beside[start - 1] == beside[start] - 1:
            start -= 1
        if beside[start] != NOWHERE:
            if later:
                _draw_near(laid, beside, (start, end), later)
            later = (start, beside[start])
        end = start


def _draw_near(laid: Laid, beside: array, run: tuple[int, int], later: tuple[int, int]) -> None:  # type: ignore[type-arg]
    start, end = run
    size, apart = end - start, later[0] - end
    words = laid.draft.key[laid.start + start : laid.start + end]
    for skipped in sorted(range(_NEAR + 1), key=lambda skipped: abs(skipped - apart)):
        at = later[1] - skipped - size
        if at <= beside[start]:
            continue
        if laid.document.key[at : at + size] == words:
            for step in range(size):
                beside[start + step] = at + step
            return


def _mend_numbers(laid: Laid, beside: array) -> None:  # type: ignore[type-arg]
    """Where two numbers follow each other and the draft has one of them, let it stand beside its equal."""
    for token in range(laid.start, laid.start + len(beside)):
        if laid.draft.key[token] != NUMBER or laid.is_same(token):
            continue
        for at in (laid.at(token - 1) + 1, laid.at(token + 1) - 1):
            if 0 < at < len(laid.document) and laid.document.key[at] == NUMBER and same_number(laid, token, at):
                beside[token - laid.start] = at
