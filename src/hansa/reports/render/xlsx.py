"""The XLSX writer: typed cells, the head frozen, filtered and repeated in print, by openpyxl."""

import datetime as dt
import io
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hansa.reports.blocks import Language
from hansa.reports.listing import Cell, Column, Listing
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.sheet import WIDE, byline, check_fits, sheet_name, widths
from hansa.reports.render.text import printable

# The year of the Republic, as Excel counts it in Taiwan (`e`).
_DAYS: dict[Language, str] = {"zh-hant": '[$-404]e"年"m"月"d"日"', "en": "d mmmm yyyy"}
_FONT: dict[Language, str] = {"zh-hant": "Microsoft JhengHei", "en": "Calibri"}
_HEAD_ROW = 3
_GREY = Side(style="thin", color="7F8C99")
_AROUND = Border(left=_GREY, right=_GREY, top=_GREY, bottom=_GREY)
# Excel drops the links of a sheet that has more of them.
_MOST_LINKS = 65_000


def _put(sheet: Worksheet, row: int, number: int, cell: Cell, column: Column, language: Language) -> XlsxCell:
    """A value with its type into a cell; text is never a formula, whatever it begins with."""
    put = sheet.cell(row, number)
    value = cell.value
    if isinstance(value, str):
        put.value, put.data_type, put.quotePrefix = printable(value), "s", value.startswith(("=", "+", "-", "@"))
    elif value is not None:
        put.value = value
    if isinstance(value, dt.date):
        put.number_format = _DAYS[language]
    elif isinstance(value, int | Decimal) and column.form == "amount":
        put.number_format = "#,##0" if value == int(value) else "#,##0.##"
    put.border = _AROUND
    put.alignment = Alignment(
        horizontal="right" if column.form == "amount" else "left", vertical="top", wrap_text=isinstance(value, str)
    )
    return put


def _row(sheet: Worksheet, row: int, cells: tuple[Cell, ...], listing: Listing, bold: bool = False) -> None:
    linked = row * len(cells) < _MOST_LINKS
    for number, (cell, column) in enumerate(zip(cells, listing.columns, strict=True), 1):
        put = _put(sheet, row, number, cell, column, listing.language)
        put.font = Font(_FONT[listing.language], 11, bold=bold)
        if cell.link and linked:
            put.hyperlink, put.font = cell.link, Font(_FONT[listing.language], 11, color="0B5394", underline="single")


def _head(sheet: Worksheet, listing: Listing) -> None:
    font = _FONT[listing.language]
    for row, words, size in ((1, printable(listing.title), 16), (2, byline(listing), 11)):
        put = sheet.cell(row, 1)
        put.value, put.data_type, put.font = words, "s", Font(font, size, bold=row == 1)
    for number, column in enumerate(listing.columns, 1):
        put = _put(sheet, _HEAD_ROW, number, Cell(column.title), Column(""), listing.language)
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
    for number, cells in enumerate(listing.rows, _HEAD_ROW + 1):
        _row(sheet, number, cells, listing)
    below = _HEAD_ROW + 1 + len(listing.rows)
    if listing.total:
        _row(sheet, below, listing.total, listing, bold=True)
    _notes(sheet, listing, below + 2)
    _page(sheet, listing)
    book.properties.title, book.properties.creator = printable(listing.title), printable(listing.publisher)
    book.properties.language = "en" if listing.language == "en" else "zh-TW"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
