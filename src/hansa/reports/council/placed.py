"""Slides on which everything has its place and size: what the writers of all formats take."""

from dataclasses import dataclass
from typing import Literal

from hansa.reports.blocks import Language
from hansa.reports.council.canvas import Box, Tone
from hansa.reports.council.slides import Chart, Layout

# A unit's letters beside those of its number.
UNIT_SHARE = 0.5
Role = Literal["title", "body", "text", "footer", "number"]


@dataclass(frozen=True)
class Para:
    """A paragraph of one look; `indent` is where its lines begin, `bullet` whether a mark stands before them.

    `unit` follows the text in smaller letters. Sizes and spaces in points.
    """

    text: str
    size: float
    tone: Tone = "ink"
    bold: bool = False
    before: float = 0
    indent: float = 0
    bullet: bool = False
    unit: str = ""


@dataclass(frozen=True)
class TextBox:
    """Paragraphs in a box; the title and the body go where a layout has its own places for them."""

    box: Box
    paragraphs: tuple[Para, ...]
    role: Role = "text"
    anchor: Literal["top", "middle", "bottom"] = "top"
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True)
class Panel:
    """A surface of one colour behind words, or a round dot; it says nothing.

    An `exact` one has its colour whatever colours a template brings: that of a country on the map.
    """

    box: Box
    tone: Tone
    round: bool = False
    exact: bool = False


@dataclass(frozen=True)
class PlacedChart:
    """A chart in its place."""

    box: Box
    chart: Chart


@dataclass(frozen=True)
class PlacedMap:
    """The map's drawing in its place, as PNG."""

    box: Box
    drawing: bytes
    alt: str


@dataclass(frozen=True)
class PlacedPicture:
    """A picture in its place: JPEG or PNG, cut to the box, turned upright, without the camera's notes."""

    box: Box
    image: bytes
    alt: str


Piece = TextBox | Panel | PlacedChart | PlacedMap | PlacedPicture


@dataclass(frozen=True)
class PlacedSlide:
    """A slide whose pieces stand in the order in which they are read."""

    layout: Layout
    title: str
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class PlacedDeck:
    """All slides, as wide and high as the canvas says; `notes_title` heads the notes where they are printed.

    `dateline` is the period in words, `year` that of its last day, for templates that name them.
    """

    language: Language
    title: str
    publisher: str
    notes_title: str
    dateline: str
    year: str
    width: float
    height: float
    slides: tuple[PlacedSlide, ...]
