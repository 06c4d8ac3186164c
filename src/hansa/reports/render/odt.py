"""The ODT writer: native headings, numbering, contents, lists, tables and endnotes, valid OpenDocument 1.3."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from hansa.reports.blocks import Block, Heading, Item, Items, Language, Line, Mark, Paper, Picture, Run, Table, bold
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import anchor, heading_words, numbered
from hansa.reports.render.opendocument import Package, attribute, packed, plain, words
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.pictures import Fitted, broken_words, fitted
from hansa.reports.render.text import address, isolated

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_STYLES = Path(__file__).with_name("odt_styles.xml")
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
    '{stop}fo:margin-left="{left}cm"/></style:list-level-properties>'
)
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
_HANG, _LEFT = (0.9, 1.6), (0.9, 2.5)  # cm: room for the number of an item, and where its words begin
_LONG, _SHORT, _MARGIN = 29.7, 21.0, 2.0  # cm
_STYLE_OF = {"text": "Text_20_body", "subtitle": "Subtitle", "quotation": "Quotations", "remark": "Remark"}


def _outline(language: Language) -> str:
    after = "space" if language == "en" else "nothing"
    return "".join(
        f'<text:outline-level-style text:level="{level}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'style:num-format="{form}" text:display-levels="{shown}">'
        f"{_LABEL.format(after=after, hang=0, left=0, stop='')}</text:outline-level-style>"
        for level, (prefix, form, suffix, shown) in enumerate(_OUTLINE[language], 1)
    )


def _items_style(language: Language) -> str:
    return "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'style:num-format="{form}">'
        + _LABEL.format(after="listtab", hang=hang, left=left, stop=f'text:list-tab-stop-position="{left}cm" ')
        + "</text:list-level-style-number>"
        for level, ((prefix, form, suffix), hang, left) in enumerate(
            zip(_ITEMS[language], _HANG, _LEFT, strict=True), 1
        )
    )


def page_width(paper: Paper) -> float:
    """The width of the text in centimetres."""
    return (_LONG if paper.landscape else _SHORT) - 2 * _MARGIN


def styles(paper: Paper) -> str:
    """The styles of a paper, its page with its foot among them."""
    before, between, after = PHRASES[paper.language].pages
    width, height = (_LONG, _SHORT) if paper.landscape else (_SHORT, _LONG)
    return Template(_STYLES.read_text(encoding="utf-8")).substitute(
        outline=_outline(paper.language),
        items=_items_style(paper.language),
        notes_title=words(paper.notes_title),
        before=words(before),
        between=words(between),
        after=words(after),
        width=width,
        height=height,
        orientation="landscape" if paper.landscape else "portrait",
        first_stop=page_width(paper),
        second_stop=page_width(paper) - 0.8,
    )


def _span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def _paragraph(inside: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


class Body:
    """The blocks of one paper as XML, and what they need beside the text: styles of columns, pictures."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
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
                style = "First_20_heading" if path == (1,) and self.paper.contents_title else f"Heading_20_{level}"
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
        name = f"Table{len(self.columns) + 1}"
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
        unit = page_width(self.paper) / sum(table.widths)
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
        made = fitted(picture, page_width(self.paper))
        if made is None:
            return _paragraph(words(isolated(broken_words(picture, self.paper.language))), "Remark")
        shown = _paragraph(self.frame(picture, made), "Picture")
        return shown + (_paragraph(words(isolated(picture.caption)), "Picture_20_caption") if picture.caption else "")

    def frame(self, picture: Picture, made: Fitted) -> str:
        """The frame of a picture, with what it shows for those who do not see it."""
        number = len(self.pictures) + 1
        path = f"Pictures/{number}{made.suffix}"
        self.pictures[path] = (made.content, made.media_type)
        return (
            f'<draw:frame draw:name="Picture{number}" text:anchor-type="as-char" svg:width="{made.width:.2f}cm" '
            f'svg:height="{made.height:.2f}cm"><draw:image xlink:href="{path}" xlink:type="simple" xlink:show="embed" '
            f'xlink:actuate="onLoad" draw:mime-type="{made.media_type}"/><svg:desc>{plain(picture.alt)}</svg:desc>'
            "</draw:frame>"
        )


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


def render(paper: Paper) -> bytes:
    """The report as an OpenDocument text."""
    body = Body(paper)
    front = (
        _paragraph(words(isolated(text)), style)
        for text, style in ((paper.title, "Title"), (paper.publisher, "Byline"), (paper.dateline, "Byline"))
        if text
    )
    text = f"{''.join(front)}{contents(paper)}{body.blocks()}"
    automatic = _STYLES_BESIDE + "".join(body.columns.values())
    return packed(
        Package(
            MEDIA_TYPE,
            paper.title,
            paper.publisher,
            paper.language,
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body>",
            styles(paper),
            files=body.pictures,
        )
    )
