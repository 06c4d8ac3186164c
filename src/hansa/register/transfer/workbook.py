"""The workbook that an officer edits: a sheet a table, with lists to choose from and notes on what to write."""

import datetime as dt
import os
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import models
from django.utils import translation
from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from hansa.register.transfer.cells import labels, shown
from hansa.register.transfer.headings import Heading, guide, headings_of, note_on, sheet_title
from hansa.register.transfer.names import names_of
from hansa.register.transfer.origin import Origin
from hansa.register.transfer.tables import Column, Table, edited_tables, is_record

CHOICES = "選項"
GUIDE = "說明"
# The property of the file that tells where it comes from.
ORIGIN = "hansa-origin"
_LAST_ROW = 1_048_576
_AT_ONCE = 500
_GUIDE_WIDTH = 100
_WHITE, _BLUE, _PALE, _GREY = "FFFFFF", "1F4E79", "DDEBF7", "808080"
# No two exports may differ by the moment at which they were made.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_AS_TEXT = "@"


def write_workbook(path: Path, origin: Origin) -> None:
    """Write the workbook with everything that an officer edits, in constant memory, the same bytes each time."""
    part = path.with_name(f"{path.name}.{os.getpid()}.sheets")
    book = _book(origin)
    try:
        with translation.override("zh-hant"):
            _write_guide(book)
            for table in edited_tables():
                _write_table(book, table)
            _write_choices(book)
            book.save(part)
        _without_times(part, path)
    finally:
        part.unlink(missing_ok=True)
        _close(book)


def _close(book: Workbook) -> None:
    """Close the sheets that are still open where writing failed: one that is left so complains when it is collected."""
    for sheet in book.worksheets:
        if not sheet.closed:
            with suppress(OSError, LxmlError):
                sheet.close()


def _book(origin: Origin) -> Workbook:
    book = Workbook(write_only=True)
    book.custom_doc_props.append(StringProperty(name=ORIGIN, value=str(origin)))
    book.properties.creator = "Hansa"
    book.properties.created = dt.datetime(*_EPOCH)  # noqa: DTZ001 - the file's format knows no zone
    return book


def _write_table(book: Workbook, table: Table) -> None:
    """A table's rows; where a sheet is full, they go on in a second one."""
    headings = headings_of(table)
    rows = _rows(table, headings)
    number = 1
    while (batch := next(rows, None)) is not None or number == 1:
        sheet = _sheet(book, table, headings, number)
        count = 1
        cells = [_cell(sheet, heading) for heading in headings]
        while batch is not None:
            sheet.append(_filled(cells, batch))
            count += 1
            batch = next(rows, None) if count < _LAST_ROW else None
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count}"
        number += 1


def _rows(table: Table, headings: Sequence[Heading]) -> Iterator[list[Any]]:
    """The rows as cells; those of records that were merged into others are left out."""
    columns = table.edited_columns
    merged = f"{table.owner}__merged_into" if table.owner else "merged_into"
    target: Any = table.by_name[table.owner].target if table.owner else table.model
    found = table.model._base_manager.order_by("pk")
    if "merged_into" in {field.name for field in target._meta.fields}:
        found = found.filter(**{f"{merged}__isnull": True})
    rows = found.values_list(*(column.field.attname for column in columns)).iterator(chunk_size=_AT_ONCE)
    while batch := list(islice(rows, _AT_ONCE)):
        names = {column.name: names_of(column, [row[i] for row in batch]) for i, column in enumerate(columns)}
        for row in batch:
            yield [_shown(table, heading, row, names) for heading in headings]


def _shown(table: Table, heading: Heading, row: Sequence[Any], names: dict[str, dict[int, str]]) -> Any:
    column = heading.column
    value = row[table.edited_columns.index(column)]
    if heading.is_name:
        return names[column.name].get(value)
    if column.field.primary_key:
        return table.ref(value)
    return heading.ref(value) if column.target and value is not None else shown(column, value)


def _filled(cells: Sequence[Any], values: Iterable[Any]) -> list[Any]:
    """The row's cells; a cell is made once for its column, because the sheet writes each row at once."""
    filled: list[Any] = []
    for cell, value in zip(cells, values, strict=True):
        if value is None or value == "":
            filled.append(None)
            continue
        cell.value = value
        if isinstance(value, str):
            # Never a formula, whatever the text begins with.
            cell.data_type = "s"
        filled.append(cell)
    return filled


def _cell(sheet: Any, heading: Heading) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.alignment = Alignment(vertical="top", wrap_text=heading.is_long)
    if heading.is_name or heading.column.field.primary_key:
        cell.font = _font(color=_GREY)
    if not heading.is_number:
        cell.number_format = _AS_TEXT
    return cell


def _sheet(book: Workbook, table: Table, headings: Sequence[Heading], number: int) -> Any:
    sheet: Any = book.create_sheet(sheet_title(table, number))
    sheet.freeze_panes = "B2"
    sheet.sheet_properties.tabColor = _BLUE if is_record(table) else "9DC3E6"
    for position, heading in enumerate(headings, 1):
        letter = get_column_letter(position)
        sheet.column_dimensions[letter].width = heading.width
        if not heading.is_number:
            sheet.column_dimensions[letter].number_format = _AS_TEXT
        if heading.choices:
            sheet.data_validations.append(_list_of_choices(heading.column, letter))
    sheet.row_dimensions[1].height = 48
    _fit_to_page(sheet)
    sheet.print_title_rows = "1:1"
    sheet.append([_head(sheet, heading) for heading in headings])
    return sheet


def _fit_to_page(sheet: Any) -> None:
    """Print the sheet as wide as the page."""
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0


def _font(**how: Any) -> Font:
    """The font of all cells: one that is not named would be another one."""
    return Font(name="Calibri", size=11, **how)


def _head(sheet: Any, heading: Heading) -> Any:
    cell = WriteOnlyCell(sheet, value=heading.text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    needed = heading.column.required and not heading.is_name
    cell.font = _font(bold=True, color=_GREY if heading.is_name else _WHITE)
    cell.fill = PatternFill("solid", fgColor=_PALE if heading.is_name else "C00000" if needed else _BLUE)
    words = note_on(heading)
    lines = sum(1 + len(line) // 24 for line in words.split("\n"))
    cell.comment = Comment(words, "Hansa", width=340, height=24 + 18 * lines)
    return cell


def _choice_columns() -> list[Column]:
    columns = [column for table in edited_tables() for column in table.edited_columns if _is_choice(column)]
    return list({_choices_key(column): column for column in columns}.values())


def _is_choice(column: Column) -> bool:
    return bool(column.choices) or isinstance(column.field, models.BooleanField)


def _choices_key(column: Column) -> tuple[str, ...]:
    return tuple(map(str, column.choices))


def _list_of_choices(column: Column, letter: str) -> DataValidation:
    keys = [_choices_key(other) for other in _choice_columns()]
    # Each list takes two columns: what is shown in Chinese, and in English.
    place = get_column_letter(1 + 2 * keys.index(_choices_key(column)))
    last = 1 + max(len(column.choices), 2 if not column.choices else 0)
    return DataValidation(
        type="list",
        formula1=f"'{CHOICES}'!${place}$2:${place}${last}",
        allow_blank=True,
        # English and the codes are understood as well: the list helps, it does not forbid.
        showErrorMessage=False,
        sqref=f"{letter}2:{letter}{_LAST_ROW}",
    )


def _write_choices(book: Workbook) -> None:
    sheet: Any = book.create_sheet(CHOICES)
    sheet.freeze_panes = "A2"
    lists: list[list[tuple[str, str]]] = []
    for column in _choice_columns():
        ways = [(way[0], way[1]) for way in labels(column).values()] or [("是", "yes"), ("否", "no")]
        lists.append([(column.titles["zh-Hant"], column.titles["en"]), *ways])
    _fit_to_page(sheet)
    for position in range(2 * len(lists)):
        sheet.column_dimensions[get_column_letter(position + 1)].width = 20 if position % 2 == 0 else 32
    for row in range(max(map(len, lists))):
        cells = [text for ways in lists for text in (ways[row] if row < len(ways) else (None, None))]
        sheet.append([_plain_cell(sheet, text, bold=row == 0) for text in cells])


def _write_guide(book: Workbook) -> None:
    sheet: Any = book.create_sheet(GUIDE)
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    _fit_to_page(sheet)
    for number, text in enumerate(guide(), 1):
        width = sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text)
        sheet.row_dimensions[number].height = 18 * (1 + width // _GUIDE_WIDTH)
        sheet.append([_plain_cell(sheet, text, bold=number == 1, wrap=True)])


def _plain_cell(sheet: Any, text: str | None, *, bold: bool, wrap: bool = False) -> Any:
    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.font = _font(bold=bold)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    return cell


def _without_times(source: Path, target: Path) -> None:
    """Copy the workbook with one fixed time for all of its parts, which tells nothing."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            told = zipfile.ZipInfo(part.filename, _EPOCH)
            told.compress_type = zipfile.ZIP_DEFLATED
            with old.open(part) as content, new.open(told, "w", force_zip64=True) as copied:
                if part.filename == "docProps/core.xml":
                    copied.write(_MODIFIED.sub(b"", content.read()))
                else:
                    shutil.copyfileobj(content, copied)


_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>[^<]*</dcterms:modified>")
