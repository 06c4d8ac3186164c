"""The ODT writer: native headings, numbering, lists, tables and links, by odfdo."""

import io
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from odfdo import (
    Bookmark,
    Cell,
    Column,
    Document,
    Element,
    Header,
    HeaderRows,
    Link,
    Note,
    Paragraph,
    Row,
    Span,
    Style,
)
from odfdo import List as OdfList
from odfdo import ListItem as OdfItem
from odfdo import Table as OdfTable

from hansa.reports.blocks import Block, Heading, Item, Items, Language, Line, Mark, Paper, Picture, Run, Table
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
_REFERENCE = '<text:note-ref text:note-class="endnote" text:reference-format="text" text:ref-name="note-{}"/>'
_CONTENTS_LEVELS = 2
_CONTENTS_ENTRY = (
    '<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
    "<text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/><text:index-entry-link-end/>"
    '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
    "</text:table-of-content-entry-template>"
)
_CONTENTS = (
    '<text:table-of-content text:name="Contents" text:protected="true">'
    f'<text:table-of-content-source text:outline-level="{_CONTENTS_LEVELS}">'
    + "".join(_CONTENTS_ENTRY.format(level=level) for level in range(1, _CONTENTS_LEVELS + 1))
    + "</text:table-of-content-source></text:table-of-content>"
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


class Writer:
    """Writes one paper into one document."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.notes = {note.number: note for note in paper.notes}
        self.document = Document("text")
        styles = Template(STYLES.read_text(encoding="utf-8"))
        values = {"outline": _outline(paper.language), "items": _items_style(paper.language)}
        values["notes_title"] = escape(paper.notes_title)
        self.document.set_part("styles.xml", styles.substitute(values).encode())
        for style in _TABLE_STYLES:
            self.document.insert_style(style, automatic=True)
        meta = self.document.meta
        meta.title = printable(paper.title)
        meta.set_creator(printable(paper.publisher))
        meta.set_language("zh-TW" if paper.language == "zh-hant" else "en")

    def write(self) -> bytes:
        """The whole document."""
        body, paper = self.document.body, self.paper
        body.clear()
        body.append(self.paragraph((Run(paper.title),), "Title"))
        body.append(self.paragraph((Run(paper.publisher),), "Subtitle"))
        body.append(self.paragraph((Run(paper.dateline),), "Subtitle"))
        body.append(_contents(paper))
        for number, (block, path) in enumerate(numbered(paper.blocks)):
            body.append(self.block(block, path, number))
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def block(self, block: Block, path: tuple[int, ...], number: int) -> Element:
        """One block of the report."""
        match block:
            case Heading(level, text):
                header = Header(level, style=f"Heading_20_{level}")
                header.append(Bookmark(anchor(path)))
                header.append(printable(text))
                return header
            case Words(line):
                return self.paragraph(line, "Text_20_body")
            case Items(items):
                return self.numbered_list(items)
            case Table():
                return self.table(block, f"table-{number}")
            case Picture(alt=alt):
                return self.paragraph((Run(alt),), "Text_20_body")

    def paragraph(self, line: Line, style: str) -> Paragraph:
        """A paragraph of words and marks."""
        paragraph = Paragraph(style=style)
        for part in line:
            if isinstance(part, Run):
                text = printable(part.text)
                paragraph.append(Span(text, style="Bold") if part.bold else text)
            else:
                paragraph.append(self.mark(part))
        return paragraph

    def mark(self, mark: Mark) -> Element:
        """The endnote itself at its first mark, later a reference to it."""
        shown = f"[{mark.note}]"
        if mark.first:
            note = Note("endnote", note_id=f"note-{mark.note}", label=shown)
            note.note_body = Paragraph(printable(self.notes[mark.note].text), style="Endnote")
            return note
        raised = Span(style="Endnote_20_anchor")
        reference = Element.from_tag(_REFERENCE.format(mark.note))
        reference.text = shown
        raised.append(reference)
        return raised

    def numbered_list(self, items: tuple[Item, ...], outermost: bool = True) -> OdfList:
        """A numbered list, which starts again at 1."""
        entries = OdfList(style="Items") if outermost else OdfList()
        for item in items:
            entry = OdfItem()
            *titles, last = item.paragraphs
            for line in titles:
                entry.append(self.paragraph(line, "Item_20_title"))
            entry.append(self.paragraph(last, "Item_20_title" if item.items else "Item"))
            if item.items:
                entry.append(self.numbered_list(item.items, outermost=False))
            entries.append(entry)
        return entries

    def table(self, table: Table, name: str) -> OdfTable:
        """A table whose head is repeated on each page."""
        made = OdfTable(name, style="Report")
        for number, share in enumerate(table.widths):
            width = f"{_PAGE_WIDTH * share / sum(table.widths):.2f}cm"
            style = Style("table-column", name=f"{name}.{number}", width=width)
            made.append(Column(style=self.document.insert_style(style, automatic=True)))
        head = HeaderRows()
        looks = ["Table_20_Heading"] * len(table.head)
        head.append(self.row(tuple((Run(words),) for words in table.head), looks, "ReportHead"))
        made.append(head)
        columns = range(len(table.head))
        looks = ["Table_20_Number" if column in table.numeric else "Table_20_Contents" for column in columns]
        for row in table.rows:
            made.append(self.row(row, looks, "ReportCell"))
        return made

    def row(self, lines: tuple[Line, ...], looks: list[str], cell_style: str) -> Row:
        """A row of cells, each paragraph in the look of its column."""
        row = Row()
        for line, look in zip(lines, looks, strict=True):
            cell = Cell(style=cell_style)
            cell.append(self.paragraph(line, look))
            row.append(cell)
        return row


def _contents(paper: Paper) -> Element:
    """The contents, which a word processor can bring up to date."""
    contents = Element.from_tag(_CONTENTS)
    body = Element.from_tag("<text:index-body/>")
    title = Element.from_tag('<text:index-title text:name="Contents_Head"/>')
    title.append(Paragraph(paper.contents_title, style="Part_20_heading"))
    body.append(title)
    for block, path in numbered(paper.blocks):
        if isinstance(block, Heading) and block.level <= _CONTENTS_LEVELS:
            entry = Paragraph(style=f"Contents_20_{block.level}")
            entry.append(Link(f"#{anchor(path)}", text=printable(heading_words(paper.language, block, path))))
            entry.append(Element.from_tag("<text:tab/>"))
            page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{anchor(path)}"/>'
            entry.append(Element.from_tag(page))
            body.append(entry)
    contents.append(body)
    return contents


def render(paper: Paper) -> bytes:
    """The report as an OpenDocument text."""
    return Writer(paper).write()
