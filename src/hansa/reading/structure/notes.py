"""Numbered notes: marks `[3]` in the text, and what they lead to, which quotes others and reports nothing."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from hansa.reading.document import Block, BlockKind, Cell, Stretch
from hansa.reading.patterns import regex

_MARK = regex(r"\[(\d{1,4})\]")


def without_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without notes and without the marks that lead to them; brackets to which there is no note stay.

    Notes begin with the first, `[1]`, behind a mark that leads to it, and go on to the next heading.
    """
    first = _first_note(blocks)
    if first is None:
        yield from blocks
        return
    end = next((at for at in range(first, len(blocks)) if _is_heading(blocks[at])), len(blocks))
    last = max(int(note[1]) for block in blocks[first:end] if (note := _MARK.match(block.text)))
    for at, block in enumerate(blocks):
        if not first <= at < end:
            yield _unmarked(block, last)


def _is_heading(block: Block) -> bool:
    """Whether a block is a heading, and not a note in few words that looks like one."""
    return block.kind is BlockKind.HEADING and not _MARK.match(block.text)


def _first_note(blocks: Sequence[Block]) -> int | None:
    marked = False
    for at, block in enumerate(blocks):
        if marked and (note := _MARK.match(block.text)) and note[1] == "1":
            return at
        marked = marked or any(mark[1] == "1" and mark.start() for mark in _MARK.finditer(block.text))
    return None


def _unmarked(block: Block, last: int) -> Block:
    if "[" not in block.text:
        return block
    kept = _without_marks(block, last)
    cells = tuple(_cell(cell, last) for cell in block.cells)
    return replace(block, text=kept.text, offsets=kept.offsets, cells=cells)


def _cell(cell: Cell, last: int) -> Cell:
    kept = _without_marks(cell, last)
    return replace(cell, text=kept.text, offsets=kept.offsets)


def _without_marks(words: Stretch, last: int) -> Stretch:
    text: list[str] = []
    offsets: list[int] = []
    position = 0
    for mark in _MARK.finditer(words.text):
        if 1 <= int(mark[1]) <= last:
            text.append(words.text[position : mark.start()])
            offsets.extend(words.offsets[position : mark.start()])
            position = mark.end()
    return Stretch("".join(text) + words.text[position:], [*offsets, *words.offsets[position:]])
