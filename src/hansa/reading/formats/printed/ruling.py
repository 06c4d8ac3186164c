"""The rules drawn on a page, and the cells that they make."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from hansa.reading.formats.printed.binding import (
    PATH,
    Box,
    address,
    bounds,
    count_objects,
    count_segments,
    object_at,
    points,
    type_of,
)

# A table's rules are drawn one after another, the least table has six: looking at each fifth object finds one.
_STEP = 5
_THIN = 3.0
_NEAR = 3.0
_SHORTEST = 4.0
_RECTANGLE = 5
_LEAST_PLACES = 6  # two columns in two rows, or three in one, as a page break leaves them
_MOST_RULES = 20_000
_MOST_CELLS = 40_000

Span = tuple[float, float]


@dataclass(frozen=True)
class Rules:
    """Straight rules of a page: by their place, the stretches that they cover; in points from the lower left corner."""

    across: dict[float, list[Span]]
    down: dict[float, list[Span]]


@dataclass(frozen=True)
class Grid:
    """A ruled table: the places of its columns and rows, from the left and from above, and whose cell each field is.

    `owner` maps a field (row, column) to the field at which its cell begins; cells go over several where no rule
    parts them.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    owner: dict[tuple[int, int], tuple[int, int]]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell in which a point lies, None outside of the table."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_right([-place for place in self.rows], -y) - 1
        return self.owner.get((row, column))


def grids(page: pypdfium2.PdfPage) -> list[Grid]:
    """The tables with rules around four cells, or three in a row, and more, from the top of the page down."""
    handle = address(page.raw)
    count = count_objects(handle)
    if not any(_is_path(object_at(handle, at)) for at in range(0, count, _STEP)):
        return []
    found = list(_edges(thing for thing in (object_at(handle, at) for at in range(count)) if _is_path(thing)))
    across = _merged((bottom, left, right) for left, bottom, right, top in found if right - left > top - bottom)
    down = _merged((left, bottom, top) for left, bottom, right, top in found if right - left <= top - bottom)
    tables = (_grid(rules) for rules in _apart(Rules(across, down)))
    return sorted((grid for grid in tables if grid), key=lambda grid: -grid.rows[0])


def _is_path(thing: int) -> bool:
    return type_of(thing) == PATH


def _edges(paths: Iterable[int]) -> Iterator[Box]:
    """The straight rules of paths: thin shapes are one, others have one at each upright or level side."""
    for _, path in zip(range(_MOST_RULES), paths, strict=False):
        left, bottom, right, top = bounds(path)
        if right - left < _THIN or top - bottom < _THIN:
            yield left, bottom, right, top
        elif count_segments(path) <= _RECTANGLE:
            yield from ((left, bottom, right, bottom), (left, top, right, top))
            yield from ((left, bottom, left, top), (right, bottom, right, top))
        else:
            yield from _sides(points(path))


def _sides(corners: Sequence[tuple[bool, float, float]]) -> Iterator[Box]:
    for (_, x, y), (begins, u, v) in pairwise(corners[:_MOST_RULES]):
        if not begins and (abs(x - u) < 1 or abs(y - v) < 1):
            yield min(x, u), min(y, v), max(x, u), max(y, v)


def _merged(rules: Iterable[tuple[float, float, float]]) -> dict[float, list[Span]]:
    """Rules given as (place, start, end): those in one place put together, and what touches made one."""
    found: dict[float, list[Span]] = {}
    place = None
    for at, start, end in sorted(rules):
        if place is None or at - place > _NEAR:
            place = at
            found[place] = []
        found[place].append((start, end))
    whole = {
        at: [span for span in _joined(sorted(spans)) if span[1] - span[0] >= _SHORTEST] for at, spans in found.items()
    }
    return {at: spans for at, spans in whole.items() if spans}


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    begin, stop = spans[0]
    for start, end in spans[1:]:
        if start > stop + _NEAR:
            yield begin, stop
            begin, stop = start, end
        stop = max(stop, end)
    yield begin, stop


def _apart(rules: Rules) -> Iterator[Rules]:
    """The rules that touch each other, table by table."""
    left = [(x, span) for x, spans in rules.down.items() for span in spans]
    level = [(y, span) for y, spans in rules.across.items() for span in spans]
    while level:
        mine, yours = [level.pop()], list[tuple[float, Span]]()
        more = True
        while more:
            new = [rule for rule in left if any(_touch(rule, other) for other in mine)]
            left = [rule for rule in left if rule not in new]
            yours += new
            near = [rule for rule in level if any(_touch(other, rule) for other in new)]
            level = [rule for rule in level if rule not in near]
            mine += near
            more = bool(near)
        yield Rules(_by_place(mine), _by_place(yours))


def _touch(down: tuple[float, Span], across: tuple[float, Span]) -> bool:
    (x, (bottom, top)), (y, (left, right)) = down, across
    return bottom - _NEAR <= y <= top + _NEAR and left - _NEAR <= x <= right + _NEAR


def _by_place(rules: Iterable[tuple[float, Span]]) -> dict[float, list[Span]]:
    found: dict[float, list[Span]] = {}
    for place, span in rules:
        found.setdefault(place, []).append(span)
    return found


def _grid(rules: Rules) -> Grid | None:
    """The fields between the rules; where the outermost are not drawn, the table ends with the rules across it."""
    spans = [span for found in rules.across.values() for span in found]
    columns = _places([*rules.down, *(place for span in spans for place in span)] if rules.down else [])
    spans = [span for found in rules.down.values() for span in found]
    rows = _places([*rules.across, *(place for span in spans for place in span)])[::-1]
    if len(columns) < 3 or len(columns) + len(rows) < _LEAST_PLACES or len(columns) * len(rows) > _MOST_CELLS:
        return None
    return Grid(tuple(columns), tuple(rows), _owners(rules, columns, rows))


def _places(found: Iterable[float]) -> list[float]:
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _owners(rules: Rules, columns: Sequence[float], rows: Sequence[float]) -> dict[tuple[int, int], tuple[int, int]]:
    over = [_near(rules.across, place) for place in rows]
    before = [_near(rules.down, place) for place in columns]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (left, right) in enumerate(pairwise(columns)):
            above, beside = owner.get((row - 1, column)), owner.get((row, column - 1))
            if above and not _covered(over[row], (left + right) / 2):
                owner[row, column] = above
            elif beside and not _covered(before[column], (top + bottom) / 2):
                owner[row, column] = beside
            else:
                owner[row, column] = row, column
    return owner


def _near(rules: dict[float, list[Span]], place: float) -> list[Span]:
    return [span for at, spans in rules.items() if abs(at - place) <= _NEAR for span in spans]


def _covered(spans: Sequence[Span], at: float) -> bool:
    return any(start <= at <= end for start, end in spans)
