"""A document cut into passages that a model reads one at a time, each with the headings above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading.document import Block, Stretch
from hansa.reading.structure import sentences

_LENGTH = 2_400


@dataclass(frozen=True)
class Passage:
    """Blocks that follow each other: their text, the headings above the first, and their place in the document."""

    text: str
    headings: tuple[str, ...]
    start: int
    end: int


def passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The document's passages in order, of about 2,400 characters; only blocks longer than that are cut."""
    held: list[Stretch] = []
    headings: tuple[str, ...] = ()
    for block in blocks:
        for piece in _pieces(block):
            if held and sum(len(other.text) for other in held) + len(piece.text) > _LENGTH:
                yield _passage(held, headings)
                held = []
            headings = headings if held else block.headings
            held.append(piece)
    if held:
        yield _passage(held, headings)


def _pieces(block: Block) -> Iterator[Stretch]:
    """The block itself, or its sentences where it is too long; a sentence too long is cut where its room ends."""
    if len(block.text) <= _LENGTH:
        yield from [block] if block.offsets else []
        return
    for sentence in sentences(block):
        for start in range(0, len(sentence.text), _LENGTH):
            yield sentence.part(start, start + _LENGTH)


def _passage(pieces: Sequence[Stretch], headings: tuple[str, ...]) -> Passage:
    offsets = [offset for piece in pieces for offset in (min(piece.offsets), max(piece.offsets))]
    return Passage("\n".join(piece.text for piece in pieces), headings, min(offsets), max(offsets) + 1)
