"""Numbers that Chinese sentences report: 全年受理申訴計 812件, 締盟城市 53座, 捐贈快篩試劑 2,000份."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET

from hansa.atlas import lookup
from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.figures import periods, wording
from hansa.reading.rules.organizations.entries import names_body
from hansa.reading.sentence import Sentence
from hansa.reading.structure import sentences
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import Quantity, find_chinese

_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(r"[\d０-９]|[一二兩三四五六七八九十百千萬億]\s?[個場件案次座人名位項元國團部台份張家所期]|百分之")
_CLAUSE = re.compile(r"[，；。！？｜|]|,(?!\d)|;")
_APART = re.compile(r"[、及與和暨]")
_TOTAL = re.compile(r"(?:[：:]|共計|總計|合計|累計|總共|計有|共有|計|共|總數|達|擁有|已有|現有|有)\s*[約近逾]?\s*$")
_ADDED_UP = re.compile(r"(?:計|共|總數)有?\s*[約近逾]?\s*$")
_ABROAD = re.compile(
    r"國際(?:交流|訪賓|事務(?!處)|城市|友|締|青年|活動|會議|貴賓|駐|合作)|姊妹|姐妹|友好|友誼市|締盟|城市外交"
    r"|訪賓|友邦|使節|駐[台臺外日美]"
    r"|海外|代表團|大使|邦交|率團|互訪|回訪|來訪|拜會|出訪"
)
_OCCASION = re.compile(
    r"來訪|拜會|率團|訪團|出訪|與會|出席|蒞臨|到訪|回訪|設宴|師生|訪問|一行|來賓|貴賓|代表團|使節|齊聚|率領|團員"
    r"|隨行|同行|嘉賓|造訪|派代表|赴會|青年|選手|學生"
    r"|共襄盛舉|締結|簽署"
)
_MEMBERS = re.compile(r"會員|入會|加入|成員(?:國|城|數|有|包|逾|約|近|超|計|共)|組成|\d\s*卷")
_PARTNERS = re.compile(r"(?:國際)?(?:姊妹|姐妹|友好|友誼|夥伴|締盟|結盟|締約)")
_PLANNED = re.compile(r"預定|擬於|擬訂|規劃於|將(?:於|增|新)|計畫於|每年至少|目標值")
_ASSUMED = re.compile(r"[(（]以[^)）]*$")
_HEADS = frozenset(("人", "名", "位"))
_BODIES = frozenset(("國", "個", "校", "所", "國家", "城市", "單位", "人次", "團", "家"))
_GOODS = frozenset(
    (
        "元",
        "日圓",
        "日元",
        "美元",
        "美金",
        "歐元",
        "片",
        "份",
        "台",
        "臺",
        "輛",
        "部",
        "張",
        "公噸",
        "噸",
        "公斤",
        "度",
        "%",
        "盒",
    )
)
_WORK = re.compile(
    r"受理|辦理|召開|核發|舉辦|完成|接待|處理|查核|稽查|開放|出刊|發行|節省|精簡|表揚|提供|服務|諮詢|申請|派遣|接聽"
)
_MONEY = frozenset(("元", "日圓", "日元", "美元", "美金", "歐元", "韓元", "英鎊"))
_GIVEN = re.compile(r"捐|贈|提供|援助|寄")
_BONDS = re.compile(r"締結[^，。]{0,4}(?:姊妹|姐妹|友好|友誼)(?!校|港|館)")
_NAMED_BEFORE = re.compile(r"等\s*$")
_OF_UNIT = {"國": "國家", "國家": "國家", "城市": "城市", "人次": "人次"}
_OFTEN_SPELLED = ("場", "場次", "件", "人次")


@dataclass(frozen=True)
class Counted:
    """A quantity with the words before and after it that belong to it, and its clause's place in the sentence.

    `follows` says that another quantity stands before it in the clause.
    """

    quantity: Quantity
    before: str
    after: str
    start: int
    end: int
    follows: bool


@dataclass(frozen=True)
class Named:
    """What a number counts, what a bare number after it would count, and where its clause ends."""

    measure: str = ""
    base: str = ""
    end: int = -1


def reported_in_a_sentence(block: Block, context: Context) -> Iterator[Fact]:
    """A Chinese sentence reports how many of something there were: a number with a measure word and what it counts.

    Left out are numbers of people on a visit, of members of an organization, plans, and counts in passing.
    """
    if not _HAN.search(block.text) or not _NUMBER.search(block.text):
        return
    if block.kind is BlockKind.ROW:
        yield from _totals_in_notes(block, context)
        return
    if block.headings and names_body(block.headings[-1]):
        return
    abroad = bool(_ABROAD.search("\n".join((*block.headings[1:], block.text))))
    when = _same_period(block, context)
    for sentence in context.sentences():
        if next(find_chinese(sentence.text), None):
            for figure in _figures(sentence, block, context, abroad, when):
                when = figure.period or ""
                yield figure


def _figures(sentence: Sentence, block: Block, context: Context, abroad: bool, inherited: str) -> Iterator[Figure]:
    dates, text = sentence.dates, _undated(sentence.text, sentence.dates)
    earlier, score, end = Named(), 0.0, 0
    for found in _counted(text):
        gap = text[end : found.quantity.start] if found.follows else "-"
        foreign = abroad or (found.quantity.unit in _HEADS | _BODIES and _is_foreign(sentence, context))
        own = _score(found, text, foreign, context)
        # 8 國 12 個城市 are told together; 場次 33 場 in a list is as sure as what stands before it.
        together = not gap.strip(" 、及與和") and found.quantity.unit not in _HEADS
        listed = own and gap.lstrip()[:1] in ("、", "及", "與", "和")
        score = max(own, score) if together or listed else own
        end = found.quantity.end
        named = _named(found, text, earlier, block)
        stated = periods.stated(dates, sentence.text, found.quantity.start)
        surer = score + 0.05 if stated and score else score
        proof = context.proof(sentence.stretch, "reported_in_a_sentence", round(surer, 2), found.start, found.end)
        if score and len(named.measure) >= 2 and proof:
            earlier = replace(named, end=found.end)
            ordinal = found.quantity.ordinal
            when = stated or inherited
            if not when and "本期" not in sentence.text:
                when = periods.fallback(context, standing=ordinal)
            yield Figure(
                measure=named.measure,
                value=found.quantity.value,
                unit=found.quantity.unit,
                period=when or UNSET,
                section=block.headings[-1] if block.headings else UNSET,
                **proof,
            )


def _is_foreign(sentence: Sentence, context: Context) -> bool:
    """Whether the sentence names a party of another country, whose people and cities are an exchange's own."""
    countries = {party.country for party in sentence.counterparts} - {""}
    if not countries or context.home is None:
        return False
    home = lookup(context.home)
    return bool(countries - {home.country if home else ""})


def _same_period(block: Block, context: Context) -> str:
    """The period of the item before, where this one says 同期."""
    if "同期" not in block.text or not context.index:
        return ""
    dates = context.dates(context.blocks[context.index - 1].text)
    return dates[0].edtf if dates else ""


def _totals_in_notes(block: Block, context: Context) -> Iterator[Fact]:
    """The ordinals in a row's notes that state a total: 本市第41個姊妹市, reached at the row's date."""
    for cell in block.cells:
        for sentence in sentences(cell) if "第" in cell.text else ():
            for found in _counted(sentence.text):
                score = _score(found, sentence.text, True, context) if found.quantity.ordinal else 0
                proof = context.proof(sentence, "reported_in_a_sentence", score, found.start, found.end)
                dates = context.dates(block.text)
                if score and proof:
                    yield Figure(
                        measure=wording.counted(found.after),
                        value=found.quantity.value,
                        unit=found.quantity.unit,
                        period=dates[0].edtf if dates else UNSET,
                        section=block.headings[-1] if block.headings else UNSET,
                        **proof,
                    )


def _undated(text: str, dates: Sequence[Dated]) -> str:
    """The text with a blank for each character of its dates."""
    for dated in dates:
        if dated.sure:
            text = text[: dated.start] + wording.DATE * (dated.end - dated.start) + text[dated.end :]
    return text


def _counted(text: str) -> Iterator[Counted]:
    """The quantities of a sentence, each with the words that belong to it."""
    quantities = [q for q in find_chinese(text) if not q.ordinal or _PARTNERS.match(text[q.end :].lstrip())]
    edges = [match.start() for match in _CLAUSE.finditer(text)]
    for index, quantity in enumerate(quantities):
        start = max((edge + 1 for edge in edges if edge < quantity.start), default=0)
        end = min((edge for edge in edges if edge >= quantity.end), default=len(text))
        earlier = [other.end for other in quantities[:index] if other.end > start]
        before = text[earlier[-1] if earlier else start : quantity.start]
        if earlier and (parts := _APART.split(before, maxsplit=1))[1:]:
            before = parts[1]
        later = [other.start for other in quantities[index + 1 :] if other.start < end]
        after = _APART.split(text[quantity.end : later[0]])[0] if later else text[quantity.end : end]
        yield Counted(quantity, before, after, start, end, bool(earlier))


def _score(found: Counted, text: str, abroad: bool, context: Context) -> float:
    """How sure it is that the number is reported: 0 where it is only mentioned."""
    quantity, clause = found.quantity, text[found.start : found.end]
    if quantity.ordinal:
        return 0.8 if quantity.unit in ("個", "座", "位") else 0
    if _refused(found, clause):
        return 0
    before = text[found.start : quantity.start]
    total = bool(_TOTAL.search(before))
    partners = _PARTNERS.match(found.after.lstrip()) or _PARTNERS.search(found.before)
    of_partners = bool(partners and quantity.unit in ("個", "座", "位"))
    if context.home is None:
        large = quantity.approximate and quantity.value >= 1000
        return 0.8 if of_partners or _ADDED_UP.search(before) else 0.6 if large else 0
    final = not found.after.strip() or found.after.lstrip()[0] in "、及與和。；，,(（）)"
    if context.issued and not context.year:
        return _score_in_news(found, before, clause, of_partners=of_partners)
    if not abroad:
        return _score_at_home(found, clause, total, final)
    if of_partners or quantity.unit in _GOODS:
        return 0.85 if total or final else 0.75
    people = quantity.unit in _HEADS | _BODIES
    met = people and _OCCASION.search(clause) and not (_ADDED_UP.search(before) or final)
    if quantity.unit in _HEADS or met or _signing(found, clause) or "隨行" in clause:
        return 0
    return 0.85 if total else 0.7 if final else 0


def _score_in_news(found: Counted, before: str, clause: str, *, of_partners: bool) -> float:
    """A release reports how many partners there are, sums, gifts and totals; its other numbers are the event's."""
    if of_partners:
        return 0.85
    if found.quantity.unit in _MONEY or (found.quantity.unit in _GOODS and _GIVEN.search(clause)):
        return 0.75
    people = found.quantity.unit in _HEADS or _OCCASION.search(clause)
    return 0.75 if _ADDED_UP.search(before) and not people else 0


def _score_at_home(found: Counted, clause: str, total: bool, final: bool) -> float:
    people = found.quantity.unit in _HEADS or (found.quantity.unit in _BODIES and not final)
    if (people and _OCCASION.search(clause) and not total) or _signing(found, clause):
        return 0
    worked = final and _WORK.search(found.before)
    return 0.9 if total or worked else 0.8 if final else 0.65


def _signing(found: Counted, clause: str) -> bool:
    """Whether the number is of those who sign or found something: 9 所中學簽署協議, 10 個城市共同設立."""
    if found.quantity.unit in ("國", "國家", "城市", "個", "縣市") and _BONDS.search(clause):
        return False
    founding = re.match(r"\S{0,6}(?:設立|成立|創立|發起|組成)", found.after)
    return found.quantity.unit in _BODIES and bool(founding or re.search(r"簽署|簽訂|締結|結盟", clause))


def _refused(found: Counted, clause: str) -> bool:
    quantity = found.quantity
    spelled = not any(c.isdigit() for c in clause[quantity.digits[0] - found.start :][:3])
    partners = _PARTNERS.match(found.after.lstrip()) or _PARTNERS.search(found.before)
    small = spelled and quantity.value <= 10 and quantity.unit not in _OFTEN_SPELLED
    small = small and (quantity.value < 2 or not partners)
    passing = found.after.lstrip()[:1] in ("的", "X", "x", "×") or re.search(r"[Xx×]\s?$", found.before)
    at = quantity.start - found.start
    assumed = _ASSUMED.search(clause[:at]) or _PLANNED.search(clause[: at + 12])
    named = quantity.unit in ("國", "國家", "城市", "團") and _NAMED_BEFORE.search(clause[:at])
    return bool(small or passing or assumed or named or _MEMBERS.search(clause))


def _named(found: Counted, text: str, earlier: Named, block: Block) -> Named:
    """What is counted: the words before and after, and where they do not say it, what was counted before."""
    counted = wording.counted(found.after)
    if _PARTNERS.match(counted) and (found.quantity.ordinal or wording.is_bare(wording.subject(found.before))):
        return Named(counted, counted)
    subject = wording.resumed(wording.subject(found.before), earlier.measure)
    if found.before.strip(" （(").startswith("其中") and earlier.measure and subject:
        return Named(f"{earlier.measure}（{subject}）", earlier.base)
    if wording.is_bare(subject):
        return _taken_up(found, subject, counted, text, earlier, block)
    whole = counted if len(subject) > wording.LONGEST and len(counted) > 2 else subject + counted
    if wording.is_result(whole):
        base = earlier.base if earlier.measure else wording.activity(_clause_before(found, text))
        return Named(whole if wording.is_bare(base) else base + whole, base)
    return Named(whole, whole)


def _taken_up(found: Counted, subject: str, counted: str, text: str, earlier: Named, block: Block) -> Named:
    """What a number that stands alone counts: the thing counted before it, the clause before it, its heading."""
    if len(counted) >= 4 and not wording.is_result(counted):
        return Named(counted, counted)
    base = earlier.base if found.follows or found.start == earlier.end + 1 else ""
    base = base or wording.activity_ahead(text[found.quantity.end : found.end])
    base = base or _activity_before(found, text) or earlier.base or (block.headings[-1] if block.headings else "")
    label = subject if subject and re.search(r"[次數家市員]$", subject) else ""
    more = counted or label or (_OF_UNIT.get(found.quantity.unit, "") if base else "")
    return Named(base + more, base)


def _activity_before(found: Counted, text: str) -> str:
    words = wording.activity(_clause_before(found, text))
    return "" if wording.is_bare(words) else words


def _clause_before(found: Counted, text: str) -> str:
    return _CLAUSE.split(text[: max(found.start - 1, 0)])[-1]
