"""A body that cities join: what its name looks like, in Chinese and English, and how a title gives it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hansa.reading.patterns import regex

HAN = r"\u3040-\u30ff\u3400-\u9fff"
REMEMBERED = 2048
_BODY_ENDS = (
    "聯合組織", "聯合會", "聯席會議", "聯誼會", "高峰會", "委員會", "理事會", "促進會", "聯盟", "同盟", "協會",
    "學會", "總會", "分會",
    "公會",
    "市長會(?!議)", "首長會(?!議)", "知事會(?!議)", "議長會(?!議)", "組織", "網絡", "網路",
    "(?<!訊)(?<!聞)網(?!絡|路|站|頁|球|友|際|紅)", "論壇",
    "會議", "中心", "機構", "聯合體", "市長(?:聯盟)?公約", "盟約", "平[台臺]",
    "ネットワーク", "サミット", "協議会", "連合会?", "連盟", "協会", "会議", "都市会",
)  # fmt: skip
_ENGLISH_BODY = regex(
    r"\b(?:Networks?|Association|Associations|Organi[sz]ation|Council|Alliance|Union|League|Federation|Summit|Forum"
    r"|Conference|Partnership|Covenant|Coalition|Confederation|Consortium|Congress|Community|Cities|Metropolis"
    r"|Initiative|Bays|Mayors|Institute|Compact|Pact|Towns|Municipalities|Local Governments|Local Authorities"
    r"|Fédération|Association des|Réseau|Conseil)\b",
)
ENDS = "|".join(_BODY_ENDS)
"""The words with which the Chinese and Japanese names of such bodies end, as a pattern."""
_BODY_END = regex(rf"(?:{ENDS})$")
ACRONYM = r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*(?:[ -](?:ASPAC|(?!\d+\b)[A-Z0-9]{2,5}|\d{1,2}(?!\d)))?"
BRACKETS = regex(r"[（(]\s*(?P<inside>[^（）()]{2,160}?)\s*[)）]")
_ALIAS = regex(
    r"(?:以下)?(?:簡稱|英文縮寫|縮寫|英文名稱?|英譯|原名|又稱|即|\bor\b|abbreviated (?:as|to)\b)[：:為\s]*"
    r"|[「」『』“”\"]"
)
# Short words in capitals that are no organization of cities.
_NO_ACRONYM = frozenset(
    (
        "MOU",
        "MOUS",
        "MOA",
        "MOAS",
        "FAQ",
        "Q&A",
        "UK",
        "US",
        "USA",
        "EU",
        "UN",
        "NGO",
        "NGOS",
        "SDG",
        "SDGS",
        "COVID",
        "COVID-19",
        "CEO",
        "PDF",
        "ODA",
        "PR",
        "IT",
        "AI",
        "GDP",
        "VIP",
    )
)
_LONGEST_ACRONYM = 9
_COINED = regex(r"(?!Ma?c[A-Z])[A-Z][a-z]+[A-Z][A-Za-z]+")
_SEPARATOR = regex(r"\s*[,，;；、/]\s*")
_URL = regex(r"(?:https?://|www\.)[^\s<>，。；）)」]+")
# 全國市長會 is a name, for all that 全國 says nothing.
_OF_HEADS = regex(r"(?:市長|首長|縣長|知事|議長|町村)會$")
_DOING = regex(
    r"的|扮演|^(?:加盟|加入|所屬|舉辦|召開|出席|主辦|承辦|協辦|籌辦)|成為|該|參與|加入|參加|辦理|推動(?!委員會|聯盟|小組)|成立|簽署|一覽表|概況"
)
_PRONOUN = regex(
    r"[\u3400-\u9fff]{1,4}[性型]|(?:國際|國內|國外|世界|全球|城市|區域|跨國|地方|及|與|暨|重要|多個|各項?)+|執行|常務"
    r"|指導|理監事|籌備|推動|主要|加盟国際|^(?:該|本|此|其|各|兩|這|貴|國際|城市|多個|重要|相關|主要|世界|地區|區域"
    r"|全國|地方|專業|非政府|國際城市|國際性)?(?:國際|城市)?$"
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
    if "www." not in text and "http" not in text:
        return []
    return [match[0].rstrip(".,;:") for match in _URL.finditer(text)]


def is_acronym(text: str) -> bool:
    """Whether a text is one acronym: UCLG, ANMC 21, C40, Metrex is none."""
    return bool(re.fullmatch(ACRONYM, text)) and sum(c.isupper() for c in text) * 2 >= len(text.replace(" ", "")) - 2


def may_be_acronym(text: str) -> bool:
    """Whether a short word in capitals may stand for a body of cities: UCLG may, MOU and USA do not."""
    return is_acronym(text) and len(text) <= _LONGEST_ACRONYM and text.upper() not in _NO_ACRONYM


def is_coined(text: str) -> bool:
    """Whether a word was coined out of two, as such bodies like it: CityNet, MedCities; McDonald is none."""
    return bool(_COINED.fullmatch(text))


@lru_cache(maxsize=REMEMBERED)
def looks_like_body(name: str) -> bool:
    """Whether a name, Chinese or English, says of itself that it is a body of members."""
    if _DOING.search(name):
        return False
    if _OF_HEADS.search(name):
        return True
    stem = _BODY_END.sub("", name)
    if stem != name:
        return len(stem) >= 2 and not _PRONOUN.fullmatch(stem)
    return says_body(name) and len(name.split()) > 1


def says_body(name: str) -> bool:
    """Whether an English name has a word for a body of members in it: Network, League, Council, Cities."""
    return bool(_ENGLISH_BODY.search(name))


def split_bracket(inside: str) -> tuple[str, str]:
    """The full foreign name and the acronym in a bracket's words: `League of Ports, LP` gives both."""
    name, acronym = "", ""
    for part in _SEPARATOR.split(_ALIAS.sub("", inside).strip()):
        if is_acronym(part):
            acronym = acronym or part
        elif re.match(r"[A-Z][^\u3400-\u9fff]{2,}$", part):
            name = f"{name}, {part}" if name else part
    return name.strip(), acronym


@lru_cache(maxsize=REMEMBERED)
def title(text: str) -> Body | None:
    """The body that a heading, list item or cell names, where the text is a name and nothing else.

    Reads `名稱（English Name, ABC）`, `名稱 ABC`, `English Name (ABC)`, `ABC, English Name`; a web address behind is
    passed over. Whether it looks like a body of members is for `looks_like_body`.
    """
    whole = " ".join(_URL.sub("", text).strip(" ;；").split())
    if not whole or len(whole) > 200:
        return None
    bracket = BRACKETS.search(whole)
    if bracket:
        name = whole[: bracket.start()].strip()
        if not name or whole[bracket.end() :].strip(" 。．.") or _SENTENCE.search(name):
            return None
        name_en, acronym = split_bracket(bracket["inside"])
        return (
            Body(0, len(text), name, name_en or ("" if is_han(name) else name), acronym) if name_en or acronym else None
        )
    if _SENTENCE.search(whole) or _TOLD_BEHIND.search(whole):
        return None
    return _plain_title(whole, len(text))


_SENTENCE = regex(r"[。；！？：:|｜]|，|\.\s")
# Eurocities – since 1998: a name with what is told of a membership behind it.
_TOLD_BEHIND = regex(
    r"(?:,|\s[–—-])\s(?:(?i:since|from|joined|member|founding|founded|full|associate)\b|(?:19|20)\d\d\b)"
)


def is_han(text: str) -> bool:
    """Whether a text holds Chinese or Japanese characters."""
    return bool(re.search(rf"[{HAN}]", text))


def _plain_title(whole: str, length: int) -> Body | None:
    pair = re.fullmatch(rf"(?P<zh>(?:[A-Z][\w-]*\s?)?[{HAN}0-9–·‧・]+[{HAN}])\s*(?P<en>[A-Z][^{HAN}]+)", whole)
    if pair:
        name_en, acronym = split_bracket(pair["en"])
        return Body(0, length, pair["zh"], name_en, acronym)
    dashed = re.fullmatch(rf"(?P<acronym>{ACRONYM})\s?[–—-]{{1,2}}\s?(?P<name>[A-Z][^{HAN}]{{6,}})", whole)
    if dashed and is_acronym(dashed["acronym"]):
        return Body(0, length, whole, dashed["name"], dashed["acronym"])
    first, comma, rest = whole.partition(", ")
    if comma and not is_han(whole):
        acronym = first if is_acronym(first) else ""
        return Body(0, length, rest, rest, acronym) if acronym else Body(0, length, first, whole)
    return Body(0, length, whole, "" if is_han(whole) else whole)
