"""When a document was issued, and of which year it reports: what its head and its end say."""

import datetime as dt
from collections import Counter
from itertools import islice

from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated, find_dates

_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Spring|Summer|Autumn|Fall|Winter)"
)
# The few words of a title beside its month.
_WORDS = r"(?:(?!(?:19|20)\d\d)[^.,;:\t]){0,50}"
_REPORT_YEAR = regex(
    r"(?P<zh>\d{2,4})\s*年度?(?:[^\d。，；]{0,30})(?:報告|成果|概況|統計|年報|簡報|紀要|大事記|紀事|記事)"
    r"|(?i:annual report|report|review|briefing|summary|overview)\b\D{0,20}(?P<en>20\d\d|19\d\d)"
    r"|(?P<issue>\d{2,4})\s*年\s*(?:第?[一二三四1-4]?[春夏秋冬]?季|\d{1,2}\s*月)?(?:號|号|刊|季報|月報|第.{1,3}期|出刊|編印|編製|印行|發行|發刊|整理|出版|製表)"
    r"|^(?:\W*|[^\d，。；]{0,16}[（(][^）)]{4,40}[)）]\s*)(?P<month>\d{2,4})\s*年\s*\d{1,2}\s*月\W*$"
    r"|\b(?i:(?:no\.?|issue|vol(?:ume)?\.?|number)\s*\d+\D{1,24}|(?:spring|summer|autumn|fall|winter)\s+)(?P<number>20\d\d|19\d\d)\b"
    r"|^\W*(?P<alone>(?:19|20)\d\d)\W*$"
    r"|^\W*(?:中華)?(?:民國)?\s?(?P<year>\d{2,4})\s*年度?\W*$"
    # A title that ends with a month: 某市公所工作報告　　113 年 11 月.
    r"|^[^。，；：:、\t]{2,60}[\s　（(](?:中華)?(?:民國)?\s?(?P<titled>\d{2,4})\s*年\s*\d{1,2}\s*月\W*$"
    rf"|^{_WORDS}{_MONTHS} (?P<opens>20\d\d)\W{_WORDS}$|^{_WORDS}(?<!\d )\b{_MONTHS} (?P<ends>20\d\d)\W*$",
)
_RELEASE = regex(
    r"新聞稿|新聞公報|新聞資料|發[布佈稿]日期|發[布佈稿]時間|(?:[Pp]ress|PRESS|[Nn]ews|NEWS|[Mm]edia|MEDIA|[Ii]mmediate|IMMEDIATE)"
    r" (?:[Rr]elease|RELEASE)"
    r"|(?:[Mm]edia|MEDIA) (?:[Ss]tatement|STATEMENT)"
)
_LABEL = regex(
    r"發[布佈稿]|日期|製表|更新|公[布告]"
    r"|(?i:\bdate\b(?! of (?!issue|release|report))|released?\b|issued|position at|as of|as at|updated|cut-?off)"
)
# 【某縣政府 107年9月28日】, or a place and a day before a dash: Recife, 5 March 2023 –
_DATELINE = regex(r"^\s*[【（(〔][^】）)〕]*\d[^】）)〕]*[】）)〕]\s*$|^[A-Z][\w .'-]+, [^–—]{4,24}\d{4} ?[–—]")
_DIGIT = regex(r"\d")
_NUMERAL = regex(r"[\d〇○零一二三四五六七八九十]")
_LINE = regex(r"[^\n]+")
_HEAD_LINES, _TAIL_LINES = 14, 5
_FIRST = 6
_HEAD = 600
_NEAR = 32
_LABELLED = 140
_BESIDE = 40
_REPEATED = 2
_ENOUGH = 3
# A line that tells something, and is no head of a document.
_SAID = regex(r"[，。；、（(:\t✓■●★|]|\b(?:signed|visit|with|since|and)\b|[a-z]\.$")
# A paper of a meeting names it with its day.
_MEETING = regex(r"會議|大會|例會|臨時會|定期會|\b(?i:session|meeting|sitting|minutes)\b")
_BESIDE_MEETING = 80
_LONE_YEARS = regex(r"(?m)^\W*(?:(?:19|20)\d\d|(?:中華)?(?:民國)?\s?\d{2,4}\s*年度?)[^\w\n]*$")
_TIE = regex(r"締|簽|成立|結盟|加入|\b(?:signed|since|founded|established|twinned|joined)\b")
_SPAN = regex(
    r"\b(?:1 )?(?P<month>April|July|October)(?: 1,)? 20\d\d\W{1,4}(?:to )?(?:3[01] )?(?:March|June|September)\b"
)
_BUSINESS_YEAR = regex(r"\b(?i:fiscal|financial|annual|report|FY)\b[^\n]{0,24}20\d\d ?[-–/] ?(?:20)?\d\d\b")
_OF_THE_CENTURY = regex(r"20\d\d")
_FIRST_MONTHS = {"April": 4, "July": 7, "October": 10}
_APRIL, _JULY = 4, 7
_APRIL_COUNTRIES = frozenset(("GB", "JP", "IN", "SG", "HK"))
_WEEKDAY = regex(
    r"[（(](?:(?:星期|週)[一二三四五六日]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[)）]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?"
)
_YEARS = regex(
    r"(?=[\dJFMASOND])(?:(?<!\d)(?P<zh>\d{2,4})\s*年\s*\d{1,2}\s*月|(?<!\d)(?P<dots>\d{3,4})[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:\d{1,2},? )?(?P<en>(?:19|20)\d\d)\b)"
)
_SHORT = 80
_YEAR_ALONE = 16


def day_of_issue(text: str) -> dt.date | None:
    """The first whole day that the head or the end gives as that of the document.

    That is a day beside a label such as 更新日期, in a dateline, or nearly alone on one of the first lines or of the
    last; in a release also within a short line of its head.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    ends = [(line, _BESIDE if at < _FIRST else 0) for at, line in enumerate(lines[:_HEAD_LINES])]
    ends += [(line, 1) for line in lines[-_TAIL_LINES:]]
    loose: dt.date | None = None
    for line, beside in ends:
        if not _NUMERAL.search(line) or _is_long(line):
            continue
        for dated in find_dates(line):
            if not dated.point.day or not dated.whole or "/" in dated.edtf:
                continue
            room = _BESIDE_MEETING if beside and _MEETING.search(line) else beside
            if _is_labelled(line, dated, text) or _DATELINE.search(line) or _is_alone(line, dated, room):
                return dt.date.fromisoformat(dated.point.edtf)
            if loose is None and not _SAID.search(line):
                loose = dt.date.fromisoformat(dated.point.edtf)
    return loose if loose and any(map(_RELEASE.search, lines[:_HEAD_LINES])) else None


def _is_long(line: str) -> bool:
    """Whether a line is too long for one that gives the day of a document."""
    long = len(line) >= _SHORT and (len(line) >= _LABELLED or not _LABEL.search(line))
    return long and not _DATELINE.search(line)


def _is_labelled(line: str, dated: Dated, text: str) -> bool:
    """Whether a label stands right before the date; one that comes again and again is the field of a record."""
    label = _LABEL.search(line, max(0, dated.start - _NEAR), dated.start)
    return label is not None and text.count(f"\n{line[: label.end()]}") < _REPEATED


def _is_alone(line: str, dated: Dated, beside: int) -> bool:
    """Whether no more than `beside` characters stand beside the date, the day of the week left out of account."""
    rest = _WEEKDAY.sub("", line[: dated.start].rstrip(" （(") + line[dated.end :].lstrip(" )）")).strip()
    return len(rest) <= beside and not _SAID.search(rest)


def opening_month(text: str, country: str) -> int:
    """The month with which the year of a report begins: 7 for FY 2018-19 in Oregon, 4 in Britain, else 1."""
    head = text[:_HEAD]
    if not _OF_THE_CENTURY.search(head):
        return 1
    span = _SPAN.search(head)
    if span:
        return _FIRST_MONTHS[span["month"]]
    if not _BUSINESS_YEAR.search(head):
        return 1
    return _APRIL if country in _APRIL_COUNTRIES else _JULY


def is_lone_year(text: str) -> bool:
    """Whether a line is nothing but a year."""
    return len(text) <= _YEAR_ALONE and bool(_LONE_YEARS.fullmatch(text))


def usual_year(text: str) -> int | None:
    """The year of most of the days and months that a document without a year of its own names, where one stands out."""
    found = Counter(int(match["zh"] or match["dots"] or match["en"]) for match in _YEARS.finditer(text))
    most = found.most_common(2)
    if not most or most[0][1] < _ENOUGH or (len(most) > 1 and most[0][1] <= most[1][1]):
        return None
    year = most[0][0]
    return year if year > 1900 else year + 1911


def year_reported(text: str) -> int | None:
    """The year in the title of a report: 111年度成果報告 gives 2022, Annual Report 2023 that."""
    for match in _LINE.finditer(text[:_HEAD]):
        found = _REPORT_YEAR.search(match[0].strip()) if _DIGIT.search(match[0]) else None
        if found and (found["alone"] or found["year"]) and len(list(islice(_LONE_YEARS.finditer(text), _REPEATED))) > 1:
            # A chronology, whose years head what follows them.
            return None
        if found and not _TIE.search(match[0]):
            written = int(next(filter(None, found.groups())))
            return written if written > 1900 else written + 1911
    return None
