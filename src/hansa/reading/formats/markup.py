"""XML parts of a packed document, read without trust in what they declare."""

from lxml import etree

from hansa.reading.formats.archive import DAMAGED, read_part
from hansa.reading.formats.errors import DocumentError

_LONGEST_NUMBER = 7


def read_xml(data: bytes, name: str) -> etree._Element | None:
    """One part as XML, None where there is none. Entities are not resolved, and nothing is fetched.

    Raises DocumentError where it is no XML, is nested deeper than 256 elements, or declares a document type, which
    no office program writes.
    """
    content = read_part(data, name)
    if not content:
        return None
    refuse_types(content)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(DAMAGED) from error


def refuse_types(content: bytes) -> None:
    """Raises DocumentError where XML declares a document type, in which entities would be."""
    if b"<!DOCTYPE" in content:
        raise DocumentError("declares a document type of its own, which no office program writes; it is not opened")


def natural(written: str | None, default: int) -> int:
    """A number in an attribute; `default` where there is none, or none that can be read."""
    return int(written) if written and written.isdecimal() and len(written) < _LONGEST_NUMBER else default
