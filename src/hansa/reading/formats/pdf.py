"""PDF: each page's lines from top to bottom as they stand, and its ruled tables as rows.

Lines are not joined here, but a blank one stands where a paragraph ends. What recurs at the
head or foot of the pages is left out.
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
from hansa.reading.formats.layout import PrintedLine, Word, ends_paragraph, margins, pitch, rows

_MEDIA_TYPE = "application/pdf"
_MOST_PAGES = 3000
_LEAST_RULES = 6
_EDGE_LINES = 2
_COLUMN_GAP = 0.7
_JUSTIFIED = 1.6
_JUSTIFIED_SPACES = 4
_FIRST_WORD = re.compile(r"[^\s\u2e80-\uffef]+[\uff00-\uffef\u3001\u3002]?|\S[，。、；：）」』！？]?")
_INNER_SPACE = re.compile(r"(?<=\S) +(?=\S)")
_DIGITS = re.compile(r"\d+")
_NUMBER_ONLY = re.compile(
    r"[-–—~ ]*(?:第 ?)?\d{1,4}(?: ?頁)?(?: ?[/／] ?(?:共 ?)?\d{1,4}(?: ?頁)?)?[-–—~ ]*|Page \d+.*", re.I
)

Box = tuple[float, float, float, float]


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
        raise _refusal(error) from error
    try:
        if len(pdf) > _MOST_PAGES:
            raise DocumentError("has more than {limit} pages; split it and try again", limit=_MOST_PAGES)
        return _compose(pdf, data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    finally:
        pdf.close()


def _refusal(error: pypdfium2.PdfiumError) -> DocumentError:
    if "password" in str(error).casefold():
        return DocumentError("is encrypted; save it without a password and try again")
    return DocumentError("is damaged or cut off; get it again or save it anew")


def _compose(pdf: pypdfium2.PdfDocument, data: bytes) -> Document:
    pages: list[list[PrintedLine]] = []
    tables: list[list[_Table]] = []
    for number in range(len(pdf)):
        page = pdf[number]
        pages.append(_lines(page))
        tables.append(_tables(data, number, page) if _is_ruled(page) else [])
        page.close()
    running = _running(pages)
    writer = _Writer()
    for lines, found in zip(pages, tables, strict=True):
        writer.page([line for at, line in enumerate(lines) if not _is_running(lines, at, running)], found)
    return writer.out.document(pdf.get_metadata_value("Title"))


def _lines(page: pypdfium2.PdfPage) -> list[PrintedLine]:
    words = page.get_textpage()
    text = words.get_text_range()
    lines: list[PrintedLine] = []
    start = 0
    for raw in text.splitlines(keepends=True):
        shown = raw.strip()
        if shown:
            lines.append(_line(words, start + raw.index(shown), shown))
        start += len(raw)
    words.close()
    return lines


def _line(words: pypdfium2.PdfTextPage, start: int, text: str) -> PrintedLine:
    """A line with its words parted where a space is wide, as between the columns of a table without rules."""
    left, bottom, right, top = words.get_charbox(start, loose=True)
    parts: list[Word] = []
    begin, edge, apart = 0, left, False
    for space, after, wide in _spaces(words, start, text, max(top - bottom, 1)):
        parts.append(Word(edge, _printable(text[begin : space.start()]), apart))
        begin, edge, apart = space.end(), after, wide
    parts.append(Word(edge, _printable(text[begin:]), apart))
    word = _FIRST_WORD.match(text)
    first = words.get_charbox(start + word.end() - 1, loose=True)[2] - left if word else right - left
    last = words.get_charbox(start + len(text) - 1, loose=True)
    return PrintedLine(tuple(parts), left, last[2], top, bottom, first)


def _spaces(
    words: pypdfium2.PdfTextPage, start: int, text: str, height: float
) -> list[tuple[re.Match[str], float, bool]]:
    """The spaces of a line, each with the left edge of what follows and whether it is wider than between words.

    In a justified line, where all are alike, none is.
    """
    found: list[tuple[re.Match[str], float, float]] = []
    for space in _INNER_SPACE.finditer(text):
        before = words.get_charbox(start + space.start() - 1, loose=True)[2]
        after = words.get_charbox(start + space.end(), loose=True)[0]
        found.append((space, after, after - before))
    widths = [width for _, _, width in found]
    justified = len(widths) >= _JUSTIFIED_SPACES and max(widths) < _JUSTIFIED * min(widths)
    return [(space, after, width > _COLUMN_GAP * height and not justified) for space, after, width in found]


def _printable(text: str) -> str:
    return text.replace("\ufffe", "")


def _is_running(lines: Sequence[PrintedLine], at: int, running: set[str]) -> bool:
    """Whether a line is at the edge of its page and recurs there, or is the page's number."""
    if _EDGE_LINES <= at < len(lines) - _EDGE_LINES:
        return False
    text = lines[at].text.strip()
    edge = at in (0, len(lines) - 1)
    return _DIGITS.sub("#", text) in running or (edge and len(lines) > 1 and _NUMBER_ONLY.fullmatch(text) is not None)


def _running(pages: Sequence[Sequence[PrintedLine]]) -> set[str]:
    """The lines at the edges of most pages, numbers aside, of documents of three pages and more."""
    seen: Counter[str] = Counter()
    for lines in pages:
        edges = [*lines[:_EDGE_LINES], *lines[max(_EDGE_LINES, len(lines) - _EDGE_LINES) :]]
        seen.update({_DIGITS.sub("#", line.text.strip()) for line in edges})
    return {text for text, count in seen.items() if count > 2 and count > len(pages) / 2}


class _Writer:
    """Writes page after page, with a blank line where a paragraph ends, so that only broken lines stand together."""

    def __init__(self) -> None:
        self.out = Composer(_MEDIA_TYPE)
        self._above: PrintedLine | None = None
        self._margin = 0.0
        self._same_page = False

    def page(self, lines: Sequence[PrintedLine], tables: Sequence[_Table]) -> None:
        """A page's lines, its tables in the place of their lines."""
        written: set[int] = set()
        cells, usual = rows(lines), pitch(lines)
        for at, (line, margin) in enumerate(zip(lines, margins(lines), strict=True)):
            inside = next((n for n, table in enumerate(tables) if _is_inside(line, table)), None)
            if inside is not None and inside not in written:
                written.add(inside)
                self._table(tables[inside].rows)
            elif inside is None and at in cells:
                self._row(cells[at])
            elif inside is None:
                self._line(line, margin, usual if self._same_page else None)
        self._same_page = False
        self.out.end_page()

    def _line(self, line: PrintedLine, margin: float, usual: float | None) -> None:
        above = self._above
        if above is None or ends_paragraph(above, self._margin, line, usual):
            self.out.blank()
        self.out.line(line.text)
        self._above, self._margin, self._same_page = line, margin, True

    def _table(self, found: Sequence[Sequence[str]]) -> None:
        self.out.blank()
        for cells in found:
            self._row(cells)
        self.out.blank()

    def _row(self, cells: Sequence[str]) -> None:
        self.out.row(cells)
        self._above = None


def _is_inside(line: PrintedLine, table: _Table) -> bool:
    return (
        table.bottom <= (line.top + line.bottom) / 2 <= table.top
        and table.left <= (line.left + line.right) / 2 <= table.right
    )


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
