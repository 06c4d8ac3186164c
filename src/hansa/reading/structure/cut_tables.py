"""Tables whose cells a text extraction has cut into short lines, one below the other, put back together as rows.

The layout: a line of column heads; then for each row the lines of its name cell, of its long cell, and of its short
cells one line with what stands beside each other there: a date or a status, and the unit in charge. That line stands at
the height of the middle of its row, so it may come between two lines of the long cell, in the middle of a word. What a
short cell has besides goes on further below.
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

_STATUS_HEAD = regex(r"地位|身[分份]|資格|會籍|角色|狀[態況]|職務|關係|status|role|position", re.IGNORECASE)
_SHORT_HEAD = regex(
    rf"時間|日期|年[份度月]|入會|加入|參加|date|since|year|joined|{_STATUS_HEAD.pattern}", re.IGNORECASE
)
_UNIT_END = "局處所會館校院學部課科心團隊組室司署府"
_STATUS = (
    r"(?:正式|創始|創會|當然|團體|普通|一般|準|副|榮譽|贊助|永久|執行|常務)*(?:會員|成員|理事|監事|委員|觀察員|主席"
    r"|會長)(?:城市)?|[未已](?:加入|入會|參加|退[出會])"
)
_SHORT = regex(
    r"(?P<first>(?:民國 ?)?\d{2,4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?起?(?:入會|加入|參加)?，?"
    r"|\d{2,4}(?:[./-]\d{1,2}){0,2}|[(（]?(?:未[註注]明|不詳)[)）]?|[(（][\u3400-\u9fff]{2,8}[)）](?=\s+\S)|[-–—－]{1,2}"
    rf"|{_STATUS})(?:\s+(?P<rest>\S.*))?"
)
# A status in words of its own is known by the unit beside it.
_BESIDE_UNIT = regex(rf"(?P<first>[\u3400-\u9fff\d ，、]{{2,12}}?)\s+(?P<rest>[\u3400-\u9fff]{{1,9}}[{_UNIT_END}])")
# (未入會，僅: a bracket that is closed further below.
_OPENED = regex(r"[(（][\u3400-\u9fff，、]{2,8}")
_UNIT = regex(rf"[\u3400-\u9fff]{{2,9}}[{_UNIT_END}]")
_NOTE = regex(r"[附備]?[註注]\s?[\d一二三四五]?\s?[：:.、]|說明：|資料來源|[製填]表|[※*＊]")
_LONGEST_HEAD = 8
_LONGEST_LINE_OF_HEADS = 60
_LONGEST_REST = 20
_NAME_SHARE = 0.68
_LEAST_ROWS = 2
_LONGEST_ROW = 60
# What an office notes under its own name in the last column.
_REMARK = regex(r"(?:[主協承]辦|主[責政]|窗口|(?:僅)?提?供參考|備查)(?:單位|機關)?")


@dataclass
class _Row:
    name: list[Line] = field(default_factory=list)
    long: list[Line] = field(default_factory=list)
    first: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class CutTable:
    """A cut table's place among the lines with the notes below it, the words over its columns, and which of these is
    the first of the short ones."""

    start: int
    end: int
    heads: tuple[str, ...]
    short_column: int
    notes: tuple[tuple[Line, ...], ...] = ()


def find_cut_table(lines: Sequence[Line], start: int) -> CutTable | None:
    """The cut table whose line of heads is the one at `start`, or None."""
    line = lines[start].text
    if len(line) > _LONGEST_LINE_OF_HEADS or lines[start].marker:
        return None
    heads = tuple(line.split())
    if not 3 <= len(heads) <= 6 or any(len(head) > _LONGEST_HEAD for head in heads):
        return None
    if any(character.isdigit() or character in "，。：、" for character in lines[start].text):
        return None
    column = next((at for at, head in enumerate(heads) if _SHORT_HEAD.search(head)), 0)
    if column not in (1, 2) or not any(map(_short, lines[start + 1 : start + 1 + _LONGEST_ROW])):
        return None
    end = start + 1 + sum(1 for _ in takewhile(lambda line: _may_belong(line), lines[start + 1 :]))
    dated = [line for line in lines[start + 1 : end] if _short(line)]
    if len(dated) < _LEAST_ROWS:
        return None
    notes = _notes(lines[end:])
    return CutTable(start, end + sum(map(len, notes)), heads, column, notes)


def _notes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The notes below a table, each with its lines up to the end of a sentence."""
    found: list[list[Line]] = []
    for line in lines:
        if _NOTE.match(line.text):
            found.append([line])
        elif found and not found[-1][-1].ends_sentence and _may_belong(line):
            found[-1].append(line)
        else:
            break
    return tuple(map(tuple, found))


def _may_belong(line: Line) -> bool:
    numbered = line.marker is not None and line.marker.family in ("壹、", "一、", "（一）")
    return not numbered and "\t" not in line.text and line.width <= 64 and not _NOTE.match(line.text)


def _short(line: Line) -> re.Match[str] | None:
    """The line of the short cells beside each other."""
    match = _SHORT.fullmatch(line.text) or _BESIDE_UNIT.fullmatch(line.text)
    if not match:
        return None
    rest = match["rest"] or ""
    return None if columns(rest) > _LONGEST_REST or any(c in rest for c in "，。；") else match


def read_cut_table(lines: Sequence[Line], table: CutTable, number: int) -> list[Piece]:
    """The table's rows, each with its cells under their heads, then the notes below it."""
    end = table.end - sum(map(len, table.notes))
    body = [line for line in lines[table.start + 1 : end] if " ".join(line.text.split()) != " ".join(table.heads)]
    pieces: list[Piece] = []
    named: _Row | None = None
    for row in _Reader(body, long=table.short_column == 2, status=_is_status(table)).rows():
        pieces.append(_piece(row, named, table, number))
        named = row if row.name else named
    return [*pieces, *(Piece(joined(note), gap=note[0].gap) for note in table.notes)]


def _is_status(table: CutTable) -> bool:
    return _STATUS_HEAD.search(table.heads[table.short_column]) is not None


class _Reader:
    """Goes through the lines once and says of each to which cell it belongs."""

    def __init__(self, lines: Sequence[Line], *, long: bool, status: bool) -> None:
        self._lines = lines
        self._long = long
        self._status = status
        room = max((line.width for line in lines if not _short(line)), default=0)
        self._name_room = room * _NAME_SHARE
        rests = [match["rest"] for line in lines if (match := _short(line)) and match["rest"]]
        self._rest_room = max((columns(rest) for rest in rests), default=0) + 2
        self._endings = [rest[-2:] for rest in rests]
        self._rows: list[_Row] = [_Row()]

    def rows(self) -> list[_Row]:
        """The rows found; a table's last lines that have no short cells belong to its last row."""
        for at, line in enumerate(self._lines):
            self._take(at, line)
        if len(self._rows) > 1 and not self._rows[-1].first:
            last = self._rows.pop()
            self._rows[-1].long += [*last.name, *last.long]
        return self._rows

    def _take(self, at: int, line: Line) -> None:
        row = self._rows[-1]
        match = _short(line) or (_OPENED.fullmatch(line.text) if row.long and not row.first else None)
        if match:
            self._place_short(self._next_row() if row.first else row, line, match)
        elif row.first and self._goes_on_in_first(row, line):
            row.first.append(line)
        elif row.first and self._goes_on_in_rest(row, line):
            row.rest.append(line)
        elif self._is_name(row, line):
            (self._next_row() if row.first or row.long else row).name.append(line)
        else:
            (self._next_row() if self._begins_unnamed(at, row, line) else row).long.append(line)

    def _next_row(self) -> _Row:
        self._rows.append(_Row())
        return self._rows[-1]

    def _place_short(self, row: _Row, line: Line, match: re.Match[str]) -> None:
        groups = match.groupdict()
        first = groups.get("first") or match[0]
        row.first.append(Line(first, line.start, line.start + len(first)))
        if rest := groups.get("rest"):
            row.rest.append(Line(rest, line.start + match.start("rest"), line.end))

    def _goes_on_in_first(self, row: _Row, line: Line) -> bool:
        """The date or status goes on: its bracket is open, it ends with a comma, or a status has a bracket."""
        written = "".join(part.text for part in row.first)
        if self._status and line.text[0] in "(（" and line.text[-1] in ")）" and line.width <= _LONGEST_REST:
            return True
        if line.width > max(self._rest_room, columns(written)) + 2 or line.text.endswith("。"):
            return False
        if _is_open_bracket(written):
            return not (_UNIT.fullmatch(line.text) and not row.rest)
        return written[-1] in "，、"

    def _goes_on_in_rest(self, row: _Row, line: Line) -> bool:
        """What stands after the date goes on: a bracket, or a word that the column's width has cut."""
        if _REMARK.fullmatch(line.text):
            return True
        if line.width > self._rest_room:
            return False
        written = "".join(part.text for part in row.rest)
        if _is_open_bracket(written) or line.text[0] in "(（":
            return True
        if not written:
            return _is_open_bracket("".join(part.text for part in row.first)) and bool(_UNIT.fullmatch(line.text))
        return not self._is_whole(written)

    def _is_whole(self, words: str) -> bool:
        return words[-1] in _UNIT_END or words[-1] in ")）" or self._endings.count(words[-2:]) > 1

    def _is_name(self, row: _Row, line: Line) -> bool:
        """A name's lines are narrow and come before the long cell's; the end of a long cell is narrow too."""
        if not self._long:
            return True
        if line.width > self._name_room or line.text.endswith("。"):
            return False
        return not row.long or row.long[-1].ends_sentence

    def _begins_unnamed(self, at: int, row: _Row, line: Line) -> bool:
        """Wide lines that have short cells of their own, though no name stands before them, are a row of their own."""
        if not (row.first and row.long and row.long[-1].ends_sentence and line.width > self._name_room):
            return False
        for following in self._lines[at:]:
            if _short(following):
                return True
            if following.width <= self._name_room:
                return False
        return False


def _is_open_bracket(text: str) -> bool:
    return sum(text.count(c) for c in "(（") > sum(text.count(c) for c in ")）")


def _piece(row: _Row, above: _Row | None, table: CutTable, number: int) -> Piece:
    """The row as a piece. A row without a name has the cell of the row above, which covers both."""
    own = [_cell(row.name, table.heads[0])]
    if table.short_column > 1:
        own.append(_cell(row.long, table.heads[1]))
    short = _short_cells(row, table)
    name = own[0] if row.name or above is None else _cell(above.name, table.heads[0])
    text = row_text([cell for cell in (*own, *short) if cell.text])
    return Piece(text, cells=(name, *own[1:], *short), table=number)


def _cell(lines: Sequence[Line], head: str) -> Cell:
    words = joined(lines) if lines else Stretch("", ())
    return Cell(words.text, words.offsets, head)


def _short_cells(row: _Row, table: CutTable) -> list[Cell]:
    """The cells from the first short one on; what stands after it all belongs to the next column."""
    heads = table.heads[table.short_column :]
    return [_cell(lines, head) for lines, head in zip((row.first, row.rest, *([],) * len(heads)), heads, strict=False)]
