"""The XLSX writer: typed cells, the head frozen, filtered and repeated in print, by openpyxl."""

import datetime as dt
import io
from copy import copy
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hansa.reports.blocks import Language
from hansa.reports.listing import Cell, Column, Listing, Value
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.sheet import FORMULA, WIDE, byline, check_fits, sheet_name, widths
from hansa.reports.render.text import address, printable

# The year of the Republic, as Excel counts it in Taiwan (`e`).
_DAYS: dict[Language, str] = {"zh-hant": '[$-404]e"年"m"月"d"日"', "en": "d mmmm yyyy"}
_FONT: dict[Language, str] = {"zh-hant": "Microsoft JhengHei", "en": "Calibri"}
_HEAD_ROW = 3
_GREY = Side(style="thin", color="7F8C99")
_AROUND = Border(left=_GREY, right=_GREY, top=_GREY, bottom=_GREY)
# Excel drops the links of a sheet that has more of them.
_MOST_LINKS = 65_000


class _Looks:
    """The looks of cells, each made once: openpyxl takes longer to make one than to write a row."""

    def __init__(self, sheet: Worksheet, language: Language) -> None:
        self.sheet, self.language = sheet, language
        self.made: dict[tuple[object, ...], StyleArray] = {}

    def of(self, cell: Cell, column: Column, *, bold: bool, linked: bool) -> StyleArray:
        """The look of a value in a column."""
        number_format = _number_format(cell.value, column, self.language)
        literal = isinstance(cell.value, str) and cell.value.startswith(FORMULA)
        key = (number_format, column.form == "amount", isinstance(cell.value, str), literal, bold, linked)
        if key not in self.made:
            self.made[key] = self.make(*key)
        return self.made[key]

    def make(self, number_format: str, amount: bool, text: bool, literal: bool, bold: bool, linked: bool) -> StyleArray:
        """A look, by way of a cell that is in no sheet."""
        cell = XlsxCell(self.sheet, 1, 1)
        link = {"color": "0B5394", "underline": "single"} if linked else {}
        cell.font, cell.border = Font(_FONT[self.language], 11, bold=bold, **link), _AROUND
        cell.number_format, cell.quotePrefix = number_format, literal
        cell.alignment = Alignment(horizontal="right" if amount else "left", vertical="top", wrap_text=text)
        return copy(cell._style)


def _number_format(value: Value, column: Column, language: Language) -> str:
    if isinstance(value, dt.date):
        return _DAYS[language]
    if isinstance(value, int | Decimal) and column.form == "amount":
        return "#,##0" if value == int(value) else "#,##0.##"
    return "General"


def _row(looks: _Looks, row: int, cells: tuple[Cell, ...], columns: tuple[Column, ...], *, bold: bool = False) -> None:
    """Values with their types into a row; text is never a formula, whatever it begins with."""
    linked = row * len(cells) < _MOST_LINKS
    for number, (cell, column) in enumerate(zip(cells, columns, strict=True), 1):
        put = looks.sheet.cell(row, number)
        if isinstance(cell.value, str):
            put.value, put.data_type = printable(cell.value), "s"
        else:
            put.value = cell.value
        if cell.link and linked:
            put.hyperlink = address(cell.link)
        put._style = copy(looks.of(cell, column, bold=bold, linked=bool(cell.link) and linked))


def _head(sheet: Worksheet, listing: Listing) -> None:
    font = _FONT[listing.language]
    for row, words, size in ((1, printable(listing.title), 16), (2, byline(listing), 11)):
        put = sheet.cell(row, 1)
        put.value, put.data_type, put.font = words, "s", Font(font, size, bold=row == 1)
    for number, column in enumerate(listing.columns, 1):
        put = sheet.cell(_HEAD_ROW, number)
        put.value, put.data_type, put.border = printable(column.title), "s", _AROUND
        put.font, put.fill = Font(font, 11, bold=True), PatternFill("solid", "EEF2F6")
        put.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _notes(sheet: Worksheet, listing: Listing, row: int) -> None:
    for number, note in enumerate(listing.notes, row):
        put = sheet.cell(number, 1)
        put.value, put.data_type, put.font = printable(note), "s", Font(_FONT[listing.language], 10)


def _page(sheet: Worksheet, listing: Listing) -> None:
    """How the sheet is looked at and printed."""
    last = get_column_letter(len(listing.columns))
    for number, width in enumerate(widths(listing), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{_HEAD_ROW + len(listing.rows)}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if sum(widths(listing)) > WIDE else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    before, between, after = PHRASES[listing.language].pages
    sheet.oddFooter.center.text = f"{before}&P{between}&N{after}"


def render(listing: Listing) -> bytes:
    """The list as a workbook of one sheet. Raises SheetFull where a sheet cannot hold it."""
    check_fits(listing)
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_name(listing)
    _head(sheet, listing)
    looks = _Looks(sheet, listing.language)
    for number, cells in enumerate(listing.rows, _HEAD_ROW + 1):
        _row(looks, number, cells, listing.columns)
    below = _HEAD_ROW + 1 + len(listing.rows)
    if listing.total:
        _row(looks, below, listing.total, listing.columns, bold=True)
    _notes(sheet, listing, below + 2)
    _page(sheet, listing)
    book.properties.title, book.properties.creator = printable(listing.title), printable(listing.publisher)
    book.properties.language = "en" if listing.language == "en" else "zh-TW"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
