"""Headings that a text extraction has put in a clump before the texts they head, each given back to its own.

Reports in two columns (measure | results) come out of a PDF so: first all headings of a page's left column, then the
texts of its right column. Each text begins its count again at 1., or is a paragraph after a finished one.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from hansa.reading.structure.lines import Line
from hansa.reading.structure.markers import Marker

_RANKS = {"壹、": 1, "一、": 2, "（一）": 3}
_WIDEST_HEAD = 34
_LEAST_ROOM = 44
_TAIL_SHARE = 0.45


@dataclass
class _Clump:
    """The lines from `start` up to `end`, each heading with the lines on which it goes on."""

    start: int
    end: int
    heads: list[list[Line]]

    def leaves(self) -> int:
        """How many of the headings have a text of their own: those not directly above a deeper one."""
        return len(list(self.parcels()))

    def parcels(self) -> list[list[Line]]:
        """The headings parcelled so that each parcel ends with one that has a text of its own."""
        parcels: list[list[Line]] = [[]]
        for head, after in zip(self.heads, [*self.heads[1:], None], strict=True):
            parcels[-1] += head
            if after is None or _rank(after[0]) <= _rank(head[0]):
                parcels.append([])
        return [parcel for parcel in parcels if parcel]


def without_clumps(lines: Sequence[Line]) -> list[Line]:
    """The lines with each clump's headings moved to the texts that they head."""
    room = _room(lines)
    if room < _LEAST_ROOM:
        return list(lines)
    clumps = [clump for clump in _clumps(lines, room) if _is_cut_off(lines, clump)]
    return _spread(lines, clumps) if clumps else list(lines)


def _room(lines: Sequence[Line]) -> int:
    """The width at which the document's lines are broken, 0 where most are not."""
    widths = sorted(line.width for line in lines)
    return widths[len(widths) * 9 // 10] if widths and widths[-1] <= 100 else 0


def _rank(line: Line) -> int:
    return _RANKS.get(line.marker.family, 0) if line.marker else 0


def _clumps(lines: Sequence[Line], room: int) -> list[_Clump]:
    clumps: list[_Clump] = []
    at = 0
    while at < len(lines):
        if not _is_head(lines[at]):
            at += 1
            continue
        clump = _clump(lines, at, room)
        clumps.append(clump)
        at = clump.end
    return clumps


def _is_head(line: Line) -> bool:
    return _rank(line) > 0 and line.width <= _WIDEST_HEAD and not line.ends_sentence and "：" not in line.text


def _clump(lines: Sequence[Line], start: int, room: int) -> _Clump:
    heads: list[list[Line]] = []
    at = start
    while at < len(lines):
        line = lines[at]
        if _is_head(line):
            heads.append([replace(line, clumped=True)])
        elif _is_tail(line, heads[-1], room):
            heads[-1].append(replace(line, glued=True, clumped=True))
        else:
            break
        at += 1
    return _Clump(start, at, heads)


def _is_tail(line: Line, head: Sequence[Line], room: int) -> bool:
    """A heading's further line: no wider than its column, which is less than half of the page."""
    if line.marker or line.ends_sentence or "\t" in line.text:
        return False
    return line.width <= min(head[0].width + 2, room * _TAIL_SHARE) and head[0].width >= room * 0.2


def _is_cut_off(lines: Sequence[Line], clump: _Clump) -> bool:
    """Whether the headings stand apart from their texts: several in a row, or in the middle of a sentence."""
    if clump.end >= len(lines) or clump.start == 0:
        return clump.leaves() > 1 and clump.end < len(lines)
    before, after = lines[clump.start - 1], lines[clump.end]
    cuts = not before.ends_sentence and not after.marker and not before.clumped and before.width > _WIDEST_HEAD
    return cuts or (clump.leaves() > 1 and _rank(after) == 0)


def _spread(lines: Sequence[Line], clumps: Sequence[_Clump]) -> list[Line]:
    out: list[Line] = list(lines[: clumps[0].start])
    waiting: deque[list[Line]] = deque()
    for clump, after in zip(clumps, [*clumps[1:], None], strict=True):
        waiting.extend(clump.parcels())
        body = lines[clump.end : after.start if after else len(lines)]
        begins = _beginnings(body, out[-1] if out else None, len(waiting), first=clump is clumps[0])
        for at, line in enumerate(body):
            if at in begins and waiting:
                out += waiting.popleft()
            elif at == 0 and out:
                line = replace(line, gap=int(out[-1].ends_sentence))
            out.append(line)
    for parcel in waiting:
        out += parcel
    return out


def _beginnings(body: Sequence[Line], before: Line | None, wanted: int, *, first: bool) -> set[int]:
    """Where the texts of the waiting headings begin: at a new 1., else at a paragraph after a finished one."""
    sure = [at for at, line in enumerate(body) if _starts_count(line.marker)]
    maybe = [at for at, line in enumerate(body) if at and _starts_paragraph(body[at - 1], line)]
    if body and not body[0].marker and (first or before is None or before.ends_sentence):
        sure.insert(0, 0)
    return set(sorted({*sure, *maybe[: max(0, wanted - len(sure))]})[:wanted])


def _starts_count(marker: Marker | None) -> bool:
    return marker is not None and marker.family == "1." and marker.ordinal == 1


def _starts_paragraph(before: Line, line: Line) -> bool:
    return line.gap > 0 and line.marker is None and before.ends_sentence
