"""The fields of cooperation of an agreement, in the words of the document."""

import re

from hansa.reading.patterns import regex

_HAN = r"[\u3400-\u9fff、及與和暨]"
_COUNT = r"(?:等)?(?:\s*\d+\s*|[一二三四五六七八九十多]+)?(?:項|大)?(?:多元)?"
_LISTS = (
    # 在觀光、文化及教育等領域
    regex(
        r"(?:在|就|涵蓋|包括|包含|擴及|聚焦|加強|深化|推動|共同深化|面向為|面向|領域為|合作範圍從|於)"
        rf"(?P<list>{_HAN}{{2,60}}?){_COUNT}(?:領域|面向|議題|方面|(?:合作|交流)(?=[，。；]|$))"
    ),
    # 內容涵蓋柑橘栽培、農村青年研習、營養午餐食材三項
    regex(
        rf"(?:面向為|面向|領域為|涵蓋|涵括|(?:範圍|內容|項目|重點)(?:包括|包含|為|有))(?P<list>{_HAN}{{3,60}}?)"
        r"(?:等)?(?:[一二三四五六七八九十]項|\d項)?(?=[，。；]|$)"
    ),
    # 雙方將就工藝、觀光及青少年互訪開展合作; 就半導體人才及城市治理簽署
    regex(rf"就(?P<list>{_HAN}{{2,40}}?)(?=簽|締|開展|展開|進行|加強|攜手|密切|持續)"),
)
_SPLIT = regex(r"[、]|(?<=[\u3400-\u9fff]{2})[及與和暨](?=[\u3400-\u9fff]{2})|以及|，")
_LONGEST = 12
# A sentence that goes on about what was signed: 雙方將, 內容, 日後.
_GOES_ON = regex("(?:雙方|兩市|兩地|雙城|日後|未來|內容|範圍|合作|協定|備忘錄|往後|今後)")


def subjects_zh(text: str, *, one: bool = False) -> list[str]:
    """The fields that a Chinese text lists; with `one`, a single field counts too."""
    for pattern in _LISTS:
        for match in pattern.finditer(text):
            parts = [part.strip() for part in _SPLIT.split(match["list"])]
            fine = [part for part in parts if 2 <= len(part) <= _LONGEST]
            if len(parts) > 1 or (one and fine):
                return fine
    return []


def goes_on(text: str) -> bool:
    """Whether a sentence goes on about what the one before it says was signed."""
    return bool(_GOES_ON.match(text))


_PLAIN = regex(r"(?:友好|合作|交流|國際|夥伴|城市|雙邊|多邊|三方|促進|備忘錄|意向書|書)+$")
_NO_FIELD = regex(r"姊妹|友好|[市縣州省郡町村]|締結|聯盟|\d")
_FIELD_PAIR = regex(
    "(?P<a>觀光|教育|經濟|經貿|文化|農業|產業|科技|體育|運動|藝術|環境|衛生|醫療|青年)(?P<b>觀光|教育|經濟|文化|農業|產業|科技|體育|藝術)"
)


def subjects_of_title(title: str, kind: str) -> list[str]:
    """The field that the title of a memorandum or letter names: 觀光教育交流備忘錄 is on 觀光 and 教育."""
    core = _PLAIN.sub("", title) if kind in ("mou", "letter_of_intent") else ""
    if not 2 <= len(core) <= _LONGEST or _NO_FIELD.search(core):
        return []
    pair = _FIELD_PAIR.fullmatch(core)
    return [pair["a"], pair["b"]] if pair else [part for part in _SPLIT.split(core) if part]


_LEAD_EN = regex(
    r"\b(?:such as|in the fields? of|in the areas? of|covering|covers|that covers|cooperation (?:on"
    r"|in)|collaboration (?:on|in)|including|on|in)\s+(?P<list>[^.;]{3,220})"
)
_VERBAL = regex(r"\b(?:is|are|was|were|has|have|had|will|the mayors|signed|who|which|that|to)\b|\d")


def subjects_en(text: str) -> list[str]:
    """The fields of cooperation that an English text lists: covering trade, tourism and culture."""
    lead = _LEAD_EN.search(text)
    words = lead["list"] if lead else text.strip().rstrip(".")
    parts = [re.sub(r"^(?:the|on|in)\s+", "", part.strip()) for part in re.split(r",\s*", words)]
    last = parts[-1]
    if " and " in last:
        first, _, second = last.rpartition(" and ")
        parts[-1:] = [first.strip(), second.strip()] if first and not first.startswith("and ") else [second.strip()]
    parts = [part.removeprefix("and ").strip() for part in parts if part]
    fine = [part for part in parts if part and len(part.split()) <= 5 and not _VERBAL.search(part)]
    return fine if len(fine) > 1 and len(fine) == len(parts) else []


_ON = regex(
    r" (?:on|about|concerning|regarding) (?P<list>(?!\d)[^.;]{3,160}?)"
    r"(?=,? (?:was|were|is|has|signed|concluded|entered|with|between|by|in \d|on \d|dates|at|added|that|which|in the"
    r"|with which|during|in [A-Z])\b|[.;]|$)"
)
_ONE_FIELD = regex(
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|behalf)\b)[A-Za-z][\w-]*(?: [a-z][\w-]*){0,4}"
)


def subjects_after(text: str, at: int) -> list[str]:
    """The fields told right behind the word for an agreement that ends at `at`: a memorandum on trade and tourism."""
    told = _ON.match(text, at)
    if not told:
        return []
    words = told["list"].strip()
    return subjects_en(f"on {words}") or ([words] if _ONE_FIELD.fullmatch(words) and not _VERBAL.search(words) else [])
