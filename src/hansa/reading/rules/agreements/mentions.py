"""Bonds that a text takes for granted: 姊妹市釜山、友好城市大邱及水原, 布里斯本姊妹市, 締盟城市 日本：青森縣."""

import re
from collections.abc import Iterator

from hansa.atlas import country_code
from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.agreements.building import LATE, Found, agreement
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import find_anniversaries
from hansa.reading.values.names import Party, PartyKind

_BOND = re.compile(
    r"(?:國際)?(?:觀光)?(?:[姊姐姉]妹(?:市|城市|縣市|縣|都市|港|校)|友好(?:夥伴)?(?:城市|都市|市)|友誼(?:市|城市)"
    r"|夥伴(?:城市|市)|MOU\s?(?:簽署)?城市)(?!協會|委員會|會)"
)
_TWO_KINDS = re.compile(
    r"(?:市|城市)\s*(?:及|、|與|和|暨)\s*(?:國際)?友好(?:夥伴)?(?:城市|都市|市)$|姊妹市\s*(?:及|、|與"
    r"|和|暨)\s*友好夥伴城市"
)
_TO_NAME = re.compile(r"\s*(?:[：:—–]|包括|包含|有|計有|分別(?:為|是)|如|即|為|是|之|的|，|、)?\s*(?:\d+\s*)?$")
_BETWEEN = re.compile(r"\s*(?:[（(][^（()）]{2,24}[)）])?\s*(?:[、,，/／×&]|及|和|與|以及|及其)?\s*$")
_JOINTS = "、及和與以 "
_SINCE = re.compile(r"\s*[（(](?P<inside>[^（()）]{4,24})[)）]")
_FOUNDED = re.compile(r"締|簽|結|起|約|自|訂|\d{4}\s*年?\s*$|\d年\s*$|\d{1,2}[./]\d{1,2}\s*$")
# A均為本市姊妹市, A是本縣的友好城市.
_IS_OURS = re.compile(r"(?:均|都|皆|同|也|亦|同樣)?(?:為|是|係|乃)(?:我們|我|本)?(?:市府|縣府|市|縣)?的?$")
_CELEBRATED = re.compile(r"(?:締結|提携|締約|締盟|結盟|締約|屆滿|的|之|\s){0,3}")
_LABEL = re.compile(
    r"(?:國際)?(?:締盟城市|姊妹市|姐妹市|友好城市|國際合作備忘錄|合作備忘錄|姊妹縣市|姊妹港|姉妹都市"
    r"|友好都市)\s*[：:|｜ ]"
)


def bond_is_mentioned(block: Block, context: Context) -> Iterator[Agreement]:
    """A text calls a party a sister city, friendship city or partner: the bond exists, whenever it was made."""
    if not context.home or heads_plans(block.headings) or not _BOND.search(block.text):
        return
    for at, sentence in enumerate(context.sentences()):
        for match in _BOND.finditer(sentence.text):
            if states(sentence, match.start(), match.end()):
                yield from _mention(sentence, at, match, context)


def _mention(sentence: Sentence, at: int, bond: re.Match[str], context: Context) -> Iterator[Agreement]:
    kind = _kind(sentence, bond)
    after = _list_after(sentence, bond)
    if len(after) > 1 and kind in ("sister_school", "sister_port"):
        return
    for party in after or _before(sentence, bond):
        yield from _bond_with(sentence, party, kind, bond, context, 0.9 if party.known else 0.7)
    ours = _IS_OURS.search(sentence.text[: bond.start()])
    if not after and ours:
        for party in _row_to(sentence, ours.start()):
            yield from _bond_with(sentence, party, kind, bond, context, 0.9 if party.known else 0.75)
    elif not after and sentence.text[: bond.start()].endswith("本"):
        # 造訪本姊妹市: the party that the sentence or its heading is about.
        named = [party for party in sentence.cities if party.end <= bond.start()]
        for party in (named or context.partners(at))[:1]:
            yield from _bond_with(sentence, party, kind, bond, context, 0.75)


def _kind(sentence: Sentence, bond: re.Match[str]) -> str:
    """The kind, left open where two are named together: 姊妹市及友好夥伴城市釜山市、大邱市."""
    two = _TWO_KINDS.search(sentence.text, 0, bond.end())
    if two and two.end() == bond.end():
        return ""
    return kind_of(bond[0]) or "mou"


def _list_after(sentence: Sentence, bond: re.Match[str]) -> list[Party]:
    """The parties that stand in a row right after the words: 姊妹市A、B及C, with or without their countries."""
    listed: list[Party] = []
    at = bond.end()
    for party in sentence.counterparts:
        if party.start < at:
            continue
        between = sentence.text[at : party.start]
        if country_code(between.strip(_JOINTS)):
            between = between.replace(between.strip(_JOINTS), "")
        if not (_BETWEEN.match(between) if listed else _TO_NAME.match(between)):
            break
        listed.append(party)
        at = party.end
    return [party for party in listed if party.kind is not PartyKind.COUNTRY]


def _row_to(sentence: Sentence, end: int) -> list[Party]:
    """The parties that stand in a row up to `end`: A、B均為本市姊妹市."""
    row: list[Party] = []
    for party in reversed([party for party in sentence.cities if party.end <= end]):
        between = sentence.text[party.end : row[0].start if row else end]
        if not (_BETWEEN.fullmatch(between) if row else not between.strip()):
            break
        row.insert(0, party)
    return row


def _before(sentence: Sentence, bond: re.Match[str]) -> list[Party]:
    """The party right before the words: 布里斯本姊妹市; not 高雄市姊妹市, nor a country's."""
    for party in sentence.counterparts:
        between = sentence.text[party.end : bond.start()]
        if (
            party.end <= bond.start()
            and between.strip() in ("", "との", "與本市", "與本縣")
            and party.kind is PartyKind.CITY
        ):
            return [party]
    return []


def _bond_with(
    sentence: Sentence, party: Party, kind: str, bond: re.Match[str], context: Context, score: float
) -> Iterator[Agreement]:
    if not context.home or party.own or party.kind is PartyKind.COUNTRY:
        return
    start, end = min(bond.start(), party.start), max(bond.end(), party.end)
    signed = _since(sentence, party, bond, context)
    found = Found("bond_is_mentioned", score, [context.home, party.name], kind, signed)
    yield from agreement(found, context, sentence.stretch, sentence.clause(start)[0], sentence.clause(end - 1)[1])


def _since(sentence: Sentence, party: Party, bond: re.Match[str], context: Context) -> str:
    """The year in brackets after the name (106年締結), or that an anniversary of the bond tells."""
    inside = _SINCE.match(sentence.text, party.end)
    if inside and _FOUNDED.search(inside["inside"]):
        dates = context.dates(inside["inside"].strip())
        return dates[0].edtf if dates else ""
    if LATE.search(sentence.text):
        return ""
    end = max(party.end, bond.end())
    for anniversary in find_anniversaries(sentence.text):
        gap = sentence.text[end : anniversary.start]
        if anniversary.start >= end and _CELEBRATED.fullmatch(gap):
            dates = [dated for dated in sentence.dates if dated.sure]
            year = dates[0].point.year if dates else context.current_year()
            return str(year - anniversary.years) if year else ""
    return ""


def partners_are_listed(block: Block, context: Context) -> Iterator[Agreement]:
    """A line names a sort of bond and then the partners: 締盟城市 波蘭：格丁尼亞市、卡托維茲市."""
    text = block.text
    label = _LABEL.match(text, len(text) - len(text.lstrip("✓■●- "))) if context.home else None
    if not label or "×" in text or block.kind is BlockKind.ROW or heads_plans(block.headings):
        return
    if re.search(r"[，。]", text) or re.search(r"[個座]", text[:20]):
        return
    for party in context.sentence(block).cities:
        if party.kind is PartyKind.CITY:
            found = Found("partners_are_listed", 0.8, [context.home or "", party.name], kind_of(label[0]))
            yield from agreement(found, context, block)
