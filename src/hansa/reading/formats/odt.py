"""OpenDocument text: paragraphs, headings, numbered lists and tables of content.xml in their order.

Notes, comments, deleted changes and the heads and feet of pages are left out.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from lxml import etree

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.markup import natural
from hansa.reading.formats.numbering import Counts, Level, label
from hansa.reading.formats.opendocument import DRAW, LEFT_OUT, MOST_REPEATED, STYLE, TABLE, TEXT, read_body, words

_PREFORMATTED = "Preformatted"
_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

Levels = dict[int, Level]


def read(data: bytes) -> Document:
    """The document in an ODT file. Raises DocumentError where it is encrypted or damaged."""
    body, parts = read_body(data, "text")
    out = Composer(_MEDIA_TYPE)
    TextReader(parts, out).blocks(body)
    return out.document()


class Writer(Protocol):
    """What takes the lines and rows that are read."""

    def line(self, text: str, level: int = 0) -> None:
        """A paragraph, or with a `level` from 1 a heading."""

    def verbatim(self, text: str) -> None:
        """Preformatted text."""

    def row(self, cells: Sequence[str]) -> None:
        """A table's row."""


class TextReader:
    """Reads paragraphs, headings, lists and tables into `out`; `parts` hold the styles that they name."""

    def __init__(self, parts: list[etree._Element | None], out: Writer) -> None:
        self.out = out
        self._lists: dict[str, Levels] = {}
        self._outline: Levels = {}
        self._headings = Counts()
        self._counts: dict[str, Counts] = {}
        self._parents: dict[str, str] = {}
        for part in parts:
            if part is not None:
                self._read_styles(part)

    def _read_styles(self, part: etree._Element) -> None:
        for style in part.iter(f"{TEXT}list-style"):
            self._lists.setdefault(style.get(f"{STYLE}name", ""), _levels(style))
        for outline in part.iter(f"{TEXT}outline-style"):
            self._outline = self._outline or _levels(outline)
        for style in part.iter(f"{STYLE}style"):
            self._parents.setdefault(style.get(f"{STYLE}name", ""), style.get(f"{STYLE}parent-style-name", ""))

    def blocks(self, parent: etree._Element, levels: Levels | None = None, counts: Counts | None = None) -> None:
        """What stands in a body, section or list item, in order."""
        for element in parent:
            if element.tag in LEFT_OUT or not isinstance(element.tag, str):
                continue
            if element.tag == f"{TEXT}p":
                self.paragraph(element)
            elif element.tag == f"{TEXT}h":
                self.heading(element)
            elif element.tag == f"{TEXT}list":
                self._list(element, 0, levels, counts)
            elif element.tag == f"{TABLE}table":
                self._table(element)
            else:
                self.blocks(element)

    def paragraph(self, element: etree._Element, mark: str = "") -> None:
        """A paragraph with its number or bullet, then the boxes in it."""
        text = mark + words(element)
        if self._is_preformatted(element.get(f"{TEXT}style-name", "")):
            self.out.verbatim(text)
        else:
            self.out.line(text)
        for box in element.iter(f"{DRAW}text-box"):
            self.blocks(box)

    def _is_preformatted(self, style: str) -> bool:
        """Whether a paragraph's style, or the one that it was made from, is for text that stands as it was typed."""
        return _PREFORMATTED in style or _PREFORMATTED in self._parents.get(style, "")

    def heading(self, element: etree._Element, mark: str = "") -> None:
        """A heading with its number."""
        text = words(element)
        if text.strip():
            self.out.line(self.mark(element, mark) + text, natural(element.get(f"{TEXT}outline-level"), 1))

    def mark(self, element: etree._Element, mark: str) -> str:
        """The number of a heading, which counts on: that of its list, given as `mark`, else of the outline."""
        level = natural(element.get(f"{TEXT}outline-level"), 1)
        numbered = element.get(f"{TEXT}is-list-header") != "true"
        return mark or (label(self._outline, level - 1, self._headings) if numbered else "")

    def _list(self, element: etree._Element, depth: int, levels: Levels | None, counts: Counts | None) -> None:
        name = element.get(f"{TEXT}style-name", "")
        if levels is None or (name and depth == 0):
            levels = self._lists.get(name, {})
        counts = counts or self._list_counts(element, name)
        for item in element:
            self._item(item, depth, levels, counts)

    def _list_counts(self, element: etree._Element, name: str) -> Counts:
        """A list begins to count anew unless it says that it goes on with an earlier one."""
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if not goes_on or name not in self._counts:
            self._counts[name] = Counts()
        return self._counts[name]

    def _item(self, item: etree._Element, depth: int, levels: Levels, counts: Counts) -> None:
        waiting = item.tag == f"{TEXT}list-item"
        for element in item:
            mark = ""
            if waiting and element.tag in (f"{TEXT}p", f"{TEXT}h"):
                mark, waiting = label(levels, depth, counts), False
            if element.tag == f"{TEXT}p":
                self.paragraph(element, mark)
            elif element.tag == f"{TEXT}h":
                self.heading(element, mark)
            elif element.tag == f"{TEXT}list":
                self._list(element, depth + 1, levels, counts)

    def _table(self, table: etree._Element) -> None:
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is table:
                self.row(row)

    def row(self, row: etree._Element) -> None:
        """A table's row."""
        self.out.row([words_of(cell) for cell, times in cells_of(row) for _ in range(times)])


def _levels(style: etree._Element) -> Levels:
    levels: Levels = {}
    for level in style:
        depth = natural(level.get(f"{TEXT}level"), 1) - 1
        bullet = level.get(f"{TEXT}bullet-char", "")
        if bullet and bullet[0] >= "\ue000" and bullet[0] <= "\uf8ff":
            bullet = "•"
        levels[depth] = Level(
            style=level.get(f"{STYLE}num-format", "")[:1].replace("１", "1").replace("イ", "A"),
            before=level.get(f"{STYLE}num-prefix", ""),
            after=level.get(f"{STYLE}num-suffix", ""),
            start=natural(level.get(f"{TEXT}start-value"), 1),
            bullet=bullet,
            shown=natural(level.get(f"{TEXT}display-levels"), 1),
        )
    return levels


def cells_of(row: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """A row's cells with how often each stands there.

    The empty ones with which a sheet's row is filled up to its end are left out.
    """
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        repeated = min(natural(cell.get(f"{TABLE}number-columns-repeated"), 1), MOST_REPEATED)
        if repeated == 1 or cell.getnext() is not None or words_of(cell).strip():
            yield cell, repeated


def paragraphs_of(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and headings of a cell, without those of notes and comments."""
    left_out = set(cell.iter(*LEFT_OUT))
    for paragraph in cell.iter(f"{TEXT}p", f"{TEXT}h"):
        if not left_out or not left_out.intersection(paragraph.iterancestors()):
            yield paragraph


def words_of(cell: etree._Element) -> str:
    """The text of a cell, a line for each paragraph."""
    return "\n".join(map(words, paragraphs_of(cell)))
