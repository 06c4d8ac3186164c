"""Each block in its room: how large, how much of it, and what is left for the next slide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from hansa.reports.council.canvas import Box, Tone
from hansa.reports.council.fitting import LINE, clipped, height, size_for, width
from hansa.reports.council.images import picture_pieces
from hansa.reports.council.placed import UNIT_SHARE, Panel, Para, Piece, PlacedChart, PlacedMap, TextBox
from hansa.reports.council.slides import Block, Bullet, Bullets, Chart, Map, Number, Numbers, PictureBox
from hansa.reports.council.worldmap import draw, labels

# Space between blocks, between columns, between points.
BETWEEN, _COLUMNS, _POINTS = 18.0, 32.0, 9.0
_STRONG, _LINE_SIZE, _INDENT = 21.0, 17.0, 18.0
_SCALES = (1.0, 0.92, 0.84)
# A point that fills a slide by itself is cut.
_MOST_LINES = 9
_VALUES = (54.0, 42.0, 36.0, 30.0, 25.0, 20.0, 16.0, 13.0, 10.0)
_LABEL, _ASIDE, _HEADING = 15.0, 12.5, 17.0
_CELL, _ROOMY_CELL, _GAP, _INSET, _PADDING = 108.0, 156.0, 16.0, 14.0, 8.0
_MOST_COLUMNS, _NARROWEST = 4, 140.0
_SQUARE = 4  # so many stand two by two


@dataclass(frozen=True)
class Placed:
    """The pieces of a block that fit, how high they stand, and what of it is left."""

    pieces: tuple[Piece, ...]
    height: float
    left: Block | None = None


@singledispatch
def place(block: Block, room: Box, *, alone: bool) -> Placed:
    """As much of a block as fits into the room; `alone` where nothing stands above it, so that some of it has to."""
    raise TypeError(f"no slide knows {block!r}")


def fitted(block: Block, room: Box) -> tuple[Piece, ...]:
    """The pieces of a block that stands beside others."""
    return place(block, room, alone=True).pieces


# Points


def _scaled(point: Bullet, scale: float, room: float) -> tuple[Para, ...]:
    strong, size = _STRONG * scale, _LINE_SIZE * scale
    inner = room - _INDENT
    head = clipped(point.words, strong if point.strong else size, inner, _MOST_LINES)
    tone: Tone = "navy" if point.strong else "ink"
    first = Para(
        head, strong if point.strong else size, tone, bold=point.strong, before=_POINTS, indent=_INDENT, bullet=True
    )
    lines = (
        Para(clipped(line, size, inner, _MOST_LINES), size, "ink", before=2, indent=_INDENT) for line in point.lines
    )
    return (first, *lines)


def _high(paragraphs: Sequence[Para], room: float) -> float:
    return sum(one.before + height(one.text, one.size, room - one.indent) for one in paragraphs)


def _take(points: Sequence[Bullet], room: Box, scale: float) -> int:
    """How many of the points fit into the room at this scale."""
    used = 0.0
    for number, point in enumerate(points):
        used += _high(_scaled(point, scale, room.width), room.width)
        if used > room.height:
            return number
    return len(points)


@place.register
def _bullets(block: Bullets, room: Box, *, alone: bool) -> Placed:
    columns = [room.column(number, block.columns, _COLUMNS) for number in range(block.columns)]
    scale, shares = _shares(block.points, columns, block.scale)
    taken = sum(shares)
    if taken == len(block.points):
        shares = _balanced(block.points, columns, scale, shares)
    if not taken and not alone:
        return Placed((), 0, block)
    if not taken:
        shares = [1, *(0 for _ in columns[1:])]
        taken = 1
    if taken < len(block.points) and block.columns == 1:
        shares = [taken] = [_even(block.points, taken)]
    pieces, highest, start = list[Piece](), 0.0, 0
    for column, share in zip(columns, shares, strict=True):
        paragraphs = tuple(
            para for point in block.points[start : start + share] for para in _scaled(point, scale, column.width)
        )
        start += share
        if paragraphs:
            high = min(_high(paragraphs, column.width), column.height)
            pieces.append(TextBox(column.first(high), paragraphs, "body" if not pieces else "text"))
            highest = max(highest, high)
    rest = block.points[taken:]
    return Placed(tuple(pieces), highest, replace(block, points=rest, scale=scale) if rest else None)


def _shares(points: Sequence[Bullet], columns: Sequence[Box], given: float) -> tuple[float, list[int]]:
    """The largest scale at which all points fit, else that of slides that go on, and how many go into each column."""
    for scale in (given,) if given else _SCALES:
        shares = _filled(points, columns, scale)
        if sum(shares) == len(points):
            return scale, shares
    scale = given or min(_SCALES, key=lambda one: (_slides(points, columns, one), -one))
    return scale, _filled(points, columns, scale)


def _slides(points: Sequence[Bullet], columns: Sequence[Box], scale: float) -> int:
    """How many slides points take at a scale, were all as high as the room is here."""
    slides, taken = 0, 0
    while taken < len(points):
        taken += max(sum(_filled(points[taken:], columns, scale)), 1)
        slides += 1
    return slides


def _filled(points: Sequence[Bullet], columns: Sequence[Box], scale: float) -> list[int]:
    shares: list[int] = []
    for column in columns:
        shares.append(_take(points[sum(shares) :], column, scale))
    return shares


def _balanced(points: Sequence[Bullet], columns: Sequence[Box], scale: float, shares: list[int]) -> list[int]:
    """As many points in each column as in the others, where they fit so."""
    each = -(-len(points) // len(columns))
    even = [len(points[number * each : (number + 1) * each]) for number in range(len(columns))]
    fit = all(
        _take(points[number * each : (number + 1) * each], column, scale) == even[number]
        for number, column in enumerate(columns)
    )
    return even if fit else shares


def _even(points: Sequence[Bullet], fit: int) -> int:
    """How many of the points to set on this slide, so that the last slide is not left with one alone."""
    slides = -(-len(points) // fit) if fit else 1
    return min(fit, -(-len(points) // slides))


# Big figures


def _per_row(numbers: int, width: float) -> int:
    """How many cells stand in a row: rows as even as may be, cells wide enough for their labels."""
    most = max(min(_MOST_COLUMNS, int(width // _NARROWEST)), 1)
    if numbers <= most:
        return max(numbers, 3) if width > 3 * 190 else numbers
    rows = -(-numbers // most)
    return -(-numbers // rows)


@place.register
def _numbers(block: Numbers, room: Box, *, alone: bool) -> Placed:
    pieces, used = list[Piece](), 0.0
    if block.heading:
        words = clipped(block.heading, _HEADING, room.width, 1)
        pieces.append(TextBox(room.first(_HEADING * LINE), (Para(words, _HEADING, "teal", bold=True),)))
        used = _HEADING * LINE + 8
    per_row = 2 if block.roomy and len(block.numbers) == _SQUARE else _per_row(len(block.numbers), room.width)
    rows = int((room.height - used + _GAP) // (_CELL + _GAP))
    if rows < 1 and not alone:
        return Placed((), 0, block)
    shown = block.numbers[: max(rows, 1) * per_row]
    filled = -(-len(shown) // per_row)
    high = min((room.height - used + _GAP) / filled - _GAP, _ROOMY_CELL) if block.roomy else _CELL
    inside = Box(0, 0, (room.width + _GAP) / per_row - _GAP - 2 * _INSET, high - 2 * _PADDING)
    size = min(_value_size(number, inside) for number in (*shown, *block.sized_as))
    for place_, number in enumerate(shown):
        row, column = divmod(place_, per_row)
        box = room.below(used + row * (high + _GAP)).column(column, per_row, _GAP).first(high)
        pieces += _cell(number, box, size)
    used += filled * (high + _GAP) - _GAP
    rest = block.numbers[len(shown) :]
    return Placed(tuple(pieces), used, replace(block, numbers=rest) if rest else None)


def _cell(number: Number, box: Box, size: float) -> tuple[Piece, ...]:
    # As if every label had two lines, so that the values of a row stand on one line.
    above = max((box.height - size * LINE - 2 * _LABEL * LINE) / 2, _PADDING)
    inner = Box(box.left + _INSET, box.top + above, box.width - 2 * _INSET, box.height - above - _PADDING)
    left = inner.height - size * LINE - (_ASIDE * LINE if number.aside else 0)
    label_size = size_for(number.label, inner.width, left, (_LABEL, 13.0, 12.0))
    most = max(int(left / (label_size * LINE)), 1)
    paragraphs = [
        Para(number.value, size, "navy", bold=True, unit=number.unit),
        Para(clipped(number.label, label_size, inner.width, most), label_size, "ink"),
    ]
    if number.aside:
        paragraphs.append(Para(clipped(number.aside, _ASIDE, inner.width, 1), _ASIDE, "teal"))
    return Panel(box, "mist"), TextBox(inner, tuple(paragraphs))


def _value_size(number: Number, room: Box) -> float:
    """The largest size at which the value and its unit stand on one line, with half the cell left for the rest."""
    fitting = (
        size
        for size in _VALUES
        if width(number.value, size) + width(f" {number.unit}", size * UNIT_SHARE) <= room.width * 0.94
        and size * LINE <= room.height * 0.55
    )
    return next(fitting, _VALUES[-1])


# Charts, maps, pictures


@place.register
def _chart(block: Chart, room: Box, *, alone: bool) -> Placed:
    if room.height < _CELL and not alone:
        return Placed((), 0, block)
    return Placed((PlacedChart(room, block),), room.height)


@place.register
def _map(block: Map, room: Box, *, alone: bool) -> Placed:
    drawing = draw(block, room)
    return Placed((PlacedMap(drawing.box, drawing.png, block.alt), *labels(block, drawing)), room.height)


@place.register
def _picture(block: PictureBox, room: Box, *, alone: bool) -> Placed:
    return Placed(picture_pieces(block, room), room.height)
