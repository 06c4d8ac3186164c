"""The DOCX writer: the parts that a paper becomes, put into a document by python-docx."""

import io
from functools import cache

from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree

from hansa.reports.blocks import Language, Paper
from hansa.reports.render.docx_body import NAMESPACES, Body, escaped
from hansa.reports.render.docx_parts import number_notes, numbering, put_notes, put_properties, styles
from hansa.reports.render.docx_template import filled
from hansa.reports.render.phrases import PHRASES

_FONTS = {"標楷體": "DFKai-SB,BiauKai,TW-Kai,Noto Serif CJK TC"}
_LONG, _SHORT, _MARGIN = 29.7, 21.0, 2.0  # cm
_NUMBERING = 77  # as the styles have it


@cache
def _default() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def _blank(paper: Paper) -> Docx:
    """A document with our page, styles, numbering and foot, and nothing in it."""
    document = Document(io.BytesIO(_default()))
    _put_page(document, paper.landscape)
    number_notes(document.sections[0]._sectPr)
    width = Cm(_page_width(paper)).twips
    document.part._styles_part._element = parse_xml(styles(paper.language, width))
    numbers = document.part.numbering_part.element
    numbers[:] = [parse_xml(part) for part in numbering(paper.language, _NUMBERING, styled=True)]
    _put_foot(document, paper.language)
    _put_fonts(document)
    return document


def _put_page(document: Docx, landscape: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(_SHORT), Cm(_LONG)
    if landscape:
        section.page_width, section.page_height = section.page_height, section.page_width
        section._sectPr.get_or_add_pgSz().set(qn("w:orient"), "landscape")
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)


def _page_width(paper: Paper) -> float:
    """The width of the text in centimetres."""
    return (_LONG if paper.landscape else _SHORT) - 2 * _MARGIN


def _put_foot(document: Docx, language: Language) -> None:
    before, between, after = (escaped(words) for words in PHRASES[language].pages)
    field = '<w:fldSimple w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    text = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    inside = text.format(before) + field.format("PAGE") + text.format(between) + field.format("NUMPAGES")
    foot = f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{inside}{text.format(after)}</w:p>'
    document.sections[0].footer._element[:] = [parse_xml(foot)]


def _put_fonts(document: Docx) -> None:
    """Other names of the fonts, for machines that have them under those."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            fonts = "".join(
                f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="88"/>'
                '<w:family w:val="script"/><w:pitch w:val="fixed"/></w:font>'
                for name, others in _FONTS.items()
            )
            relation.target_part._blob = f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>".encode()


def _written(paper: Paper) -> Docx:
    """The document in our own form."""
    document = _blank(paper)
    body = Body(paper, document, _page_width(paper), _NUMBERING)
    blocks = body.blocks()
    inside = f"{body.front()}{body.contents()}{blocks}{body.end()}"
    page = etree.tostring(document.sections[0]._sectPr, encoding="unicode")
    # The part as a whole: lxml moves elements from one document to another in a time that grows with their square.
    document.part._element = parse_xml(f"<w:document {NAMESPACES}><w:body>{inside}{page}</w:body></w:document>")
    put_notes(document, body)
    return document


def render(paper: Paper, template: bytes | None = None) -> bytes:
    """The report as an Office Open XML document, in our own form or in an office's template."""
    document = _written(paper) if template is None else filled(template, paper)
    put_properties(document, paper)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
