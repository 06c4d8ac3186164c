"""A document's text cut where passages begin and end, so that a page can mark them; overlaps are handled."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar


class Passage(Protocol):
    """Anything that stands in the text from one character offset up to another."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""


P = TypeVar("P", bound=Passage)


@dataclass(frozen=True)
class Piece(Generic[P]):
    """A run of text under the same passages.

    `inside` are those passages, the shortest first; `anchor` is the offset of a passage that begins here, None where
    none does; `ending` are the passages that end with this piece.
    """

    text: str
    inside: tuple[P, ...] = ()
    anchor: int | None = None
    ending: tuple[P, ...] = ()


@dataclass(frozen=True)
class MarkedPage(Generic[P]):
    """One page of the document, by its number from 1."""

    number: int
    pieces: tuple[Piece[P], ...]


def _pieces(text: str, cuts: Iterable[int], passages: Iterable[P]) -> Iterable[tuple[int, Piece[P]]]:
    """Each piece with its offset, in one sweep from left to right."""
    waiting = deque(sorted(passages, key=lambda passage: passage.start))
    inside: list[P] = []
    for left, right in pairwise(sorted(set(cuts))):
        inside = [passage for passage in inside if passage.end > left]
        while waiting and waiting[0].start <= left:
            inside.append(waiting.popleft())
        inside.sort(key=lambda passage: passage.end - passage.start)
        anchor = left if any(passage.start == left for passage in inside) else None
        ending = tuple(passage for passage in inside if passage.end == right)
        yield left, Piece(text[left:right], tuple(inside), anchor, ending)


def mark_passages(text: str, page_ends: Sequence[int], passages: Iterable[P]) -> list[MarkedPage[P]]:
    """The text page by page, each cut into pieces; all pieces put together are the text.

    `page_ends` are the offsets at which pages end; what follows the last one belongs to the last page, and a text
    without them is one page. Passages that are not within the text are left out.
    """
    within = [passage for passage in passages if 0 <= passage.start < passage.end <= len(text)]
    ends = [*(end for end in page_ends[:-1] if end < len(text)), len(text)]
    cuts = {0, *ends, *(passage.start for passage in within), *(passage.end for passage in within)}
    pages: list[list[Piece[P]]] = [[] for _end in ends]
    for offset, piece in _pieces(text, cuts, within):
        pages[bisect_right(ends, offset)].append(piece)
    return [MarkedPage(number, tuple(pieces)) for number, pieces in enumerate(pages, 1)]
