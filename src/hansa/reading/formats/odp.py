"""OpenDocument presentations: slide by slide, the frames in reading order, the speaker's notes after each slide."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.odt import TextReader
from hansa.reading.formats.opendocument import DRAW, read_body
from hansa.reading.formats.placing import Placed, reading_order
from hansa.reading.formats.slides import Said, write_slide

_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
_MEDIA_TYPE = "application/vnd.oasis.opendocument.presentation"
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_OF_THE_PAGE = ("date-time", "footer", "header", "page-number")


def read(data: bytes) -> Document:
    """The document in an ODP file. Raises DocumentError where it is encrypted, damaged or a bomb."""
    body, parts = read_body(data, "presentation")
    out = Composer(_MEDIA_TYPE)
    reader = TextReader(parts, out)
    for page in body.iterchildren(f"{DRAW}page"):
        shapes = list(_ordered(page))
        title = next((shape for shape in shapes if _class(shape) == "title"), None)
        said = [_said(reader, [shape]) for shape in shapes if shape is not title]
        notes = _said(reader, page.iterfind(f"{_PRESENTATION}notes/{DRAW}frame"))
        write_slide(out, _said(reader, [title]) if title is not None else Said(), said, notes)
    return out.document()


def _said(reader: TextReader, shapes: Iterable[etree._Element]) -> Said:
    said = Said()
    reader.out = said
    for shape in shapes:
        reader.blocks(shape)
    return said


def _ordered(parent: etree._Element) -> Iterator[etree._Element]:
    """The shapes of a slide or group in reading order, those of groups among them."""
    shapes = [shape for shape in parent.iterchildren(f"{DRAW}*") if _class(shape) not in _OF_THE_PAGE]
    for shape in reading_order(map(_placed, shapes)):
        if shape.tag == f"{DRAW}g":
            yield from _ordered(shape)
        else:
            yield shape


def _class(shape: etree._Element) -> str:
    return shape.get(f"{_PRESENTATION}class", "")


def _placed(shape: etree._Element) -> Placed[etree._Element]:
    """A shape with its place; a group stands where the first of its shapes does."""
    sides = [_centimetres(shape.get(f"{_SVG}{side}", "")) for side in ("x", "y", "height")]
    inner = [_placed(part) for part in shape.iterchildren(f"{DRAW}*")] if shape.tag == f"{DRAW}g" else []
    if not inner:
        return Placed(shape, *sides)
    top = min(part.top for part in inner)
    bottom = max(part.top + part.height for part in inner)
    return Placed(shape, min(part.left for part in inner), top, bottom - top)


def _centimetres(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _CENTIMETRES[match[2]] if match else 0.0
