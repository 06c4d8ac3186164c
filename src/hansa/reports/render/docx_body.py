"""The blocks of a paper as WordprocessingML.

Written as text and read by lxml at once: element by element, python-docx takes ten seconds for a table of 5,000 rows.
"""

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from hansa.reports.blocks import Block, Heading, Item, Items, Line, Mark, Paper, Picture, Run, Table, bold
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import anchor, heading_words, numbered
from hansa.reports.render.docx_pages import Pages
from hansa.reports.render.pictures import Fitted, broken_words, fitted
from hansa.reports.render.text import address, by_direction, printable

NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")
_CONTENTS = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RIGHTWARD = "<w:r><w:t>\u200e</w:t></w:r>"  # so that no number is drawn into the words before it
_HEIGHT = 25.5  # cm of text on an upright page of ours
_STYLE_OF = {"text": "Body Text", "subtitle": "Subtitle", "quotation": "Quote", "remark": "Remark"}
_HEAD_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F6"/><w:vAlign w:val="center"/>'
_SUM_LINE = '<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="1D2733"/></w:tcBorders>'


def escaped(text: str) -> str:
    """Text as it stands between tags."""
    return escape(printable(text), {'"': "&quot;"})


def _runs(text: str, properties: str = "") -> str:
    """Words of one look; those that run from right to left say so."""
    runs = []
    for piece, leftward in by_direction(printable(text)):
        look = f"<w:rPr>{properties}{'<w:rtl/>' if leftward else ''}</w:rPr>" if properties or leftward else ""
        runs.append(f'<w:r>{look}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>{_RIGHTWARD * leftward}')
    return "".join(runs)


def _field(instruction: str, result: str, dirty: bool = False) -> str:
    """A field with what it showed last; Word makes it anew where it is `dirty`."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"{}/></w:r>'
    return (
        mark.format("begin", ' w:dirty="true"' if dirty else "")
        + f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        + mark.format("separate", "")
        + result
        + mark.format("end", "")
    )


class Body:
    """The parts of one paper as XML. `notes` are the endnotes that the blocks refer to, once they were made."""

    def __init__(self, paper: Paper, document: Docx, width: float, number: int, *, own_form: bool = True) -> None:
        self.paper, self.document, self.width = paper, document, width
        # In our own form the styles of headings are numbered; in an office's each heading is.
        self.number, self.own_form = number, own_form
        self.texts = {note.number: note.text for note in paper.notes}
        self.notes: list[str] = []
        self.ids = {str(style.name).casefold(): style.style_id for style in document.styles}
        self.marks = 0
        self.heights: list[float] = []  # of the pictures, in centimetres
        self.links: dict[str, str] = {}

    def paragraph(self, inside: str, style: str, properties: str = "") -> str:
        """A paragraph in a style, by the name that people see."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.ids[style.casefold()]}"/>{properties}</w:pPr>{inside}</w:p>'

    def bookmarked(self, inside: str, name: str) -> str:
        """Something with a name that links and fields find it by."""
        self.marks += 1
        start = f'<w:bookmarkStart w:id="{self.marks}" w:name="{name}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{self.marks}"/>'

    def front(self) -> str:
        """The title, and below it who publishes the paper and when."""
        paper = self.paper
        lines = ((paper.title, "Title"), (paper.publisher, "Byline"), (paper.dateline, "Byline"))
        return "".join(self.paragraph(_runs(words), style) for words, style in lines if words)

    def blocks(self) -> str:
        """All blocks; where contents stand before them, they begin on a page of their own."""
        return "".join(self.block(block, path) for block, path in numbered(self.paper.blocks))

    def block(self, block: Block, path: tuple[int, ...]) -> str:
        """One block."""
        match block:
            case Heading(level, text):
                first = path == (1,) and self.paper.contents_title and self.own_form
                look = "<w:pageBreakBefore/>" if first else "" if self.own_form else self.numbered(level)
                return self.paragraph(self.bookmarked(_runs(text), _name(path)), f"Heading {level}", look)
            case Words(line, kind, label):
                lead = _runs(f"{label}\u3000", "<w:b/>") if label else ""
                return self.paragraph(lead + self.line(line), _STYLE_OF[kind])
            case Items(items):
                return "".join(self.items(items, 1))
            case Table():
                return self.table(block)
            case Picture():
                return self.picture(block)

    def line(self, line: Line) -> str:
        """Words and marks."""
        return "".join(self.run(part) if isinstance(part, Run) else self.mark(part) for part in line)

    def run(self, run: Run) -> str:
        """Words of one look, as a link where they lead somewhere."""
        weight = "<w:b/><w:bCs/>" if run.bold else ""
        if not run.link:
            return _runs(run.text, weight)
        inside = _runs(run.text, f'<w:rStyle w:val="{self.ids["hyperlink"]}"/>{weight}')
        return f'<w:hyperlink r:id="{self.link(run.link)}" w:history="1">{inside}</w:hyperlink>'

    def link(self, target: str) -> str:
        """The id of an address in the document's list of them."""
        if target not in self.links:
            part = self.document.part
            self.links[target] = part.relate_to(address(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self.links[target]

    def mark(self, mark: Mark) -> str:
        """The endnote at its first mark, later a field that repeats its number."""
        look = f'<w:rStyle w:val="{self.ids["endnote reference"]}"/>'
        if not mark.first:
            number = f"<w:r><w:rPr>{look}</w:rPr><w:t>{mark.note}</w:t></w:r>"
            return rf'<w:fldSimple w:instr=" NOTEREF note_{mark.note} \h ">{number}</w:fldSimple>'
        own = f"<w:r><w:rPr>{look}</w:rPr><w:endnoteRef/></w:r>"
        words = self.paragraph(f"{own}<w:r><w:tab/></w:r>{_runs(self.texts[mark.note])}", "Endnote Text")
        self.notes.append(f'<w:endnote w:id="{mark.note}">{words}</w:endnote>')
        reference = f'<w:r><w:rPr>{look}</w:rPr><w:endnoteReference w:id="{mark.note}"/></w:r>'
        return self.bookmarked(reference, f"note_{mark.note}")

    def numbered(self, level: int) -> str:
        """That a paragraph bears the number of a level: headings have 1 to 3, items 4 and 5."""
        return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{self.number}"/></w:numPr>'

    def items(self, items: tuple[Item, ...], depth: int) -> Iterator[str]:
        """A numbered list: its first paragraphs carry the number, the others stand under their words."""
        for item in items:
            last = len(item.paragraphs) - 1
            for position, line in enumerate(item.paragraphs):
                # A title is not left alone at the foot of a page.
                stays = "<w:keepNext/>" if item.items or position < last else ""
                number = "" if position else self.numbered(depth + 3)
                yield self.paragraph(self.line(line), f"Item {depth}", stays + number)
            yield from self.items(item.items, depth + 1)

    def table(self, table: Table) -> str:
        """A table whose head is repeated on each page, with its caption above it."""
        total = Cm(self.width).twips
        widths = [total * share // sum(table.widths) for share in table.widths]
        looks = ["Table Number" if number in table.numeric else "Table Text" for number in range(len(widths))]
        head = tuple((Run(words),) for words in table.head)
        rows = [self.row(head, widths, ["Table Heading"] * len(widths), "<w:tblHeader/>", _HEAD_FILL)]
        rows += [self.row(row, widths, looks) for row in table.rows]
        if table.total:
            rows.append(self.row(tuple(map(bold, table.total)), widths, looks, cell=_SUM_LINE))
        caption = self.paragraph(_runs(table.caption), "Caption") if table.caption else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{self.ids["report"]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        below = self.paragraph("", "Table Text")
        return f"{caption}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{below}"

    def row(self, lines: tuple[Line, ...], widths: list[int], looks: list[str], row: str = "", cell: str = "") -> str:
        """A row that is not parted by the end of a page."""
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{cell}</w:tcPr>{self.paragraph(self.line(line), look)}'
            "</w:tc>"
            for line, width, look in zip(lines, widths, looks, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{row}</w:trPr>{''.join(cells)}</w:tr>"

    def picture(self, picture: Picture) -> str:
        """A picture with its caption, or the word that its file is damaged."""
        made = fitted(picture, self.width)
        self.heights.append(made.height if made else 0.0)
        if made is None:
            return self.paragraph(_runs(broken_words(picture, self.paper.language)), "Remark")
        shown = self.paragraph(self.frame(picture, made), "Picture")
        return shown + (self.paragraph(_runs(picture.caption), "Picture Caption") if picture.caption else "")

    def frame(self, picture: Picture, made: Fitted) -> str:
        """A picture in a line, with what it shows for those who do not see it."""
        number, (relation, _) = len(self.heights), self.document.part.get_or_add_image(io.BytesIO(made.content))
        size = f'cx="{Cm(made.width)}" cy="{Cm(made.height)}"'
        named = f'id="{number}" name="Picture {number}" descr="{escaped(picture.alt)}"'
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {named}/>"
            '<a:graphic><a:graphicData uri="' + _PICTURE + '"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch>'
            '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def contents(self) -> str:
        """Chapters and sections with their pages, in a field that Word brings up to date; made after the blocks."""
        if not self.paper.contents_title:
            return ""
        pages = Pages(self.paper, self.width, _HEIGHT, self.heights).headings()
        entries = [self.entry(heading, path, pages[path]) for heading, path in _listed(self.paper)]
        if not entries:
            return ""
        begin, end = _field(r'TOC \o "1-2" \h \z \u', "|", dirty=True).split("|")
        entries[0] = (entries[0][0], begin + entries[0][1])
        entries[-1] = (entries[-1][0], entries[-1][1] + end)
        title = self.paragraph(_runs(self.paper.contents_title), "Part Heading")
        listed = "".join(self.paragraph(inside, style) for style, inside in entries)
        return f"<w:sdt>{_CONTENTS}<w:sdtContent>{title}{listed}</w:sdtContent></w:sdt>"

    def entry(self, heading: Heading, path: tuple[int, ...], page: int) -> tuple[str, str]:
        """An entry of the contents: its style, and its words with the page."""
        shown = _field(rf"PAGEREF {_name(path)} \h", f"<w:r><w:t>{page}</w:t></w:r>")
        words = _runs(heading_words(self.paper.language, heading, path))
        link = f'<w:hyperlink w:anchor="{_name(path)}" w:history="1">{words}<w:r><w:tab/></w:r>{shown}</w:hyperlink>'
        return f"toc {heading.level}", link

    def end(self) -> str:
        """The heading over the endnotes, which Word puts behind all text."""
        if not self.notes:
            return ""
        return self.paragraph(_runs(self.paper.notes_title), "Part Heading")


def _listed(paper: Paper) -> Iterator[tuple[Heading, tuple[int, ...]]]:
    """The headings that the contents list."""
    for block, path in numbered(paper.blocks):
        if isinstance(block, Heading) and block.level <= 2:
            yield block, path


def _name(path: tuple[int, ...]) -> str:
    return anchor(path).replace("-", "_")
