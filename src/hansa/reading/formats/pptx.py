"""PowerPoint decks: slide by slide, the shapes in reading order, tables as rows, the speaker's notes after each slide.

Numbers, dates and feet of slides are left out, as are pictures. Hidden slides are read: what was told before is often
only hidden.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.package import Package
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.table import Table, _Cell
from pptx.text.text import TextFrame

from hansa.reading.document import Document
from hansa.reading.formats.archive import check_parts
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import TOO_LONG
from hansa.reading.formats.numbering import Counts, Level, label
from hansa.reading.formats.placing import Placed, reading_order
from hansa.reading.formats.slides import Said, write_slide

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_OF_THE_PAGE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.SLIDE_NUMBER)
_LISTS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_SHAPES = [qn(f"p:{name}") for name in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic")]
# Eight hundred slides of ten shapes, each of which takes a millisecond to be placed.
_MOST_SHAPES = 8_000
# What the characters of the symbol fonts look like that decks take their bullets from.
_SYMBOLS = dict(zip("üþ§nquvlØà«", "✓☑■■□◆❖●➢➢★", strict=True))
# The names of DrawingML (ST_TextAutonumberScheme) for the styles of numeral that are written here.
_STYLES = (
    ("arabic", "1"), ("alphaLc", "a"), ("alphaUc", "A"), ("romanLc", "i"), ("romanUc", "I"), ("circleNum", "①"),
    ("ea1Cht", "一"), ("ea1Chs", "一"), ("ea1Jpn", "一"), ("ea1JpnKor", "1"),
)  # fmt: skip


def read(data: bytes) -> Document:
    """The document in a PPTX, PPSX or PPTM file. Raises DocumentError where it is encrypted, damaged or a bomb."""
    check_parts(data)
    deck = Package.open(BytesIO(data)).presentation_part.presentation
    if sum(1 for slide in deck.slides for _ in slide._element.iter(*_SHAPES)) > _MOST_SHAPES:
        raise DocumentError(TOO_LONG)
    out = Composer(_MEDIA_TYPE)
    for slide in deck.slides:
        title = slide.shapes.title
        said = [_said(shape) for shape in _ordered(slide.shapes) if not _is_left_out(shape)]
        notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        write_slide(out, _said(title) if title is not None else Said(), said, _lines(notes))
    return out.document(deck.core_properties.title or "")


def _ordered(shapes: Iterable[BaseShape]) -> Iterator[BaseShape]:
    """The shapes of a slide or group in reading order, those of groups among them."""
    placed = [Placed(shape, shape.left or 0, shape.top or 0, shape.height or 0) for shape in shapes]
    for shape in reading_order(placed):
        if isinstance(shape, GroupShape):
            yield from _ordered(shape.shapes)
        else:
            yield shape


def _is_left_out(shape: BaseShape) -> bool:
    if not shape.is_placeholder:
        return False
    kind = shape.placeholder_format.type
    return kind in _OF_THE_PAGE or kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def _said(shape: Any) -> Said:
    """A shape's paragraphs, table or diagram; pictures and charts say nothing."""
    if shape.has_text_frame:
        return _lines(shape.text_frame, listed=shape.is_placeholder and shape.placeholder_format.type in _LISTS)
    said = Said()
    for words in _diagram(shape):
        said.line(words)
    for row in _rows(shape.table) if shape.has_table else ():
        said.row(["" if cell.is_spanned else _plain(cell.text_frame.text) for cell in row])
    return said


def _rows(table: Table) -> Iterator[list[_Cell]]:
    """The cells of each row. The library's own rows take the square of their number to go through."""
    for row in table._tbl.tr_lst:
        yield [_Cell(cell, table) for cell in row.tc_lst]


def _diagram(shape: Any) -> Iterator[str]:
    """The paragraphs of a diagram (SmartArt), which stand in a part of their own."""
    data = shape._element.find(f".//{_DIAGRAM}relIds")
    if data is not None:
        for paragraph in parse_xml(shape.part.related_part(data.get(qn("r:dm"))).blob).iter(qn("a:p")):
            yield "".join(piece.text or "" for piece in paragraph.iter(qn("a:t")))


def _lines(frame: TextFrame | None, *, listed: bool = False) -> Said:
    """Paragraphs with the bullets and numbers that are shown."""
    said, counts = Said(), Counts()
    for paragraph in frame.paragraphs if frame is not None else ():
        words = _plain(paragraph.text)
        said.line((_mark(paragraph, counts, listed=listed) if words.strip() else "") + words)
    return said


def _mark(paragraph: Any, counts: Counts, *, listed: bool) -> str:
    """The number or bullet before a paragraph; in a list's placeholder there is one unless it is taken away."""
    properties = paragraph._p.pPr
    if properties is None:
        return "• " if listed else ""
    number = properties.find(qn("a:buAutoNum"))
    bullet = properties.find(qn("a:buChar"))
    if number is not None:
        return label({paragraph.level: _level(number)}, paragraph.level, counts)
    if bullet is not None:
        return f"{_bullet(bullet.get('char', ''), properties.find(qn('a:buFont')))} "
    return "• " if listed and properties.find(qn("a:buNone")) is None else ""


def _level(number: Any) -> Level:
    scheme = number.get("type", "")
    style = next((style for name, style in _STYLES if scheme.startswith(name)), "1")
    start = number.get("startAt", "1")
    before = "(" if scheme.endswith("ParenBoth") else ""
    after = ")" if "Paren" in scheme else "" if scheme.endswith("Plain") else "、" if style == "一" else "."
    return Level(style, before, after, int(start) if start.isdecimal() else 1)


def _bullet(written: str, font: Any) -> str:
    """The bullet as it looks; those of symbol fonts that are not known, as a plain one."""
    typeface = font.get("typeface", "") if font is not None else ""
    if "dings" in typeface or typeface == "Symbol" or "\ue000" <= written[:1] <= "\uf8ff":
        return _SYMBOLS.get(chr(ord(written[:1] or " ") & 0xFF), "•")
    return written or "•"


def _plain(text: str) -> str:
    """Text with its breaks within a paragraph as such."""
    return text.replace("\v", "\n")
