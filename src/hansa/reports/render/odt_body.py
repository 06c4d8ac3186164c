"""The blocks of a paper as the XML of OpenDocument."""

from collections.abc import Iterator

from hansa.reports.blocks import Block, Heading, Item, Items, Line, Mark, Paper, Picture, Run, Table, bold
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import anchor, heading_words, numbered
from hansa.reports.render.opendocument import attribute, plain, words
from hansa.reports.render.pictures import Fitted, broken_words, fitted
from hansa.reports.render.text import address, isolated

# LibreOffice takes these only from beside the text.
_CELL = (
    '<style:style style:name="{}" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #7f8c99" fo:padding="0.1cm"{}/></style:style>'
)
_STYLES_BESIDE = (
    '<style:style style:name="First_20_heading" style:family="paragraph" style:parent-style-name="Heading_20_1">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:name="Report" style:family="table"><style:table-properties table:align="margins" '
    'fo:margin-top="0.2cm" fo:margin-bottom="0.4cm"/></style:style>'
    + _CELL.format("ReportCell", "")
    + _CELL.format("ReportHead", ' fo:background-color="#eef2f6" style:vertical-align="middle"')
    + _CELL.format("ReportSum", ' fo:border-top="1.5pt solid #1d2733"')
)
_CONTENTS_LEVELS = 2
_CONTENTS_ENTRY = (
    '<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
    "<text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/>"
    '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
    "<text:index-entry-link-end/></text:table-of-content-entry-template>"
)
_STYLE_OF = {"text": "Text_20_body", "subtitle": "Subtitle", "quotation": "Quotations", "remark": "Remark"}


def _span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def _paragraph(inside: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


class Body:
    """The blocks of one paper as XML, and what they need beside the text: styles of columns, pictures."""

    def __init__(self, paper: Paper, width: float, contents: bool) -> None:
        self.paper, self.width = paper, width
        # Behind contents, the text begins on a page of its own.
        self.new_page = contents
        self.notes = {note.number: note for note in paper.notes}
        self.columns: dict[str, str] = {}
        self.pictures: dict[str, tuple[bytes, str]] = {}

    def blocks(self) -> str:
        """All blocks; where contents stand before them, they begin on a page of their own."""
        return "".join(self.block(block, path) for block, path in numbered(self.paper.blocks))

    def block(self, block: Block, path: tuple[int, ...]) -> str:
        """One block."""
        match block:
            case Heading(level, text):
                style = "First_20_heading" if path == (1,) and self.new_page else f"Heading_20_{level}"
                bookmark = f'<text:bookmark text:name="{anchor(path)}"/>'
                return (
                    f'<text:h text:style-name="{style}" text:outline-level="{level}">'
                    f"{bookmark}{words(isolated(text))}</text:h>"
                )
            case Words(line, kind, label):
                lead = _span(words(label), "Bold") + "\u3000" if label else ""
                return _paragraph(lead + self.line(line), _STYLE_OF[kind])
            case Items(items):
                return self.items(items, ' text:style-name="Items"')
            case Table():
                return self.table(block)
            case Picture():
                return self.picture(block)

    def line(self, line: Line) -> str:
        """Words and marks."""
        return "".join(self.run(part) if isinstance(part, Run) else self.mark(part) for part in line)

    def run(self, run: Run) -> str:
        """Words of one look."""
        text = words(isolated(run.text))
        if run.link:
            text = f'<text:a xlink:type="simple" xlink:href={attribute(address(run.link))}>{text}</text:a>'
        return _span(text, "Bold") if run.bold else text

    def mark(self, mark: Mark) -> str:
        """The endnote itself at its first mark, later a reference to it."""
        name, shown = f"note-{mark.note}", f"[{mark.note}]"
        if mark.first:
            body = _paragraph(words(isolated(self.notes[mark.note].text)), "Endnote")
            return (
                f'<text:note text:note-class="endnote" text:id="{name}"><text:note-citation text:label="{shown}">'
                f"{shown}</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
            )
        reference = f'text:note-class="endnote" text:reference-format="text" text:ref-name="{name}"'
        return _span(f"<text:note-ref {reference}>{shown}</text:note-ref>", "Endnote_20_anchor")

    def items(self, items: tuple[Item, ...], style: str = "") -> str:
        """A numbered list, which starts again at 1; a title is not left alone at the foot of a page."""
        return f"<text:list{style}>{''.join(self.item(item) for item in items)}</text:list>"

    def item(self, item: Item) -> str:
        """An item: the last of its paragraphs stays with what is below it, the others with the next."""
        *titles, last = (self.line(line) for line in item.paragraphs)
        inside = "".join(_paragraph(title, "Item_20_title") for title in titles)
        inside += _paragraph(last, "Item_20_title" if item.items else "Item")
        return f"<text:list-item>{inside}{self.items(item.items) if item.items else ''}</text:list-item>"

    def table(self, table: Table) -> str:
        """A table whose head is repeated on each page, with its caption above it."""
        name = f"Report{len(self.columns) + 1}"
        looks = ["Number" if number in table.numeric else "Contents" for number in range(len(table.head))]
        head = self.row(tuple((Run(words),) for words in table.head), ["Heading"] * len(looks), "ReportHead")
        rows = "".join(self.row(row, looks, "ReportCell") for row in table.rows)
        sums = tuple(bold(line) for line in table.total)
        total = self.row(sums, looks, "ReportSum") if table.total else ""
        caption = _paragraph(words(isolated(table.caption)), "Caption") if table.caption else ""
        return (
            f'{caption}<table:table table:name="{name}" table:style-name="Report">{self.column_marks(table, name)}'
            f"<table:table-header-rows>{head}</table:table-header-rows>{rows}{total}</table:table>"
        )

    def column_marks(self, table: Table, name: str) -> str:
        """The columns; their widths become styles."""
        unit = self.width / sum(table.widths)
        self.columns[name] = "".join(
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{share * unit:.2f}cm"/></style:style>'
            for number, share in enumerate(table.widths)
        )
        return "".join(f'<table:table-column table:style-name="{name}.{n}"/>' for n in range(len(table.widths)))

    def row(self, lines: tuple[Line, ...], looks: list[str], cell: str) -> str:
        """A row of cells, each paragraph in the look of its column."""
        start = f'<table:table-cell table:style-name="{cell}" office:value-type="string">'
        cells = (
            f"{start}{_paragraph(self.line(line), f'Table_20_{look}')}</table:table-cell>"
            for line, look in zip(lines, looks, strict=True)
        )
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def picture(self, picture: Picture) -> str:
        """A picture with its caption, or the word that its file is damaged."""
        made = fitted(picture, self.width)
        if made is None:
            return _paragraph(words(isolated(broken_words(picture, self.paper.language))), "Remark")
        shown = _paragraph(self.frame(picture, made), "Picture")
        return shown + (_paragraph(words(isolated(picture.caption)), "Picture_20_caption") if picture.caption else "")

    def frame(self, picture: Picture, made: Fitted) -> str:
        """The frame of a picture, with what it shows for those who do not see it."""
        number = len(self.pictures) + 1
        path = f"Pictures/report-{number}{made.suffix}"
        self.pictures[path] = (made.content, made.media_type)
        return (
            f'<draw:frame draw:name="Picture{number}" text:anchor-type="as-char" svg:width="{made.width:.2f}cm" '
            f'svg:height="{made.height:.2f}cm"><draw:image xlink:href="{path}" xlink:type="simple" xlink:show="embed" '
            f'xlink:actuate="onLoad" draw:mime-type="{made.media_type}"/><svg:desc>{plain(picture.alt)}</svg:desc>'
            "</draw:frame>"
        )

    @property
    def automatic(self) -> str:
        """The styles that stand beside the text, once the blocks were made."""
        return _STYLES_BESIDE + "".join(self.columns.values())


def contents(paper: Paper) -> str:
    """The contents, which a word processor can bring up to date; the pages are references, which it fills in."""
    if not paper.contents_title:
        return ""
    templates = "".join(_CONTENTS_ENTRY.format(level=level) for level in range(1, _CONTENTS_LEVELS + 1))
    title = words(paper.contents_title)
    return (
        '<text:table-of-content text:name="Contents" text:protected="true">'
        f'<text:table-of-content-source text:outline-level="{_CONTENTS_LEVELS}">'
        f'<text:index-title-template text:style-name="Part_20_heading">{title}</text:index-title-template>{templates}'
        '</text:table-of-content-source><text:index-body><text:index-title text:name="Contents_Head">'
        f"{_paragraph(title, 'Part_20_heading')}</text:index-title>{''.join(_entries(paper))}"
        "</text:index-body></text:table-of-content>"
    )


def _entries(paper: Paper) -> Iterator[str]:
    for block, path in numbered(paper.blocks):
        if isinstance(block, Heading) and block.level <= _CONTENTS_LEVELS:
            name = anchor(path)
            title = words(isolated(heading_words(paper.language, block, path)))
            page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{name}">1</text:bookmark-ref>'
            link = f'<text:a xlink:type="simple" xlink:href="#{name}">{title}<text:tab/>{page}</text:a>'
            yield _paragraph(link, f"Contents_20_{block.level}")


def front(paper: Paper) -> str:
    """The title, and below it who publishes the paper and when."""
    lines = ((paper.title, "Title"), (paper.publisher, "Byline"), (paper.dateline, "Byline"))
    return "".join(_paragraph(words(isolated(text)), style) for text, style in lines if text)
