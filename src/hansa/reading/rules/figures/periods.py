"""The period of a number: stated beside it, else by its heading or the whole document, else the year reported."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.figures.business_year import in_months
from hansa.reading.values.dates import Dated, find_dates

_JOINED = regex(r"[\s、與及和,，]*(?:[（(][^（()）]{1,8}[)）])?[\s、與及和,，]*(?:and)?\s*")
# A bare year counts where it stands apart (2024 訪賓), not as part of a name (1999專線, 2022燈會).
_BARE_YEAR = regex(r"\s|[,，)）]|$")
_CLAUSE_END = regex(r"[，；。]|,\s|[.;](?!\d)")
_TERM = regex(r"[，,；]\s*(?:任期|期間|展期|自|截至|a number reached on|reached on)[^，,；]{0,4}$")
_RELATIVE = regex(r"的[\u3400-\u9fff]{2,8}$")
_SINCE = regex(
    r"\b[Ss]ince (?:the (?:beginning|start|end) of |(?:it|\w+|the \w+) (?:began|started|was \w+(?: up)?) in )?$"
)
# Since when a partner is one tells nothing of its figures: the city, linked since 1996, sent ….
_OF_A_TIE = regex(
    r"\b(?:linked|twinned|partners?|friends?|sisters?|members?|founded|established|created|born)\s(?:\w+\s)?"
    r"(?:since|in|of)\s$|[（(][^（()）]{0,20}$"
)
_MADE = regex(r"[^，。；]{0,12}?(?:簽|締|結盟|結為)(?![^，。；]*(?:以來|[至迄]今))")
_COMPARED = regex(r"\b(?:than|(?:against|from|compared (?:with|to)) [\d,.]+(?: \w+)?) (?:in )?$")
_SUMMED_SINCE = regex(r"累[計積]|[至迄]今|[以年]來|總計")
_YEAR_BEFORE = regex(r"(?:去|上|前一)(?:\s?年|年度)(?:的|之)?同[期季月]")
_YEAR = regex(r"(?<!\d)\d{4}(?=-|/|$)")
_HEAD, _HEAD_LINES, _SHORT, _LOOK_BACK, _NEAR = 400, 5, 90, 8, 40
# The document says for which time all its figures hold.
_FOR_ALL = regex(
    r"(?:figures|numbers|data|statistics)\b[^.\n]{0,40}\b(?:are for|refers? to|relates? to"
    r"|covers?)\s(?P<en>[^.\n]{4,60})|(?:統計|資料)(?:期間|區間|時間|範圍)\s?[:：為]?\s?(?P<zh>[^。\n]{4,40})"
)
# A table or list gives what is so on a day.
_AS_AT = regex(r"底止|截至|截止|現在|迄|\b(?i:position at|as at|as of|correct at|status at)\b")
_SIGNED = regex(
    r"簽|換文|締結|結盟|結為|\b(?:sign(?:s|ed|ing)|seal(?:s|ed)?|put (?:pen|their names)|inked|concluded)\b"
)
_FOUNDED = regex(r"\t|成立|創立|締|\b(?i:founded|established|since|created|born|signed)\b")
_PREPARED = regex(r"整理|製|編|更新|修訂|\b(?i:revised|updated|prepared|compiled)\b")


def stated(dates: Sequence[Dated], text: str, at: int) -> str:
    """The period that a sentence states for the number at `at`; empty where it states none.

    The date in the number's own clause counts, else the one with which the sentence begins, else the last before it,
    else one that follows in the same clause or as a term. Days named one after another are an interval.
    """
    dates = [dated for dated in dates if dated.sure or _BARE_YEAR.match(text, dated.end)]
    dates = [dated for dated in dates if not _is_compared_with(dated, text) and not _is_of_a_tie(dated, text)]
    starts = [match.end() for match in _CLAUSE_END.finditer(text, 0, at)]
    start = starts[-1] if starts else 0
    before = [dated for dated in dates if dated.end <= at and not _in_relative(dated, text)]
    own = [dated for dated in before if dated.start >= start]
    if not own and before and before[0].start <= 2:
        return _together(before, _last_joined(before, text), text)
    if before:
        return _together(before, len(before) - 1, text)
    return next((dated.edtf for dated in dates if dated.start >= at and _belongs(dated, text, at)), "")


def only_one(dates: Sequence[Dated]) -> str:
    """The day or month that a sentence names, where it names no other; empty else."""
    told = [dated for dated in dates if dated.sure and not dated.aside and dated.point.month]
    return told[0].edtf if len(told) == 1 else ""


def since(dated: Dated, text: str, context: Context) -> str:
    """The period that begins with a date after `since` or 自 and lasts until the document's own; '' for others."""
    summed = dated.start and text[dated.start - 1] in "自從" and _SUMMED_SINCE.search(text, dated.end)
    if not summed and not _SINCE.search(text, max(0, dated.start - _NEAR), dated.start):
        return ""
    now = context.issued.isoformat() if context.issued else str(context.anchor().year or "")
    if now == dated.edtf[:4]:
        return f"{dated.edtf}/{now}-12" if len(dated.edtf) > 4 else now
    now = now[: max(4, len(dated.edtf))]
    return f"{dated.edtf}/{now}" if now > dated.edtf else dated.edtf


def year_before(period: str, words: str) -> str:
    """The same months of the year before, where the words name them: 去年同期; empty for any other words."""
    if not _YEAR_BEFORE.search(words):
        return ""
    return _YEAR.sub(lambda year: str(int(year[0]) - 1), period)


def fallback(context: Context, *, standing: bool) -> str:
    """The period of a number whose text has none.

    That is the period of the line or heading above it, the one that the document gives for its figures, the year above
    it; else the day on which a state was so, or the year of issue of a flow.
    """
    text = context.document.text
    if over := reported(context):
        return over
    year = context.anchor().year
    day = _as_at(text, standing=standing)
    if day and (not year or day.startswith(str(year))):
        return day
    if year:
        return in_months(whole_year(year, " ".join((*context.block.headings, text[:_HEAD]))), text)
    issued = context.issued.isoformat() if context.issued else _as_at(text, standing=True) or _first_date(text)
    return issued if standing else issued[:4]


def reported(context: Context) -> str:
    """The months or years that the line, heading or title above tells of, or the note that speaks for all figures;
    what 本期 is."""
    text = context.document.text
    over = next(filter(None, map(_interval, _above(context))), "") or _for_all(text)
    release = context.issued and not context.year
    return in_months(over or ("" if release else _in_head(text)), text)


def reached(text: str, context: Context) -> str:
    """The day of the signing told last before a sentence that states a total (第36個姊妹市); '' where none is."""
    for index in range(context.index, max(-1, context.index - _LOOK_BACK), -1):
        said = context.sentences(index)
        if index == context.index:
            said = said[: next((at for at, sentence in enumerate(said) if sentence.text == text), 0)]
        for sentence in reversed(said):
            days = [dated.edtf for dated in sentence.dates if dated.point.day] if _SIGNED.search(sentence.text) else []
            if days:
                return days[0]
    return ""


def whole_year(year: int, text: str) -> str:
    """A year that the text writes over two, as offices and schools count (2022–23, 2022/23), as the interval of both;
    any other as it is."""
    over = re.search(rf"(?<!\d){year}\s?[-–—/]\s?(?:{year + 1}|{(year + 1) % 100:02d})(?![\d-])", text)
    return f"{year}/{year + 1}" if over else str(year)


def _above(context: Context) -> Iterator[str]:
    """What stands above the block being read, the nearest first: lines that are a period alone, parents, headings."""
    blocks = context.blocks
    for other in reversed(blocks[max(0, context.index - _LOOK_BACK) : context.index]):
        if other.headings != context.block.headings or other.cells:
            break
        if len(other.text) < _SHORT and not _rest(other.text):
            yield other.text
    yield from (parent.text for parent in context.parents())
    yield from reversed(context.block.headings)


@lru_cache(maxsize=512)
def _rest(text: str) -> str:
    """The letters and figures of a text that are no part of its dates."""
    for dated in reversed(find_dates(text)):
        text = text[: dated.start] + text[dated.end :]
    return "".join(char for char in text if char.isalnum())


@lru_cache(maxsize=512)
def _interval(text: str) -> str:
    """The months or years that a heading names: 業務統計（114年4月至9月）; nothing for a single year or for days."""
    found = [dated.edtf for dated in find_dates(text) if "/" in dated.edtf]
    return found[-1] if found and all(len(end) <= len("2024-09") for end in found[-1].split("/")) else ""


@lru_cache(maxsize=16)
def _for_all(text: str) -> str:
    told = _FOR_ALL.search(text)
    dates = find_dates(told["en"] or told["zh"]) if told else ()
    return dates[0].edtf if dates else ""


@lru_cache(maxsize=16)
def _in_head(text: str) -> str:
    """The period in the title of a report or an issue."""
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    return next(filter(None, (_interval(line) for line in lines if len(line) < _SHORT and "\t" not in line)), "")


@lru_cache(maxsize=16)
def _as_at(text: str, *, standing: bool) -> str:
    """The day or month of which a list's head says that it shows what is so then; of a state also when it was made."""
    for line in text[:_HEAD].split("\n"):
        if len(line) < _SHORT and (_AS_AT.search(line) or (standing and _PREPARED.search(line))):
            dates = [dated.edtf for dated in find_dates(line) if dated.point.month and "/" not in dated.edtf]
            if dates:
                return dates[0]
    return ""


@lru_cache(maxsize=16)
def _first_date(text: str) -> str:
    """The first day or month in the head: of the meeting to which a paper goes, of a slide deck."""
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    heads = [line for line in lines if len(line) < _SHORT and not _FOUNDED.search(line)]
    dates = [dated.edtf for line in heads for dated in find_dates(line)]
    return next((date for date in dates if len(date) > len("2024") and "/" not in date), "")


def _belongs(dated: Dated, text: str, at: int) -> bool:
    between = text[at : dated.start]
    return not _CLAUSE_END.search(between) or bool(_TERM.search(between))


def _is_compared_with(dated: Dated, text: str) -> bool:
    """Whether the date only says with what is compared: 較去年同期, 較上年度, against 44 the year before."""
    near = max(0, dated.start - _NEAR)
    if text.startswith(("較", "比"), max(0, dated.start - 1)):
        return True
    return text.startswith("同", dated.end) or bool(_COMPARED.search(text, near, dated.start))


def _is_of_a_tie(dated: Dated, text: str) -> bool:
    """Whether the date only says since when a partner is one."""
    if not dated.aside:
        return False
    if _OF_A_TIE.search(text, max(0, dated.start - _NEAR), dated.start):
        return True
    since = text[: dated.start].rstrip().endswith(("自", "從"))
    return text[dated.end - 1] in "年日" and (not since or bool(_MADE.match(text, dated.end)))


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
