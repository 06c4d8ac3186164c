"""OpenDocument text: paragraphs, headings, numbered lists and tables of content.xml in their order.

Notes, comments, deleted changes and the heads and feet of pages are left out.
"""

from collections.abc import Iterator

from lxml import etree

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.markup import natural, read_xml
from hansa.reading.formats.numbering import Counts, Level, label

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_LEFT_OUT = {f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}table-of-content"}
_MOST_REPEATED = 50
_PREFORMATTED = "Preformatted"
_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

Levels = dict[int, Level]


def read(data: bytes) -> Document:
    """The document in an ODT file. Raises DocumentError where it is encrypted or damaged."""
    manifest = read_xml(data, "META-INF/manifest.xml")
    if manifest is not None and manifest.find(f".//{_MANIFEST}encryption-data") is not None:
        raise DocumentError("is encrypted; save it without a password and try again")
    content = read_xml(data, "content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise DocumentError("is damaged: it has no text part; get it again or save it anew")
    reader = _Reader([content, read_xml(data, "styles.xml")])
    reader.blocks(body)
    return reader.out.document()


class _Reader:
    def __init__(self, parts: list[etree._Element | None]) -> None:
        self.out = Composer(_MEDIA_TYPE)
        self._lists: dict[str, Levels] = {}
        self._outline: Levels = {}
        self._headings = Counts()
        self._counts: dict[str, Counts] = {}
        self._parents: dict[str, str] = {}
        for part in parts:
            if part is not None:
                self._read_styles(part)

    def _read_styles(self, part: etree._Element) -> None:
        for style in part.iter(f"{_TEXT}list-style"):
            self._lists.setdefault(style.get(f"{_STYLE}name", ""), _levels(style))
        for outline in part.iter(f"{_TEXT}outline-style"):
            self._outline = self._outline or _levels(outline)
        for style in part.iter(f"{_STYLE}style"):
            self._parents.setdefault(style.get(f"{_STYLE}name", ""), style.get(f"{_STYLE}parent-style-name", ""))

    def blocks(self, parent: etree._Element, levels: Levels | None = None, counts: Counts | None = None) -> None:
        """What stands in a body, section or list item, in order."""
        for element in parent:
            if element.tag in _LEFT_OUT or not isinstance(element.tag, str):
                continue
            if element.tag == f"{_TEXT}p":
                self._paragraph(element)
            elif element.tag == f"{_TEXT}h":
                self._heading(element)
            elif element.tag == f"{_TEXT}list":
                self._list(element, 0, levels, counts)
            elif element.tag == f"{_TABLE}table":
                self._table(element)
            else:
                self.blocks(element)

    def _paragraph(self, element: etree._Element, mark: str = "") -> None:
        words = mark + _words(element)
        if self._is_preformatted(element.get(f"{_TEXT}style-name", "")):
            self.out.verbatim(words)
        else:
            self.out.line(words)
        for box in element.iter(f"{_DRAW}text-box"):
            self.blocks(box)

    def _is_preformatted(self, style: str) -> bool:
        """Whether a paragraph's style, or the one that it was made from, is for text that stands as it was typed."""
        return _PREFORMATTED in style or _PREFORMATTED in self._parents.get(style, "")

    def _heading(self, element: etree._Element, mark: str = "") -> None:
        level = natural(element.get(f"{_TEXT}outline-level"), 1)
        words = _words(element)
        if not words.strip():
            return
        numbered = element.get(f"{_TEXT}is-list-header") != "true" and not mark
        self.out.line((mark or (label(self._outline, level - 1, self._headings) if numbered else "")) + words, level)

    def _list(self, element: etree._Element, depth: int, levels: Levels | None, counts: Counts | None) -> None:
        name = element.get(f"{_TEXT}style-name", "")
        if levels is None or (name and depth == 0):
            levels = self._lists.get(name, {})
        counts = counts or self._list_counts(element, name)
        for item in element:
            self._item(item, depth, levels, counts)

    def _list_counts(self, element: etree._Element, name: str) -> Counts:
        """A list begins to count anew unless it says that it goes on with an earlier one."""
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list")
        if not goes_on or name not in self._counts:
            self._counts[name] = Counts()
        return self._counts[name]

    def _item(self, item: etree._Element, depth: int, levels: Levels, counts: Counts) -> None:
        waiting = item.tag == f"{_TEXT}list-item"
        for element in item:
            mark = ""
            if waiting and element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                mark, waiting = label(levels, depth, counts), False
            if element.tag == f"{_TEXT}p":
                self._paragraph(element, mark)
            elif element.tag == f"{_TEXT}h":
                self._heading(element, mark)
            elif element.tag == f"{_TEXT}list":
                self._list(element, depth + 1, levels, counts)

    def _table(self, table: etree._Element) -> None:
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is table:
                self.out.row(_cells(row))


def _levels(style: etree._Element) -> Levels:
    levels: Levels = {}
    for level in style:
        depth = natural(level.get(f"{_TEXT}level"), 1) - 1
        bullet = level.get(f"{_TEXT}bullet-char", "")
        if bullet and bullet[0] >= "\ue000" and bullet[0] <= "\uf8ff":
            bullet = "•"
        levels[depth] = Level(
            style=level.get(f"{_STYLE}num-format", "")[:1].replace("１", "1").replace("イ", "A"),
            before=level.get(f"{_STYLE}num-prefix", ""),
            after=level.get(f"{_STYLE}num-suffix", ""),
            start=natural(level.get(f"{_TEXT}start-value"), 1),
            bullet=bullet,
            shown=natural(level.get(f"{_TEXT}display-levels"), 1),
        )
    return levels


def _words(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph, without that of notes and boxes inside it."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(natural(child.get(f"{_TEXT}c"), 1), _MOST_REPEATED)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _LEFT_OUT and child.tag != f"{_DRAW}frame" and isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""


def _cells(row: etree._Element) -> list[str]:
    """A row's cells; the empty ones with which a sheet's row is filled up to its end are left out."""
    cells: list[str] = []
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        words = "\n".join(_words(paragraph) for paragraph in cell.iter(f"{_TEXT}p", f"{_TEXT}h"))
        repeated = min(natural(cell.get(f"{_TABLE}number-columns-repeated"), 1), _MOST_REPEATED)
        if words.strip() or repeated == 1 or cell.getnext() is not None:
            cells += [words] * repeated
    return cells
