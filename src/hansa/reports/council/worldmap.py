"""The map of the world: outlines of Natural Earth in the Equal Earth projection, drawn by Pillow; names as text."""

import io
import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from PIL import Image, ImageDraw

from hansa.reports.council.canvas import COLOURS, Box, Tone
from hansa.reports.council.fitting import LINE, clipped, width
from hansa.reports.council.placed import Panel, Para, Piece, TextBox
from hansa.reports.council.slides import Map, Spot

TABLE = Path(__file__).with_name("world.json")
# Šavrič, Patterson and Jenny, The Equal Earth map projection (2019).
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2
# The map is cut open in the Atlantic for homes in Asia, Oceania and on America's west coast, else in the Pacific.
_PACIFIC, _ATLANTIC = 150.0, 11.0
_SOUTH, _NORTH = -56.0, 79.0
# Pixels for each point of the slide, and how many times larger it is drawn before it is smoothed.
_PIXELS, _SMOOTH = 2.2, 2
_LAND = "#D8E0E6"
_LABEL, _LEGEND = 13.0, 13.0
_MOST_LABELS, _MOST_LABEL_WIDTH = 24, 170.0
_ROUND = 3600  # tenths of a degree in a whole turn
_SEAM = 1795  # tenths of a degree: where outlines are only cut at the date line

Point = tuple[float, float]


@cache
def _world() -> dict[str, list[list[int]]]:
    """Each country's rings, as longitudes and latitudes by turns in tenths of a degree."""
    world: dict[str, list[list[int]]] = json.loads(TABLE.read_text("utf-8"))
    return world


@cache
def _projected_latitude(tenths: float) -> tuple[float, float]:
    """What a latitude makes of each degree of longitude, and how high it lies."""
    theta = math.asin(_M * math.sin(math.radians(tenths / 10)))
    square = theta * theta
    sixth = square**3
    a1, a2, a3, a4 = _A
    slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    return math.radians(1) * math.cos(theta) / (_M * slope), theta * (a1 + a2 * square + sixth * (a3 + a4 * square))


def _point(longitude: float, tenths: float, middle: float) -> Point:
    """A place on the plane of the projection: x to the east of the middle, y to the north."""
    across, up = _projected_latitude(tenths)
    return (longitude - middle) * across, up


def _turned(longitude: float, middle: float) -> float:
    """The longitude within half a turn of the middle."""
    return (longitude - middle + 180) % 360 - 180 + middle


def _middle(home: Spot | None) -> float:
    far = home is None or home.longitude >= 60 or home.longitude < -100
    return _PACIFIC if far else _ATLANTIC


@dataclass(frozen=True)
class Drawing:
    """The map as PNG, its box on the slide, and where places lie in it."""

    box: Box
    png: bytes
    middle: float
    left: float
    top: float
    scale: float

    def spot(self, spot: Spot) -> Point:
        """Where a place lies on the slide, in points."""
        x, y = _point(_turned(spot.longitude, self.middle), spot.latitude * 10, self.middle)
        return self.box.left + (x - self.left) * self.scale, self.box.top + (self.top - y) * self.scale


@cache
def _outlines(middle: float) -> tuple[tuple[str, tuple[Point, ...], tuple[bool, ...]], ...]:
    """Each ring's country, its points on the plane, and which of its lines are but the cut at the date line."""
    found = []
    for code, rings in _world().items():
        for ring in rings:
            longitudes, latitudes = _unwrapped(ring[::2]), ring[1::2]
            centre = sum(longitudes) / len(longitudes) / 10
            shift = _turned(centre, middle) - centre
            points = tuple(
                _point(longitude / 10 + shift, latitude, middle)
                for longitude, latitude in zip(longitudes, latitudes, strict=True)
            )
            seams = tuple(abs(one) >= _SEAM and abs(other) >= _SEAM for one, other in pairwise(ring[::2]))
            found.append((code, points, seams))
    return tuple(found)


def _unwrapped(longitudes: list[int]) -> list[int]:
    """Longitudes that go on past the date line instead of jumping, so that no line is drawn across the map."""
    turns = accumulate((_turn(one, other) for one, other in pairwise(longitudes)), initial=0)
    return [longitude + turn for longitude, turn in zip(longitudes, turns, strict=True)]


def _turn(one: int, other: int) -> int:
    return -_ROUND if other - one > _ROUND / 2 else _ROUND if other - one < -_ROUND / 2 else 0


def draw(block: Map, room: Box) -> Drawing:
    """The countries in their colours, as large as the room allows, in its middle."""
    middle = _middle(block.home)
    outlines = _outlines(middle)
    left = min(x for _, points, _ in outlines for x, _ in points)
    right = max(x for _, points, _ in outlines for x, _ in points)
    top, bottom = _projected_latitude(_NORTH * 10)[1], _projected_latitude(_SOUTH * 10)[1]
    scale = min(room.width / (right - left), room.height / (top - bottom))
    wide, high = (right - left) * scale, (top - bottom) * scale
    box = Box(room.left + (room.width - wide) / 2, room.top + (room.height - high) / 2, wide, high)
    png = _png(block, outlines, (left, top), scale, (wide, high))
    return Drawing(box, png, middle, left, top, scale)


def _png(
    block: Map,
    outlines: tuple[tuple[str, tuple[Point, ...], tuple[bool, ...]], ...],
    corner: Point,
    scale: float,
    size: Point,
) -> bytes:
    factor = scale * _PIXELS * _SMOOTH
    small = (round(size[0] * _PIXELS), round(size[1] * _PIXELS))
    image = Image.new("RGB", (small[0] * _SMOOTH, small[1] * _SMOOTH), "white")
    pen = ImageDraw.Draw(image)
    for code, points, seams in outlines:
        pixels = [((x - corner[0]) * factor, (corner[1] - y) * factor) for x, y in points]
        pen.polygon(pixels, fill=_colour(code, block))
        for line, seam in zip(pairwise(pixels), seams, strict=True):
            if not seam:
                pen.line(line, fill="white", width=_SMOOTH)
    content = io.BytesIO()
    image.resize(small, Image.Resampling.BOX).save(content, "PNG")
    return content.getvalue()


def _colour(code: str, block: Map) -> str:
    if code and code in block.partners:
        return f"#{COLOURS['teal']}"
    return f"#{COLOURS['sky']}" if code and code in block.others else _LAND


def labels(block: Map, drawing: Drawing) -> tuple[Piece, ...]:
    """Dots, the names of the labelled places, none over another, and what the colours mean."""
    spots = sorted((*([block.home] if block.home else ()), *block.spots), key=lambda spot: not spot.label)
    dots = [_dot(drawing.spot(spot), 5.0 if spot.label else 3.0, block.home is spot) for spot in spots]
    taken = [dot.box for dot in dots]
    names: list[Piece] = []
    for spot in [one for one in spots if one.label][:_MOST_LABELS]:
        words = clipped(spot.label, _LABEL, _MOST_LABEL_WIDTH, 1)
        if box := _free(drawing.spot(spot), words, taken, drawing.box):
            taken.append(box)
            names.append(Panel(box, "paper"))
            names.append(TextBox(box, (Para(words, _LABEL, "navy", bold=True),), anchor="middle", align="center"))
    return (*dots, *names, *_legend(block, drawing.box))


def _dot(at: Point, radius: float, home: bool) -> Panel:
    return Panel(Box(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius), "navy" if home else "ochre", round=True)


def _free(at: Point, words: str, taken: list[Box], within: Box) -> Box | None:
    """A box for a name beside its place that covers nothing else; None where there is none."""
    wide, high = width(words, _LABEL) + 6, _LABEL * LINE
    x, y = at
    corners = (
        (x + 8, y - high / 2),
        (x - 8 - wide, y - high / 2),
        (x - wide / 2, y - high - 7),
        (x - wide / 2, y + 7),
        *((x + 8, y + step * high) for step in (0.4, -1.4, 1.2, -2.2)),
        *((x - 8 - wide, y + step * high) for step in (0.4, -1.4, 1.2, -2.2)),
    )
    boxes = (Box(left, top, wide, high) for left, top in corners)
    return next((box for box in boxes if _inside(box, within) and not any(_meet(box, one) for one in taken)), None)


def _inside(box: Box, of: Box) -> bool:
    return (
        box.left >= of.left
        and box.top >= of.top
        and box.left + box.width <= of.left + of.width
        and box.bottom <= of.bottom
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _legend(block: Map, box: Box) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    tones: tuple[tuple[Tone, str], ...] = (("teal", block.legend[0]), ("sky", block.legend[1]))
    top = box.bottom - 2 * 22
    for number, (tone, words) in enumerate(tones):
        row = Box(box.left, top + number * 22, 220, 20)
        pieces.append(Panel(Box(row.left, row.top + 4, 12, 12), tone, exact=True))
        pieces.append(TextBox(Box(row.left + 20, row.top, 200, 20), (Para(words, _LEGEND, "ink"),), anchor="middle"))
    return tuple(pieces)
