"""Tables as text: CSV and TSV, parted by whichever of comma, tab, semicolon and bar parts them, in any encoding."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.grid import Budget, write_sheet
from hansa.reading.formats.text import decode

_DELIMITERS = ",\t;|"
_SAMPLE = 8000
_LONGEST_CELL = 131_072
_NAMED = re.compile(r"sep=(.)\r?\n")


def read(data: bytes) -> Document:
    """The document in a CSV or TSV file. Raises DocumentError where no encoding fits, or a cell is longer than any."""
    text = decode(data)
    named = _NAMED.match(text)
    delimiter = named[1] if named else _delimiter_of(text) or ","
    rows = csv.reader(io.StringIO(text[named.end() :] if named else text, newline=""), delimiter=delimiter)
    out = Composer("text/csv")
    try:
        write_sheet(out, Budget().spent_on(_checked(rows)))
    except csv.Error as error:
        raise DocumentError("is no table: a cell is longer than any; check its quotation marks") from error
    return out.document()


def _checked(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows as they are. Raises csv.Error at a cell longer than any, as a quotation mark that is not closed makes.

    The library's own limit is one for the whole program, and an import of the register raises it.
    """
    for row in rows:
        if max(map(len, row), default=0) > _LONGEST_CELL:
            raise csv.Error
        yield row


def _delimiter_of(text: str) -> str:
    """What parts the cells of a table's text; empty where none does."""
    try:
        return csv.Sniffer().sniff(text[:_SAMPLE], _DELIMITERS).delimiter
    except csv.Error:
        return ""
