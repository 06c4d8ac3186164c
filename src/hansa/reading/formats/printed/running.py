"""What stands at the edges of pages and is not of the text: running heads and feet, page numbers, footnotes."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from hansa.reading.formats.printed.lines import PrintedLine

_EDGE_LINES = 2
_OFTEN = 2
_FULL = 0.85
_HEADS_OF_COLUMNS = 3
_SMALL = 0.88
_DIGITS = re.compile(r"\d+")
_NUMBER_ONLY = re.compile(
    r"[-–—~ ]*(?:第 ?)?(?:\d{1,4}|[ivxl]{1,7})(?: ?頁)?(?: ?[/／] ?(?:共 ?)?\d{1,4}(?: ?頁)?)?[-–—~ ]*"
    r"|第 ?\d{1,4} ?頁[,，／/ ]*共 ?\d{1,4} ?頁|Page \d+.*",
    re.I,
)
_NOTE = re.compile(r"[（(\[［]?(?:註|注|\d|[*＊†‡①-⑳])")


def without_running(pages: Sequence[Sequence[PrintedLine]], room: float) -> list[list[PrintedLine]]:
    """The lines of each page without those at its edges that recur on most pages, or on most left or right ones.

    `room` is how wide the text may be, in points. Of the heads of columns, which recur above a table, the first stay.
    """
    edges = [_edges(lines, room) for lines in pages]
    recurring = _recurring([{_shape(lines[at]) for at in found} for lines, found in zip(pages, edges, strict=True)])
    seen: set[str] = set()
    kept: list[list[PrintedLine]] = []
    for lines, found in zip(pages, edges, strict=True):
        dropped = {at for at in found if _shape(lines[at]) in recurring or _is_number(lines, at)}
        dropped -= {at for at in dropped if _heads_columns(lines[at]) and _shape(lines[at]) not in seen}
        seen |= {_shape(lines[at]) for at in found if _heads_columns(lines[at])}
        kept.append([line for at, line in enumerate(lines) if at not in dropped])
    return kept


def _edges(lines: Sequence[PrintedLine], room: float) -> list[int]:
    """The places of the highest and the lowest lines, but for those that fill it as lines of text do."""
    order = sorted(range(len(lines)), key=lambda at: -lines[at].middle)
    places = order if len(order) <= 2 * _EDGE_LINES else [*order[:_EDGE_LINES], *order[-_EDGE_LINES:]]
    return [at for at in places if lines[at].is_parted or lines[at].right - lines[at].left < _FULL * room]


def _shape(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text)


def _heads_columns(line: PrintedLine) -> bool:
    return line.is_parted and len(line.pieces()) >= _HEADS_OF_COLUMNS


def _recurring(pages: Sequence[set[str]]) -> set[str]:
    every, odd = Counter(text for page in pages for text in page), Counter(text for page in pages[::2] for text in page)
    found: set[str] = set()
    for text, count in every.items():
        on_left = count - odd[text]
        most = odd[text] > len(pages[::2]) / 2 or on_left > len(pages[1::2]) / 2
        if count > _OFTEN and (count > len(pages) / 2 or (most and max(on_left, odd[text]) > _OFTEN)):
            found.add(text)
    return found


def _is_number(lines: Sequence[PrintedLine], at: int) -> bool:
    """Whether a line is the page's number, above or below all others."""
    if len(lines) == 1 or not _NUMBER_ONLY.fullmatch(lines[at].text.strip()):
        return False
    others = [line.middle for n, line in enumerate(lines) if n != at]
    return not min(others) <= lines[at].middle <= max(others)


def footnotes(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page's footnotes, which stand below all others in smaller type and begin with a number or mark."""
    if not lines:
        return []
    usual = median(line.height for line in lines)
    order = sorted(lines, key=lambda line: line.middle)
    small = next((at for at, line in enumerate(order) if line.height > _SMALL * usual), 0)
    return order[:small][::-1] if small and _NOTE.match(order[small - 1].text) else []
