"""Tables of a page: by the rules around their cells, or by the columns in which their words stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from hansa.reading.formats.printed.lines import PrintedLine, Word, is_marker, joined, line_of
from hansa.reading.formats.printed.ruling import Grid

_LEAST_ROWS = 2
_SURE_ROWS = 3
_SURE_COLUMNS = 3
_SAME_ROW = 0.5
_TIGHT = 0.7
# What a page may cost: tables are printed in fewer lines, and one that is there is found sooner.
_MOST_LINES = 300
_TRIES = 20
_MOST_TRIES = 100
_LOOSER = 1.2
_FAR = 3.0
_JUMP = 5.0
_BEGUN = 1.0
_LABEL = re.compile(r"[:：]$")


class Table:
    """A table's rows, each with a cell for every column; a cell's lines are parted by line ends.

    `head` is its first row, or that of the page before on which it began.
    """

    def __init__(self, rows: list[list[str]]) -> None:
        self.rows = rows
        self.head = rows[0] if rows else []


@dataclass(frozen=True)
class _Piece:
    """Words that stand together, with the middle of their line."""

    words: Sequence[Word]
    middle: float

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right


def ruled(lines: Sequence[PrintedLine], grids: Sequence[Grid]) -> list[PrintedLine | Table]:
    """The lines of a page with those in ruled tables taken together, each table in the place of its first line."""
    cells: dict[tuple[int, int, int], list[_Piece]] = {}
    rest: list[PrintedLine | int] = []
    for line in lines:
        for at, piece in _by_cell(line, grids):
            if at is None:
                rest.append(line_of(piece, line))
                continue
            cells.setdefault(at, []).append(_Piece(piece, line.middle))
            if at[0] not in rest:
                rest.append(at[0])
    tables = [_filled(cells, number) for number in range(len(grids))]
    kept = [grid for grid, table in zip(grids, tables, strict=True) if _is_table(table)]
    if len(kept) < len(grids):
        return ruled(lines, kept)
    return [tables[part] if isinstance(part, int) else part for part in rest]


def _is_table(table: Table) -> bool:
    columns = len(table.rows[0]) if table.rows else 0
    return columns > 1 and (len(table.rows) >= _LEAST_ROWS or columns >= _SURE_COLUMNS)


def _by_cell(line: PrintedLine, grids: Sequence[Grid]) -> list[tuple[tuple[int, int, int] | None, list[Word]]]:
    """A line's words in runs by the cell (table, row, column) in which they stand, None outside of all tables."""
    cells = groupby(line.words, lambda word: _cell_of(word, line.middle, grids))
    return [(cell, list(words)) for cell, words in cells]


def _cell_of(word: Word, middle: float, grids: Sequence[Grid]) -> tuple[int, int, int] | None:
    x = min(word.left + _BEGUN, (word.left + word.right) / 2)
    for number, grid in enumerate(grids):
        cell = grid.cell_at(x, middle)
        if cell:
            return number, *cell
    return None


def _filled(cells: dict[tuple[int, int, int], list[_Piece]], number: int) -> Table:
    mine = {(row, column): pieces for (table, row, column), pieces in cells.items() if table == number}
    columns = sorted({column for _, column in mine})
    rows = sorted({row for row, _ in mine})
    return Table([[_text(mine.get((row, column), [])) for column in columns] for row in rows])


def _text(pieces: Sequence[_Piece]) -> str:
    """The text of what stands in a cell: what is on one line beside each other, else one line below the other."""
    text = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        beside = before is not None and abs(before.middle - piece.middle) < _BEGUN
        text += (piece.words[0].joint[:1] if beside else "\n" if text else "") + joined(piece.words)
    return text


def unruled(lines: Sequence[PrintedLine]) -> list[PrintedLine | Table]:
    """The lines with those in columns kept apart by space taken together as tables."""
    found: list[PrintedLine | Table] = []
    start, tries = 0, _MOST_TRIES
    while start < len(lines):
        lengths = _lengths(_end_of_block(lines, start) - start) if tries > 0 else []
        table, length = _longest_table(lines[start : start + _MOST_LINES], lengths)
        tries -= len(lengths)
        found.append(table or lines[start])
        start += length
    return found


def _lengths(longest: int) -> list[int]:
    """How many lines of a block may be a table: below it others may stand in other columns."""
    return list(range(longest, max(longest - _TRIES, _LEAST_ROWS - 1), -1))


def _longest_table(lines: Sequence[PrintedLine], lengths: Sequence[int]) -> tuple[Table | None, int]:
    """The table that so many first lines make, and how many they are; else none, and one line."""
    for length in lengths:
        table = _table(lines[:length])
        if table:
            return table, length
    return None, 1


def _end_of_block(lines: Sequence[PrintedLine], start: int) -> int:
    """Where lines end that may be rows of a table: parted ones, those beside each other, and what goes on in a cell."""
    lowest, leftmost = lines[start].top, lines[start].left
    for end in range(start, min(start + _MOST_LINES, len(lines))):
        line, before = lines[end], lines[max(end - 1, start)]
        heads_row = end + 1 < len(lines) and _is_beside(line, lines[end + 1])
        follows = end > start and (_is_beside(before, line) or _goes_on(before, line, leftmost))
        is_near = lowest - line.top < _FAR * line.height and line.bottom - before.bottom < _JUMP * line.height
        if not is_near or not (line.is_parted or heads_row or follows):
            return end
        lowest, leftmost = min(lowest, line.bottom), min(leftmost, line.left)
    return min(start + _MOST_LINES, len(lines))


def _is_beside(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line stands to the right of the one before and not below it."""
    return line.left > before.right and line.top > before.bottom and line.middle - before.middle < _JUMP * line.height


def _goes_on(before: PrintedLine, line: PrintedLine, leftmost: float) -> bool:
    """Whether a line is set close under the one before and not at the left edge, as a cell's second is."""
    close = -line.height < before.bottom - line.top < _TIGHT * line.height
    return close and line.left > leftmost + line.height


def _table(lines: Sequence[PrintedLine]) -> Table | None:
    pieces = [_Piece(words, line.middle) for line in lines for words in line.pieces()]
    columns = _columns(pieces)
    height = max(line.height for line in lines)
    levels = _levels(pieces, height)
    most = max(len({_column_of(piece, columns) for piece in level}) for level in levels)
    clear = most == len(columns) and all(len({_column_of(p, columns) for p in level}) == len(level) for level in levels)
    labels = any(_LABEL.search(words.words[-1].text) for words in pieces if _column_of(words, columns) == 0)
    enough = len(columns) >= _SURE_COLUMNS or (len(columns) > 1 and len(levels) >= _SURE_ROWS and not labels)
    if not clear or not enough or _is_list(lines, columns):
        return None
    rows = [_row(row, columns) for row in _rows(levels, columns, height)]
    return Table(rows) if len(rows) >= _LEAST_ROWS else None


def _is_list(lines: Sequence[PrintedLine], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether the first of two columns holds nothing but the numbers or marks of items."""
    return len(columns) == 2 and all(is_marker(line.words[0].text) for line in lines if line.left < columns[0][1])


def _columns(pieces: Sequence[_Piece]) -> list[tuple[float, float]]:
    """The stretches across the page in which words stand, with nothing but space between them."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for piece in pieces):
        if found and left < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _column_of(piece: _Piece, columns: Sequence[tuple[float, float]]) -> int:
    return next((at for at, (_, right) in enumerate(columns) if piece.left < right), len(columns) - 1)


def _levels(pieces: Sequence[_Piece], height: float) -> list[list[_Piece]]:
    """The pieces by how high they stand, from the top down."""
    found: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if found and found[-1][0].middle - piece.middle < _SAME_ROW * height:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _rows(
    levels: Sequence[list[_Piece]], columns: Sequence[tuple[float, float]], height: float
) -> Iterator[list[_Piece]]:
    """The pieces of each row: where rows stand further apart than a cell's lines, by that; else by the first column."""
    steps = [above[0].middle - below[0].middle for above, below in pairwise(levels)]
    tight = min(_steps(levels, columns), default=0.0)
    loose = [step > _LOOSER * tight for step in steps]
    parted = any(loose) and not all(loose)
    row = list(levels[0])
    for level, step, is_loose in zip(levels[1:], steps, loose, strict=True):
        first = any(_column_of(piece, columns) == 0 for piece in level)
        goes_on = step < (1 + _TIGHT) * height and 2 * len(level) <= len(columns)
        if is_loose if parted else (first or not goes_on):
            yield row
            row = []
        row += level
    yield row


def _steps(levels: Sequence[list[_Piece]], columns: Sequence[tuple[float, float]]) -> Iterator[float]:
    """How far each piece stands above the next one in its column."""
    last: dict[int, float] = {}
    for level in levels:
        for piece in level:
            column = _column_of(piece, columns)
            if column in last:
                yield last[column] - piece.middle
            last[column] = piece.middle


def _row(pieces: Sequence[_Piece], columns: Sequence[tuple[float, float]]) -> list[str]:
    return [_text([piece for piece in pieces if _column_of(piece, columns) == at]) for at in range(len(columns))]
