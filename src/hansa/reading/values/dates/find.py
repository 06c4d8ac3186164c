"""All dates of a text in the order in which they stand, each made whole by what stands before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hansa.reading.values.dates.chinese import Found, find_chinese
from hansa.reading.values.dates.english import find_english
from hansa.reading.values.dates.points import Anchor, Point, complete

_HINT = re.compile(
    r"\d|[年月日天季]|[Tt]o(?:day|night)|morning|evening|year|month|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|yester|tomor"
)
# A year in brackets tells of the name before it, not of what the sentence goes on to tell.
_IN_BRACKETS = re.compile(r"[（(]\d{4}年?[)）]")
_ENGLISH = re.compile(r"[A-Za-z]{3}|\d[./]\d{1,2}[./]\d{4}")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True)
class Dated:
    """A date or period found: its place in the text, its EDTF, its first point.

    `whole` says that the text itself gives the year; `sure` is false for a bare year such as that of a title.
    """

    start: int
    end: int
    edtf: str
    point: Point
    whole: bool = True
    sure: bool = True


def find_dates(text: str, anchor: Anchor | None = None) -> list[Dated]:
    """The dates and periods of the text, in order, without overlaps; the longer reading of a place wins.

    A bare month and day take the year of the date before them in the text, else what the anchor knows. What stays
    without a year is left out.
    """
    if not _HINT.search(text):
        return []
    anchor = anchor or Anchor()
    found: list[Dated] = []
    for start, end, first, last, sure in _in_order(text.translate(_WIDE), anchor.month_first):
        point = complete(first, anchor)
        edtf = _edtf(point, last, anchor) if point else ""
        if not point or not edtf:
            continue
        found.append(Dated(start, end, edtf, point, bool(first.year), sure))
        if sure and (point.month or not _IN_BRACKETS.match(text, start - 1, end + 1)):
            anchor = replace(anchor, said=point)
    return found


def _in_order(text: str, month_first: bool | None) -> Iterator[Found]:
    every = list(find_chinese(text))
    if _ENGLISH.search(text):
        every += find_english(text, month_first)
    every.sort(key=lambda found: (found[0], -found[1], not found[4]))
    reached = 0
    for found in every:
        if found[0] >= reached:
            yield found
            reached = found[1]


def _edtf(point: Point, last: Point | None, anchor: Anchor) -> str:
    if last is None:
        return point.edtf
    end = complete(last if last.year or not last.month else replace(last, year=point.year, word=""), anchor)
    if not end or not end.edtf or not point.edtf or end.edtf < point.edtf:
        return point.edtf
    return f"{point.edtf}/{end.edtf}"
