"""Rows of tables, and the words at the head of their columns."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from hansa.reading.document import Cell, Stretch
from hansa.reading.patterns import regex
from hansa.reading.structure.lines import Line, folded
from hansa.reading.structure.outline import Piece

_LONGEST_HEAD = 24
_LEAST_ALIGNED = 3
_LEAST_COLUMNS = 3
_LEAST_PIPES = 2
_TAB, _PIPE, _SPACE = "tab", "pipe", "space"
_SPACES = regex(r"[ \u3000]{2,}|(?<=\S)\u3000(?=\S)")
_BREAKS = {_TAB: regex("\t"), _PIPE: regex(r"\|"), _SPACE: _SPACES}
# A year or a part of one, which may stand over a column of numbers.
_PERIOD = regex(r"(?:FY ?)?(?:19|20)\d\d(?: ?[-–—/] ?(?:\d\d){1,2})?|(?:民國 ?)?\d{2,3} ?年度?|(?:19|20)\d\d ?年度?")
_RULE = regex(r"[|:\- =+_\t]+")


def row_kinds(lines: Sequence[Line]) -> list[str]:
    """For each line how its cells are parted, empty where it is no row: `tab`, `pipe`, or `space` for columns kept
    apart by spaces in three or more lines alike.
    """
    kinds = [_kind(line.text) for line in lines]
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind.startswith(_SPACE):
            numbered = all(line.marker for line in lines[start:end])
            aligned = end - start >= _LEAST_ALIGNED and not numbered
            kinds[start:end] = [_SPACE if aligned else ""] * (end - start)
        start = end
    return kinds


def _kind(text: str) -> str:
    if "\t" in text:
        return _TAB
    if text[0] == "|" and text[-1] == "|" and text.count("|") > _LEAST_PIPES:
        return _PIPE
    columns = len(_SPACES.findall(text)) + 1 if "  " in text or "\u3000" in text else 0
    return f"{_SPACE}{columns}" if columns >= _LEAST_COLUMNS else ""


def table(lines: Sequence[Line], kind: str, number: int, heads: tuple[str, ...] = ()) -> list[Piece]:
    """A table's rows with the words over their columns, which `heads` gives where an earlier page had them."""
    lines = [line for line in lines if not _RULE.fullmatch(line.text)]
    rows = [_cells(line, kind) for line in lines]
    if not rows:
        return []
    if _is_head(rows) or (heads and _words(rows[0]) == heads):
        heads, rows, lines = _words(rows[0]), rows[1:], lines[1:]
    pieces: list[Piece] = []
    above: list[Cell] = []
    for line, row in zip(lines, rows, strict=True):
        if heads and _words(row) == heads:
            continue
        cells = [replace(cell, header=heads[at] if at < len(heads) else "") for at, cell in enumerate(row)]
        if heads and above and not cells[0].text:
            cells[0] = above[0]
        pieces.append(Piece(row_text(row), gap=line.gap, cells=tuple(cells), table=number))
        above = cells
    return pieces


def parted(lines: Sequence[Line], kind: str) -> list[Sequence[Line]]:
    """The rows of one table after another: a blank line and a row of heads begin the next."""
    starts = [0]
    for at, line in enumerate(lines):
        if at and line.gap and _is_head([_cells(row, kind) for row in lines[at : at + 2]]):
            starts.append(at)
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def heads_of(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The words over the columns of a table, empty where it has none."""
    heads = tuple(cell.header for cell in pieces[0].cells) if pieces else ()
    return heads if any(heads) else ()


def _cells(line: Line, kind: str) -> list[Cell]:
    begin, stop = (1, len(line.text) - 1) if kind == _PIPE else (0, len(line.text))
    cells: list[Cell] = []
    for match in _BREAKS[kind].finditer(line.text, begin, stop):
        cells.append(_cell(line, begin, match.start()))
        begin = match.end()
    return [*cells, _cell(line, begin, stop)]


def _cell(line: Line, begin: int, end: int) -> Cell:
    words = folded(line.text[begin:end], line.start + begin).stripped()
    return Cell(words.text, words.offsets)


def _words(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _is_head(rows: Sequence[Sequence[Cell]]) -> bool:
    """A first row of short words without figures but for years, over rows of as many cells."""
    first = _words(rows[0])
    if len(rows) < 2 or len(first) < 2 or not all(first) or _PERIOD.fullmatch(first[0]):
        return False
    return all(len(words) <= _LONGEST_HEAD and not _has_figures(words) for words in first)


def _has_figures(words: str) -> bool:
    return any(c.isdigit() for c in words) and not _PERIOD.fullmatch(words)


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
