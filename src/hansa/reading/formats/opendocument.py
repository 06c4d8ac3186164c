"""What OpenDocument's texts, slides and sheets have in common: their names, their parts, the words of a paragraph."""

from collections.abc import Iterator

from lxml import etree

from hansa.reading.formats.archive import ENCRYPTED
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.markup import natural, read_xml

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
LEFT_OUT = {
    f"{TEXT}note", f"{TEXT}note-ref", f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{TEXT}table-of-content",
}  # fmt: skip
MOST_REPEATED = 50


def check_encryption(data: bytes) -> None:
    """Raises DocumentError where the file is encrypted."""
    manifest = read_xml(data, "META-INF/manifest.xml")
    if manifest is not None and manifest.find(f".//{_MANIFEST}encryption-data") is not None:
        raise DocumentError(ENCRYPTED)


def read_body(data: bytes, kind: str) -> tuple[etree._Element, list[etree._Element | None]]:
    """The body (`text`, `presentation`) of a file, and its parts that hold styles.

    Raises DocumentError where the file is encrypted or damaged.
    """
    check_encryption(data)
    content = read_xml(data, "content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}{kind}") if content is not None else None
    if body is None:
        raise DocumentError("is damaged: it has no text part; get it again or save it anew")
    return body, [content, read_xml(data, "styles.xml")]


def words(element: etree._Element) -> str:
    """The text of a paragraph, without that of notes and boxes inside it."""
    return "".join(text for text, _, _ in pieces(element))


def pieces(element: etree._Element) -> Iterator[tuple[str, etree._Element, bool]]:
    """The text of a paragraph piece by piece, each with its element, and whether it is that element's tail."""
    yield element.text or "", element, False
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(natural(child.get(f"{TEXT}c"), 1), MOST_REPEATED), child, False
        elif child.tag == f"{TEXT}tab":
            yield "\t", child, False
        elif child.tag == f"{TEXT}line-break":
            yield "\n", child, False
        elif child.tag not in LEFT_OUT and child.tag != f"{DRAW}frame" and isinstance(child.tag, str):
            yield from pieces(child)
        yield child.tail or "", child, True
