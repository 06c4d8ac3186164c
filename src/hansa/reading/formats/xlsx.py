"""Excel workbooks: sheet by sheet, with the values that formulas gave last and the numbers as they are shown.

Hidden sheets, rows and columns are read: a filter left on must not lose partners.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from hansa.reading.document import Document
from hansa.reading.formats.archive import check_parts
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.displayed import shown
from hansa.reading.formats.grid import Budget, write_sheet

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read(data: bytes) -> Document:
    """The document in an XLSX or XLSM file. Raises DocumentError where it is encrypted, damaged or a bomb."""
    check_parts(data, streamed=("xl/worksheets/", "xl/sharedStrings"))
    out = Composer(_MEDIA_TYPE)
    budget = Budget()
    with warnings.catch_warnings():
        # openpyxl warns of parts of Excel's that it does not know, which are none of a text.
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            write_sheet(out, budget.spent_on(_rows(sheet)), sheet.title)
    return out.document(book.properties.title or "")


def _rows(sheet: Any) -> Iterator[list[str]]:
    """The rows as far as they hold something: what the sheet says of its own size is often wrong."""
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        yield [shown(cell.value, cell.number_format or "") if cell.value is not None else "" for cell in row]
