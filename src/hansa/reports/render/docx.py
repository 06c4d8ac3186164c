"""The DOCX writer: native headings, one numbering for headings and items, tables and links, by python-docx."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.parfmt import CT_PPr
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from hansa.reports.blocks import Block, Heading, Item, Items, Language, Line, Mark, Paper, Picture, Run, Table
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import anchor, heading_words, numbered
from hansa.reports.render.text import printable

LATIN, CHINESE = "Times New Roman", "標楷體"
_SIZES = {"Normal": 12, "Title": 20, "Heading 1": 17, "Heading 2": 14.5, "Heading 3": 12.5}
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
_ITEM_INDENT = {4: (Cm(0.9), Cm(0.9)), 5: (Cm(2.5), Cm(1.6))}  # where the words begin, and how far the number hangs
_NOTE_SIZE = 9.5
_NUMBERING = 77  # an id that python-docx's own template does not use
_PAGE_WIDTH = Cm(17)


def _numbering(language: Language) -> tuple[str, str]:
    """The definition of the numbering, and its one use: items start again at 1 under each heading by themselves."""
    levels = []
    for number, (form, text) in enumerate(_LEVELS[language], 1):
        style = f'<w:pStyle w:val="Heading{number}"/>' if number <= 3 else ""
        suffix = "tab" if number > 3 else "space" if language == "en" else "nothing"
        left, hanging = _ITEM_INDENT.get(number, (Cm(0), Cm(0)))
        levels.append(
            f'<w:lvl w:ilvl="{number - 1}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left.twips}" w:hanging="{hanging.twips}"/></w:pPr></w:lvl>'
        )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING}">{kind}{"".join(levels)}</w:abstractNum>'
    use = f'<w:num {nsdecls("w")} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_NUMBERING}"/></w:num>'
    return abstract, use


def _set_fonts(style: ParagraphStyle, language: Language) -> None:
    """The Latin and the East Asian font, without the theme's, and the languages for spelling and line breaks."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", CHINESE), ("cs", LATIN)):
        fonts.set(qn(f"w:{script}"), font)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-US" if language == "en" else "zh-TW")
    lang.set(qn("w:eastAsia"), "zh-TW")
    properties.append(lang)


def _prepare(document: Docx, paper: Paper) -> None:
    """Page, styles, numbering and properties."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    for name, size in _SIZES.items():
        style = document.styles[name]
        _set_fonts(style, paper.language)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0, 0, 0)
        style.font.bold = name != "Normal"
    # python-docx's own template rules a blue line under the title.
    for line in document.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        line.getparent().remove(line)
    normal = document.styles["Normal"].paragraph_format
    normal.space_before, normal.space_after, normal.line_spacing = Pt(2), Pt(3), 1.4
    for level in (1, 2):
        entry = document.styles.add_style(f"TOC {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        entry.base_style, entry.paragraph_format.line_spacing = document.styles["Normal"], 1.1
        entry.paragraph_format.left_indent = Cm(0.8 * (level - 1))
    abstract, use = _numbering(paper.language)
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(use))
    for level in (1, 2, 3):
        _number(document.styles[f"Heading {level}"].element.get_or_add_pPr(), level)
    core = document.core_properties
    core.title, core.author, core.comments = printable(paper.title), printable(paper.publisher)[:255], ""
    core.language = "zh-TW" if paper.language == "zh-hant" else "en"


def _number(properties: CT_PPr, level: int) -> None:
    use = properties.get_or_add_numPr()  # type: ignore[attr-defined] # made by python-docx's declaration
    use.get_or_add_ilvl().val = level - 1
    use.get_or_add_numId().val = _NUMBERING


class _Bookmarks:
    """Counts the bookmarks, each of which needs a number of its own."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, paragraph: Paragraph, name: str) -> None:
        """Put a bookmark of that name at the paragraph's end."""
        self.count += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:name"), name.replace("-", "_"))
        for element in (start, end):
            element.set(qn("w:id"), str(self.count))
            paragraph._p.append(element)


def _link(paragraph: Paragraph, target: str, text: str, raised: bool = False, size: float | None = None) -> None:
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(size) if size else None
    if raised:
        run.font.superscript = True
        run.font.color.rgb = RGBColor(0x0B, 0x53, 0x94)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), target.replace("-", "_"))
    link.append(run._r)
    paragraph._p.append(link)


def _field(paragraph: Paragraph, instruction: str, shown: str = "") -> None:
    """A field that Word fills in, such as the page's number."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(paragraph.add_run(shown)._r)
    paragraph._p.append(field)


def _field_around(first: Paragraph, last: Paragraph, instruction: str) -> None:
    """A field whose result runs from one paragraph to another: Word makes it anew when asked to."""
    begin, command, separate, end = (OxmlElement("w:r") for _ in range(4))
    for run, kind in ((begin, "begin"), (separate, "separate"), (end, "end")):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run.append(mark)
    words = OxmlElement("w:instrText")
    words.text = instruction
    command.append(words)
    place = 1 if first._p.pPr is not None else 0
    for offset, run in enumerate((begin, command, separate)):
        first._p.insert(place + offset, run)
    last._p.append(end)


class Writer:
    """Writes one paper into one document."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.document: Docx = Document()
        self.bookmarks = _Bookmarks()
        _prepare(self.document, paper)

    def write(self) -> bytes:
        """The whole document."""
        document, paper = self.document, self.paper
        document.add_paragraph(printable(paper.title), style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
        for words in (paper.publisher, paper.dateline):
            document.add_paragraph(printable(words)).alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.contents()
        for block, path in numbered(paper.blocks):
            self.block(block, path)
        self.notes()
        footer = document.sections[0].footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _field(footer, "PAGE", "1")
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    def block(self, block: Block, path: tuple[int, ...]) -> None:
        """One block of the report."""
        match block:
            case Heading(level, text):
                self.bookmarks.add(heading := self.document.add_paragraph(style=f"Heading {level}"), anchor(path))
                heading.add_run(printable(text))
            case Words(line):
                self.line(self.document.add_paragraph(), line)
            case Items(items):
                self.items(items)
            case Table():
                self.table(block)
            case Picture(alt=alt):
                self.line(self.document.add_paragraph(), (Run(alt),))

    def line(self, paragraph: Paragraph, line: Line) -> None:
        """Words and marks into a paragraph."""
        for part in line:
            if isinstance(part, Run):
                paragraph.add_run(printable(part.text)).bold = part.bold or None
            else:
                self.mark(paragraph, part)

    def mark(self, paragraph: Paragraph, mark: Mark) -> None:
        """A mark that leads to its note."""
        if mark.first:
            self.bookmarks.add(paragraph, f"mark-{mark.note}")
        _link(paragraph, f"note-{mark.note}", f"[{mark.note}]", raised=True)

    def items(self, items: tuple[Item, ...], level: int = 4) -> None:
        """A numbered list: its first paragraphs carry the number, the others stand under their words."""
        for item in items:
            for position, line in enumerate(item.paragraphs):
                paragraph = self.document.add_paragraph()
                paragraph.paragraph_format.left_indent = _ITEM_INDENT[level][0]
                if position == 0:
                    paragraph.paragraph_format.first_line_indent = -_ITEM_INDENT[level][1]
                    _number(paragraph._p.get_or_add_pPr(), level)
                # A title is not left alone at the foot of a page.
                paragraph.paragraph_format.keep_with_next = (
                    bool(item.items) or position < len(item.paragraphs) - 1 or None
                )
                self.line(paragraph, line)
            self.items(item.items, level + 1)

    def table(self, block: Table) -> None:
        """A table whose head is repeated on each page."""
        table = self.document.add_table(rows=1, cols=len(block.head), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        widths = [int(_PAGE_WIDTH * share / sum(block.widths)) for share in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = table.rows[0]
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, words in zip(head.cells, block.head, strict=True):
            self.cell(cell, (Run(words, bold=True),), WD_ALIGN_PARAGRAPH.CENTER)
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="EEF2F6"/>'))
        for line in block.rows:
            cells = table.add_row().cells
            for column, words_of_cell in enumerate(line):
                to_the_right = WD_ALIGN_PARAGRAPH.RIGHT if column in block.numeric else WD_ALIGN_PARAGRAPH.LEFT
                self.cell(cells[column], words_of_cell, to_the_right)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        self.document.add_paragraph()

    def cell(self, cell: _Cell, line: Line, alignment: WD_ALIGN_PARAGRAPH) -> None:
        """Words into a cell."""
        paragraph = cell.paragraphs[0]
        paragraph.alignment, paragraph.paragraph_format.line_spacing = alignment, 1.1
        self.line(paragraph, line)

    def contents(self) -> None:
        """The chapters and sections as links, in a field that Word brings up to date with the pages."""
        self.part_heading(self.paper.contents_title)
        entries = []
        for heading, path in self.headings():
            entry = self.document.add_paragraph(style=f"TOC {heading.level}")
            _link(entry, anchor(path), heading_words(self.paper.language, heading, path))
            entries.append(entry)
        if entries:
            _field_around(entries[0], entries[-1], r'TOC \o "1-2" \h \z \u')

    def part_heading(self, words: str) -> None:
        """A heading without a number: of the contents and of the notes."""
        run = self.document.add_paragraph().add_run(words)
        run.bold, run.font.size = True, Pt(_SIZES["Heading 2"])

    def headings(self) -> Iterator[tuple[Heading, tuple[int, ...]]]:
        """The headings that the contents list."""
        for block, path in numbered(self.paper.blocks):
            if isinstance(block, Heading) and block.level <= 2:
                yield block, path

    def notes(self) -> None:
        """The notes, each with a link back to its first mark."""
        if self.paper.notes:
            self.part_heading(self.paper.notes_title)
        for note in self.paper.notes:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.9)
            paragraph.paragraph_format.first_line_indent = Cm(-0.9)
            paragraph.paragraph_format.line_spacing = 1.1
            self.bookmarks.add(paragraph, f"note-{note.number}")
            _link(paragraph, f"mark-{note.number}", f"[{note.number}]", size=_NOTE_SIZE)
            paragraph.add_run(" " + printable(note.text)).font.size = Pt(_NOTE_SIZE)


def render(paper: Paper) -> bytes:
    """The report as an Office Open XML document."""
    return Writer(paper).write()
