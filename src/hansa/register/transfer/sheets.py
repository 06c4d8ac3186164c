"""What somebody brings in, as sheets of cells: a workbook, or a folder of CSV or JSON Lines."""

import csv
import json
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from hansa.atlas.folding import fold
from hansa.reading.formats import DocumentError
from hansa.reading.formats.archive import check_parts
from hansa.register.transfer import csvw, json_lines
from hansa.register.transfer.cells import Cell
from hansa.register.transfer.headings import Heading, headings_by_title, sheet_title, table_named
from hansa.register.transfer.origin import Origin, origin_in
from hansa.register.transfer.problems import NotBroughtIn, Problem
from hansa.register.transfer.tables import Table, edited_tables
from hansa.register.transfer.workbook import CHOICES, GUIDE, ORIGIN

_STREAMED = ("xl/worksheets/", "xl/sharedStrings", "xl/comments", "xl/drawings")


@dataclass(frozen=True)
class Sheet:
    """A sheet of a table: its title, what stands above its columns (None: nothing of ours), its numbered rows."""

    table: Table
    title: str
    headings: tuple[Heading | None, ...]
    heads: tuple[str, ...]
    rows: Callable[[], Iterator[tuple[int, Sequence[Cell]]]]

    def place(self, row: int, heading: Heading | None = None) -> str:
        """Where a row or a cell is, in the words of the sheet."""
        if heading is None:
            return _("sheet %(sheet)s, row %(row)s") % {"sheet": self.title, "row": row}
        known = heading in self.headings
        head = self.heads[self.headings.index(heading)] if known else heading.text
        told = {"sheet": self.title, "row": row, "column": head.splitlines()[0]}
        return _("sheet %(sheet)s, row %(row)s, column %(column)s") % told


@dataclass(frozen=True)
class Sheets:
    """All sheets that somebody brings in, and where they come from, if they tell."""

    name: str
    sheets: tuple[Sheet, ...]
    origin: Origin | None = None


@contextmanager
def open_sheets(source: Path) -> Iterator[Sheets]:
    """The sheets of a workbook, or of a folder of tables; their rows can be read as long as the block lasts.

    Raises NotBroughtIn where the source is none of these, or names no table of the register.
    """
    if source.is_dir():
        problems = list[Problem]()
        sheets = tuple(_of_folder(source, problems))
        yield _sound(Sheets(source.name, sheets, csvw.origin_of(source / csvw.FOLDER)), problems)
        return
    with source.open("rb") as file, closing(_opened(source, file)) as book:
        problems = list[Problem]()
        sheets = tuple(_of_book(book, problems))
        told = {one.name: str(one.value) for one in book.custom_doc_props.props}
        yield _sound(Sheets(source.name, sheets, origin_in(told.get(ORIGIN, ""))), problems)


def _sound(found: Sheets, problems: list[Problem]) -> Sheets:
    if not found.sheets and not problems:
        problems.append(Problem(found.name, _("holds no table of the register; write one with: hansa export")))
    if problems:
        raise NotBroughtIn(problems)
    return found


def _opened(path: Path, file: IO[bytes]) -> Any:
    try:
        check_parts(path.read_bytes(), streamed=_STREAMED)
        with warnings.catch_warnings():
            # openpyxl warns of parts of Excel's that it does not know, which hold no rows.
            warnings.simplefilter("ignore")
            return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (
        DocumentError,
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
    ) as error:
        raise NotBroughtIn(
            [Problem(path.name, _("is no workbook that can be read: %(error)s") % {"error": error})]
        ) from error


def _of_book(book: Any, problems: list[Problem]) -> Iterator[Sheet]:
    for worksheet in book.worksheets:
        if worksheet.title in (CHOICES, GUIDE):
            continue
        table = table_named(worksheet.title)
        if table is None:
            known = "、".join(sheet_title(one) for one in edited_tables())
            problems.append(
                Problem(worksheet.title, _("is no table of the register; the sheets are %(known)s") % {"known": known})
            )
            continue
        worksheet.reset_dimensions()
        rows = worksheet.iter_rows(values_only=True)
        heads = next(rows, ())
        yield _sheet(table, worksheet.title, [str(head or "") for head in heads], _rows_of(worksheet), problems)


def _rows_of(worksheet: Any) -> Callable[[], Iterator[tuple[int, Sequence[Cell]]]]:
    return lambda: enumerate(worksheet.iter_rows(min_row=2, values_only=True), 2)


def _of_folder(folder: Path, problems: list[Problem]) -> Iterator[Sheet]:
    for table in edited_tables():
        path = folder / csvw.FOLDER / csvw.file_of(table)
        lines = folder / json_lines.FOLDER / json_lines.file_of(table)
        if path.is_file():
            yield from _of_csv(table, path, problems)
        elif lines.is_file():
            yield _of_json_lines(table, lines)


def _of_csv(table: Table, path: Path, problems: list[Problem]) -> Iterator[Sheet]:
    try:
        heads = next(csvw.read_table(path), [])
        # A file that cannot be read to its end is told of now, before anything is made of it.
        for _row in csvw.read_table(path):
            pass
    except (ValueError, csv.Error) as error:
        problems.append(Problem(path.name, _("is no CSV in UTF-8: %(error)s") % {"error": error}))
        return
    yield _sheet(table, path.name, heads, lambda: _numbered(csvw.read_table(path)), problems, hidden=True)


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, Sequence[Cell]]]:
    next(rows, None)
    return enumerate(rows, 2)


def _of_json_lines(table: Table, path: Path) -> Sheet:
    names = [column.name for column in table.edited_columns]

    def rows() -> Iterator[tuple[int, Sequence[Cell]]]:
        for number, row in enumerate(json_lines.read_table(path), 1):
            yield number, [_as_cell(row.get(name)) for name in names]

    return _sheet(table, path.name, names, rows, [])


def _as_cell(plain: Any) -> Cell:
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, list | dict) else plain


def _sheet(
    table: Table,
    title: str,
    heads: Sequence[str],
    rows: Callable[[], Iterator[tuple[int, Sequence[Cell]]]],
    problems: list[Problem],
    *,
    hidden: bool = False,
) -> Sheet:
    known = headings_by_title(table)
    kept = {fold(column.name) for column in table.columns if column not in table.edited_columns} if hidden else set()
    headings = []
    for position, head in enumerate(heads, 1):
        heading = known.get(fold(head))
        if heading is None and head.strip() and fold(head) not in kept:
            names = "、".join(one.text.splitlines()[0] for one in dict.fromkeys(known.values()) if not one.is_name)
            told = {"sheet": title, "row": 1, "column": position}
            place = _("sheet %(sheet)s, row %(row)s, column %(column)s") % told
            said = _("“%(head)s” is no column; the columns are %(names)s")
            problems.append(Problem(place, said % {"head": head.splitlines()[0], "names": names}))
        headings.append(heading)
    doubled = {one.text for one in headings if one and headings.count(one) > 1}
    place = _("sheet %(sheet)s, row %(row)s") % {"sheet": title, "row": 1}
    for head in sorted(doubled):
        problems.append(Problem(place, _("two columns are “%(head)s”") % {"head": head.splitlines()[0]}))
    return Sheet(table, title, tuple(headings), tuple(heads), rows)
