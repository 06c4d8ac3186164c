"""Rows that say something new: new rows, and rows that differ from what the register holds, cell by cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from hansa.register.transfer.cells import Cell, Wrong, read_cell, shown, written
from hansa.register.transfer.headings import Heading, headings_of
from hansa.register.transfer.problems import Problem
from hansa.register.transfer.sheets import Sheet
from hansa.register.transfer.tables import Column, Table, is_record
from hansa.register.transfer.values import NotReadable, number_in

_AT_ONCE = 500
_MARK = re.compile(r"(?:新|new)[\s_-]*(\w{0,40})", re.IGNORECASE)


@dataclass(frozen=True)
class Pointer:
    """What a cell points to, not looked up yet: the text of the id, or the name beside it where there is no id."""

    text: str


@dataclass(eq=False)
class Line:
    """A row that says something new. `number` is that of the row that it changes, None for a new one.

    `values` has only what differs, or in a new row what is given; what points elsewhere is a `Pointer` until it is
    looked up, then a number, or the line of another new row. `before` holds the row as it is.
    """

    sheet: Sheet
    row: int
    number: int | None = None
    mark: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    # Columns of a new row that nobody wrote: the atlas knows them.
    known: set[str] = field(default_factory=set)
    taken_away: bool = False
    wrong: bool = False

    @property
    def table(self) -> Table:
        """The table that the row is of."""
        return self.sheet.table

    @property
    def says_something(self) -> bool:
        """Whether anything comes of the row: that it is new, that it differs, or that it is wrong."""
        return bool(self.number is None or self.values or self.taken_away or self.wrong)

    def place(self, column: str = "") -> str:
        """Where the row, or its cell in a column, is."""
        headings = (heading for heading in headings_of(self.table) if heading.column.name == column)
        return self.sheet.place(self.row, next(headings, None))


@dataclass
class Reading:
    """What is read so far: the lines of all sheets, what is wrong, and which ids and marks have been seen."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: set[tuple[str, int]] = field(default_factory=set)
    marks: dict[tuple[str, str], Line] = field(default_factory=dict)

    def wrong(self, line: Line, column: str, message: str) -> None:
        """Something is wrong in a cell of a line, or where no column is named in the line."""
        line.wrong = True
        self.problems.append(Problem(line.place(column), message))


@dataclass(frozen=True)
class _Place:
    """Where a sheet has a column: the position of its cells, and of the names beside them; None where it has none."""

    column: Column
    cell: int | None
    name: int | None


def mark_in(text: str) -> str:
    """The mark of a new row (new1, 新1) that a cell has; empty where it has none."""
    match = _MARK.fullmatch(text)
    return f"new{match[1].casefold()}" if match else ""


def read_lines(sheet: Sheet, reading: Reading) -> None:
    """Add to the reading what a sheet says that the register does not hold, and what is wrong in its cells."""
    places = _places(sheet)
    rows = sheet.rows()
    while batch := list(islice(rows, _AT_ONCE)):
        _read_batch(sheet, places, batch, reading)


def _places(sheet: Sheet) -> list[_Place]:
    at = {(one.column.name, one.is_name): i for i, one in enumerate(sheet.headings) if one}
    return [_Place(one, at.get((one.name, False)), at.get((one.name, True))) for one in sheet.table.edited_columns]


def _read_batch(
    sheet: Sheet, places: Sequence[_Place], batch: Sequence[tuple[int, Sequence[Cell]]], reading: Reading
) -> None:
    key, *others = places
    lines = list[tuple[Line, Sequence[Cell], list[str]]]()
    for row, cells in batch:
        # Rows that end early are filled up.
        cells = [*cells, *[None] * (len(sheet.headings) - len(cells))]
        texts = [written(cell) if heading else "" for cell, heading in zip(cells, sheet.headings, strict=False)]
        if any(texts) and (line := _identified(sheet, row, "" if key.cell is None else texts[key.cell], reading)):
            lines.append((line, cells, texts))
    held = _held(sheet.table, [line.number for line, _cells, _texts in lines if line.number is not None])
    for line, cells, texts in lines:
        if line.number is not None and line.number not in held:
            reading.wrong(line, "id", _("%(ref)s is not in the register") % {"ref": sheet.table.ref(line.number)})
            continue
        line.before = held.get(line.number or 0, {})
        _compare(line, others, cells, texts, reading)
        if line.says_something:
            reading.lines.append(line)


def _identified(sheet: Sheet, row: int, text: str, reading: Reading) -> Line | None:
    """The line of a row by its id; None where the id is wrong."""
    line = Line(sheet, row, mark=mark_in(text))
    if line.mark:
        # A mark without a name of its own is like an empty id.
        if line.mark != "new" and reading.marks.setdefault((sheet.table.name, line.mark), line) is not line:
            reading.wrong(line, "id", _("“%(text)s” marks two rows; give each its own") % {"text": text})
        return line
    if not text:
        return line
    try:
        line.number = number_in(text, sheet.table.model)
    except NotReadable:
        told = {"text": text, "example": sheet.table.ref(12)}
        reading.wrong(
            line, "id", _("“%(text)s” is no id; write one such as %(example)s, or nothing in a new row") % told
        )
        return None
    if (sheet.table.name, line.number) in reading.seen:
        reading.wrong(line, "id", _("%(ref)s has two rows") % {"ref": text})
        return None
    reading.seen.add((sheet.table.name, line.number))
    return line


def _held(table: Table, numbers: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The rows of a table as the register holds them, by number: values by column."""
    if not numbers:
        return {}
    names = [column.name for column in table.columns]
    columns = [column.field.attname for column in table.columns]
    rows = table.model._base_manager.filter(pk__in=numbers).values_list(*columns)
    return {row[0]: dict(zip(names, row, strict=True)) for row in rows}


def _compare(
    line: Line, places: Sequence[_Place], cells: Sequence[Cell], texts: Sequence[str], reading: Reading
) -> None:
    """Take into the line what its cells say that is not held."""
    if line.number is not None and sum(map(bool, texts)) == 1:
        return _take_away(line, reading)
    for place in places:
        text = texts[place.cell] if place.cell is not None else ""
        name = texts[place.name] if place.name is not None else ""
        cell = cells[place.cell] if place.cell is not None else None
        try:
            _read(line, place, cell, text, name)
        except Wrong as error:
            reading.wrong(line, place.column.name, str(error))
    into = line.before.get("merged_into")
    if into and line.values:
        told = {"into": line.table.ref(into)}
        reading.wrong(line, "id", _("this record was merged into %(into)s; change that one") % told)
    return None


def _take_away(line: Line, reading: Reading) -> None:
    if is_record(line.table):
        reading.wrong(line, "", _("a record cannot be taken away; put its cells back"))
    else:
        line.taken_away = True


def _read(line: Line, place: _Place, cell: Cell, text: str, name: str) -> None:
    """Take a cell into the line where it says something new. Raises Wrong."""
    column = place.column
    if line.number is None and not (text or name):
        if column.required and not column.field.has_default():
            raise Wrong(_("there must be something here"))
        return
    if line.number is not None and (place.cell is None or text == _text_held(column, line.before[column.name])):
        return
    value = _pointer(column, text, name) if column.target else read_cell(column, cell)
    if line.number is None or value != line.before[column.name]:
        line.values[column.name] = value


def _text_held(column: Column, value: Any) -> str:
    """What a cell says that was left as it was written."""
    if column.target:
        return "" if value is None else Heading(column).ref(value)
    return written(shown(column, value))


def _pointer(column: Column, text: str, name: str) -> Pointer | None:
    if text or name:
        return Pointer(text or name)
    if column.required:
        raise Wrong(_("there must be something here"))
    return None
