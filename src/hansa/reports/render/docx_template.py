"""A paper in an office's DOCX template: its page, its styles, its head and foot, our text."""

import io
import logging
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Cm, Length
from lxml import etree

from hansa.reports.blocks import Language, Paper
from hansa.reports.render.docx_body import NAMESPACES, Body
from hansa.reports.render.docx_parts import number_notes, numbering, put_notes, styles
from hansa.reports.render.filling import fill, mark_blocks, put_mark, values_of, with_blocks

_LOG = logging.getLogger(__name__)
# Styles that an office would give a report; of the others nobody is told.
_EXPECTED = {"heading 1", "heading 2", "heading 3", "body text"}
_USUAL_WIDTH = Cm(17)
_STORIES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def filled(template: bytes, paper: Paper) -> Docx:
    """The template with its fields filled and the paper's blocks in their place."""
    document = Document(io.BytesIO(template))
    width = _width(document)
    _merge_styles(document, paper.language, width)
    number = _put_numbering(document, paper.language)
    for root in _stories(document):
        for paragraph in root.iter(qn("w:p")):
            fill(((text, "text") for text in paragraph.iter(qn("w:t"))), values_of(paper))
    body = Body(paper, document, width.cm, number, own_form=False)
    text = body.blocks()
    blocks = {"contents": body.contents(), "body": text, "end": body.end()}
    root = document.element.body
    if root.sectPr is not None:
        put_mark(root.sectPr, "end")
    for section in root.iter(qn("w:sectPr")):
        number_notes(section)
    mark_blocks((paragraph, _words(paragraph)) for paragraph in root.findall(qn("w:p")))
    names = {prefix: nsmap[prefix] for prefix in ("w", "r", "wp", "a", "pic")}
    document.part._element = parse_xml(with_blocks(document.element, blocks, names))
    put_notes(document, body)
    return document


def _width(document: Docx) -> Length:
    """The width of the text in the template."""
    section = document.sections[0]
    if section.page_width is None:
        return _USUAL_WIDTH
    return Length(section.page_width - (section.left_margin or 0) - (section.right_margin or 0))


def _stories(document: Docx) -> Iterator[etree._Element]:
    """The roots of the text, the heads and the feet."""
    yield document.element
    for relation in document.part.rels.values():
        if relation.reltype in _STORIES:
            yield relation.target_part.element


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _name(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return str(name.get(qn("w:val"))).casefold() if name is not None else ""


def _merge_styles(document: Docx, language: Language, width: Length) -> None:
    """Give the template the styles that it lacks, under ids that it does not use."""
    theirs = document.styles.element
    held = {_name(style): str(style.get(qn("w:styleId"))) for style in theirs.iter(qn("w:style"))}
    ids: dict[str, str] = {}
    added = []
    for style in list(parse_xml(styles(language, width.twips)).iter(qn("w:style"))):
        ours, name = str(style.get(qn("w:styleId"))), _name(style)
        ids[ours] = held.get(name) or (f"Hansa{ours}" if ours in held.values() else ours)
        if name not in held:
            if name in _EXPECTED:
                _LOG.warning("The template has no style %s; Hansa's own is used", name)
            added.append(style)
    for style in added:
        _adapt(style, ids)
        theirs.append(style)


def _adapt(style: etree._Element, ids: dict[str, str]) -> None:
    """The template's ids in place of ours; its default styles stay the only ones, numbers are put directly."""
    style.set(qn("w:styleId"), ids[str(style.get(qn("w:styleId")))])
    style.attrib.pop(qn("w:default"), "")
    for place in ("w:basedOn", "w:next"):
        for reference in style.iter(qn(place)):
            reference.set(qn("w:val"), ids[str(reference.get(qn("w:val")))])
    for number in list(style.iter(qn("w:numPr"))):
        number.getparent().remove(number)  # type: ignore[union-attr] # it stands in a style


def _put_numbering(document: Docx, language: Language) -> int:
    """Our numbering under an id that the template does not use; the id."""
    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        root = parse_xml(f"<w:numbering {NAMESPACES}/>")
        name = PackURI("/word/numbering.xml")
        part.relate_to(NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, part.package), RELATIONSHIP_TYPE.NUMBERING)
    numbers = part.numbering_part.element
    used = [int(one.get(qn(place), "0")) for one in numbers for place in ("w:abstractNumId", "w:numId")]
    number = max(used, default=0) + 1
    abstract, use = (parse_xml(xml) for xml in numbering(language, number, styled=False))
    first = numbers.find(qn("w:num"))
    if first is None:
        numbers.append(abstract)
    else:
        first.addprevious(abstract)
    last = next(iter(numbers.findall(qn("w:num"))[::-1]), abstract)
    last.addnext(use)
    return number
