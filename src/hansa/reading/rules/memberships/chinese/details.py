"""In which role and since when the members of a Chinese claim belong."""

import re
from collections.abc import Sequence

from hansa.reading.patterns import regex
from hansa.reading.rules.memberships.chinese.claims import Claim
from hansa.reading.rules.memberships.chinese.told import Told
from hansa.reading.rules.memberships.joining import role
from hansa.reading.rules.organizations.profile import BEGUN_ZH
from hansa.reading.values.dates import Dated

_AS = regex(r"以「?(?P<role>[\u3400-\u9fff]{1,8}?(?:會員|成員|觀察員))」?(?:之|的)?(?:身[分份]|資格)")
# 自2008年起，: a clause that only dates what follows.
_DATE_ONLY = regex(r"[\s自從於在]*δ+[起間中底初，]*")
_OTHER_MATTER = regex(rf"{BEGUN_ZH}|舉[行辦]|召開|拜會|簽[訂署]")
_BEGINS = regex(r"加入|入|簽署|響應|成為|當選|獲")
# 截至112年底: a day for which something is told is not that on which it began.
_AS_OF = regex(r"(?:截至|截止|迄)$")
_PLAIN = ("會員", "會員城市", "成員")
# What tells the role of what was joined right before: ，為副會員; ，城市會員
_GOES_ON = regex(r"[，｜|、\s]*(?:並|且|為|屬|係|現為|成為|擔任|獲|「|[\u3400-\u9fff]{0,4}(?:會員|成員)$)")
_BRACKET = regex(r"[（(][^（()）]*δ+[^（()）]*[)）]")
_EACH = regex(r"，(?:時間)?分別(?:是|為|於|在|係)δ+(?:(?:、|及|與|和)δ+)*")
_EACH_JOINED = regex(r"分別(?:是|為|於|在|係)δ+(?:(?:、|及|與|和)δ+)*(?=加入|入會|加盟|成為)")


def role_of(claim: Claim, words: str, rest: str, *, several: bool) -> str:
    """The role that the claim tells, or the words beside it; that one is a member of what one joined tells none."""
    beside = _AS.search(words)
    if beside:
        return role(beside["role"]) or beside["role"]
    if claim.listed and "正式" in claim.verb:
        return "official member"
    if claim.role:
        given = "" if "及" in claim.role else role(claim.role)
        plain = (given or claim.role) in _PLAIN and (claim.listed or several)
        return "" if plain else given or claim.role
    following = re.split(r"[；。]|其中", rest)[0]
    return role(following) if _GOES_ON.match(following) else ""


def since(told: Told, claim: Claim, span: tuple[int, int], before: str) -> str:
    """The date in the claim's clause, else that of the clause before, unless it tells of something else."""
    start, end = span
    if claim.listed:
        return ""
    bracket = _BRACKET.match(told.text, start + claim.end)
    behind = told.covered.dated(bracket.start(), bracket.end()) if bracket else None
    if behind and "/" not in behind.edtf:
        return behind.edtf
    own = [
        dated
        for dated in told.covered.sentence.dates
        if start <= dated.start < end and "/" not in dated.edtf and not _AS_OF.search(told.text[: dated.start][-3:])
    ]
    if own:
        return _nearest(own, start + claim.end).edtf
    dated_only = _DATE_ONLY.fullmatch(before)
    if not dated_only and (_OTHER_MATTER.search(before) or not _BEGINS.search(claim.verb)):
        return ""
    earlier = [
        dated
        for dated in told.covered.sentence.dates
        if dated.start < start and start - dated.end < 30 and not _AS_OF.search(told.text[: dated.start][-3:])
    ]
    return earlier[-1].edtf if earlier and "/" not in earlier[-1].edtf else ""


def _nearest(dates: Sequence[Dated], at: int) -> Dated:
    before = [dated for dated in dates if dated.start < at]
    return before[-1] if before else dates[0]


def respectively(told: Told, start: int, end: int) -> list[str]:
    """分別是二○一○年及二○一四年: the dates of the cities named before, in their order, behind the clause or in it."""
    listed = _EACH.match(told.text, end) or _EACH_JOINED.search(told.text, start, end)
    span = listed.span() if listed else (0, 0)
    dates = [dated.edtf for dated in told.covered.sentence.dates if span[0] <= dated.start < span[1]]
    # 2001年及2004年 is read as a span of time elsewhere.
    return [year for date in dates for year in date.split("/")]


def in_brackets(told: Told, start: int, end: int, cities: Sequence[str]) -> list[str]:
    """有甲（2005）、乙（2006）: the dates in brackets behind the cities of a part of the sentence, '' where none is."""
    dates = []
    for city in cities:
        at = told.text.find(city, start, end)
        bracket = _BRACKET.match(told.text, at + len(city)) if at >= 0 else None
        dated = told.covered.dated(bracket.start(), bracket.end()) if bracket else None
        dates.append(dated.edtf if dated else "")
    return dates if any(dates) else []


def former_and_latter(told: Told, at: int) -> str:
    """前者於…加入，後者…: the date of the first or the second of two organizations."""
    word = re.search("前者" if at == 0 else "後者", told.text)
    if not word:
        return ""
    end = told.text.find("後者", word.end())
    dated = told.covered.dated(word.end(), end if end > 0 else len(told.text))
    return dated.edtf if dated else ""
