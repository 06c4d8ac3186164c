"""What a text tells of an organization: founded when and by whom, seat, members, predecessors, purpose, addresses."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from hansa.facts import Members
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import Quantity, find_quantities
from hansa.reading.values.organizations import websites

Dates = Callable[[str], list[Dated]]

_HAN = re.compile(r"[\u3400-\u9fff]")
_VERBS = (
    r"成立|設立|創立|創設|創辦|創建|創會|建立|組建|籌組|發起|倡[議導設立]|肇[始建]|發軔|起源|源[起於自]|緣起|誕生|問世"
    r"|結成|組成|開展|開設|催生|始於|発足"
)
BEGUN_ZH = rf"(?:{_VERBS}|合併|整併|改組|首次召開|發表「[^」]*(?:聲明|宣言))(?!\d*[週周]年)"
"""How Chinese says that an organization came to be."""
_FOUNDED_ZH = re.compile(rf"[^。；]{{0,45}}?{BEGUN_ZH}(?!後|以來|大會|迄今)")
_FOUNDED_BEFORE_ZH = re.compile(rf"(?:{_VERBS})(?:時間|年代|日期|年|日)?(?:係|是)?[於在自]?\s*[：:]?\s*$")
_NOT_FOUNDING = re.compile(r"加入|入會|改名|更名|簽訂|籌備|預計|周年|週年|參加")
BEGUN_EN = (
    r"(?:[Ff]ounded|[Ee]stablished|[Cc]reated|[Ss]et up|[Ff]ormed|[Ll]aunched|[Ii]ncorporated|[Ii]nitiated|[Ss]tarted"
    r"|[Bb]orn|[Bb]egun|[Cc]onceived|[Ii]naugurated|[Cc]onstituted)"
)
"""How English says that an organization came to be: the participle."""
_FOUNDED_EN = re.compile(
    rf"(?:\b{BEGUN_EN}|came (?:into being|together)|began|dates (?:back to|from)|goes back to"
    r"|brought [^.;]{2,50} together)\b"
    r"(?:\s(?:by|at|in|under|as|through|with|during)\s[^.;]{0,60}?)?\s*(?:[:,]|in|on)?\s*(?:the\s)?$"
)
_LABELS = {
    "founded": re.compile(
        r"成立|設立|創立|創設|^founded|^established|^creat|^since$|^year|^formed|^foundation", re.IGNORECASE
    ),
    "headquarters": re.compile(
        r"總部|秘書處|祕書處|會址|所在地|^headquarter|^secretariat|^seat|^head office|^based", re.IGNORECASE
    ),
    "members": re.compile(r"會員數|會員|成員|^members|^membership$", re.IGNORECASE),
    "purpose": re.compile(r"宗旨|目的|任務|^purpose|^aims?$|^mission|^objectives?|^goals?$", re.IGNORECASE),
    "website": re.compile(r"網站|網址|^web|^website|^url|^internet|^homepage", re.IGNORECASE),
}
_SEAT_ZH = re.compile(
    r"(?<![洲太區部])(?:總部|[秘祕]書處|事務局|會址|總會|會所|本部)(?:(?:現|今|則|目前|常)*(?:設置?|位|座落|坐落|落腳|遷[至往到]?|移[至往]?|駐"
    r"|地點|在|：)+(?:於|在)?|[於在])"
    r"(?P<place>[\u3400-\u9fffA-Za-z．·\s]{2,18}?)(?=[，。；、（(,｜|及]|$)"
)
_SEAT_EN = re.compile(
    r"(?:(?:[Hh]ead ?office|[Hh]eadquarters|[Ss]ecretariat|[Ss]eat)(?:\sof\s[^,.;]{2,40})?\s(?:is|are|lies|sits)\s"
    r"(?:located\s|situated\s|based\s)?(?:in|at)"
    r"|(?:headquartered|based|seated)\s(?:in|at)|(?:with|has) (?:its )?(?:headquarters|secretariat|seat) in)\s"
    r"(?P<place>(?:The )?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})"
)
_BY_ZH = re.compile(
    rf"由(?P<who>[^，。；]{{2,60}}?)(?:等人?)?(?:[於在][^，。；]{{0,8}}?)?\s*"
    rf"(?:(?:共同|聯合|倡議|倡導|主導|推動|合作|攜手|(?:號召|邀集|結合|集合)[^，。；]{{0,10}}?)\s*)*(?:{_VERBS})"
)
_AT_CALL = re.compile(
    r"(?:由|在|經)(?P<who>[^，。；]{2,30}?)(?:之|的)?(?:共同)?(?:倡議|倡導|推動|主導|號召|支持|促成|提議)(?:之?下)"
)
_BEGINNERS = re.compile(
    r"(?:發起|創始|創會|創辦)(?:城市|會員|國家?|者|人|團體|單位)(?:[為是有]|包括|：)+(?P<who>[^。；，｜]{2,60})"
)
_CITIES_BEGAN = re.compile(
    r"(?P<who>[\u3400-\u9fff、及與和]{2,80}?)等\s?\d*\s?個?(?:縣市|城市|市|國)?(?:市長|首長)?(?:共同|倡議|聯合)*"
    r"(?:成立|發起|創立|創設)"
)
_BEGAN_BARE = re.compile(r"(?P<who>[\u3400-\u9fff]{2,12}?)(?:發起|創辦|創立|倡議)")
_BY_EN = re.compile(
    r"(?:founded|established|created|set up|launched|initiated|formed)\b[^.;]{0,40}?\s(?:by|via the advocacy of"
    r"|at the initiative of)\s(?:the\s)?"
    r"(?P<who>[^.;]{3,80}?)(?=\s(?:in|on|at|with|and\s(?:is|has|was))\b|[.;]|$)"
)
_BY_LABELLED = re.compile(r"\bby\s(?:the\s)?(?P<cities>(?:mayors|cities)\sof\s)?(?P<who>[A-Z][^.;]*)$")
_ADVOCACY = re.compile(r"(?:via|through) the (?:advocacy|initiative) of (?:the )?(?P<who>[^.;]{3,80}?)(?=[.;]|$)")
_MERGED = re.compile(
    r"由(?P<who>[^，。；]{4,80}?)(?:於|在)?[\s\d年月日]*(?:正式|共同)?[合整]併"
    r"|[合整]併(?P<quoted>「[^」]+」(?:[、與和及以]*「[^」]+」)+)"
)
_MERGED_EN = re.compile(
    r"(?:merger of|merging of|merged from)\s(?:(?:the\s)?\w+\s[^.;–—:]{0,30}\s?[–—:]\s)?(?:the\s)?"
    r"(?P<who>[^.;]{5,240}?)"
    r"(?=\s(?:in|on)\s(?:\d|[A-Z]\w+\s\d)|\s?[–—.;]|$)"
)
_PURPOSE_ZH = re.compile(
    r"(?:致力於?|旨在|旨為|意在|宗旨(?:是|為|在於?|係)?|目的(?:係要?為?|是|為|在於?)+|藉以|期透過|(?<=，)供|"
    r"(?<=，)以(?=[^，。；]{2,40}為(?:目的|目標|宗旨|職志)))(?P<what>[^。；]{4,90})"
)
_PURPOSE_EN = re.compile(
    r"(?:[Tt]he (?:goal|aim|purpose|mission|objective)s? of [^.;]{2,60}? (?:is|are) to|aims? (?:to|at)|[Ii]ts "
    r"(?:goal|aim|purpose|mission)s? (?:is|are) to"
    r"|which (?:together )?(?=undertake)|(?=serves as)|, to (?=\w))\s?(?P<what>(?:[^.;]|\.(?=\w)){8,160})"
)
_OF_MEMBERS_ZH = re.compile(
    r"代表(?:全球|全國|約|逾)|遍[布佈]|知事|響應|簽署|橫跨|遍[及布佈]|涵蓋|參與其中|認證|城｜|｜|会員|加盟|會員|入會|加入|組成|參加|成員|吸收|擁有|縣市|國際組織|^\s*\d+\s*國"
)
_OF_MEMBERS_EN = re.compile(
    r"\bstand behind\b|\bgathers\b|\bnumbers\b|\bsigned up\b|\bbelong to\b|\brepresents?\b"
    r"|\bmembers?\b|\bmembership\b|\bcomprised?\b|\bcomprises\b|\bmade up of\b|\bunites\b|\bbrings together\b"
    r"|\bin this network\b|\bconsists? of\b|\bcounts\b|\bhas\b|\bnetwork of\b|\bassociation of\b",
    re.IGNORECASE,
)
_NO_MEMBERS = re.compile(
    r"創立|創設|共同發|「第|分會|分部|分支|委員會|地區|次|期|項|步|層|階段|聯合國會員中|屆|發起時|出席|代表|市長倡議|大活動|工作|辦公室"
)
_OURS = re.compile(
    r"[台臺]灣[^，。]{0,8}會員|我國[^，。]{0,8}會員|會員[^，。]{0,4}[台臺]灣|Taiwan(?:ese|['’]s) members"
)
_KINDS_OF_MEMBERS = (
    ("countries", re.compile(r"^國|個?國家|國|states|countries|nations|member states", re.IGNORECASE)),
    ("governments", re.compile(r"政府|行政單位|地方單位|governments|authorities|municipalities", re.IGNORECASE)),
    ("associations", re.compile(r"協會|聯合會|associations", re.IGNORECASE)),
    ("cities", re.compile(r"城市|都市|縣市|市|城鎮|鄉鎮|町村|都道府縣|城$|^城|cities|towns", re.IGNORECASE)),
    ("institutions", re.compile(r"機構|館|所|學校|大學|institutions|libraries|universities|zoos", re.IGNORECASE)),
    (
        "members",
        re.compile(
            r"會員|成員|知事|首長|海灣|港口|members|bays|ports|signatories|governors|mayors|councils|regions",
            re.IGNORECASE,
        ),
    ),
)
_COUNTS_EN = re.compile(r"\b(?:counts|numbers|has|members:?)\s$")
_EN_NOUN_END = re.compile(r"[,.;:(]|\s(?:of|in|from|across|and (?=\d)|to|on|at|by|worldwide|throughout)\b")
_SPLIT = re.compile(r"、|及其?|與|和|以及|,\s(?:and\s)?|\sand\s")
_BEFORE_NAME = re.compile(r"^(?:包括|包含|時任|the )")
_COUNT = re.compile(r"[一二兩三四五六七八九十\d]+個")
_COUNTED_UP = re.compile(
    r"等?\s*(?:[一二三四五六七八九十]+|\d+)\s*[個座大]?「?[\u3400-\u9fff]{0,4}?(?:組織|團體|城市|城|縣市|都市|市|國)」?(?:市長|首長)?$|等(?:城市|市)?(?:市長|首長)?$"
)


@dataclass
class Profile:
    """What pieces of text told of an organization, to be given to `Organization` as keywords."""

    fields: dict[str, Any] = field(default_factory=dict)

    def tell(self, name: str, value: Any) -> None:
        """Keep the first thing that is told under a name; nothing told changes nothing."""
        if value and name not in self.fields:
            self.fields[name] = value

    def add(self, name: str, values: Sequence[Any]) -> None:
        """Add to a list what it does not hold yet."""
        if values:
            held = self.fields.setdefault(name, [])
            held += [value for value in values if value not in held]


def profile(pieces: Sequence[tuple[str, str]], dates: Dates) -> Profile:
    """The profile that labelled pieces of text give: cells under their heads, sentences under an empty label."""
    told = Profile()
    for label, text in pieces:
        told.add("website", websites(text))
        named = next((name for name, pattern in _LABELS.items() if pattern.search(label.strip())), "")
        if named and not _is_prose(text):
            _labelled(told, named, text, dates)
        else:
            _prose(told, text, dates)
    return told


def _is_prose(text: str) -> bool:
    return "。" in text or len(text) > 160


def _labelled(told: Profile, name: str, text: str, dates: Dates) -> None:
    if name == "founded":
        found = dates(text)
        told.tell("founded", found[0].edtf if found else "")
        by = _BY_LABELLED.search(text)
        if by and not re.search(r"\d", by["who"]):
            told.add("founded_by", _names(by["who"]) if by["cities"] else [by["who"].split(", ")[0]])
    elif name == "headquarters":
        told.tell("headquarters", re.split(r"[,(（，;；]", text)[0].strip())
    elif name == "members":
        told.add("members", list(_members(text, labelled=True)))
    elif name == "purpose":
        told.tell("purpose", text.strip())


def _prose(told: Profile, text: str, dates: Dates) -> None:
    chinese = bool(_HAN.search(text))
    merged = (_MERGED if chinese else _MERGED_EN).search(text)
    if merged:
        told.add("predecessors", _names(next(filter(None, merged.groups()))))
    told.tell("founded", _founded(text, dates(text), chinese))
    seat = (_SEAT_ZH if chinese else _SEAT_EN).search(text)
    told.tell("headquarters", seat["place"].strip(" .") if seat else "")
    if not merged and told.fields.get("founded"):
        told.tell("founded_by", _founders(text, dates(text), chinese))
    if (_OF_MEMBERS_ZH if chinese else _OF_MEMBERS_EN).search(text):
        told.add("members", list(_members(text, labelled=False)))
    purpose = (_PURPOSE_ZH if chinese else _PURPOSE_EN).search(text)
    told.tell("purpose", purpose["what"].strip(" ，、") if purpose else "")


def _founded(text: str, dates: Sequence[Dated], chinese: bool) -> str:
    for dated in dates:
        after, before = text[dated.end :], text[: dated.start]
        if not chinese:
            if _FOUNDED_EN.search(before):
                return dated.edtf
            continue
        begun = _FOUNDED_ZH.match(after)
        if begun and not _NOT_FOUNDING.search(begun[0]):
            return dated.edtf
        if _FOUNDED_BEFORE_ZH.search(before):
            return dated.edtf
    return ""


def _founders(text: str, dates: Sequence[Dated], chinese: bool) -> list[str]:
    if not chinese:
        found = _BY_EN.search(text) or _ADVOCACY.search(text)
        return [_person_alone(found["who"])] if found and not re.search(r"\d", found["who"]) else []
    for dated in reversed(dates):
        text = text[: dated.start] + "\u2003" * (dated.end - dated.start) + text[dated.end :]
    found = (
        _AT_CALL.search(text)
        or _BEGINNERS.search(text)
        or _BY_ZH.search(text)
        or _CITIES_BEGAN.search(text)
        or _BEGAN_BARE.search(text)
    )
    if not found:
        return []
    who = re.sub(r"[\u2003\s]*[於在]?[\u2003]+$", "", found["who"]).strip(" \u2003於在")
    return [name for name in _names(who) if not re.search(r"\d|成員|代表$|各地", name)]


def _person_alone(who: str) -> str:
    """`former Mayor of Brisbane, Jim Soorley` names Jim Soorley."""
    return who.rsplit(", ", 1)[-1] if re.search(r"[Mm]ayor|[Gg]overnor|[Pp]resident", who) and ", " in who else who


def _names(words: str) -> list[str]:
    """The names in a list of names, without the brackets behind them."""
    plain = _COUNTED_UP.sub("", re.sub(r"[（(][^（()）]*[)）]", "", words).strip())
    names = (_BEFORE_NAME.sub("", part.strip()).strip("「」『』") for part in _SPLIT.split(plain))
    return [name for name in names if len(name) >= 2 and not _COUNT.match(name)]


def _members(text: str, *, labelled: bool) -> Iterator[Members]:
    if _OURS.search(text):
        return
    for quantity in find_quantities(text):
        of = _of(quantity, text)
        if not of or quantity.ordinal or not isinstance(quantity.value, int) or quantity.value < 3:
            continue
        around = text[max(0, quantity.start - 8) : quantity.end + 10]
        if labelled or not _NO_MEMBERS.search(
            around if not _HAN.search(text) else text[quantity.end : quantity.end + 7]
        ):
            yield Members(count=quantity.value, of=of)


def _of(quantity: Quantity, text: str) -> str:
    """What is counted: countries, cities, governments, associations, institutions, members; empty for other things."""
    if _HAN.search(text):
        noun = f"{quantity.unit}{text[quantity.end : quantity.end + 12]}"
        noun = re.split(r"[，。；、｜|]|\d", noun)[0]
        if noun in ("座", "個"):
            # 會員城市133座: the noun stands before.
            noun = text[max(0, quantity.start - 6) : quantity.start]
    else:
        counts = _COUNTS_EN.search(text[: quantity.start])
        if counts and not re.match(r"\s\w", text[quantity.end :]):
            return "members"
        noun = "" if quantity.unit else _EN_NOUN_END.split(text[quantity.end : quantity.end + 50])[0]
        if noun.endswith("bodies"):
            return "bodies"
    return next((of for of, pattern in _KINDS_OF_MEMBERS if noun and pattern.search(noun)), "")
