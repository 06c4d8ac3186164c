"""What the writers of lists share: how a value is shown, the sheet's name, the columns' widths, what does not fit."""

import datetime as dt
import re
from decimal import Decimal
from unicodedata import east_asian_width

from hansa.reports.blocks import Language
from hansa.reports.listing import Cell, Column, Listing
from hansa.reports.quantities import day_in_words, grouped
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.text import printable

# What a workbook does not take in the name of a sheet, and how long it may be.
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']+")
_LONGEST_NAME = 31
# A sheet's rows, and the characters of one cell.
_MOST_ROWS, _LONGEST_CELL = 1_048_576, 32_767
_NARROWEST, _WIDEST = 6, 50
_AROUND = 3  # room for the button of the filter
# With these a spreadsheet begins a formula, in the narrow form and in the wide one.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
# Columns of more than this, in digits, go across the page.
WIDE = 90


class SheetFull(ValueError):
    """A list that no sheet can hold; the message is one line for the user."""


def check_fits(listing: Listing) -> None:
    """Raises SheetFull where there are too many rows or a cell is too long."""
    if len(listing.rows) + len(listing.notes) + 10 > _MOST_ROWS:
        raise SheetFull(f"a sheet holds {_MOST_ROWS:,} rows, the list has {len(listing.rows):,}; write it as .csv")
    for number, row in enumerate(listing.rows, 1):
        if any(isinstance(cell.value, str) and len(cell.value) > _LONGEST_CELL for cell in row):
            raise SheetFull(f"row {number}: a cell of a sheet holds {_LONGEST_CELL:,} characters; write it as .csv")


def sheet_name(listing: Listing) -> str:
    """The title as the name of a sheet."""
    name = _NOT_IN_NAMES.sub(" ", printable(listing.title)).strip()[:_LONGEST_NAME].strip()
    return name or PHRASES[listing.language].list


def byline(listing: Listing) -> str:
    """Who publishes the list, and what it was narrowed by."""
    return printable("　".join(part for part in (listing.publisher, listing.dateline) if part))


def shown(cell: Cell, column: Column, language: Language) -> str:
    """A value as it is read: days in words, amounts with their thousands parted."""
    match cell.value:
        case None:
            return ""
        case dt.date() as day:
            return day_in_words(day, language)
        case int() | Decimal() as number if column.form == "amount":
            return grouped(number)
        case value:
            return str(value)


def widths(listing: Listing) -> list[int]:
    """How wide each column is, in the width of a digit: as its longest words, within bounds."""
    rows = (*listing.rows, *((listing.total,) if listing.total else ()))
    return [
        min(
            max(
                _NARROWEST,
                _width(column.title),
                *(_width(shown(row[number], column, listing.language)) for row in rows),
            ),
            _WIDEST,
        )
        + _AROUND
        for number, column in enumerate(listing.columns)
    ]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
