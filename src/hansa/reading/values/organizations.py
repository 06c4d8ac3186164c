"""Names of bodies that cities join, in Chinese and English, with what stands in brackets after them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_HAN = r"\u3040-\u30ff\u3400-\u9fff"
_REMEMBERED = 2048
_BODY_ENDS = (
    "聯合組織", "聯合會", "聯席會議", "聯誼會", "高峰會", "委員會", "理事會", "促進會", "聯盟", "同盟", "協會",
    "學會", "總會", "分會",
    "公會",
    "市長會", "首長會", "知事會", "議長會", "組織", "網絡", "網路",
    "(?<!訊)(?<!聞)網(?!絡|路|站|頁|球|友|際|紅)", "論壇",
    "會議", "中心", "機構", "聯合體", "市長公約", "盟約", "平[台臺]",
    "ネットワーク", "サミット", "協議会", "連合会?", "連盟", "協会", "会議", "都市会",
)  # fmt: skip
_ENGLISH_BODY = re.compile(
    r"\b(?:Networks?|Association|Associations|Organi[sz]ation|Council|Alliance|Union|League|Federation|Summit|Forum"
    r"|Conference|Partnership|Covenant|Coalition|Confederation|Consortium|Congress|Community|Cities|Metropolis"
    r"|Initiative|Bays|Mayors|Institute|Fédération|Association des|Réseau|Conseil)\b",
)
_ENDS = "|".join(_BODY_ENDS)
_BODY_END = re.compile(rf"(?:{_ENDS})$")
_ACRONYM = r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*(?:[ -](?:ASPAC|[A-Z0-9]{2,5}|\d{1,2}(?!\d)))?"
_BRACKETS = re.compile(r"[（(]\s*(?P<inside>[^（）()]{2,160}?)\s*[)）]")
_ALIAS = re.compile(
    r"(?:以下)?(?:簡稱|英文縮寫|縮寫|英文名稱?|英譯|原名|又稱|即|\bor\b|abbreviated (?:as|to)\b)[：:為\s]*"
    r"|[「」『』“”\"]"
)
_SEPARATOR = re.compile(r"\s*[,，;；、/]\s*")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>，。；）)」]+")
# What may stand before a name in a sentence and is not part of it; 和, 與, 及 may be (城市與地方政府聯合會).
_LEAD = re.compile(
    r"^.*?(?:申請加入|共同成立|成立|加入|參加|參與|出席|成為|現為|包括|包含|主辦|承辦|舉辦|辦理|邀請|透過|代表"
    r"|名為|稱為|擔任|係為|屬於|以(?!色列)"
    r"|例如|以及|目前|其中|推動|創立|創設|籌組|為|係|由|之|的)(?=.{4})"
)
# 全國市長會 is a name, for all that 全國 says nothing.
_OF_HEADS = re.compile(r"(?:市長|首長|縣長|知事|議長|町村)會$")
_DOING = re.compile(
    r"的|扮演|^(?:加盟|加入|所屬|舉辦|召開|出席|主辦|承辦|協辦|籌辦)|成為|該|參與|加入|參加|辦理|推動|成立|簽署|一覽表|概況"
)
_PRONOUN = re.compile(
    r"[\u3400-\u9fff]{1,4}[性型]|執行|常務|指導|理監事|籌備|推動|主要|加盟国際|"
    r"^(?:該|本|此|其|各|兩|這|貴|國際|城市|多個|重要|相關|主要|世界|地區|區域|全國|地方|專業|非政府|國際城市"
    r"|國際性)?(?:國際|城市)?$"
)


@dataclass(frozen=True)
class Body:
    """A body named in a text: its place there, its names as written, its acronym."""

    start: int
    end: int
    name: str
    name_en: str = ""
    acronym: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and acronym, the main one first."""
        return tuple(dict.fromkeys(word for word in (self.name, self.name_en, self.acronym) if word))


def websites(text: str) -> list[str]:
    """The web addresses of a text, as written, without the sentence's punctuation."""
    return [match[0].rstrip(".,;:") for match in _URL.finditer(text)]


def is_acronym(text: str) -> bool:
    """Whether a text is one acronym: UCLG, ANMC 21, C40, Metrex is none."""
    return bool(re.fullmatch(_ACRONYM, text)) and sum(c.isupper() for c in text) * 2 >= len(text.replace(" ", "")) - 2


@lru_cache(maxsize=_REMEMBERED)
def looks_like_body(name: str) -> bool:
    """Whether a name, Chinese or English, says of itself that it is a body of members."""
    if _DOING.search(name):
        return False
    if _OF_HEADS.search(name):
        return True
    stem = _BODY_END.sub("", name)
    if stem != name:
        return len(stem) >= 2 and not _PRONOUN.fullmatch(stem)
    return bool(_ENGLISH_BODY.search(name)) and len(name.split()) > 1


def split_bracket(inside: str) -> tuple[str, str]:
    """The full foreign name and the acronym in a bracket's words: `League of Ports, LP` gives both."""
    name, acronym = "", ""
    for part in _SEPARATOR.split(_ALIAS.sub("", inside).strip()):
        if is_acronym(part):
            acronym = acronym or part
        elif re.match(r"[A-Z][^\u3400-\u9fff]{2,}$", part):
            name = f"{name}, {part}" if name else part
    return name.strip(), acronym


@lru_cache(maxsize=_REMEMBERED)
def title(text: str) -> Body | None:
    """The body that a heading, list item or cell names, where the text is a name and nothing else.

    Reads `名稱（English Name, ABC）`, `名稱 ABC`, `English Name (ABC)`, `ABC, English Name`; a web address behind is
    passed over. Whether it looks like a body of members is for `looks_like_body`.
    """
    whole = " ".join(_URL.sub("", text).strip(" ;；").split())
    if not whole or len(whole) > 200:
        return None
    bracket = _BRACKETS.search(whole)
    if bracket:
        name = whole[: bracket.start()].strip()
        if not name or whole[bracket.end() :].strip(" 。．.") or _SENTENCE.search(name):
            return None
        name_en, acronym = split_bracket(bracket["inside"])
        return (
            Body(0, len(text), name, name_en or ("" if _han(name) else name), acronym) if name_en or acronym else None
        )
    if _SENTENCE.search(whole):
        return None
    return _plain_title(whole, len(text))


_SENTENCE = re.compile(r"[。；！？：:|｜]|，|\.\s")


def _han(text: str) -> bool:
    return bool(re.search(rf"[{_HAN}]", text))


def _plain_title(whole: str, length: int) -> Body | None:
    pair = re.fullmatch(rf"(?P<zh>(?:[A-Z][\w-]*\s?)?[{_HAN}0-9–·‧・]+[{_HAN}])\s*(?P<en>[A-Z][^{_HAN}]+)", whole)
    if pair:
        name_en, acronym = split_bracket(pair["en"])
        return Body(0, length, pair["zh"], name_en, acronym)
    dashed = re.fullmatch(rf"(?P<acronym>{_ACRONYM})\s?[–—-]{{1,2}}\s?(?P<name>[A-Z][^{_HAN}]{{6,}})", whole)
    if dashed and is_acronym(dashed["acronym"]):
        return Body(0, length, whole, dashed["name"], dashed["acronym"])
    first, comma, rest = whole.partition(", ")
    if comma and not _han(whole):
        acronym = first if is_acronym(first) else ""
        return Body(0, length, rest, rest, acronym) if acronym else Body(0, length, first, whole)
    return Body(0, length, whole, "" if _han(whole) else whole)


_CHINESE_NAMED = re.compile(rf"(?P<name>[{_HAN}A-Za-z0-9–·‧]*?[{_HAN}])\s?(?=[（(])")
_CAPITAL = r"(?:[A-Z][\w'’.&–-]*|\d{1,2}(?!\d))"
_JOINT = r"(?:\s(?:of|the|for|and|in|on|against|with|de|des|du|&|to))*"
_ENGLISH_NAMED = re.compile(rf"(?P<name>[A-Z][\w'’&–-]*(?:{_JOINT}\s{_CAPITAL})*)\s\((?P<acronym>{_ACRONYM})\)")


def find_bracketed(text: str) -> Iterator[Body]:
    """The bodies that a sentence names together with their foreign name or acronym in brackets."""
    for bracket in _BRACKETS.finditer(text):
        before = text[: bracket.start()].rstrip()
        name_en, acronym = split_bracket(bracket["inside"])
        if not (name_en or acronym) or not before:
            yield from _acronym_first(before, bracket)
            continue
        if _TAIL.match(text[bracket.end() :]):
            continue
        name = _name_before(before)
        if name and looks_like_body(name):
            yield Body(before.rindex(name), bracket.end(), name, name_en or ("" if _han(name) else name), acronym)


def _acronym_first(before: str, bracket: re.Match[str]) -> Iterator[Body]:
    """`UCLG（城市與地方政府聯合組織）`: the name is in the bracket."""
    acronym = re.search(rf"(?<![\w-])(?P<acronym>{_ACRONYM})$", before)
    name = bracket["inside"]
    if acronym and _han(name) and looks_like_body(name) and is_acronym(acronym["acronym"]):
        yield Body(acronym.start(), bracket.end(), name, "", acronym["acronym"])


# 世界衛生組織（WHO）西太平洋健康城市聯盟: the bracket is in the middle of the name.
_TAIL = re.compile(rf"[{_HAN}]{{2,12}}?(?:聯盟|協會|聯合會|委員會|分會|網絡)")


_JOINED_BEFORE = re.compile("^(?:[與及或暨其並]|和(?![平諧]))+")


def _name_before(before: str) -> str:
    """The name at the end of the words before a bracket, without the quotation marks around it."""
    if before.endswith(("」", "』")):
        quoted = re.search(r"[「『](?P<name>[^「『」』]{3,30})[」』]$", before)
        return quoted["name"] if quoted else ""
    run = re.search(rf"[{_HAN}A-Za-z0-9–·‧・]*[{_HAN}]$", before)
    if run:
        name = _JOINED_BEFORE.sub("", run[0])
        while (shorter := _LEAD.sub("", name, count=1)) != name:
            name = shorter
        return name
    capitals = re.search(rf"[A-Z][\w'’&–-]*(?:{_JOINT}\s{_CAPITAL})*$", before)
    return re.sub(r"^(?:The|In|Of|And)\s", "", capitals[0]) if capitals else ""


_CHINESE_LISTED = re.compile(rf"[{_HAN}A-Za-z0-9–]{{2,}}?(?:{_ENDS})")
_ENGLISH_LISTED = re.compile(rf"[A-Z][\w'’&–-]*(?:{_JOINT}\s{_CAPITAL})*")


def find_named(text: str) -> Iterator[Body]:
    """The bodies that a text names by words that say so (聯盟, 協會, Network, Association) or by brackets.

    Meant for texts that are known to list organizations: elsewhere it finds committees and conferences too.
    """
    yield from _named(text)


@lru_cache(maxsize=_REMEMBERED)
def _named(text: str) -> tuple[Body, ...]:
    """Several rules ask for the bodies of the same words one after the other."""
    return tuple(_all_named(text))


def _all_named(text: str) -> Iterator[Body]:
    reached = 0
    for body in (*find_bracketed(text),):
        yield from _unbracketed(text, reached, body.start)
        yield body
        reached = body.end
    yield from _unbracketed(text, reached, len(text))


def _unbracketed(text: str, start: int, end: int) -> Iterator[Body]:
    pattern = _CHINESE_LISTED if _han(text) else _ENGLISH_LISTED
    for match in pattern.finditer(text, start, end):
        name = _name_before(match[0]) if _han(match[0]) else match[0]
        if looks_like_body(name) or is_acronym(name):
            yield Body(match.end() - len(name), match.end(), name, "" if _han(name) else name)
