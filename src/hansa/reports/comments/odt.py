"""Comments in OpenDocument texts: an annotation where the words begin, its end behind them (ODF 1.3, 14.1 and 14.2)."""

from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.markup import natural
from hansa.reading.formats.odt import TextReader, cells_of, paragraphs_of
from hansa.reading.formats.opendocument import OFFICE, TEXT, pieces, read_body, words
from hansa.reports.comments.comment import AUTHOR, Comment
from hansa.reports.comments.package import as_xml, exchanged
from hansa.reports.comments.places import Spot, Walked, characters, marks, parent_of, places, written

_DC = "{http://purl.org/dc/elements/1.1/}"
_NAMES = {"office": OFFICE[1:-1], "text": TEXT[1:-1], "dc": _DC[1:-1]}
_CONTENT = "content.xml"
# What may hold an annotation; in fields and marks there is text only.
_OPEN = {f"{TEXT}{name}" for name in ("p", "h", "span", "a", "meta", "meta-field", "ruby-base")}


def commented(data: bytes, comments: Sequence[Comment]) -> bytes:
    """The file with the comments. Raises DocumentError where it cannot be read, or is built in an unknown way."""
    body, parts = read_body(data, "text")
    reader = _Walker(parts)
    reader.blocks(body)
    root = body.getroottree().getroot()
    first = _free_number(root)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    for spot, ends, number in marks(places(reader.document.text, reader.walked()), comments):
        name = f"hansa-{first + number}"
        _put(_end(name) if ends else _annotation(comments[number], name, now), spot, behind=ends)
    return exchanged(data, {_CONTENT: as_xml(root)})


class _Walker(TextReader):
    """Reads a file and keeps its paragraphs in their order, each with the number of its list."""

    def __init__(self, parts: list[etree._Element | None]) -> None:
        self._composer = Composer("")
        super().__init__(parts, self._composer)
        self._walked: list[tuple[str, etree._Element | None]] = []

    @property
    def document(self) -> Document:
        """The document as read."""
        return self._composer.document()

    def paragraph(self, element: etree._Element, mark: str = "") -> None:
        """A paragraph, kept with its number."""
        self._walked.append((mark, element))
        super().paragraph(element, mark)

    def mark(self, element: etree._Element, mark: str) -> str:
        """The number of a heading, kept with it."""
        number = super().mark(element, mark)
        self._walked.append((number, element))
        return number

    def row(self, row: etree._Element) -> None:
        """A table's row; of a cell that stands for several the words are in the file once."""
        for cell, times in cells_of(row):
            held = list(paragraphs_of(cell))
            self._walked += [("", paragraph) for paragraph in held]
            self._walked += [(words(paragraph), None) for _ in range(times - 1) for paragraph in held]
        super().row(row)

    def walked(self) -> Walked:
        """The characters of all paragraphs with their spots."""
        for label, paragraph in self._walked:
            yield from written(label)
            if paragraph is not None:
                for _, element, tail in pieces(paragraph):
                    yield from characters(element, tail=tail)


def _free_number(root: etree._Element) -> int:
    """A number from which on no annotation is named after us."""
    names = (one.get(f"{OFFICE}name", "") for one in root.iter(f"{OFFICE}annotation"))
    return max((natural(name.removeprefix("hansa-"), -1) for name in names), default=-1) + 1


def _annotation(comment: Comment, name: str, now: str) -> etree._Element:
    found = _element(f"{OFFICE}annotation", name)
    etree.SubElement(found, f"{_DC}creator").text = AUTHOR
    etree.SubElement(found, f"{_DC}date").text = now
    for paragraph in comment.paragraphs:
        etree.SubElement(found, f"{TEXT}p").text = paragraph
    return found


def _end(name: str) -> etree._Element:
    return _element(f"{OFFICE}annotation-end", name)


def _element(tag: str, name: str) -> etree._Element:
    element = etree.Element(tag, nsmap=_NAMES)
    element.set(f"{OFFICE}name", name)
    return element


def _put(element: etree._Element, spot: Spot, *, behind: bool) -> None:
    """Write an element before a character, or behind it."""
    if not spot.tail and spot.element.tag not in _OPEN:
        _put_beside(element, spot.element, behind=behind)
        return
    at = spot.index + behind
    text, holder = spot.text, spot.element
    element.tail = text[at:]
    if spot.tail:
        holder.tail = text[:at]
        parent = parent_of(holder)
        parent.insert(parent.index(holder) + 1, element)
    else:
        holder.text = text[:at]
        holder.insert(0, element)


def _put_beside(element: etree._Element, field: etree._Element, *, behind: bool) -> None:
    """Write an element before or behind a field, which is a whole."""
    while parent_of(field).tag not in _OPEN:
        field = parent_of(field)
    if behind:
        element.tail, field.tail = field.tail, None
        field.addnext(element)
    else:
        field.addprevious(element)
