"""The ODP writer: valid OpenDocument 1.3, with charts that can be edited, what pictures show, and speaker's notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hansa.reports.council.canvas import COLOURS, OURS, Box, Tone
from hansa.reports.council.fitting import LINE
from hansa.reports.council.odp_charts import MEDIA_TYPE as CHART
from hansa.reports.council.odp_charts import chart_parts
from hansa.reports.council.placed import (
    UNIT_SHARE,
    Panel,
    Para,
    Piece,
    PlacedChart,
    PlacedDeck,
    PlacedMap,
    PlacedPicture,
    PlacedSlide,
    TextBox,
)
from hansa.reports.render.opendocument import LANGUAGES, Package, attribute, packed, words
from hansa.reports.render.text import isolated

MEDIA_TYPE = "application/vnd.oasis.opendocument.presentation"
LATIN, CHINESE = "Arial", "Microsoft JhengHei"
_MARK, _HANG = "▪", 18
_ANCHORS = {"top": "top", "middle": "middle", "bottom": "bottom"}
_ALIGNS = {"left": "start", "center": "center", "right": "end"}
_CLASSES = {"title": "title", "body": "outline"}
_DARK, _LIGHT = "Dark", "Content"
# The sheet of paper on which notes are printed.
_NOTES = 'svg:x="2.5cm" svg:y="13cm" svg:width="16cm" svg:height="15cm"'
_THUMBNAIL = 'svg:x="2.5cm" svg:y="2.5cm" svg:width="16cm" svg:height="9cm"'


def render(deck: PlacedDeck) -> bytes:
    """The slides as ODP."""
    writer = _Writer(deck)
    pages = "".join(writer.page(number, slide) for number, slide in enumerate(deck.slides, 1))
    content = (
        f"{_fonts()}<office:automatic-styles>{_PAGE_STYLES}{''.join(writer.styles.values())}"
        f"</office:automatic-styles><office:body><office:presentation>{pages}</office:presentation></office:body>"
    )
    return packed(
        Package(MEDIA_TYPE, deck.title, deck.publisher, deck.language, content, _styles(deck), files=writer.files)
    )


@dataclass
class _Writer:
    """Writes the pages, and keeps the styles and files that they use."""

    deck: PlacedDeck
    styles: dict[str, str] = field(default_factory=dict)
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)

    def page(self, number: int, slide: PlacedSlide) -> str:
        """One slide with its notes."""
        pieces = "".join(self.piece(piece) for piece in slide.pieces)
        if slide.layout != "content":
            title = OURS.titles[slide.layout]
            pieces = self.panel(Panel(Box(title.left - 26, title.top + 8, 5, title.height - 16), "ochre")) + pieces
        master = _LIGHT if slide.layout == "content" else _DARK
        return (
            f'<draw:page draw:name="page{number}" draw:style-name="page" draw:master-page-name="{master}">'
            f"{pieces}{self.notes(number, slide.notes)}</draw:page>"
        )

    def notes(self, number: int, notes: tuple[str, ...]) -> str:
        """The speaker's notes, a paragraph each."""
        told = "".join(f"<text:p>{words(isolated(note))}</text:p>" for note in notes)
        return (
            '<presentation:notes draw:style-name="page">'
            f'<draw:page-thumbnail draw:page-number="{number}" {_THUMBNAIL}/>'
            f'<draw:frame presentation:class="notes" draw:style-name="words-top" {_NOTES}>'
            f"<draw:text-box>{told}</draw:text-box></draw:frame></presentation:notes>"
        )

    def piece(self, piece: Piece) -> str:
        """The element of a piece."""
        match piece:
            case TextBox():
                return self.text(piece)
            case Panel():
                return self.panel(piece)
            case PlacedChart():
                return self.chart(piece)
            case PlacedMap(box, drawing, alt):
                return self.picture(box, drawing, alt, ".png")
            case PlacedPicture(box, image, alt):
                return self.picture(box, image, alt, ".jpg")

    def text(self, piece: TextBox) -> str:
        """A text box; the title and the body are told to be such."""
        told = f' presentation:class="{_CLASSES[piece.role]}"' if piece.role in _CLASSES else ""
        style = f"words-{_ANCHORS[piece.anchor]}"
        inside = "".join(self.paragraphs(piece))
        return (
            f'<draw:frame draw:style-name="{style}" draw:layer="layout"{told} {_place(piece.box)}>'
            f"<draw:text-box>{inside}</draw:text-box></draw:frame>"
        )

    def paragraphs(self, piece: TextBox) -> Iterator[str]:
        """The paragraphs, those with a mark as items of a list."""
        for number, para in enumerate(piece.paragraphs):
            style = self.paragraph_style(para, piece.align, before=para.before if number else 0)
            inside = "<text:page-number/>" if piece.role == "number" else words(isolated(para.text))
            if para.unit:
                unit = self.unit_style(para.size * UNIT_SHARE)
                inside += f'<text:span text:style-name="{unit}"><text:s/>{words(para.unit)}</text:span>'
            written = f'<text:p text:style-name="{style}">{inside}</text:p>'
            if para.bullet:
                yield f'<text:list text:style-name="mark"><text:list-item>{written}</text:list-item></text:list>'
            else:
                yield written

    def paragraph_style(self, para: Para, align: str, before: float) -> str:
        """The name of the style of a paragraph's look, made where it is new."""
        indent = 0 if para.bullet else para.indent
        name = f"p{para.size:g}-{para.tone}-{int(para.bold)}-{before:g}-{indent:g}-{align}".replace(".", "_")
        weight = "bold" if para.bold else "normal"
        self.styles.setdefault(
            name,
            f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
            f'fo:line-height="{para.size * LINE:.2f}pt" fo:margin-top="{before:g}pt" fo:margin-bottom="0pt" '
            f'fo:margin-left="{indent:g}pt" fo:text-indent="0pt" fo:text-align="{_ALIGNS[align]}"/>'
            f"{_letters(para.size, para.tone, weight)}</style:style>",
        )
        return name

    def unit_style(self, size: float) -> str:
        """The name of the style of a unit's smaller letters."""
        name = f"u{size:g}".replace(".", "_")
        self.styles.setdefault(
            name,
            f'<style:style style:name="{name}" style:family="text"><style:text-properties fo:font-size="{size:g}pt" '
            f'style:font-size-asian="{size:g}pt" style:font-size-complex="{size:g}pt"/></style:style>',
        )
        return name

    def panel(self, piece: Panel) -> str:
        """A surface, or a dot."""
        shape = "ellipse" if piece.round else "rect"
        return f'<draw:{shape} draw:style-name="panel-{piece.tone}" draw:layer="layout" {_place(piece.box)}/>'

    def picture(self, box: Box, image: bytes, alt: str, suffix: str) -> str:
        """A picture with what it shows."""
        path = f"Pictures/{len(self.files) + 1}{suffix}"
        self.files[path] = (image, "image/png" if suffix == ".png" else "image/jpeg")
        link = f'xlink:href="{path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
        return (
            f'<draw:frame draw:style-name="picture" draw:layer="layout" {_place(box)}><draw:image {link}/>'
            f"<svg:desc>{words(alt)}</svg:desc></draw:frame>"
        )

    def chart(self, piece: PlacedChart) -> str:
        """A chart as an object of its own, with its numbers in a table, so that it can be edited."""
        name = f"Object {sum(path.endswith('/') for path in self.files) + 1}"
        self.files[f"{name}/"] = (b"", CHART)
        for part, text in chart_parts(piece, LATIN, CHINESE).items():
            self.files[f"{name}/{part}"] = (text.encode(), "text/xml")
        link = f'xlink:href="./{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
        return (
            f'<draw:frame draw:style-name="picture" draw:layer="layout" {_place(piece.box)}><draw:object {link}/>'
            f"<svg:desc>{words(piece.chart.alt)}</svg:desc></draw:frame>"
        )


def _place(box: Box) -> str:
    places = (("x", box.left), ("y", box.top), ("width", box.width), ("height", box.height))
    return " ".join(f'svg:{name}="{points:.2f}pt"' for name, points in places)


def _letters(size: float, tone: Tone, weight: str) -> str:
    return (
        f'<style:text-properties fo:color="#{COLOURS[tone].lower()}" fo:font-size="{size:g}pt" '
        f'style:font-size-asian="{size:g}pt" style:font-size-complex="{size:g}pt" fo:font-weight="{weight}" '
        f'style:font-weight-asian="{weight}" style:font-weight-complex="{weight}"/>'
    )


def _fonts() -> str:
    faces = "".join(
        f'<style:font-face style:name="{name}" svg:font-family="{attribute(name)[1:-1]}"/>' for name in (LATIN, CHINESE)
    )
    return f"<office:font-face-decls>{faces}</office:font-face-decls>"


def _graphic(name: str, properties: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="graphic"><style:graphic-properties draw:stroke="none" '
        f"{properties}/></style:style>"
    )


_WORDS = (
    'draw:fill="none" fo:padding-top="0pt" fo:padding-bottom="0pt" fo:padding-left="0pt" fo:padding-right="0pt" '
    'draw:auto-grow-height="false" draw:auto-grow-width="false" fo:wrap-option="wrap" '
    'draw:textarea-vertical-align="{}"'
)
_PAGE_STYLES = (
    '<style:style style:name="page" style:family="drawing-page"><style:drawing-page-properties '
    'presentation:display-page-number="false"/></style:style>'
    + "".join(_graphic(f"words-{anchor}", _WORDS.format(anchor)) for anchor in _ANCHORS.values())
    + "".join(
        _graphic(f"panel-{tone}", f'draw:fill="solid" draw:fill-color="#{colour.lower()}"')
        for tone, colour in COLOURS.items()
    )
    + _graphic("picture", 'draw:fill="none"')
    + '<text:list-style style:name="mark"><text:list-level-style-bullet text:level="1" '
    f'text:bullet-char="{_MARK}"><style:list-level-properties text:min-label-width="{_HANG}pt"/>'
    f'<style:text-properties fo:color="#{COLOURS["ochre"].lower()}" fo:font-size="100%"/>'
    "</text:list-level-style-bullet></text:list-style>"
)


def _styles(deck: PlacedDeck) -> str:
    """The size of the slides, the fonts, and the two grounds: light for content, dark for the others."""
    language, country = LANGUAGES[deck.language].split("-")
    fonts = (
        f'style:font-name="{LATIN}" style:font-name-asian="{CHINESE}" fo:language="{language}" fo:country="{country}" '
        f'style:language-asian="{language}" style:country-asian="{country}"'
    )
    if deck.language == "en":
        fonts = fonts.replace('language-asian="en"', 'language-asian="zh"').replace(
            'country-asian="US"', 'country-asian="TW"'
        )
    sheet = (
        f'<style:page-layout style:name="sheet"><style:page-layout-properties fo:page-width="{deck.width:g}pt" '
        f'fo:page-height="{deck.height:g}pt" fo:margin="0pt" style:print-orientation="landscape"/></style:page-layout>'
        '<style:page-layout style:name="notes"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin="0pt" style:print-orientation="portrait"/></style:page-layout>'
    )
    tones: tuple[tuple[str, Tone], ...] = (("ground-light", "paper"), ("ground-dark", "navy"))
    grounds = "".join(
        f'<style:style style:name="{name}" style:family="drawing-page"><style:drawing-page-properties '
        f'draw:fill="solid" draw:fill-color="#{COLOURS[tone].lower()}"/></style:style>'
        for name, tone in tones
    )
    masters = "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="sheet" draw:style-name="{ground}">'
        f'<presentation:notes style:page-layout-name="notes"/></style:master-page>'
        for name, ground in ((_LIGHT, "ground-light"), (_DARK, "ground-dark"))
    )
    layers = '<draw:layer-set><draw:layer draw:name="layout"/></draw:layer-set>'
    return (
        f'{_fonts()}<office:styles><style:default-style style:family="graphic"><style:text-properties {fonts}/>'
        f"</style:default-style></office:styles><office:automatic-styles>{sheet}{grounds}</office:automatic-styles>"
        f"<office:master-styles>{layers}{masters}</office:master-styles>"
    )
