"""PDF: each page's lines from top to bottom as they stand, and its ruled tables as rows.

Lines are not joined here. What recurs at the head or foot of the pages is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.errors import DocumentError

_MEDIA_TYPE = "application/pdf"
_MOST_PAGES = 3000
_LEAST_RULES = 6
_GAP = 0.9
_EDGE_LINES = 2
_COLUMN_GAP = 1.2
_INNER_SPACE = re.compile(r"(?<=\S) +(?=\S)")
_DIGITS = re.compile(r"\d+")
_NUMBER_ONLY = re.compile(
    r"[-–—~ ]*(?:第 ?)?\d{1,4}(?: ?頁)?(?: ?[/／] ?(?:共 ?)?\d{1,4}(?: ?頁)?)?[-–—~ ]*|Page \d+.*", re.I
)

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Line:
    text: str
    top: float
    bottom: float
    middle: float


@dataclass(frozen=True)
class _Table:
    """A ruled table: its box in the page's points from below, and its rows."""

    left: float
    bottom: float
    right: float
    top: float
    rows: list[list[str]]


def read(data: bytes) -> Document:
    """The document in a PDF. Raises DocumentError where it is encrypted, damaged, or holds only pictures."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_reason(error)) from error
    try:
        if len(pdf) > _MOST_PAGES:
            raise DocumentError(f"has more than {_MOST_PAGES} pages; split it and try again")
        return _compose(pdf, data)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_reason(error)) from error
    finally:
        pdf.close()


def _reason(error: pypdfium2.PdfiumError) -> str:
    if "password" in str(error).casefold():
        return "is encrypted; save it without a password and try again"
    return "is damaged or cut off; get it again or save it anew"


def _compose(pdf: pypdfium2.PdfDocument, data: bytes) -> Document:
    pages: list[list[_Line]] = []
    tables: list[list[_Table]] = []
    for number in range(len(pdf)):
        page = pdf[number]
        pages.append(_lines(page))
        tables.append(_tables(data, number, page) if _is_ruled(page) else [])
        page.close()
    running = _running(pages)
    out = Composer(_MEDIA_TYPE)
    for lines, found in zip(pages, tables, strict=True):
        _write(out, [line for at, line in enumerate(lines) if not _is_running(lines, at, running)], found)
        out.end_page()
    return out.document(pdf.get_metadata_value("Title"))


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    words = page.get_textpage()
    text = words.get_text_range()
    lines: list[_Line] = []
    start = 0
    for raw in text.splitlines(keepends=True):
        shown = raw.strip()
        if shown:
            at = start + raw.index(shown)
            left, bottom, right, top = words.get_charbox(at, loose=True)
            spaced = _spaced(words, start, raw.rstrip())
            lines.append(_Line(spaced.replace("\ufffe", ""), top, bottom, (left + right) / 2))
        start += len(raw)
    words.close()
    return lines


def _spaced(words: pypdfium2.PdfTextPage, start: int, line: str) -> str:
    """A line with its wide spaces, as between the columns of a table without rules, written as three."""
    parts: list[str] = []
    begin = 0
    for space in _INNER_SPACE.finditer(line):
        before = words.get_charbox(start + space.start() - 1, loose=True)
        after = words.get_charbox(start + space.end(), loose=True)
        if after[0] - before[2] > _COLUMN_GAP * max(before[3] - before[1], 1):
            parts += [line[begin : space.start()], "   "]
            begin = space.end()
    return "".join([*parts, line[begin:]])


def _is_running(lines: Sequence[_Line], at: int, running: set[str]) -> bool:
    """Whether a line is at the edge of its page and recurs there, or is the page's number."""
    if _EDGE_LINES <= at < len(lines) - _EDGE_LINES:
        return False
    text = lines[at].text.strip()
    edge = at in (0, len(lines) - 1)
    return _DIGITS.sub("#", text) in running or (edge and len(lines) > 1 and _NUMBER_ONLY.fullmatch(text) is not None)


def _running(pages: Sequence[Sequence[_Line]]) -> set[str]:
    """The lines at the edges of most pages, numbers aside, of documents of three pages and more."""
    seen: Counter[str] = Counter()
    for lines in pages:
        edges = [*lines[:_EDGE_LINES], *lines[max(_EDGE_LINES, len(lines) - _EDGE_LINES) :]]
        seen.update({_DIGITS.sub("#", line.text.strip()) for line in edges})
    return {text for text, count in seen.items() if count > 2 and count > len(pages) / 2}


def _write(out: Composer, lines: Sequence[_Line], tables: Sequence[_Table]) -> None:
    """A page's lines with a blank one where they stand apart, its tables in the place of their lines."""
    written: set[int] = set()
    above: _Line | None = None
    for line in lines:
        inside = next((at for at, table in enumerate(tables) if _is_inside(line, table)), None)
        if inside is None:
            if above and not -_height(above) < above.bottom - line.top < _GAP * _height(line):
                out.blank()
            out.line(line.text)
        elif inside not in written:
            written.add(inside)
            out.blank()
            for row in tables[inside].rows:
                out.row(row)
            out.blank()
        above = line


def _height(line: _Line) -> float:
    return max(line.top - line.bottom, 1.0)


def _is_inside(line: _Line, table: _Table) -> bool:
    return table.bottom <= (line.top + line.bottom) / 2 <= table.top and table.left <= line.middle <= table.right


def _is_ruled(page: pypdfium2.PdfPage) -> bool:
    rules = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    return sum(1 for _, _ in zip(rules, range(_LEAST_RULES), strict=False)) == _LEAST_RULES


def _tables(data: bytes, number: int, page: pypdfium2.PdfPage) -> list[_Table]:
    """The tables with rules around two columns and two rows or more, with their words."""
    words = page.get_textpage()
    height = page.get_height()
    with pdfplumber.open(BytesIO(data), pages=[number + 1]) as pdf:
        found = [_table(table, words, height) for table in pdf.pages[0].find_tables()]
    words.close()
    return [table for table in found if len(table.rows) > 1 and max(map(len, table.rows)) > 1]


def _table(table: Any, words: pypdfium2.PdfTextPage, height: float) -> _Table:
    left, top, right, bottom = table.bbox
    rows = [[_cell(box, words, height) for box in row.cells] for row in table.rows]
    return _Table(left, height - bottom, right, height - top, [row for row in rows if any(row)])


def _cell(box: Box | None, words: pypdfium2.PdfTextPage, height: float) -> str:
    if box is None:
        return ""
    left, top, right, bottom = box
    text: str = words.get_text_bounded(left, height - bottom, right, height - top)
    return "\n".join(_stripped(text))


def _stripped(text: str) -> Iterator[str]:
    return (line.strip() for line in text.replace("\ufffe", "").splitlines() if line.strip())
