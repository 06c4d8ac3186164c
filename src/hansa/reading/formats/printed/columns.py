"""Pages set in two columns: read one after the other, also where they were printed line by line across both."""

from collections.abc import Sequence
from statistics import median

from hansa.reading.formats.printed.lines import PrintedLine, line_of

_LEAST_LINES = 6
_FULL = 0.7
_NARROWEST = 0.25
_JUMP = 5.0


def by_columns(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page, those that go over a gutter between two columns of prose parted at it."""
    parted = [pieces for line in lines if line.is_parted and len(pieces := line.pieces()) == 2]
    if len(parted) < max(_LEAST_LINES, len(lines) / 2):
        return list(lines)
    ends, starts = max(left[-1].right for left, _ in parted), min(right[0].left for _, right in parted)
    begin, stop = min(line.left for line in lines), max(line.right for line in lines)
    left_share = median(left[-1].right - left[0].left for left, _ in parted) / max(ends - begin, 1)
    right_share = median(right[-1].right - right[0].left for _, right in parted) / max(stop - starts, 1)
    narrow = min(ends - begin, stop - starts) < _NARROWEST * (stop - begin)
    if ends > starts or narrow or min(left_share, right_share) < _FULL:
        return list(lines)
    found: list[PrintedLine] = []
    columns: tuple[list[PrintedLine], list[PrintedLine]] = [], []
    for line in lines:
        parts = [line_of(words, line) for words in line.pieces()]
        if any(part.left < ends and part.right > starts for part in parts):
            found += [*columns[0], *columns[1], line]
            columns = [], []
            continue
        for part in parts:
            columns[part.left >= ends].append(part)
    return [*found, *columns[0], *columns[1]]


def column_edge(pages: Sequence[Sequence[PrintedLine]]) -> float | None:
    """How far the left column goes on the pages that have two; None where none has."""
    edges = [edge for lines in pages for _, edge in regions(lines, 0.0)[:-1] if edge]
    return max(edges) if edges else None


def regions(lines: Sequence[PrintedLine], edge: float) -> list[tuple[list[PrintedLine], float]]:
    """The lines of a page column by column, each with how far its text may go; `edge` is that of a page in one."""
    starts = [at for at in range(1, len(lines)) if _begins_column(lines[at - 1], lines[at])]
    if not starts:
        return [(list(lines), edge)]
    found: list[tuple[list[PrintedLine], float]] = []
    for begin, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        column = list(lines[begin:end])
        gutter = lines[end].left if end < len(lines) else column[0].left + 10_000
        wide = next((at for at, line in enumerate(column) if line.right < gutter), 0)
        if wide:
            found.append((column[:wide], edge))
        column = column[wide:]
        found.append((column, max((line.right for line in column if line.right < gutter), default=edge)))
    return found


def _begins_column(before: PrintedLine, line: PrintedLine) -> bool:
    return line.bottom - before.top > _JUMP * line.height and line.left >= before.left + line.height
