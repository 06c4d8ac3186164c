"""The DOCX writer: the parts that a paper becomes, put into a document by python-docx."""

import io
from functools import cache
from pathlib import Path
from string import Template

from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree

from hansa.reports.blocks import Language, Paper
from hansa.reports.render.docx_body import NAMESPACES, Body, escaped
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.text import printable

NUMBERING = 77  # an id that no template is likely to use
_STYLES = Path(__file__).with_name("docx_styles.xml")
_FONTS = {"標楷體": "DFKai-SB,BiauKai,TW-Kai,Noto Serif CJK TC"}
_LONG, _SHORT, _MARGIN = 29.7, 21.0, 2.0  # cm
_LANGUAGES: dict[Language, str] = {"zh-hant": "zh-TW", "en": "en-US"}
# What OOXML calls the numerals of Taiwan's outlines: levels 1 to 3 are headings, 4 and 5 items.
_LEVELS = {
    "zh-hant": (
        ("ideographLegalTraditional", "%1、"),
        ("taiwaneseCountingThousand", "%2、"),
        ("taiwaneseCountingThousand", "（%3）"),
        ("decimal", "%4."),
        ("decimal", "（%5）"),
    ),
    "en": (
        ("decimal", "%1."),
        ("decimal", "%1.%2"),
        ("decimal", "%1.%2.%3"),
        ("decimal", "(%4)"),
        ("lowerLetter", "(%5)"),
    ),
}
_INDENT = {4: (510, 510), 5: (1418, 907)}  # twips: where the words begin, and how far the number hangs
_ENDNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_NOTES_NUMBERED = '<w:endnotePr {}><w:numFmt w:val="decimal"/>{}</w:endnotePr>'
_SEPARATORS = "".join(
    f'<w:endnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:endnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def numbering(language: Language) -> tuple[str, str]:
    """The definition of the numbering, and its one use: items start again at 1 under each heading by themselves."""
    levels = []
    for number, (form, text) in enumerate(_LEVELS[language], 1):
        style = f'<w:pStyle w:val="Heading{number}"/>' if number <= 3 else ""
        suffix = "tab" if number > 3 else "space" if language == "en" else "nothing"
        left, hanging = _INDENT.get(number, (0, 0))
        levels.append(
            f'<w:lvl w:ilvl="{number - 1}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return (
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{NUMBERING}">{kind}{"".join(levels)}</w:abstractNum>',
        f'<w:num {NAMESPACES} w:numId="{NUMBERING}"><w:abstractNumId w:val="{NUMBERING}"/></w:num>',
    )


def page_width(paper: Paper) -> float:
    """The width of the text in centimetres."""
    return (_LONG if paper.landscape else _SHORT) - 2 * _MARGIN


@cache
def _default() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def _styles(language: Language, width: int) -> str:
    """The styles; the contents' pages stand at this width, in twips."""
    styles = Template(_STYLES.read_text(encoding="utf-8")).substitute(language=_LANGUAGES[language], width=width)
    return f"<w:styles {NAMESPACES}>{styles}</w:styles>"


def _blank(paper: Paper) -> Docx:
    """A document with our page, styles, numbering and foot, and nothing in it."""
    document = Document(io.BytesIO(_default()))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(_SHORT), Cm(_LONG)
    if paper.landscape:
        section.page_width, section.page_height = section.page_height, section.page_width
        section._sectPr.get_or_add_pgSz().set(qn("w:orient"), "landscape")
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    page = section._sectPr
    next(page.iterchildren(qn("w:pgSz"))).addprevious(parse_xml(_NOTES_NUMBERED.format(NAMESPACES, "")))
    width = Cm(page_width(paper)).twips
    document.part._styles_part._element = parse_xml(_styles(paper.language, width))
    numbers = document.part.numbering_part.element
    numbers[:] = [parse_xml(part) for part in numbering(paper.language)]
    _put_foot(document, paper.language)
    return document


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


def _put_notes(document: Docx, body: Body) -> None:
    """The endnotes as a part of their own, numbered 1, 2, 3."""
    separators = ""
    if body.notes:
        inside = _SEPARATORS + "".join(body.notes)
        part = Part(
            PackURI("/word/endnotes.xml"), _ENDNOTES, f"<w:endnotes {NAMESPACES}>{inside}</w:endnotes>".encode(),
            document.part.package,
        )  # fmt: skip
        document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
        separators = '<w:endnote w:id="-1"/><w:endnote w:id="0"/>'
    settings = document.settings.element
    made = parse_xml(_NOTES_NUMBERED.format(NAMESPACES, separators))
    # The order of the settings is the schema's.
    before = next((one for one in settings if etree.QName(one).localname in _BEHIND_ENDNOTES), None)
    if before is None:
        settings.append(made)
    else:
        before.addprevious(made)


_BEHIND_ENDNOTES = {"compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping"}


def _put_properties(document: Docx, paper: Paper) -> None:
    core = document.core_properties
    core.title, core.author, core.comments = printable(paper.title)[:255], printable(paper.publisher)[:255], ""
    core.last_modified_by, core.language = core.author, _LANGUAGES[paper.language]


def render(paper: Paper) -> bytes:
    """The report as an Office Open XML document."""
    document = _blank(paper)
    body = Body(paper, document, page_width(paper))
    inside = f"{body.front()}{body.contents()}{body.blocks()}{body.end()}"
    page = etree.tostring(document.sections[0]._sectPr, encoding="unicode")
    # The part as a whole: lxml moves elements from one document to another in a time that grows with their square.
    document.part._element = parse_xml(f"<w:document {NAMESPACES}><w:body>{inside}{page}</w:body></w:document>")
    _put_notes(document, body)
    _put_fonts(document)
    _put_properties(document, paper)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
