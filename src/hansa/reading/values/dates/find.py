"""All dates of a text in the order in which they stand, each made whole by what stands before it."""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from hansa.reading.patterns import regex
from hansa.reading.values.dates import chinese, chinese_words, english, english_words
from hansa.reading.values.dates.asides import is_aside
from hansa.reading.values.dates.chinese import Found
from hansa.reading.values.dates.points import Anchor, Point, complete

# One of these stands in every date; the words are looked for only where no figure and no 年月日 is.
_FIGURES = regex(r"[\d年月日天季週]")
_WORDS = regex(
    r"[tT]o(?:day|night)|last night|morning|evening|noon|year|month|quarter|half|[Ll]ast |yester|tomor|\b[A-Z][a-z]{2}"
)
_ENGLISH = regex(r"(?=[A-Za-z\d])(?:[A-Za-z]{2}|[QH][1-4]|\d[./]\d{1,2}[./]\d{4}|\d\d\s?[–—/-]\s?\d\d)")
_SEVERAL = 2
_HAS_WIDE = regex(r"[０-９]")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


class Dated(Struct, frozen=True):
    """A date or period found: its place in the text, its EDTF, its first point.

    `whole` says that the text itself gives the year; `sure` is false for a bare year such as that of a title; `aside`
    is true for a date that tells since when something is.
    """

    start: int
    end: int
    edtf: str
    point: Point
    whole: bool = True
    sure: bool = True
    aside: bool = False


def may_have_dates(text: str) -> bool:
    """Whether anything in the text may be part of a date; a cheap test."""
    return bool(_FIGURES.search(text) or _WORDS.search(text))


def find_dates(text: str, anchor: Anchor | None = None) -> list[Dated]:
    """The dates and periods of the text, in order, without overlaps; the longer reading of a place wins.

    A bare month and day take the year of the date before them in the text, else what the anchor knows. What stays
    without a year is left out.
    """
    anchor = anchor or Anchor()
    found: list[Dated] = []
    for start, end, first, last, sure in _in_order(text, anchor.month_first):
        point = complete(first, anchor)
        edtf = _edtf(point, last, anchor) if point else ""
        if not point or not edtf:
            continue
        own_year = first.year or first.word.endswith("year")
        aside = bool(own_year) and last is None and _is_aside(text, start, end, point, anchor)
        found.append(Dated(start, end, edtf, point, bool(first.year), sure, aside))
        if sure:
            anchor = anchor.saying(point, aside=aside)
    return found


def _is_aside(text: str, start: int, end: int, point: Point, anchor: Anchor) -> bool:
    now = anchor.now
    apart = bool(now and point.year and abs(now - point.year) > 1)
    return point.year != now and is_aside(text, start, end, lone=not point.month, apart=apart)


@lru_cache(maxsize=4096)
def _in_order(text: str, month_first: bool | None) -> tuple[Found, ...]:
    """What is written, before it is completed: several rules ask for the dates of the same words."""
    if not may_have_dates(text):
        return ()
    text = text.translate(_WIDE) if _HAS_WIDE.search(text) else text
    every = [*chinese.find_written(text), *chinese_words.find_told(text), *chinese_words.find_spans(text)]
    if _ENGLISH.search(text):
        every += english.find_written(text, month_first)
        every += (*english_words.find_told(text), *english_words.find_spans(text))
    if len(every) < _SEVERAL:
        return tuple(every)
    every.sort(key=lambda found: (found[0], -found[1], not found[4]))
    kept: list[Found] = []
    for found in every:
        if not kept or found[0] >= kept[-1][1]:
            kept.append(found)
    return tuple(kept)


def _edtf(point: Point, last: Point | None, anchor: Anchor) -> str:
    if last is None:
        return point.edtf
    end = complete(last if last.year or not last.month else replace(last, year=point.year, word=""), anchor)
    if not end or not end.edtf or not point.edtf or end.edtf < point.edtf:
        return point.edtf
    return f"{point.edtf}/{end.edtf}"
