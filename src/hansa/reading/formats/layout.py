"""What the places of lines on a printed page tell: where paragraphs end, and which lines are rows of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_APART = 1.3
_TIGHT = 0.3
_SAME_EDGE = 3.0
_INDENT = 1.2
_WINDOW = 8
_LEAST_ROWS = 2
_LEAST_COLUMNS = 3
_MARKED = re.compile(r"[（(]?[0-9一二三四五六七八九十壹貳參肆伍陸柒捌玖拾A-Za-z]{1,4}[）).、．]|[^\w\s「『《〈（(]")


@dataclass(frozen=True)
class Word:
    """What stands between two spaces, with its left edge in points, and whether the space before it is a wide one."""

    left: float
    text: str
    apart: bool = False


@dataclass(frozen=True)
class PrintedLine:
    """A line of a page with its edges in points from the page's lower left corner, and its first word's width."""

    words: tuple[Word, ...]
    left: float
    right: float
    top: float
    bottom: float
    first: float

    @property
    def text(self) -> str:
        """The line's words, wide spaces as three."""
        return "".join(f"{'   ' if word.apart else ' '}{word.text}" for word in self.words).strip()

    @property
    def height(self) -> float:
        """Points from the line's bottom to its top, at least one."""
        return max(self.top - self.bottom, 1.0)

    @property
    def is_parted(self) -> bool:
        """Whether a wide space stands between words."""
        return any(word.apart for word in self.words)


def pitch(lines: Sequence[PrintedLine]) -> float:
    """The usual distance from one line to the next, in points; 0 where the page has no two."""
    steps = [above.top - line.top for above, line in pairwise(lines) if above.top > line.top]
    return median(steps) if steps else 0.0


def margins(lines: Sequence[PrintedLine]) -> list[float]:
    """For each line the right margin of the text around it: how far the lines near it go."""
    rights = [line.right for line in lines]
    return [max(rights[max(0, at - _WINDOW) : at + _WINDOW + 1]) for at in range(len(lines))]


def ends_paragraph(line: PrintedLine, margin: float, after: PrintedLine, usual: float | None) -> bool:
    """Whether a paragraph ends with a line: the next one's first word had room on it, or stands apart from it.

    `usual` is the page's pitch, None where the next line is on another page.
    """
    if line.right + after.first + line.height < margin:
        return True
    if usual is None:
        return False
    if not 0 < line.top - after.top <= _APART * usual:
        return True
    indent = (after.left - line.left) / line.height
    return indent > _INDENT and not _MARKED.match(line.text)


def rows(lines: Sequence[PrintedLine]) -> dict[int, list[str]]:
    """The cells of those lines that stand in three or more columns kept apart by space, by the lines' places.

    A line that goes on with the cells of the one above adds to them, and has no cells of its own.
    """
    found: dict[int, list[str]] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (lines[end].is_parted or (end > start and _goes_on(lines, end))):
            end += 1
        if end - start >= _LEAST_ROWS:
            found |= {start + at: cells for at, cells in _cells(lines[start:end]).items()}
        start = max(end, start + 1)
    return found


def _goes_on(lines: Sequence[PrintedLine], at: int) -> bool:
    """Whether a line is set close under the one above and does not begin at its left edge, as a cell's second does."""
    above, line = lines[at - 1], lines[at]
    return -line.height < above.bottom - line.top < _TIGHT * line.height and line.left > above.left + line.height


def _cells(lines: Sequence[PrintedLine]) -> dict[int, list[str]]:
    columns = _columns(lines)
    if len(columns) < _LEAST_COLUMNS:
        return {}
    table: dict[int, list[str]] = {}
    row: list[str] = []
    for at, line in enumerate(lines):
        if at and _goes_on(lines, at):
            table[at] = []
        else:
            row = table[at] = [""] * len(columns)
        _fill(row, line, columns)
    return table


def _fill(row: list[str], line: PrintedLine, columns: Sequence[float]) -> None:
    """Add a line's words to the cells of its row: one that begins at a column's edge begins there."""
    at = 0
    begun = False
    for word in line.words:
        there = max(sum(edge <= word.left + _SAME_EDGE for edge in columns) - 1, at)
        moves = there > at and (word.apart or abs(columns[there] - word.left) <= _SAME_EDGE)
        at = there if moves or not begun else at
        parting = "" if not row[at] else "\n" if moves or not begun else " "
        row[at] += parting + word.text
        begun = True


def _columns(lines: Sequence[PrintedLine]) -> list[float]:
    """The left edges at which several lines begin, at their margin or after a wide space."""
    edges = sorted(word.left for line in lines for at, word in enumerate(line.words) if at == 0 or word.apart)
    groups: list[list[float]] = []
    for edge in edges:
        if groups and edge - groups[-1][0] <= lines[0].height:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [group[0] for group in groups if len(group) > 1]
