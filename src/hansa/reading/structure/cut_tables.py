"""Tables whose cells a text extraction has cut into short lines, one below the other, put back together as rows.

The layout: a line of column heads; then for each row the lines of its name cell, of its long cell, and one line with
the date and what stands after it. The date's line stands at the height of the middle of its row, so it may come
between two lines of the long cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from hansa.reading.document import Cell, Stretch
from hansa.reading.patterns import regex
from hansa.reading.structure.joining import joined
from hansa.reading.structure.lines import Line, columns
from hansa.reading.structure.outline import Piece
from hansa.reading.structure.tables import row_text

_DATE_HEAD = regex(r"時間|日期|年份|年度|年月|入會|加入|參加|date|since|year|joined", re.IGNORECASE)
_DATE = regex(
    r"(?P<date>(?:民國 ?)?\d{2,4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|\d{2,4}(?:[./-]\d{1,2}){0,2}|"
    r"[(（]?(?:未[註注]明|不詳)[)）]?|[(（][\u3400-\u9fff]{2,8}[)）](?=\s+\S)|[-–—－]{1,2})(?:\s+(?P<rest>\S.*))?"
)
_LONGEST_HEAD = 8
_LONGEST_REST = 20
_NAME_SHARE = 0.68
_LEAST_ROWS = 2
_LONGEST_ROW = 60
# What an office notes under its own name in the last column.
_REMARK = regex(r"(?:[主協承]辦|主[責政]|窗口|(?:僅)?提?供參考|備查)(?:單位|機關)?")
_UNIT_END = "局處所會館校院學部課科心團隊組室司署府"


@dataclass
class _Row:
    name: list[Line] = field(default_factory=list)
    long: list[Line] = field(default_factory=list)
    date: Line | None = None
    rest: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class CutTable:
    """A cut table's place among the lines, and the words over its columns with the column of the date."""

    start: int
    end: int
    heads: tuple[str, ...]
    date_column: int


def find_cut_table(lines: Sequence[Line], start: int) -> CutTable | None:
    """The cut table whose line of heads is the one at `start`, or None."""
    heads = tuple(lines[start].text.split())
    if not 3 <= len(heads) <= 6 or lines[start].marker or any(len(head) > _LONGEST_HEAD for head in heads):
        return None
    if any(character.isdigit() or character in "，。：、" for character in lines[start].text):
        return None
    column = next((at for at, head in enumerate(heads) if _DATE_HEAD.search(head)), 0)
    if column not in (1, 2) or not any(map(_date, lines[start + 1 : start + 1 + _LONGEST_ROW])):
        return None
    end = start + 1 + sum(1 for _ in takewhile(lambda line: _may_belong(line), lines[start + 1 :]))
    dated = [line for line in lines[start + 1 : end] if _date(line)]
    return CutTable(start, end, heads, column) if len(dated) >= _LEAST_ROWS else None


def _may_belong(line: Line) -> bool:
    numbered = line.marker is not None and line.marker.family in ("壹、", "一、", "（一）")
    return not numbered and "\t" not in line.text and line.width <= 64


def _date(line: Line) -> re.Match[str] | None:
    match = _DATE.fullmatch(line.text)
    if not match:
        return None
    rest = match["rest"] or ""
    return None if columns(rest) > _LONGEST_REST or any(c in rest for c in "，。；") else match


def read_cut_table(lines: Sequence[Line], table: CutTable, number: int) -> list[Piece]:
    """The table's rows, each with its cells under their heads."""
    body = [line for line in lines[table.start + 1 : table.end] if " ".join(line.text.split()) != " ".join(table.heads)]
    pieces: list[Piece] = []
    named: _Row | None = None
    for row in _Reader(body, long=table.date_column == 2).rows():
        pieces.append(_piece(row, named, table, number))
        named = row if row.name else named
    return pieces


class _Reader:
    """Goes through the lines once and says of each to which cell it belongs."""

    def __init__(self, lines: Sequence[Line], *, long: bool) -> None:
        self._lines = lines
        self._long = long
        room = max((line.width for line in lines if not _date(line)), default=0)
        self._name_room = room * _NAME_SHARE
        rests = [match["rest"] for line in lines if (match := _date(line)) and match["rest"]]
        self._rest_room = max((columns(rest) for rest in rests), default=0) + 2
        self._endings = [rest[-2:] for rest in rests]
        self._rows: list[_Row] = [_Row()]

    def rows(self) -> list[_Row]:
        """The rows found; a table's last lines that have no date belong to its last row."""
        for at, line in enumerate(self._lines):
            self._take(at, line)
        if len(self._rows) > 1 and self._rows[-1].date is None:
            last = self._rows.pop()
            self._rows[-1].long += [*last.name, *last.long]
        return self._rows

    def _take(self, at: int, line: Line) -> None:
        row = self._rows[-1]
        if _date(line):
            if row.date is not None:
                row = self._next_row()
            row.date = line
        elif row.date is not None and self._goes_on_in_rest(row, line):
            row.rest.append(line)
        elif row.date is not None and not self._goes_on_in_long(at, row, line):
            self._into_new(self._next_row(), line)
        elif row.date is not None:
            row.long.append(line)
        else:
            self._into_new(row, line)

    def _next_row(self) -> _Row:
        self._rows.append(_Row())
        return self._rows[-1]

    def _into_new(self, row: _Row, line: Line) -> None:
        """A name's lines come first and are narrow; the first wide one begins the long cell."""
        narrow = line.width <= self._name_room and not row.long
        (row.name if narrow or not self._long else row.long).append(line)

    def _goes_on_in_rest(self, row: _Row, line: Line) -> bool:
        """What stands after the date goes on: a bracket, or a word that the column's width has cut."""
        if _REMARK.fullmatch(line.text):
            return True
        if line.width > self._rest_room:
            return False
        written = (_rest_text(row.date) if row.date else "") + "".join(part.text for part in row.rest)
        if _is_open_bracket(written) or line.text[0] in "(（":
            return True
        return bool(written) and not self._is_whole(written)

    def _is_whole(self, words: str) -> bool:
        return words[-1] in _UNIT_END or words[-1] in ")）" or self._endings.count(words[-2:]) > 1

    def _goes_on_in_long(self, at: int, row: _Row, line: Line) -> bool:
        if not self._long or not row.long:
            return False
        if not row.long[-1].ends_sentence:
            return True
        return line.width > self._name_room and not self._is_before_date(at)

    def _is_before_date(self, at: int) -> bool:
        """Whether a date comes before the next narrow line, so that the wide lines here are a row of their own."""
        for line in self._lines[at:]:
            if _date(line):
                return True
            if line.width <= self._name_room:
                return False
        return False


def _is_open_bracket(text: str) -> bool:
    return sum(text.count(c) for c in "(（") > sum(text.count(c) for c in ")）")


def _rest_text(line: Line) -> str:
    match = _date(line)
    return (match["rest"] or "") if match else ""


def _piece(row: _Row, above: _Row | None, table: CutTable, number: int) -> Piece:
    """The row as a piece. A row without a name has the cell of the row above, which covers both."""
    own = [_cell(row.name, table.heads[0])]
    if table.date_column > 1:
        own.append(_cell(row.long, table.heads[1]))
    dated = _dated_cells(row, table)
    name = own[0] if row.name or above is None else _cell(above.name, table.heads[0])
    text = row_text([cell for cell in (*own, *dated) if cell.text])
    return Piece(text, cells=(name, *own[1:], *dated), table=number)


def _cell(lines: Sequence[Line], head: str) -> Cell:
    words = joined(lines) if lines else Stretch("", ())
    return Cell(words.text, words.offsets, head)


def _dated_cells(row: _Row, table: CutTable) -> list[Cell]:
    """The cells from the date's on; what stands after it all belongs to the next column."""
    heads = table.heads[table.date_column :]
    match = _date(row.date) if row.date else None
    if row.date is None or match is None:
        return [Cell("", (), head) for head in heads]
    date = Line(match["date"], row.date.start, row.date.start + match.end("date"))
    rest = [Line(match["rest"], row.date.start + match.start("rest"), row.date.end)] if match["rest"] else []
    filled = [_cell([date], heads[0]), *(_cell([*rest, *row.rest], head) for head in heads[1:2])]
    return [*filled, *(Cell("", (), head) for head in heads[2:])]
