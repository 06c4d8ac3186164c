"""Rows of tables, and the words at the head of their columns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hansa.reading.document import Cell, Stretch
from hansa.reading.structure.lines import Line, folded
from hansa.reading.structure.outline import Piece

_LONGEST_HEAD = 24
_BREAK = re.compile("\t")


def is_row(line: Line) -> bool:
    """Whether a line is a row whose cells are parted by tabs."""
    return "\t" in line.text


def table(lines: Sequence[Line], number: int, heads: tuple[str, ...] = ()) -> list[Piece]:
    """A table's rows with the words over their columns, which `heads` gives where an earlier page had them."""
    rows = [_cells(line) for line in lines]
    if _is_head(rows) or (heads and _words(rows[0]) == heads):
        heads, rows, lines = _words(rows[0]), rows[1:], lines[1:]
    pieces: list[Piece] = []
    above: list[Cell] = []
    for line, row in zip(lines, rows, strict=True):
        cells = [replace(cell, header=heads[at] if at < len(heads) else "") for at, cell in enumerate(row)]
        if heads and above and not cells[0].text:
            cells[0] = above[0]
        pieces.append(Piece(row_text(row), gap=line.gap, cells=tuple(cells), table=number))
        above = cells
    return pieces


def heads_of(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The words over the columns of a table, empty where it has none."""
    heads = tuple(cell.header for cell in pieces[0].cells) if pieces else ()
    return heads if any(heads) else ()


def _cells(line: Line) -> list[Cell]:
    cells: list[Cell] = []
    begin = 0
    for end in [*(tab.start() for tab in _BREAK.finditer(line.text)), len(line.text)]:
        words = folded(line.text[begin:end], line.start + begin).stripped()
        cells.append(Cell(words.text, words.offsets))
        begin = end + 1
    return cells


def _words(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _is_head(rows: Sequence[Sequence[Cell]]) -> bool:
    """A first row of short words without figures, over rows of as many cells."""
    first = _words(rows[0])
    if len(rows) < 2 or len(first) < 2 or not all(first):
        return False
    return all(len(words) <= _LONGEST_HEAD and not any(c.isdigit() for c in words) for words in first)


def row_text(row: Sequence[Cell]) -> Stretch:
    """The cells joined by tabs; a tab's place is the character after the cell before it."""
    text, offsets = "", list[int]()
    for at, cell in enumerate(row):
        if at:
            text += "\t"
            offsets.append(offsets[-1] + 1 if offsets else next((c.offsets[0] for c in row if c.text), 1) - 1)
        text += cell.text
        offsets.extend(cell.offsets)
    return Stretch(text, offsets)
