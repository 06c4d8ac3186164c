"""What a DOCX has beside its text: numbering, styles, notes, properties."""

from pathlib import Path
from string import Template

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from hansa.reports.blocks import Language, Paper
from hansa.reports.render.docx_body import NAMESPACES, Body
from hansa.reports.render.text import printable

LANGUAGES: dict[Language, str] = {"zh-hant": "zh-TW", "en": "en-US"}
_STYLES = Path(__file__).with_name("docx_styles.xml")
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
_INDENT = {4: (624, 624), 5: (1418, 794)}  # twips: where the words begin, and how far the number hangs
_SEPARATORS = "".join(
    f'<w:endnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:endnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
# The settings that the schema puts behind those of endnotes.
_BEHIND_ENDNOTES = {
    "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
    "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
}  # fmt: skip


def numbering(language: Language, number: int, *, styled: bool) -> tuple[str, str]:
    """The definition of the numbering, and its one use: items start again at 1 under each heading by themselves.

    `styled` ties the levels of headings to our styles.
    """
    levels = []
    for level, (form, text) in enumerate(_LEVELS[language], 1):
        style = f'<w:pStyle w:val="Heading{level}"/>' if styled and level <= 3 else ""
        suffix = "tab" if level > 3 else "space" if language == "en" else "nothing"
        left, hanging = _INDENT.get(level, (0, 0))
        levels.append(
            f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return (
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}">{kind}{"".join(levels)}</w:abstractNum>',
        f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>',
    )


def styles(language: Language, width: int) -> str:
    """The styles; the contents' pages stand at this width, in twips."""
    inside = Template(_STYLES.read_text(encoding="utf-8")).substitute(
        language=LANGUAGES[language], width=width, align="left" if language == "en" else "both"
    )
    return f"<w:styles {NAMESPACES}>{inside}</w:styles>"


def number_notes(section: etree._Element) -> None:
    """Say in a section that endnotes are numbered 1, 2, 3, behind what the schema puts first: its heads and feet."""
    for held in section.findall(qn("w:endnotePr")):
        section.remove(held)
    heads = {qn("w:headerReference"), qn("w:footerReference"), qn("w:footnotePr")}
    place = sum(1 for one in section if one.tag in heads)
    section.insert(place, _notes_numbered())


def _notes_numbered(separators: str = "") -> etree._Element:
    return parse_xml(f'<w:endnotePr {NAMESPACES}><w:numFmt w:val="decimal"/>{separators}</w:endnotePr>')


def put_notes(document: Docx, body: Body) -> None:
    """The endnotes as a part of their own, and what the settings say of them."""
    if not body.notes:
        return
    inside = _SEPARATORS + "".join(body.notes)
    content = f"<w:endnotes {NAMESPACES}>{inside}</w:endnotes>".encode()
    part = document.part
    for name in [name for name, held in part.rels.items() if held.reltype == RELATIONSHIP_TYPE.ENDNOTES]:
        del part.rels[name]
    notes = Part(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, content, part.package)
    part.relate_to(notes, RELATIONSHIP_TYPE.ENDNOTES)
    # Links in notes would belong to that part; our notes are words.
    settings = document.settings.element
    for held in [one for one in settings if etree.QName(one).localname == "endnotePr"]:
        settings.remove(held)
    made = _notes_numbered('<w:endnote w:id="-1"/><w:endnote w:id="0"/>')
    before = next((one for one in settings if etree.QName(one).localname in _BEHIND_ENDNOTES), None)
    if before is None:
        settings.append(made)
    else:
        before.addprevious(made)


def put_properties(document: Docx, paper: Paper) -> None:
    """Whose the document is."""
    core = document.core_properties
    core.title, core.author, core.comments = printable(paper.title)[:255], printable(paper.publisher)[:255], ""
    core.last_modified_by, core.language = core.author, LANGUAGES[paper.language]
