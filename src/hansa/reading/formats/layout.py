"""What the places of lines on a printed page tell: where paragraphs end, and which lines are rows of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = 0.9
_INDENT = 1.2
_WINDOW = 8
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_MARKED = re.compile(r"[（(]?[0-9一二三四五六七八九十壹貳參肆伍陸柒捌玖拾A-Za-z]{1,4}[）).、．]|[^\w\s「『《〈（(]")


@dataclass(frozen=True)
class Segment:
    """Words of a line up to a wide space, with the place of their left edge in points."""

    left: float
    text: str


@dataclass(frozen=True)
class PrintedLine:
    """A line of a page with its edges in points from the page's lower left corner, and its first word's width."""

    segments: tuple[Segment, ...]
    left: float
    right: float
    top: float
    bottom: float
    first: float

    @property
    def text(self) -> str:
        """The line's words, wide spaces as three."""
        return "   ".join(segment.text for segment in self.segments)

    @property
    def height(self) -> float:
        """Points from the line's bottom to its top, at least one."""
        return max(self.top - self.bottom, 1.0)


def margins(lines: Sequence[PrintedLine]) -> list[float]:
    """For each line the right margin of the text around it: how far the lines near it go."""
    rights = [line.right for line in lines]
    return [max(rights[max(0, at - _WINDOW) : at + _WINDOW + 1]) for at in range(len(lines))]


def ends_paragraph(line: PrintedLine, margin: float, after: PrintedLine, *, same_page: bool) -> bool:
    """Whether a paragraph ends with a line: the next one's first word had room on it, or stands apart from it."""
    if line.right + after.first + line.height / 4 < margin:
        return True
    if not same_page:
        return False
    space = line.bottom - after.top
    if not -line.height < space < _GAP * after.height:
        return True
    indent = (after.left - line.left) / line.height
    return indent > _INDENT and not _MARKED.match(line.text)


def rows(lines: Sequence[PrintedLine]) -> dict[int, list[str]]:
    """The cells of those lines that stand in three or more columns kept apart by space, by the lines' places."""
    found: dict[int, list[str]] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and len(lines[end].segments) > 1:
            end += 1
        if end - start >= _LEAST_ROWS:
            found |= {start + at: cells for at, cells in enumerate(_cells(lines[start:end]))}
        start = max(end, start + 1)
    return found


def _cells(lines: Sequence[PrintedLine]) -> list[list[str]]:
    columns = _columns(lines)
    if len(columns) < _LEAST_COLUMNS:
        return []
    table: list[list[str]] = []
    for line in lines:
        cells = [""] * len(columns)
        for segment in line.segments:
            at = sum(column <= segment.left + line.height for column in columns) - 1
            cells[max(at, 0)] = f"{cells[max(at, 0)]} {segment.text}".strip()
        table.append(cells)
    return table


def _columns(lines: Sequence[PrintedLine]) -> list[float]:
    """The left edges at which words of several lines begin."""
    edges = sorted(segment.left for line in lines for segment in line.segments)
    groups: list[list[float]] = []
    for edge in edges:
        if groups and edge - groups[-1][0] <= lines[0].height:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [group[0] for group in groups if len(group) > 1]
