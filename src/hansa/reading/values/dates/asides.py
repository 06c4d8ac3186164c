"""Dates that a sentence states in passing: since when a tie or a body is, not when what it tells took place."""

from hansa.reading.patterns import regex

_NEAR = 40
_BRACKETS = regex(r"[（()）]")
# 自民國78年, since 1988, founded in 1993, a partner of 2003.
_SINCE = regex(
    r"(?:[自從]\s?|\b[Ss]ince\s(?:\w+\s)?|\b(?:founded|established|created|set up|begun|began|built|opened|formed"
    r"|twinned|partners?|friends?|sisters?|linked|joined|signed|sealed|concluded|members?|born|dates? back"
    r"|dating(?: back)?|inaugurated)\s(?:\w+\s)?(?:in|of|from|to)\s(?:the year\s)?)$"
)
# 94年簽有, 78年締盟, 2007年成立.
_TIES = regex(
    r"\s?(?:間|即|就|已)?[^，。；、（）\d]{0,12}?(?:締[結盟約]|簽[有署訂定下立約]|結盟|結為|結成|結緣|成立|創[立設辦]|設立|建[立校城]"
    r"|加入|入會|加盟|開館|啟用|落成|以來|迄今|至今|起(?!飛|程|降))"
)
_BOND = regex(
    r"締|簽|結盟|結為|結[^，]{0,4}姊妹|成立|創立|加入|\b(?:since|founded|signed|twinned|partner|friend|sister)"
)


def is_aside(text: str, start: int, end: int, *, lone: bool, apart: bool) -> bool:
    """Whether the date at a place is stated in passing.

    `lone` says that it is a year alone, `apart` that it lies years from the one of which the text tells. A year alone
    is an aside behind `since` and before a word for a tie; a whole date in brackets that speak of a tie.
    """
    if lone and (_SINCE.search(text, max(0, start - _NEAR), start) or _TIES.match(text, end)):
        return True
    opened = _opened(text, start)
    if opened < 0:
        return bool(apart and _SINCE.search(text, max(0, start - _NEAR), start))
    closed = _BRACKETS.search(text, end)
    return lone or apart or bool(_BOND.search(text, opened, closed.start() if closed else len(text)))


def _opened(text: str, start: int) -> int:
    """Where the bracket opens in which a character stands; -1 where it stands in none."""
    at = max(text.rfind("（", 0, start), text.rfind("(", 0, start))
    return at if at >= 0 and at > max(text.rfind("）", 0, start), text.rfind(")", 0, start)) else -1
