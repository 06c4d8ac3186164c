"""Which days a question means: 近三年, 去年, 112年至114年, this term, over the past five years."""

import datetime as dt
import re

from hansa.facts import span
from hansa.reading.values.dates import Anchor, chinese_number, find_dates
from hansa.reports.answers.matter import Asked
from hansa.reports.lists.asking import years_before

_ENGLISH_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_NUMBER = r"(?P<number>[0-9０-９]{1,2}|[一二兩三四五六七八九十]{1,3})"
_YEARS = re.compile(
    rf"(?:近|最近|過去|這|前){_NUMBER}\s?(?:個)?年|{_NUMBER.replace('number', 'since')}\s?年來"
    r"|(?:last|past|previous|recent)\s+(?P<english>\d{1,2}|[a-z]+)\s+years?",
    re.IGNORECASE,
)
_OF_YEAR = (
    (re.compile(r"今年|本年度?|this year", re.IGNORECASE), 0),
    (re.compile(r"去年|上年度|last year", re.IGNORECASE), 1),
    (re.compile(r"前年|the year before last", re.IGNORECASE), 2),
)
_TERM = re.compile(r"本屆|任內|上任以來|就任以來|this term|current term|took office|in office", re.IGNORECASE)
_SINCE = re.compile(r"(?:以來|起|迄今|至今)|\bsince\b", re.IGNORECASE)
# The terms of Taiwan's mayors and councils begin on 25 December every fourth year (local elections held together
# since 2014).
_FIRST_TERM, _TERM_YEARS = 2014, 4
_MOST_YEARS = 50


def period_asked(words: str, on: dt.date) -> Asked | None:
    """The days that a question asked on a day means; None where it says none."""
    return _last_years(words, on) or _of_year(words, on) or _term(words, on) or _dated(words, on)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _ENGLISH_NUMBERS.get(text.lower()) or int(chinese_number(text) or 0)


def _last_years(words: str, on: dt.date) -> Asked | None:
    for match in _YEARS.finditer(words):
        years = _number(match["number"] or match["since"] or match["english"])
        if 1 <= years <= _MOST_YEARS:
            return Asked(years_before(on, years) + dt.timedelta(1), on, match[0])
    return None


def _of_year(words: str, on: dt.date) -> Asked | None:
    for pattern, back in _OF_YEAR:
        if match := pattern.search(words):
            year = on.year - back
            return Asked(dt.date(year, 1, 1), min(dt.date(year, 12, 31), on), match[0])
    return None


def _term(words: str, on: dt.date) -> Asked | None:
    match = _TERM.search(words)
    if not match:
        return None
    begin = dt.date(on.year - (on.year - _FIRST_TERM) % _TERM_YEARS, 12, 25)
    begin = begin if begin <= on else dt.date(begin.year - _TERM_YEARS, 12, 25)
    return Asked(begin, on, match[0], term=True)


def _dated(words: str, on: dt.date) -> Asked | None:
    """From the first day to the last of the dates written; to the day of the question where it says since."""
    found = [dated for dated in find_dates(words, Anchor(issued=on)) if dated.sure and dated.whole]
    spans = [(dated, days) for dated in found if (days := span(dated.edtf)) and days.first]
    if not spans:
        return None
    first = min(days.first for _, days in spans if days.first)
    last = max(days.last or on for _, days in spans)
    said = words[spans[0][0].start : spans[-1][0].end]
    if _SINCE.search(words[spans[-1][0].end :][:4]) or _SINCE.search(words[: spans[0][0].start][-7:]):
        last = on
    return Asked(first, min(last, on) if first <= on else last, said[:100])
