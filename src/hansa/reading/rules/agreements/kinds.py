"""The kinds of agreement and the words that tell them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from hansa.reading.patterns import regex
from hansa.reading.values.names.words import STOP

# The first that matches tells the kind: a memorandum on sister cities is a sister city, one between schools of
# which the text says 姊妹校 a sister school.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, regex(words, re.IGNORECASE))
    for kind, words in (
        ("sister_school", r"姊妹校|姐妹校|姊妹學校|姐妹學校|姉妹校|sister[- ]schools?|sister[- ]universit"),
        ("sister_port", r"(?:姊妹|姐妹|姉妹|友好)港(?!市)|sister[- ]ports?"),
        ("other", (
            r"友好議會|[姊姐]妹議會"
            r"|[姊姐]妹(?:會|館|站|車站|動物園|圖書館|鐵道|鐵路|山|湖|寺)"
            r"|sister[- ](?:station|library|zoo|park|museum|railway|airport|lake)"
        )),
        ("sister_city", (
            r"[姊姐姉]妹|sister[- ](?:cit|count|state|province|prefecture|region|district|relation|bond|tie"
            r"|agreement)|sisterhood|twin(?:ned|ning| (?:cit|town))"
        )),
        ("letter_of_intent", r"意向書|letters? of intent|\bLOI\b"),
        ("mou", r"備忘錄|備忘録|覚書|memorand(?:um|a)|\bMOUs?\b"),
        ("declaration", r"宣言|公約|共同聲明|聯合聲明|declaration|joint statement|joint communiqu"),
        ("friendship_city", (
            r"親善(?:友好)?都市|(?:觀光)?友好(?:合作)?約定|友好盟約|友好城市|友好都市|友好(?:交流|合作|夥伴)+城市|友好市|友好縣|友好區|友好城[鎮區]|友好鄉"
            r"|友好鎮|友好町|友誼市|友誼城市|友城|友好(?:交流|合作)?協[定議]|友好議定書|友好(?:合作)?交流城市"
            r"|締結友好|結為友好|友好關係|friendship[- ](?:cit|agreement|tie|relation|bond)"
            r"|friendly (?:city|cooperation)|friendship cooperation"
            r"|(?:protocol|agreement|treaty|pact|accord|charter|compact)s? of friendship"
        )),
        ("partnership", (
            r"夥伴|伙伴|パートナー|partnership|partner cit|partners? (?:of|with)|partner$|(?<!technical )(?:cooperation"
            r"|co-operation|collaboration) (?:arrangement|agreement)"
            r"|agreements? (?:of|on) (?:co-?operation|collaboration)|(?:tripartite|trilateral"
            r"|city-to-city) (?:agreement|accord)"
        )),
    )
)  # fmt: skip
_OTHER = regex(
    r"協定|協議|憲章|議定書|計畫書|章程|願景|契約|合約|約定|盟約|agreement|charter|pact\b|protocol|accord\b"
    r"|treaty|action plan|cooperation program",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def kind_of(words: str) -> str:
    """The kind of agreement that the words name; '' where they name none."""
    for kind, pattern in _KINDS:
        if pattern.search(words):
            return kind
    return "other" if _OTHER.search(words) else ""


class Instrument(Struct, frozen=True):
    """The name of what was signed, with its place; `title` is '' where it is only a kind of bond (姊妹市)."""

    start: int
    end: int
    kind: str
    title: str = ""


_NOUN = (
    r"(?:合作|交流|友好|夥伴|姊妹市|姐妹市|姊妹校|姊妹港|姊妹城市|經濟|教育|文化|觀光"
    r"|備忘錄)?(?:備忘錄|意向書|協定書?|協議書?|宣言|公約|共同聲明|聯合聲明|憲章|議定書|計畫書|章程"
    r"|覺書|MOU|願景|盟約|(?<=[作流好光])約定)"
)
_QUOTED = regex(r"[「『《]([^「」『』《》]{2,60})[」』》]")
_LONGEST = 24
_BARE = regex(rf"[\u3400-\u9fff‧·\w]{{0,{_LONGEST}}}?{_NOUN}")
# What each of the nouns has at its end, and how far before that it can begin.
_CORE = regex(
    r"備忘錄|意向書|協定|協議|宣言|公約|共同聲明|聯合聲明|憲章|議定書|計畫書|章程|覺書|MOU|願景|盟約|約定(?<=[作流好光]約定)"
)
_REACH = _LONGEST + 4
_BOND = regex(
    r"(?:國際)?(?:觀光)?(?:[姊姐姉]妹(?:市鎮|市|城市|都市|縣市|縣|區|鄉|鎮|州|郡|省|校|學校|港|會|館|站|車站|動物園"
    r"|圖書館|鐵道|鐵路|議會|關係)|友好(?:交流)?(?:城市|議會|城鎮|城區|都市|市|縣市|縣|區|鄉|鎮|關係|夥伴)|友誼(?:市|城市)|友城"
    r"|夥伴(?:城市|市|關係))"
)
# What is in any of these, cheaper to look for.
_NAMED = regex(
    r"(?=[「『《備意協宣公聲憲議計章覺M願盟約姊姐姉友夥])"
    r"(?:[「『《]|備忘錄|意向書|協[定議]|宣言|公約|聲明|憲章|議定書|計畫書|章程|覺書|MOU|願景|盟約|約定|[姊姐姉]妹|友[好誼城]|夥伴)"
)
_VERB_END = regex(
    r"簽署|簽訂|簽定|簽立|簽下|簽過|簽有|簽妥|簽成|簽竣|簽就|簽得|簽|訂有|訂立|訂下|訂定|結下|締下|締結|完成|共同|通過|發表|推出|正式|兩市|雙方|三方(?=簽)"
    r"|二度|再|了|過|項|份|之|的|「|『|一|等"
)


def instruments(text: str, start: int = 0, end: int | None = None) -> list[Instrument]:
    """What the part of a Chinese text names as signed: titles in quotation marks, instruments, bonds; in order."""
    end = len(text) if end is None else end
    found: list[Instrument] = []
    if not _NAMED.search(text, start, end):
        return found
    for match in _QUOTED.finditer(text, start, end):
        kind = kind_of(match[1])
        if kind:
            found.append(Instrument(match.start(), match.end(), kind, match[1].strip()))
    for match in _bare(text, start, end):
        title = _title(match[0])
        kind = kind_of(title)
        if kind:
            found.append(Instrument(match.end() - len(title), match.end(), kind, title))
    for match in _BOND.finditer(text, start, end):
        found.append(Instrument(match.start(), match.end(), kind_of(match[0]) or "friendship_city"))
    return _apart(found)


def _bare(text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """The instruments with the words before them, looked for only where one is near."""
    while core := _CORE.search(text, at, end):
        match = _BARE.search(text, max(at, core.start() - _REACH), end)
        if match is None:
            return
        yield match
        at = match.end()


def _title(words: str) -> str:
    for pattern in (STOP, _VERB_END):
        for stop in pattern.finditer(words):
            rest = words[stop.end() :]
            if len(rest) >= 2 and kind_of(rest) and not (pattern is STOP and kind_of(stop[0])):
                words = rest
                return _title(words)
    return words.strip()


def _apart(found: list[Instrument]) -> list[Instrument]:
    kept: list[Instrument] = []
    taken = bytearray(max((item.end for item in found), default=0))
    for item in sorted(found, key=lambda item: (item.start - item.end, item.start)):
        if taken.find(1, item.start, item.end) < 0:
            taken[item.start : item.end] = b"\1" * (item.end - item.start)
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)
