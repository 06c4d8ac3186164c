"""How many countries, cities or members an organization has, and names out of lists: 31 國 120 個城市, 88 cities."""

import re
from collections.abc import Iterator, Sequence

from hansa.facts import Members
from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import Quantity, find_quantities

_HAN = regex(r"[\u3400-\u9fff]")
_NO_MEMBERS = regex(
    r"創立|創設|共同發|「第|分會|分部|分支|委員會|地區|次|期|項|步|層|階段|聯合國會員中|屆|發起時|出席|與會|代表"
    r"|市長倡議|大活動|工作|辦公室|團體合併|組織合併|城市發起|市長發起|政府發起"
)
_BY_FOUNDERS = regex(r"[^，。；]*?由[^，。；]*(?:發起|創立|創設|設立|成立|共組|倡議)")
_NO_MEMBERS_EN = regex(
    r"\b(?:by|called|attended\sby|than\sthe|(?:delegates|delegations|representatives|visitors|guests|envoys)\s(?:of"
    r"|from))\s(?:the\s|mayors\sof\s|some\s)?$|\bfirst\s$"
)
_NOT_HELD_EN = regex(
    r"^\s(?:\w+\s){0,3}(?:attended|took part|met|gathered|came together|set up|founded|signed(?! up)|years|times)\b"
)
_OURS = regex(r"[台臺]灣[^，。]{0,8}會員|我國[^，。]{0,8}會員|會員[^，。]{0,4}[台臺]灣|Taiwan(?:ese|['’]s) members")
_KINDS = (
    ("countries", regex(r"^國|個?國家|國|states|countries|nations|member states", re.IGNORECASE)),
    ("governments", regex(r"政府|行政單位|地方單位|governments|authorities|municipalities", re.IGNORECASE)),
    ("associations", regex(r"協會|聯合會|associations", re.IGNORECASE)),
    (
        "cities",
        regex(r"城市|都市|縣市|市|城鎮|鄉鎮|町村|都道府縣|城$|^城|cities|towns|boroughs", re.IGNORECASE),
    ),
    ("institutions", regex(r"機構|館|所|學校|大學|institutions|libraries|universities|zoos", re.IGNORECASE)),
    (
        "members",
        regex(
            r"會員|成員|知事|首長|海灣|港口|members|bays|ports|signatories|governors|mayors|councils|regions"
            r"|assemblies",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
_COUNTS_EN = regex(
    r"\b(?:[Cc]ounts|[Nn]umber(?:s|ed)?|[Hh]as|[Ss]tands at|[Mm]embers:?)"
    r"\s(?:about\s|some\s|over\s|around\s|nearly\s)?$"
)
_IN_NUMBER = regex(r",?\sin\snumber\b")
_NOUN_END_EN = regex(r"[,.;:(]|\s(?:today|now|so far|of|in|from|across|and (?=\d)|to|on|at|by|worldwide|throughout)\b")
_STOP = regex(r"[，。；]")
_FOUND_IT = regex(r"[\u3400-\u9fff]{0,4}?(?:共同)?(?:成立|創立|發起|設立)")
_FIRST_ONES = regex(r"(?:初創|創始|創會|發起|當時|成立之初|之初)[^，。；]{0,5}$")
_FEWEST = 3

_SPLIT = regex(r"、|及其?|與|和|以及|,\s(?:and\s)?|\sand\s")
_BEFORE_NAME = regex(r"^(?:包括|包含|時任|the )")
_COUNT = regex(r"[一二兩三四五六七八九十\d]+個")
_COUNTED_UP = regex(
    r"等?\s*(?:[一二三四五六七八九十]+|\d+)\s*[個座大]?「?[\u3400-\u9fff]{0,4}?(?:組織|團體|城市|城鎮|城|縣市|都市|市|國"
    r"|地|者|島|港|校)」?(?:市長|首長)?$|等(?:城市|市)?(?:市長|首長)?$|等\s*[一二三四五六七八九十\d]+\s*個?(?:鎮|鄉|縣|鄉鎮)$"
    r"|(?<=[鎮鄉縣])[二三四五六七八九十]{1,2}(?:鎮|鄉|縣|鄉鎮)$|(?<=.)[兩二三四五六七八九十]{1,2}[縣市]?[市縣]長$"
)


def names_in(words: str) -> list[str]:
    """The names in a list of names, without the brackets behind them."""
    plain = _COUNTED_UP.sub("", re.sub(r"[（(][^（()）]*[)）]", "", words).strip())
    names = (_BEFORE_NAME.sub("", part.strip()).strip("「」『』") for part in _SPLIT.split(plain))
    return [name for name in names if len(name) >= 2 and not _COUNT.match(name)]


def count_members(text: str, dates: Sequence[Dated] = (), *, labelled: bool = False) -> Iterator[Members]:
    """The counts of members in a text that tells of them; numbers that are part of a date are none."""
    if _OURS.search(text):
        return
    chinese = bool(_HAN.search(text))
    for quantity in find_quantities(text):
        of = _of(quantity, text, chinese=chinese)
        if not of or quantity.ordinal or not isinstance(quantity.value, int) or quantity.value < _FEWEST:
            continue
        dated = any(date.start <= quantity.start < date.end for date in dates)
        if not dated and (labelled or not _is_other(quantity, text, chinese=chinese)):
            yield Members(count=quantity.value, of=of)


def _is_other(quantity: Quantity, text: str, *, chinese: bool) -> bool:
    """Whether something else than members is counted: who founded it, who came to a meeting, its committees."""
    if chinese and (quantity.unit in ("位", "名", "人") or _FIRST_ONES.search(text[: quantity.start])):
        return True
    if chinese:
        clause = text[max(text.rfind(stop, 0, quantity.start) for stop in "，。；") + 1 :]
        return bool(
            _NO_MEMBERS.search(text[quantity.end : quantity.end + 7])
            or _FOUND_IT.match(text, quantity.end)
            or _BY_FOUNDERS.match(clause)
        )
    return bool(_NO_MEMBERS_EN.search(text[: quantity.start]) or _NOT_HELD_EN.match(text[quantity.end :]))


def _of(quantity: Quantity, text: str, *, chinese: bool) -> str:
    """What is counted: countries, cities, governments, associations, institutions, members; '' for other things."""
    if chinese:
        noun = f"{quantity.unit}{text[quantity.end : quantity.end + 12]}"
        noun = re.split(r"[，。；、｜|]|\d|組成|參加|參與|加入|響應|的", noun)[0]
        if noun in ("座", "個"):
            # 會員城市133座: the noun stands before.
            noun = _STOP.split(text[max(0, quantity.start - 6) : quantity.start])[-1]
    elif _IN_NUMBER.match(text, quantity.end):
        return "members"
    else:
        if _COUNTS_EN.search(text[: quantity.start]) and not re.match(r"\s\w", text[quantity.end :]):
            return "members"
        noun = "" if quantity.unit else _NOUN_END_EN.split(text[quantity.end : quantity.end + 50])[0]
        if noun.endswith("bodies"):
            return "bodies"
    of = next((of for of, pattern in _KINDS if noun and pattern.search(noun)), "")
    return of or ("members" if not chinese and _COUNTS_EN.search(text[: quantity.start]) and noun.endswith("s") else "")
