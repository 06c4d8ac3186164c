"""When a document was issued, and of which year it reports: what its head and its end say."""

import datetime as dt
import re

from hansa.reading.values.dates import find_dates

_REPORT_YEAR = re.compile(
    r"(?P<zh>\d{2,4})\s*年度?(?:[^\d。，；]{0,30})(?:報告|成果|概況|統計|年報|簡報|紀要)"
    r"|(?i:annual report|report|review|briefing|summary|overview)\b\D{0,12}(?P<en>20\d\d|19\d\d)"
    r"|(?P<issue>\d{2,4})\s*年\s*(?:第?[一二三四1-4]?[春夏秋冬]?季|\d{1,2}月)?(?:號|号|刊|季報|月報|第.{1,3}期)"
    r"|\b(?i:(?:no\.?|issue|vol(?:ume)?\.?|number)\s*\d+\D{1,24}|(?:spring|summer|autumn|fall|winter)\s+)(?P<number>20\d\d|19\d\d)\b"
    r"|^\W*(?P<alone>(?:19|20)\d\d)\W*$",
)
_RELEASE = re.compile(
    r"新聞稿|新聞公報|新聞資料|發[布佈稿]日期|發[布佈稿]時間|(?i:press release|media (?:statement"
    r"|release)|immediate release|news release)"
)
_LABEL = re.compile(
    r"發[布佈稿]|日期|製表|更新|公[布告]"
    r"|(?i:\bdate\b(?! of (?!issue|release|report))|released?\b|issued|position at|as of|as at|updated)"
)
# 【某縣政府 107年9月28日】, or a place and a day before a dash: Recife, 5 March 2023 –
_DATELINE = re.compile(r"^\s*[【（(〔][^】）)〕]*\d[^】）)〕]*[】）)〕]\s*$|^[A-Z][\w .'-]+, [^–—]{4,24}\d{4} ?[–—]")
_LINE = re.compile(r"[^\n]+")
_HEAD_LINES, _TAIL_LINES = 14, 5
_HEAD = 600
_SHORT = 80


def day_of_issue(text: str) -> dt.date | None:
    """The first whole day named in the head or at the end of a release, or beside a label such as 更新日期."""
    lines = [match[0] for match in _LINE.finditer(text)]
    ends = lines[:_HEAD_LINES] + lines[-_TAIL_LINES:]
    release = any(_RELEASE.search(line) for line in ends)
    for line in ends:
        if not release and not _LABEL.search(line) and not _DATELINE.search(line):
            continue
        for dated in find_dates(line):
            if dated.point.day and dated.whole and (release or len(line) < _SHORT):
                return dt.date.fromisoformat(dated.point.edtf)
    return None


def year_reported(text: str) -> int | None:
    """The year in the title of a report: 111年度成果報告 gives 2022, Annual Report 2023 that."""
    for match in _LINE.finditer(text[:_HEAD]):
        found = _REPORT_YEAR.search(match[0].strip())
        if found:
            written = int(next(filter(None, found.groups())))
            return written if written > 1900 else written + 1911
    return None
