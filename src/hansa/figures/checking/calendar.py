"""Finds dates that cannot be: another day of the week, two calendars that differ, an end before its beginning."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.readings import Read
from hansa.figures.words import Words
from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated

_DAYS = "一二三四五六日"
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEHIND = regex(rf"\s?[（(,]?\s?(?:星期|週|周|禮拜)(?P<zh>[{_DAYS}天])[)）]?|\s?\(?(?P<en>{'|'.join(_DAYS_EN)})\b")
_BEFORE = regex(rf"\b(?P<en>{'|'.join(_DAYS_EN)}),? (?:the )?$")
_TWO_YEARS = regex(
    r"(?:民國)?(?<!\d)(?P<roc>\d{2,3})\s?年度?\s?[（(]\s?(?:西元|公元)?(?P<year>(?:19|20)\d\d)\s?年?\s?[)）]"
    r"|(?:西元)?(?P<year2>(?:19|20)\d\d)\s?年?\s?[（(]\s?(?:中華民國|民國)(?P<roc2>\d{2,3})\s?年\s?[)）]"
)
_BACKWARDS = regex(
    r"(?<!\d)(?P<month>\d{1,2})\s?月\s?(?P<first>\d{1,2})\s?日?\s?(?:至|到|[~～–—－-])\s?(?:(?P=month)\s?月\s?)?"
    r"(?P<last>\d{1,2})\s?日"
)
_FIRST_OF_THE_REPUBLIC = 1911


def dates_can_be(draft: Draft, held: Held) -> Iterator[Finding]:
    """Days of the week beside whole dates, years in both calendars, and periods of days within a month."""
    for read in draft.readings:
        for dated in read.sentence.dates:
            yield from _weekday(read, dated)
            yield from _backwards(read, dated)
        yield from _years(read)


def _weekday(read: Read, dated: Dated) -> Iterator[Finding]:
    """The day of the week beside a date whose year is written."""
    text, parts = read.sentence.text, dated.edtf.split("-")
    said = _BEHIND.match(text, dated.end) or _BEFORE.search(text, 0, dated.start)
    if not said or not dated.whole or "/" in dated.edtf or len(parts) < len(("year", "month", "day")):
        return
    day = dt.date.fromisoformat(dated.edtf).weekday()
    group = "en" if said.groupdict().get("en") else "zh"
    right = _DAYS_EN[day] if group == "en" else _DAYS[day]
    same = said[group] == right or (said[group] == "天" and right == "日")
    reason = Words(f"當天為星期{_DAYS[day]}。", f"That day was a {_DAYS_EN[day]}.")
    place = min(dated.start, said.start()), max(dated.end, said.end())
    words = text[slice(*place)]
    yield _finding(read, place, "agrees" if same else "differs", words.replace(said[group], right), reason)


def _years(read: Read) -> Iterator[Finding]:
    for match in _TWO_YEARS.finditer(read.sentence.text):
        names = ("roc", "year") if match["roc"] else ("roc2", "year2")
        republic, year = (int(match[name]) for name in names)
        same = republic + _FIRST_OF_THE_REPUBLIC == year
        reason = Words(
            f"民國{republic}年為西元{republic + _FIRST_OF_THE_REPUBLIC}年。",
            f"The year {republic} of the Republic is {republic + _FIRST_OF_THE_REPUBLIC}.",
        )
        right = republic + _FIRST_OF_THE_REPUBLIC if match["roc"] else year - _FIRST_OF_THE_REPUBLIC
        behind = "year" if match["roc"] else "roc2"
        yield _finding(read, match.span(behind), "agrees" if same else "differs", str(right), reason)


def _backwards(read: Read, dated: Dated) -> Iterator[Finding]:
    """A period of days that ends before it begins."""
    match = _BACKWARDS.search(read.sentence.text, dated.start, dated.end)
    if match and "/" not in dated.edtf and int(match["last"]) < int(match["first"]):
        reason = Words("結束之日在開始之前。", "It ends before it begins.")
        yield _finding(read, (dated.start, dated.end), "differs", "", reason)


def _finding(read: Read, place: tuple[int, int], verdict: Verdict, right: str, reason: Words) -> Finding:
    words = read.sentence.text[slice(*place)]
    make = partial(Finding, *read.place(*place), words, read.sentence.text, verdict, "date", words, right)
    return make(reason=reason, checker="dates_can_be")
