"""The period for which a number holds: stated beside it, else above it, else the report's year."""

import re
from collections.abc import Sequence

from hansa.reading.context import Context
from hansa.reading.values.dates import Dated

_JOINED = re.compile(r"[\s、與及和,，]*(?:[（(][^（()）]{1,8}[)）])?[\s、與及和,，]*(?:and)?\s*")
# A bare year counts where it stands apart (2024 訪賓), not as part of a name (1999專線, 2022燈會).
_BARE_YEAR = re.compile(r"\s|[,，)）]|$")
_CLAUSE_END = re.compile(r"[，；。]|,\s|[.;](?!\d)")
_TERM = re.compile(r"[，,；]\s*(?:任期|期間|展期|自|截至|a number reached on|reached on)[^，,；]{0,4}$")
_SINCE = re.compile(r"\b[Ss]ince (?:the (?:beginning|start|end) of )?$")
_YEAR_BEFORE = re.compile(r"(?:去|上|前一)(?:\s?年|年度)(?:的|之)?同[期季月]")
_YEAR = re.compile(r"(?<!\d)\d{4}(?=-|/|$)")
_HEAD = 300
_RELATIVE = re.compile(r"的[\u3400-\u9fff]{2,8}$")


def stated(dates: Sequence[Dated], text: str, at: int) -> str:
    """The period that a sentence states for the number at `at`; empty where it states none.

    The date in the number's own clause counts, else the one with which the sentence begins, else the last before it,
    else one that follows in the same clause or as a term. Days named one after another are an interval.
    """
    dates = [dated for dated in dates if dated.sure or _BARE_YEAR.match(text, dated.end)]
    starts = [match.end() for match in _CLAUSE_END.finditer(text, 0, at)]
    start = starts[-1] if starts else 0
    before = [dated for dated in dates if dated.end <= at and not _in_relative(dated, text)]
    own = [dated for dated in before if dated.start >= start]
    if not own and before and before[0].start <= 2:
        return whole_year(_together(before, _last_joined(before, text), text), text)
    if before:
        return whole_year(_together(before, len(before) - 1, text), text)
    return next(
        (whole_year(dated.edtf, text) for dated in dates if dated.start >= at and _belongs(dated, text, at)), ""
    )


def whole_year(date: str, text: str) -> str:
    """A year that the text writes over two, as offices and schools count (2022–23, 2022/23), as the interval of both;
    any other date as it is."""
    if len(date) != 4 or not date.isdigit():
        return date
    following = int(date) + 1
    over = re.search(rf"(?<!\d){date}\s?[-–—/]\s?(?:{following}|{following % 100:02d})(?![\d-])", text)
    return f"{date}/{following}" if over else date


def since(dated: Dated, text: str, context: Context) -> str:
    """The period that begins with a date after `since` and lasts until the document's own; '' for any other date."""
    if not _SINCE.search(text, max(0, dated.start - 24), dated.start):
        return ""
    now = context.issued.isoformat() if context.issued else str(context.anchor().year or "")
    if now == dated.edtf[:4]:
        return f"{dated.edtf}/{now}-12" if len(dated.edtf) > 4 else now
    now = now[: max(4, len(dated.edtf))]
    return f"{dated.edtf}/{now}" if now > dated.edtf else dated.edtf


def fallback(context: Context, *, standing: bool) -> str:
    """The period of a number whose text has none: the year above it; else the issue's day for a state, its year for a
    flow."""
    year = context.anchor().year
    if year:
        return whole_year(str(year), " ".join((*context.block.headings, context.document.text[:_HEAD])))
    if context.issued:
        return context.issued.isoformat() if standing else str(context.issued.year)
    return ""


def year_before(period: str, words: str) -> str:
    """The same months of the year before, where the words name them: 去年同期; empty for any other words."""
    if not _YEAR_BEFORE.search(words):
        return ""
    return _YEAR.sub(lambda year: str(int(year[0]) - 1), period)


def _belongs(dated: Dated, text: str, at: int) -> bool:
    between = text[at : dated.start]
    return not _CLAUSE_END.search(between) or bool(_TERM.search(between))


def _in_relative(dated: Dated, text: str) -> bool:
    """Whether the date is inside a clause that describes a noun: 2022年與本市結盟的甲市，捐贈…."""
    end = _CLAUSE_END.search(text, dated.end)
    return bool(end and _RELATIVE.search(text, dated.end, end.start()))


def _last_joined(dates: Sequence[Dated], text: str) -> int:
    """The index of the last date of the list of days that begins with the first."""
    last = 0
    while last + 1 < len(dates) and _JOINED.fullmatch(text[dates[last].end : dates[last + 1].start]):
        last += 1
    return last


def _together(dates: Sequence[Dated], last: int, text: str) -> str:
    """The date at an index, joined with those right before it in a list of days."""
    first = last
    while first and _JOINED.fullmatch(text[dates[first - 1].end : dates[first].start]):
        first -= 1
    start, end = dates[first].edtf.split("/")[0], dates[last].edtf.split("/")[-1]
    return dates[last].edtf if first == last or start >= end else f"{start}/{end}"
