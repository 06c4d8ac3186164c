"""The CSV writer: head and rows, in UTF-8 with the mark by which Excel knows it."""

import csv
import io

from hansa.reports.listing import Cell, Listing, Value
from hansa.reports.render.sheet import FORMULA
from hansa.reports.render.text import printable


def _written(value: Value) -> str:
    """Numbers and days as programs read them; text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value}"
    text = printable(value)
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


def render(listing: Listing) -> bytes:
    """The list as CSV (RFC 4180): without title, sums and notes, which are no rows of the table."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    head = [Cell(column.title) for column in listing.columns]
    rows.writerows([_written(cell.value) for cell in row] for row in (head, *listing.rows))
    return text.getvalue().encode("utf-8-sig")
