"""The ODT writer: native headings, numbering, lists, tables and links, by odfdo."""

import io
from collections.abc import Iterator
from pathlib import Path
from string import Template

from odfdo import Bookmark, Cell, Column, Document, Element, Header, HeaderRows, Link, Paragraph, Row, Span, Style
from odfdo import List as OdfList
from odfdo import ListItem as OdfItem
from odfdo import Table as OdfTable

from hansa.reports.blocks import Block, Heading, Item, Items, Language, Line, Mark, Paper, Run, Table
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import anchor, heading_words, numbered
from hansa.reports.render.text import printable

STYLES = Path(__file__).with_name("odt_styles.xml")
# What ODF calls the numerals of Taiwan's outlines, as LibreOffice and Word write them, with what stands around them.
_FORMAL, _PLAIN = "壹, 貳, 參, ...", "一, 二, 三, ..."
_OUTLINE = {
    "zh-hant": (("", _FORMAL, "、", 1), ("", _PLAIN, "、", 1), ("（", _PLAIN, "）", 1)),
    "en": (("", "1", ".", 1), ("", "1", "", 2), ("", "1", "", 3)),
}
_ITEMS = {"zh-hant": (("", "1", "."), ("（", "1", "）")), "en": (("(", "1", ")"), ("(", "a", ")"))}
_LABEL = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="{after}" fo:text-indent="-{hang}cm" '
    'text:list-tab-stop-position="{left}cm" fo:margin-left="{left}cm"/></style:list-level-properties>'
)
# LibreOffice takes the styles of tables and cells only from beside the text.
_TABLE_STYLES = (
    '<style:style style:name="Report" style:family="table"><style:table-properties style:width="17cm" '
    'table:align="margins" fo:margin-top="0.2cm" fo:margin-bottom="0.3cm"/></style:style>',
    '<style:style style:name="ReportCell" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #7f8c99" fo:padding="0.1cm"/></style:style>',
    '<style:style style:name="ReportHead" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #7f8c99" fo:padding="0.1cm" fo:background-color="#eef2f6"/></style:style>',
)
_HANG, _LEFT = (0.9, 1.6), (0.9, 2.5)  # cm: room for the number of an item, and where its words begin
_PAGE_WIDTH = 17.0  # cm between the margins


def _outline(language: Language) -> str:
    levels = (
        f'<text:outline-level-style text:level="{level}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'style:num-format="{form}" text:display-levels="{shown}">'
        + _LABEL.format(after="space" if language == "en" else "nothing", hang=0, left=0)
        + "</text:outline-level-style>"
        for level, (prefix, form, suffix, shown) in enumerate(_OUTLINE[language], 1)
    )
    return "".join(levels)


def _items_style(language: Language) -> str:
    levels = (
        f'<text:list-level-style-number text:level="{level}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'style:num-format="{form}">'
        + _LABEL.format(after="listtab", hang=_HANG[level - 1], left=_LEFT[level - 1])
        + "</text:list-level-style-number>"
        for level, (prefix, form, suffix) in enumerate(_ITEMS[language], 1)
    )
    return "".join(levels)


def _paragraph(line: Line, style: str) -> Paragraph:
    paragraph = Paragraph(style=style)
    for part in line:
        _add(paragraph, part)
    return paragraph


def _add(paragraph: Paragraph, part: Run | Mark) -> None:
    if isinstance(part, Run):
        text = printable(part.text)
        paragraph.append(Span(text, style="Bold") if part.bold else text)
        return
    if part.first:
        paragraph.append(Bookmark(f"mark-{part.note}"))
    paragraph.append(Link(f"#note-{part.note}", text=f"[{part.note}]", style="Mark"))


def _list(items: tuple[Item, ...], outermost: bool = True) -> OdfList:
    entries = OdfList(style="Items") if outermost else OdfList()
    for item in items:
        entry = OdfItem()
        *titles, last = item.paragraphs
        for line in titles:
            entry.append(_paragraph(line, "Item_20_title"))
        entry.append(_paragraph(last, "Item"))
        if item.items:
            entry.append(_list(item.items, outermost=False))
        entries.append(entry)
    return entries


def _row(lines: tuple[Line, ...], table: Table, head: bool = False) -> Row:
    row = Row()
    for column, line in enumerate(lines):
        cell = Cell(style="ReportHead" if head else "ReportCell")
        look = "Table_20_Heading" if head else "Table_20_Number" if column in table.numeric else "Table_20_Contents"
        cell.append(_paragraph(line, look))
        row.append(cell)
    return row


def _table(document: Document, table: Table, name: str) -> OdfTable:
    made = OdfTable(name, style="Report")
    for number, share in enumerate(table.widths):
        width = f"{_PAGE_WIDTH * share / sum(table.widths):.2f}cm"
        style = Style("table-column", name=f"{name}.{number}", width=width)
        made.append(Column(style=document.insert_style(style, automatic=True)))
    head = HeaderRows()
    head.append(_row(tuple((Run(words),) for words in table.head), table, head=True))
    made.append(head)
    for row in table.rows:
        made.append(_row(row, table))
    return made


def _heading(block: Heading, path: tuple[int, ...]) -> Header:
    header = Header(block.level, style=f"Heading_20_{block.level}")
    header.append(Bookmark(anchor(path)))
    header.append(printable(block.text))
    return header


def _contents(paper: Paper) -> Iterator[Element]:
    yield _paragraph((Run(paper.contents_title),), "Part_20_heading")
    for block, path in numbered(paper.blocks):
        if isinstance(block, Heading) and block.level <= 2:
            entry = Paragraph(style=f"Contents_20_{block.level}")
            entry.append(Link(f"#{anchor(path)}", text=printable(heading_words(paper.language, block, path))))
            entry.append(Element.from_tag("<text:tab/>"))
            page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{anchor(path)}"/>'
            entry.append(Element.from_tag(page))
            yield entry


def _notes(paper: Paper) -> Iterator[Element]:
    if paper.notes:
        yield _paragraph((Run(paper.notes_title),), "Part_20_heading")
    for note in paper.notes:
        entry = Paragraph(style="Note")
        entry.append(Bookmark(f"note-{note.number}"))
        entry.append(Link(f"#mark-{note.number}", text=f"[{note.number}]"))
        entry.append(" " + printable(note.text))
        yield entry


def _block(document: Document, block: Block, path: tuple[int, ...], number: int) -> Element:
    match block:
        case Heading():
            return _heading(block, path)
        case Words(line):
            return _paragraph(line, "Text_20_body")
        case Items(items):
            return _list(items)
        case Table():
            return _table(document, block, f"table-{number}")


def render(paper: Paper) -> bytes:
    """The report as an OpenDocument text."""
    document = Document("text")
    styles = Template(STYLES.read_text(encoding="utf-8"))
    outline, items = _outline(paper.language), _items_style(paper.language)
    document.set_part("styles.xml", styles.substitute(outline=outline, items=items).encode())
    document.meta.title = printable(paper.title)
    document.meta.set_creator(printable(paper.publisher))
    document.meta.set_language("zh-TW" if paper.language == "zh-hant" else "en")
    for style in _TABLE_STYLES:
        document.insert_style(style, automatic=True)
    body = document.body
    body.clear()
    body.append(_paragraph((Run(paper.title),), "Title"))
    body.append(_paragraph((Run(paper.publisher),), "Subtitle"))
    body.append(_paragraph((Run(paper.dateline),), "Subtitle"))
    for element in _contents(paper):
        body.append(element)
    for number, (block, path) in enumerate(numbered(paper.blocks)):
        body.append(_block(document, block, path, number))
    for element in _notes(paper):
        body.append(element)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
