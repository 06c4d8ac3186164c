"""The slide model: what a deck says, slide by slide, before anything has a place or a size.

Text is plain Unicode on one line. A slide's blocks stand one under the other on its left; where it has an `aside`,
that one block stands on its right.
"""

from dataclasses import dataclass
from typing import Literal

from hansa.reports.blocks import Language
from hansa.reports.council.items import Photograph

Layout = Literal["cover", "section", "content", "closing"]


@dataclass(frozen=True)
class Bullet:
    """A point: its words, and the lines that tell more of it. A point and its lines stay on one slide."""

    words: str
    lines: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True)
class Bullets:
    """Points, in one or two columns; as many slides as they need, all at the scale of the first."""

    points: tuple[Bullet, ...]
    columns: int = 1
    scale: float = 0


@dataclass(frozen=True)
class Number:
    """A big figure: the number as written, its unit, what it counts, and a word below, such as its period."""

    value: str
    unit: str
    label: str
    aside: str = ""


@dataclass(frozen=True)
class Numbers:
    """Big figures side by side; as many rows and slides as they need.

    `roomy` ones share the whole slide; all are as large as the widest of them and of those that they are `sized_as`.
    """

    numbers: tuple[Number, ...]
    heading: str = ""
    roomy: bool = False
    sized_as: tuple[Number, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart of bars: its categories, and each series with its name and one value for each category.

    `alt` says in words what the chart shows; the bars of a `lying` one go from left to right.
    """

    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    title: str
    alt: str
    lying: bool = False


@dataclass(frozen=True)
class Spot:
    """A place on the map; one with a label is named."""

    latitude: float
    longitude: float
    label: str = ""
    partner: bool = False


@dataclass(frozen=True)
class Map:
    """A map of the world: countries by their codes, those of partners and those of other exchanges, and places.

    `home` is the place in whose middle the map is cut open, at the opposite meridian.
    """

    partners: frozenset[str]
    others: frozenset[str]
    spots: tuple[Spot, ...]
    legend: tuple[str, str]
    alt: str
    home: Spot | None = None


@dataclass(frozen=True)
class PictureBox:
    """A picture of the records, with its caption and credit."""

    picture: Photograph
    caption: str


Block = Bullets | Numbers | Chart | Map | PictureBox


@dataclass(frozen=True)
class Slide:
    """One slide; `kicker` is the small line above the title, `notes` the speaker's notes, a paragraph each."""

    layout: Layout
    title: str
    kicker: str = ""
    lines: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    aside: Block | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deck:
    """All slides, with what stands at the foot of each. `continued` marks the title of a slide that goes on.

    `notes_title` heads the notes where they are printed, `dateline` is the period in words, `year` that of its last
    day; `remarks` tell the office what was left out, in a line each.
    """

    language: Language
    title: str
    publisher: str
    footer: str
    continued: str
    notes_title: str
    dateline: str
    year: str
    slides: tuple[Slide, ...]
    remarks: tuple[str, ...] = ()
