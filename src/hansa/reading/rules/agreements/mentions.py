"""Bonds that a text takes for granted: 姊妹市釜山、友好城市大邱及水原; sister cities include A, B and C."""

import re
from collections.abc import Iterator, Sequence

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import find_anniversaries
from hansa.reading.values.names import Party, PartyKind

_BOND = re.compile(
    r"(?:國際)?(?:觀光)?(?:[姊姐姉]妹(?:市|城市|縣市|縣|都市|港|校)|友好(?:夥伴)?(?:城市|都市|市)|友誼(?:市|城市)|夥伴(?:城市|市)|MOU\s?(?:簽署)?城市)(?!協會|委員會|會)"
)
_BOND_EN = re.compile(
    r"(?i:\b(?:sister|twin|friendship|partner)[- ]?(?:cit(?:y|ies)|towns?|ports?|states?|count(?:y|ies)|prefectures?)\b)"
)
_TO_NAME = re.compile(r"\s*(?:[：:—–]|包括|包含|有|計有|分別(?:為|是)|如|即|為|是|之|的|，|、)?\s*(?:\d+\s*)?$")
_TO_NAME_EN = re.compile(
    r"^(?:'s|’s)?\s*(?:,|:|–|—|are|is|include[sd]?|including|such as|of \w+ (?:is|are)|in \w+(?:,|:)?|too)?\s*(?:the\s+)?$"
)
_JOINS = re.compile(
    r"^\s*(?:[、,，/／×&]|及|和|與|以及|及其|and|as well as|以及\s*)?\s*(?:[,，]?\s*and\s+)?(?:日本|美國|韓國|the\s+)?\s*$"
)
_TWO_KINDS = re.compile(
    r"(?:市|城市)\s*(?:及|、|與|和|暨)\s*(?:國際)?友好(?:夥伴)?(?:城市|都市|市)$|姊妹市\s*(?:及|、|與|和|暨)\s*友好夥伴城市"
)
_EXISTING = re.compile(r"existing|long-standing|longstanding", re.IGNORECASE)
_SINCE = re.compile(r"\s*[（(](?P<inside>[^（()）]{4,24}(?:締結|締盟|簽署|結盟|起)?)[)）]")
_ARE_EN = re.compile(
    r"\b(?:is|are|remains?|became|been)\s+(?:also\s+|both\s+|all\s+)?(?:a\s+|our\s+|its\s+|the\s+)?(?:\w+['’]s\s+)?(?P<bond>sister cit(?:y|ies)|twin cit(?:y|ies)|partner cit(?:y|ies)|friendship cit(?:y|ies)|partners?\b)(?! (?:in|to the|with (?:the )?\w+ (?:project|event)))"
)
_PARTNERSHIP_EN = re.compile(
    r"\b(?:in partnership|partnered|twinned|a partner|sister cit(?:y|ies)) (?:with [^,.;]+ )?since\b"
)
_COUNT_BEFORE = re.compile(r"(?:\d+|[一二三四五六七八九十兩]+)\s*(?:個|座|大)?$")
_LABEL = re.compile(
    r"^(?:國際)?(?:締盟城市|姊妹市|姐妹市|友好城市|國際合作備忘錄|合作備忘錄|姊妹縣市|姊妹港|姉妹都市|友好都市)\s*[：:|｜ ]"
)


def bond_is_mentioned(block: Block, context: Context) -> Iterator[Agreement]:
    """A text calls a party a sister city, friendship city or partner: the bond exists, whenever it was made."""
    if not context.home or heads_plans(block.headings):
        return
    if not (_BOND.search(block.text) or _BOND_EN.search(block.text) or _ARE_EN.search(block.text)):
        return
    for sentence in context.sentences():
        bonds = _BOND if sentence.chinese else _BOND_EN
        for match in bonds.finditer(sentence.text):
            yield from _mention(sentence, match, context)
        if not sentence.chinese:
            for match in _ARE_EN.finditer(sentence.text):
                yield from _are(sentence, match, context)


def _mention(sentence: Sentence, bond: re.Match[str], context: Context) -> Iterator[Agreement]:
    if not states(sentence, bond.start(), bond.end()):
        return
    after = _list_after(sentence, bond)
    if len(after) > 1 and kind_of(bond[0]) in ("sister_school", "sister_port"):
        return
    before = [] if after else _before(sentence, bond)
    for party in after or before:
        yield from _bond_with(sentence, party, _kind(sentence, bond), bond, context, 0.9 if party.known else 0.7)
    if not after and not before and sentence.text[: bond.start()].endswith("本"):
        named = [party for party in sentence.cities if party.end <= bond.start()]
        for party in (named or context.partners(context.sentences().index(sentence)))[:1]:
            yield from _bond_with(sentence, party, kind_of(bond[0]), bond, context, 0.75)


def _kind(sentence: Sentence, bond: re.Match[str]) -> str:
    """The kind, left open where two are named together: 姊妹市及友好夥伴城市釜山市、大邱市."""
    if (
        _TWO_KINDS.search(sentence.text, 0, bond.end())
        and _TWO_KINDS.search(sentence.text, 0, bond.end()).end() == bond.end()
    ):
        return ""
    return kind_of(bond[0]) or "mou"


def _list_after(sentence: Sentence, bond: re.Match[str]) -> list[Party]:
    """The parties that stand in a row right after the words: 姊妹市A、B及C; sister cities include A, B and C."""
    listed: list[Party] = []
    at = bond.end()
    gap = _TO_NAME if sentence.chinese else _TO_NAME_EN
    for party in sentence.counterparts:
        if party.start < at:
            continue
        between = sentence.text[at : party.start]
        if not (_JOINS.match(between) if listed else gap.match(between)):
            break
        listed.append(party)
        at = party.end
    plain = [party for party in listed if party.kind is not PartyKind.COUNTRY]
    single = re.search(r"(?i)city$|town$", bond[0]) and not sentence.chinese
    return plain[:1] if single else plain


def _before(sentence: Sentence, bond: re.Match[str]) -> list[Party]:
    """The party right before the words: 布里斯本姊妹市; not 高雄市姊妹市, nor a country's."""
    for party in sentence.counterparts:
        between = sentence.text[party.end : bond.start()]
        if sentence.chinese and party.end <= bond.start() and between.strip() == "" and party.kind is PartyKind.CITY:
            return [party]
    return []


def _are(sentence: Sentence, match: re.Match[str], context: Context) -> Iterator[Agreement]:
    """Leipzig and Baku are sister cities too."""
    start = sentence.clause(match.start())[0]
    subjects = [p for p in sentence.cities if p.end <= match.start() and p.start >= max(0, start - 60)]
    if not subjects or not states(sentence, match.start(), match.end()):
        return
    tail = sentence.text[subjects[-1].end : match.start()]
    if tail.strip() not in ("", ",", "both", "all"):
        return
    row: list[Party] = [subjects[-1]]
    for party in reversed(subjects[:-1]):
        if not _JOINS.match(sentence.text[party.end : row[0].start]):
            break
        row.insert(0, party)
    for party in row:
        yield from _bond_with(
            sentence, party, kind_of(match["bond"].replace("partner", "partner city")), match, context, 0.85
        )


def _bond_with(
    sentence: Sentence, party: Party, kind: str, bond: re.Match[str], context: Context, score: float
) -> Iterator[Agreement]:
    if not context.home or party.own or party.kind is PartyKind.COUNTRY:
        return
    start, end = min(bond.start(), party.start), max(bond.end(), party.end)
    found = Found("bond_is_mentioned", score, [context.home, party.name], kind, _since(sentence, party, bond, context))
    yield from agreement(found, context, sentence.stretch, *_quote(sentence, start, end))


def _since(sentence: Sentence, party: Party, bond: re.Match[str], context: Context) -> str:
    """The year in brackets after the name (106年締結), or that an anniversary of the bond tells."""
    inside = _SINCE.match(sentence.text, party.end) if sentence.text[party.end : party.end + 1] in "（(" else None
    if inside:
        dates = context.dates(inside["inside"])
        if dates and re.search(r"締|簽|結|起|since|signed", inside["inside"]):
            return dates[0].edtf
    end = max(party.end, bond.end())
    for anniversary in find_anniversaries(sentence.text):
        gap = sentence.text[end : anniversary.start]
        if anniversary.start >= end and re.fullmatch(r"(?:締結|締盟|結盟|締約|屆滿|的|之|\s){0,3}", gap):
            dates = [d for d in sentence.dates if d.sure]
            year = dates[0].point.year if dates else context.current_year()
            return str(year - anniversary.years) if year else ""
    return ""


def _quote(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The clauses around the words, so that the quote can be read."""
    first, last = sentence.clause(start)[0], sentence.clause(end - 1)[1]
    return first, last


def partners_are_listed(block: Block, context: Context) -> Iterator[Agreement]:
    """A line names a sort of bond and then the partners: 締盟城市 波蘭：格丁尼亞市、卡托維茲市."""
    label = _LABEL.match(block.text.lstrip("✓■●- ")) if context.home else None
    if not label or "×" in block.text or block.kind is BlockKind.ROW or heads_plans(block.headings):
        return
    sentence = context.sentence(block)
    cities: Sequence[Party] = [party for party in sentence.cities if party.kind is PartyKind.CITY]
    if re.search(r"[，。]", block.text) or re.search(r"[個座]", block.text[:20]):
        return
    for party in cities:
        found = Found("partners_are_listed", 0.8, [context.home or "", party.name], kind_of(label[0]))
        yield from agreement(found, context, block)
