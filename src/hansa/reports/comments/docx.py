"""Comments in Word documents: markers around the words, the comments themselves in a part of their own.

Runs are parted where a comment begins or ends within one; both halves keep its looks (ECMA-376 part 1, 17.13.4).
"""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime

from lxml import etree

from hansa.reading.formats.archive import DAMAGED
from hansa.reading.formats.docx import TextReader, pieces_of
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.markup import natural, read_xml
from hansa.reports.comments.comment import AUTHOR, INITIALS, Comment
from hansa.reports.comments.package import as_xml, exchanged
from hansa.reports.comments.places import Spot, Walked, characters, marks, parent_of, places, written

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOX = f"{_W}txbxContent"
_TYPES, _RELATIONS, _TEXT = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"
_COMMENTS = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_OF_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OF_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_RELATIONS = f'<Relationships xmlns="{_OF_RELATIONS[1:-1]}"/>'


def commented(data: bytes, comments: Sequence[Comment]) -> bytes:
    """The file with the comments. Raises DocumentError where it cannot be read, or is built in an unknown way."""
    reader = _Walker(data)
    reader.blocks(reader.body)
    found = places(reader.out.document().text, reader.walked())
    parts = _Parts(data)
    for spot, ends, number in marks(found, comments):
        _mark(spot, ends=ends, number=parts.first + number)
    return exchanged(data, parts.with_comments(comments, reader.body.getroottree().getroot()))


class _Walker(TextReader):
    """Reads a file and keeps its paragraphs in their order, each with the number of its list."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._paragraphs: list[tuple[str, etree._Element]] = []

    def mark(self, element: etree._Element) -> str:
        """The number, kept with its paragraph."""
        label = super().mark(element)
        self._paragraphs.append((label, element))
        return label

    def walked(self) -> Walked:
        """The characters of all paragraphs with their spots."""
        for label, paragraph in self._paragraphs:
            yield from written(label)
            for words, element in pieces_of(paragraph):
                yield from characters(element) if element.tag == f"{_W}t" else written(words)


def _mark(spot: Spot, *, ends: bool, number: int) -> None:
    """Write where a comment begins, before the character, or ends, behind it."""
    boxes = list(spot.element.iterancestors(_BOX))
    if boxes:
        # Word knows no comments in text boxes: it stands at the run that holds the box.
        run = next(boxes[-1].iterancestors(f"{_W}r"))
    else:
        run = _run_ending_with(spot) if ends else _run_beginning_with(spot.element, spot.index)
    if not ends:
        run.addprevious(_element("commentRangeStart", id=str(number)))
        return
    reference = _element("r")
    reference.append(_element("commentReference", id=str(number)))
    end = _element("commentRangeEnd", id=str(number))
    run.addnext(end)
    end.addnext(reference)


def _run_beginning_with(text: etree._Element, index: int) -> etree._Element:
    """The run that begins with a character of a text element, parted from what stands before it."""
    run = parent_of(text)
    if index:
        rest = deepcopy(text)
        rest.text, text.text = (text.text or "")[index:], (text.text or "")[:index]
        rest.tail = None
        for part in (text, rest):
            part.set(_SPACE, "preserve")
        text.addnext(rest)
        text = rest
    before = [child for child in text.itersiblings(preceding=True) if child.tag != f"{_W}rPr"]
    if not before:
        return run
    parted = etree.Element(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    looks = run.find(f"{_W}rPr")
    if looks is not None:
        parted.append(deepcopy(looks))
    for child in (text, *list(text.itersiblings())):
        parted.append(child)
    run.addnext(parted)
    return parted


def _run_ending_with(spot: Spot) -> etree._Element:
    """The run that ends with a character, parted from what stands behind it."""
    behind = spot.index + 1
    if behind < len(spot.text):
        _run_beginning_with(spot.element, behind)
    else:
        following = spot.element.getnext()
        if following is not None:
            _run_beginning_with(following, 0)
    return parent_of(spot.element)


class _Parts:
    """The parts of the file that tell of comments."""

    def __init__(self, data: bytes) -> None:
        types = read_xml(data, _TYPES)
        if types is None:
            raise DocumentError(DAMAGED)
        self._types = types
        relations = read_xml(data, _RELATIONS)
        self._relations = relations if relations is not None else etree.fromstring(_NO_RELATIONS)
        related = (one for one in self._relations if one.get("Type") == _RELATION)
        target = next((one.get("Target", "") for one in related), "")
        self._name = (target.removeprefix("/") if target.startswith("/") else f"word/{target}") if target else ""
        held = read_xml(data, self._name) if self._name else None
        self._comments = held if held is not None else etree.Element(f"{_W}comments", nsmap={"w": _NAMESPACE})
        ids = (natural(comment.get(f"{_W}id"), 0) for comment in self._comments)
        self.first = max(ids, default=-1) + 1

    def with_comments(self, comments: Sequence[Comment], document: etree._Element) -> dict[str, bytes]:
        """The parts that have changed."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        for number, comment in enumerate(comments, self.first):
            self._comments.append(_comment(comment, number, now))
        changed = {_TEXT: as_xml(document)}
        if not self._name:
            self._relate()
            changed |= {_TYPES: as_xml(self._types), _RELATIONS: as_xml(self._relations)}
        return changed | {self._name or _COMMENTS: as_xml(self._comments)}

    def _relate(self) -> None:
        """Tell that there is a part with comments."""
        override = etree.SubElement(self._types, f"{_OF_TYPES}Override")
        override.set("PartName", f"/{_COMMENTS}")
        override.set("ContentType", _TYPE)
        ids = {one.get("Id") for one in self._relations}
        relation = etree.SubElement(self._relations, f"{_OF_RELATIONS}Relationship")
        relation.set("Id", next(name for at in range(len(ids) + 1) if (name := f"rIdHansa{at}") not in ids))
        relation.set("Type", _RELATION)
        relation.set("Target", _COMMENTS.removeprefix("word/"))


def _comment(comment: Comment, number: int, now: str) -> etree._Element:
    found = _element("comment", id=str(number), author=AUTHOR, date=now, initials=INITIALS)
    for words in comment.paragraphs:
        run = etree.SubElement(etree.SubElement(found, f"{_W}p"), f"{_W}r")
        text = etree.SubElement(run, f"{_W}t")
        text.text = words
        text.set(_SPACE, "preserve")
    return found


def _element(name: str, **attributes: str) -> etree._Element:
    element = etree.Element(f"{_W}{name}", nsmap={"w": _NAMESPACE})
    for attribute, value in attributes.items():
        element.set(f"{_W}{attribute}", value)
    return element
