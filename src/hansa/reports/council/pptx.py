"""The PPTX writer: native placeholders, charts that can be edited, pictures with what they show, speaker's notes."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import ColorFormat, RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pptx
from pptx.slide import Slide
from pptx.util import Pt

from hansa.reports.blocks import Language
from hansa.reports.council.arranging import arrange
from hansa.reports.council.canvas import COLOURS, LAYOUTS, Box, Tone
from hansa.reports.council.placed import (
    Panel,
    Piece,
    PlacedChart,
    PlacedDeck,
    PlacedMap,
    PlacedPicture,
    PlacedSlide,
    TextBox,
)
from hansa.reports.council.pptx_template import BODIES, TITLES, canvas_of, fill_fields, layout_for, placeholder
from hansa.reports.council.pptx_text import paragraphs
from hansa.reports.council.slides import Deck

_ChartData: Callable[[], Any] = CategoryChartData
TEMPLATE = Path(__file__).with_name("slides.pptx")
# Colours are those of the theme, so that an office's template brings its own.
_TONES: dict[Tone, MSO_THEME_COLOR] = {
    "ink": MSO_THEME_COLOR.TEXT_1,
    "navy": MSO_THEME_COLOR.TEXT_2,
    "teal": MSO_THEME_COLOR.ACCENT_1,
    "ochre": MSO_THEME_COLOR.ACCENT_2,
    "sky": MSO_THEME_COLOR.ACCENT_3,
    "grey": MSO_THEME_COLOR.ACCENT_5,
    "mist": MSO_THEME_COLOR.BACKGROUND_2,
    "paper": MSO_THEME_COLOR.BACKGROUND_1,
}
_ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
_CHART_WORDS = 14
_MANY = 6  # names below the bars, from which on they are set smaller
_WITHOUT_NOUGHTS = "#,##0;;"


def render(deck: PlacedDeck, template: bytes | None = None) -> bytes:
    """The deck as PPTX, in our own template or in an office's, for whose canvas it was arranged."""
    made = Presentation(io.BytesIO(template) if template else str(TEMPLATE))
    _without_slides(made)
    if template:
        fill_fields(
            made, {"title": deck.title, "publisher": deck.publisher, "dateline": deck.dateline, "year": deck.year}
        )
    core = made.core_properties
    core.title, core.author, core.language = deck.title, deck.publisher, deck.language
    layouts = {name: layout_for(made, name) for name in LAYOUTS}
    for slide in deck.slides:
        writer = _Writer(made.slides.add_slide(layouts[slide.layout]), deck.language, theirs=template is not None)
        writer.write(slide)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def render_in(slides: Deck, template: bytes) -> bytes:
    """The slides in an office's template, arranged by the room that its layouts have."""
    return render(arrange(slides, canvas_of(template)), template)


def _without_slides(made: Pptx) -> None:
    """Take away the slides that a template came with."""
    identifiers = made.slides._sldIdLst
    for identifier in list(identifiers):
        made.part.drop_rel(identifier.rId)
        identifiers.remove(identifier)


class _Writer:
    """Writes one slide; in a template of `theirs`, titles and bodies have the colours of its placeholders."""

    def __init__(self, slide: Slide, language: Language, *, theirs: bool) -> None:
        self.slide: Any = slide
        self.language = language
        self.theirs = theirs

    def write(self, slide: PlacedSlide) -> None:
        """All pieces in the order in which they are read, then the notes; placeholders left empty go."""
        used = [self.piece(piece) for piece in slide.pieces]
        for holder in list(self.slide.placeholders):
            if holder._element not in used:
                holder._element.getparent().remove(holder._element)
        tree = self.slide.shapes._spTree
        for element in used:
            tree.append(element)  # what stands in the tree already is moved, so that the order is that of reading
        if slide.notes:
            self.slide.notes_slide.notes_text_frame.text = "\n".join(slide.notes)

    def piece(self, piece: Piece) -> Any:
        """The element of a piece."""
        match piece:
            case TextBox():
                return self.text(piece)
            case Panel():
                return self.panel(piece)
            case PlacedChart():
                return self.chart(piece)
            case PlacedMap(box, drawing, alt):
                return self.picture(box, drawing, alt)
            case PlacedPicture(box, image, alt):
                return self.picture(box, image, alt)

    def text(self, piece: TextBox) -> Any:
        """A text in its placeholder, or in a box."""
        shape = self.place_for(piece)
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = _ANCHORS[piece.anchor]
        body = frame._txBody
        for empty in frame.paragraphs:
            body.remove(empty._p)
        body.extend(paragraphs(piece, self.language, coloured=not (self.theirs and piece.role in ("title", "body"))))
        return shape._element

    def place_for(self, piece: TextBox) -> Any:
        """The layout's placeholder for a title or body, else a new text box."""
        kinds = {"title": TITLES, "body": BODIES}.get(piece.role, ())
        holder = placeholder(self.slide, kinds) if kinds else None
        if holder is not None and piece.role == "body" and holder.has_text_frame and holder.text_frame.text:
            holder = None
        shape = holder if holder is not None else self.slide.shapes.add_textbox(0, 0, 0, 0)
        shape.left, shape.top, shape.width, shape.height = _emu(piece.box)
        return shape

    def panel(self, piece: Panel) -> Any:
        """A surface without words, marked as one that readers need not be told of."""
        kind = MSO_SHAPE.OVAL if piece.round else MSO_SHAPE.RECTANGLE
        shape = self.slide.shapes.add_shape(kind, *_emu(piece.box))
        shape.fill.solid()
        if piece.exact:
            shape.fill.fore_color.rgb = RGBColor.from_string(COLOURS[piece.tone])  # type: ignore[no-untyped-call]
        else:
            _tone(shape.fill.fore_color, piece.tone)
        shape.line.fill.background()
        # Without the theme's own style, which brings a shadow.
        shape._element.remove(shape._element.find(qn("p:style")))
        _decorative(shape._element)
        return shape._element

    def picture(self, box: Box, image: bytes, alt: str) -> Any:
        """A picture with what it shows."""
        shape = self.slide.shapes.add_picture(io.BytesIO(image), *_emu(box))
        _describe(shape._element, alt)
        return shape._element

    def chart(self, piece: PlacedChart) -> Any:
        """A chart of bars with its numbers in a sheet, so that it can be edited."""
        chart = piece.chart
        data: Any = _ChartData()
        data.categories = chart.categories
        for name, values in chart.series:
            data.add_series(name, values)
        kind = XL_CHART_TYPE.BAR_CLUSTERED if chart.lying else XL_CHART_TYPE.COLUMN_CLUSTERED
        shape = self.slide.shapes.add_chart(kind, *_emu(piece.box), data)
        _describe(shape._element, chart.alt)
        _dress(shape.chart, chart.title, lying=chart.lying)
        return shape._element


def _emu(box: Box) -> tuple[int, int, int, int]:
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def _tone(colour: ColorFormat, tone: Tone) -> None:
    colour.theme_color = _TONES[tone]


def _describe(element: Any, words: str) -> None:
    element.find(f".//{qn('p:cNvPr')}").set("descr", words)


@cache
def _decoration() -> str:
    return "http://schemas.microsoft.com/office/drawing/2017/decorative"


def _decorative(element: Any) -> None:
    properties = element.find(f".//{qn('p:cNvPr')}")
    extensions = etree.SubElement(properties, qn("a:extLst"))
    extension = etree.SubElement(extensions, qn("a:ext"), uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    etree.SubElement(extension, f"{{{_decoration()}}}decorative", {"val": "1"}, nsmap={"adec": _decoration()})


def _dress(chart: Any, title: str, *, lying: bool) -> None:
    """Calm: numbers on the bars, no grid, small words; a legend where there is more than one series."""
    several = len(list(chart.plots[0].series)) > 1
    chart.font.size = Pt(_CHART_WORDS)
    chart.has_title = True
    chart.chart_title.text_frame.text = title
    heading = chart.chart_title.text_frame.paragraphs[0].runs[0].font
    heading.size, heading.bold = Pt(_CHART_WORDS + 2), True
    _tone(heading.color, "teal")
    chart.has_legend = several
    if several:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    plot = chart.plots[0]
    plot.gap_width = 60
    plot.has_data_labels = True
    plot.data_labels.font.size = Pt(_CHART_WORDS)
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = _WITHOUT_NOUGHTS, False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for series, tone in zip(plot.series, ("teal", "ochre"), strict=False):
        series.format.fill.solid()
        _tone(series.format.fill.fore_color, tone)  # type: ignore[arg-type]
    values, categories = chart.value_axis, chart.category_axis
    values.visible = values.has_major_gridlines = False
    values.minimum_scale = 0
    categories.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_5
    categories.has_major_gridlines = False
    many = len(list(plot.categories)) > _MANY
    categories.tick_labels.font.size = Pt(_CHART_WORDS - 3 if many else _CHART_WORDS)
    categories.reverse_order = lying
