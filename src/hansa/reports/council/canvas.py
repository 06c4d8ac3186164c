"""Where things stand on a slide: places in points, 72 to the inch, from the left upper corner."""

from dataclasses import dataclass, replace
from typing import Literal

Tone = Literal["ink", "navy", "teal", "ochre", "grey", "sky", "mist", "paper"]
# The palette of our own deck; an office's template brings colours of its own.
COLOURS: dict[Tone, str] = {
    "ink": "1B2A38",
    "navy": "16324F",
    "teal": "1F7A8C",
    "ochre": "C9802B",
    "grey": "5B6B7A",
    "sky": "9CC7CE",
    "mist": "EEF3F6",
    "paper": "FFFFFF",
}


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    def column(self, number: int, of: int, gap: float) -> "Box":
        """One of some columns of the same width."""
        width = (self.width - gap * (of - 1)) / of
        return replace(self, left=self.left + number * (width + gap), width=width)

    def below(self, height: float) -> "Box":
        """What is left of it below the first `height` points."""
        return replace(self, top=self.top + height, height=max(self.height - height, 0))

    def first(self, height: float) -> "Box":
        """Its first `height` points."""
        return replace(self, height=min(height, self.height))


@dataclass(frozen=True)
class Canvas:
    """The slide's size, and where the title and body of each layout stand."""

    width: float
    height: float
    titles: dict[str, Box]
    bodies: dict[str, Box]
    footer: Box
    number: Box


_TITLE, _BODY = Box(48, 50, 864, 52), Box(48, 116, 864, 362)
OURS = Canvas(
    width=960,
    height=540,
    titles={
        "cover": Box(84, 168, 792, 120),
        "section": Box(84, 196, 792, 96),
        "content": _TITLE,
        "closing": Box(84, 196, 792, 96),
    },
    bodies={
        "cover": Box(84, 306, 792, 130),
        "section": Box(84, 304, 792, 90),
        "content": _BODY,
        "closing": Box(84, 304, 792, 90),
    },
    footer=Box(48, 500, 640, 22),
    number=Box(832, 500, 80, 22),
)

# The names by which a template's layouts are found, ours first, then those that offices' programs give.
LAYOUTS: dict[str, tuple[str, ...]] = {
    "cover": ("Title Slide", "標題投影片", "封面"),
    "section": ("Section Header", "章節標題", "章節頁首", "區段標題"),
    "content": ("Title and Content", "標題及內容", "標題及物件", "標題與內容"),
    "closing": ("Title Only", "只有標題", "僅標題", "結語"),
}
