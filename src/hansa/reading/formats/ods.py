"""OpenDocument sheets: sheet by sheet, with the numbers as they are shown and dates as ISO 8601.

Hidden sheets, rows and columns are read: a filter left on must not lose partners.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from lxml import etree

from hansa.reading.document import Document
from hansa.reading.formats.archive import DAMAGED, read_part
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.displayed import shown
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.grid import Budget, write_sheet
from hansa.reading.formats.markup import natural, refuse_types
from hansa.reading.formats.opendocument import MOST_REPEATED, OFFICE, TABLE, TEXT, check_encryption, words

_MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_WIDEST = 1000
_NUMBER = re.compile(r"\d+")
_PARTS_OF_DAY = 3


def read(data: bytes) -> Document:
    """The document in an ODS file. Raises DocumentError where it is encrypted, damaged or a bomb."""
    check_encryption(data)
    content = read_part(data, "content.xml")
    refuse_types(content)
    out = Composer(_MEDIA_TYPE)
    budget = Budget()
    try:
        for (_, name), rows in groupby(_rows(content), lambda found: found[:2]):
            write_sheet(out, budget.spent_on(row for *_, row in rows), name)
    except etree.XMLSyntaxError as error:
        raise DocumentError(DAMAGED) from error
    return out.document()


def _rows(content: bytes) -> Iterator[tuple[int, str, list[str]]]:
    """Each row with its sheet's number and name; a sheet begins with an empty one. What is read is let go of."""
    parts = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        tag=(f"{TABLE}table", f"{TABLE}table-row"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    number, name = 0, ""
    for event, element in parts:
        if event == "start" and element.tag == f"{TABLE}table":
            number, name = number + 1, element.get(f"{TABLE}name", "")
            yield number, name, []
        elif event == "end" and element.tag == f"{TABLE}table-row":
            row = _cells(element)
            repeated = natural(element.get(f"{TABLE}number-rows-repeated"), 1) if any(row) else 1
            for _ in range(min(repeated, MOST_REPEATED)):
                yield number, name, row
            _forget(element)


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _cells(row: etree._Element) -> list[str]:
    """A row's cells up to the last that says something."""
    cells: list[str] = []
    empty = 0
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        text = _value(cell)
        repeated = natural(cell.get(f"{TABLE}number-columns-repeated"), 1)
        if not text:
            empty += repeated
        elif len(cells) + empty < _WIDEST:
            cells += [""] * empty + [text] * min(repeated, MOST_REPEATED)
            empty = 0
    return cells


def _value(cell: etree._Element) -> str:
    text = "\n".join(words(paragraph) for paragraph in cell.iterchildren(f"{TEXT}p"))
    day = cell.get(f"{OFFICE}date-value", "")
    if day and (not text or len(_NUMBER.findall(text)) >= _PARTS_OF_DAY):
        # Shown with its day, perhaps in an order that cannot be told. Without, less precise than it is kept.
        return day.removesuffix("T00:00:00").replace("T", " ")
    return shown(text or cell.get(f"{OFFICE}string-value") or cell.get(f"{OFFICE}value"), "")
