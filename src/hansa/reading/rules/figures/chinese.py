"""Numbers that Chinese sentences report: 全年受理申訴計 812件, 締盟城市 53座, 捐贈快篩試劑 2,000份."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.rules.figures import wording
from hansa.reading.rules.figures.periods import period
from hansa.reading.structure import sentences
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import Quantity, find_chinese

_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(r"[\d０-９]|[一二三四五六七八九十百]{1,6}\s?(?:個|場|件|案|次|座|人)")
_CLAUSE = re.compile(r"[，；。！？｜|]|,(?!\d)|;")
_APART = re.compile(r"[、及與和暨]")
_TOTAL = re.compile(
    r"(?:[：:]|共計|總計|合計|累計|總共|計有|共有|計|共|總數|達|為|成為本?市?|擁有|已有|現有|有)\s*[約近逾]?\s*$"
)
_ABROAD = re.compile(r"國際|姊妹|姐妹|友好|友誼|締盟|外交|訪賓|友邦|使節|駐|海外|代表團|大使|邦交|世界")
_OCCASION = re.compile(
    r"來訪|拜會|率團|訪團|出訪|與會|出席|蒞臨|到訪|回訪|設宴|師生|訪問|一行|來賓|貴賓|代表團|使節|齊聚|率領|團員|嘉賓|造訪|派代表|赴會|青年|選手|學生"
)
_MEMBERS = re.compile(r"會員|入會|加入|成員|所組成|政府組成")
_PARTNERS = re.compile(r"(?:國際)?(?:姊妹|姐妹|友好|友誼|夥伴|締盟|結盟|締約)")
_PLANNED = re.compile(r"預定|擬於|擬訂|規劃於|將(?:於|增|新)|計畫於|每年至少|目標值")
_HEADS = frozenset("人名位")
_VAGUE = frozenset("個項份場次名位人所校國家件本張座組種團面")
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


@dataclass(frozen=True)
class Counted:
    """A quantity with the words before and after it that belong to it, and its clause's place in the sentence."""

    quantity: Quantity
    before: str
    after: str
    start: int
    end: int
    follows: bool


def reported_in_a_sentence(block: Block, context: Context) -> Iterator[Fact]:
    """A Chinese sentence reports how many of something there were: a number with a measure word and what it counts.

    Left out are numbers of people on a visit, of members of an organization, plans, and counts in passing.
    """
    if not _HAN.search(block.text) or not _NUMBER.search(block.text):
        return
    if block.kind is BlockKind.ROW:
        yield from _totals_in_notes(block, context)
        return
    about = "".join((*block.headings[1:], block.text))
    abroad = bool(_ABROAD.search(about)) or context.home is None
    for sentence in sentences(block):
        if _NUMBER.search(sentence.text):
            yield from _figures(sentence, block, context, abroad)


def _figures(sentence: Stretch, block: Block, context: Context, abroad: bool) -> Iterator[Fact]:
    dates = context.dates(sentence.text)
    text = _undated(sentence.text, dates)
    earlier = ""
    for found in _counted(text):
        score = _score(found, text, abroad)
        measure = _measure(found, text, earlier, block)
        earlier = measure or earlier
        proof = context.proof(sentence, "reported_in_a_sentence", score, found.start, found.end)
        if score and len(measure) >= 2 and proof:
            when = period(dates, sentence.text, found.quantity.start, context, standing=found.quantity.ordinal)
            yield Figure(
                measure=measure,
                value=found.quantity.value,
                unit=found.quantity.unit,
                period=when or UNSET,
                section=block.headings[-1] if block.headings else UNSET,
                **proof,
            )


def _totals_in_notes(block: Block, context: Context) -> Iterator[Fact]:
    """The ordinals in a row's notes that state a total: 本市第41個姊妹市, reached at the row's date."""
    for cell in block.cells:
        for sentence in sentences(cell) if "第" in cell.text else ():
            for found in _counted(sentence.text):
                score = _score(found, sentence.text, True) if found.quantity.ordinal else 0
                proof = context.proof(sentence, "reported_in_a_sentence", score, found.start, found.end)
                if score and proof:
                    when = period(context.dates(block.text), block.text, 0, context, standing=True)
                    yield Figure(
                        measure=wording.counted(found.after),
                        value=found.quantity.value,
                        unit=found.quantity.unit,
                        period=when or UNSET,
                        section=block.headings[-1] if block.headings else UNSET,
                        **proof,
                    )


def _undated(text: str, dates: Sequence[Dated]) -> str:
    """The text with spaces in place of its dates, which name no thing that is counted."""
    for dated in dates:
        if dated.sure:
            text = text[: dated.start] + " " * (dated.end - dated.start) + text[dated.end :]
    return text


def _counted(text: str) -> Iterator[Counted]:
    """The quantities of a sentence, each with the words that belong to it."""
    quantities = list(find_chinese(text))
    edges = [match.start() for match in _CLAUSE.finditer(text)]
    for index, quantity in enumerate(quantities):
        start = max((edge + 1 for edge in edges if edge < quantity.start), default=0)
        end = min((edge for edge in edges if edge >= quantity.end), default=len(text))
        earlier = [other.end for other in quantities[:index] if other.end > start]
        before = text[earlier[-1] if earlier else start : quantity.start]
        if earlier and (parts := _APART.split(before, maxsplit=1))[1:]:
            before = parts[1]
        later = [other.start for other in quantities[index + 1 :] if other.start < end]
        after = text[quantity.end : later[0] if later else end]
        yield Counted(quantity, before, after, start, end, bool(earlier))


def _score(found: Counted, text: str, abroad: bool) -> float:
    """How sure it is that the number is reported: 0 where it is only mentioned."""
    quantity = found.quantity
    clause = text[found.start : found.end]
    partners = bool(_PARTNERS.match(found.after.lstrip()) or _PARTNERS.search(found.before))
    if quantity.ordinal:
        return 0.8 if partners and quantity.unit in "個座位" and _PARTNERS.match(found.after.lstrip()) else 0
    if _refused(found, clause):
        return 0
    total = bool(_TOTAL.search(text[found.start : quantity.start]))
    final = not found.after.strip() or found.after.lstrip()[0] in "、及與和。；，,(（)）"
    if not abroad:
        return 0.9 if total else 0.8 if final else 0.65
    if quantity.unit in _HEADS or (_OCCASION.search(clause) and not total):
        return 0
    if quantity.unit in _GOODS:
        return 0.75
    if partners and quantity.unit in ("個", "座", "位"):
        return 0.85 if total or final else 0.65
    return 0.85 if total else 0.7 if final else 0


def _refused(found: Counted, clause: str) -> bool:
    spelled = not any(c.isdigit() for c in clause[found.quantity.digits[0] - found.start :][:3])
    small = spelled and found.quantity.value <= 10 and found.quantity.unit not in ("場", "場次", "件", "人次")
    passing = found.after.lstrip()[:1] in ("的", "X", "x", "×") or re.search(r"[Xx×]\s?$", found.before)
    return bool(small or passing or _MEMBERS.search(clause) or _PLANNED.search(clause))


def _measure(found: Counted, text: str, earlier: str, block: Block) -> str:
    """What is counted: the words before and after, and where they do not say it, what was counted before."""
    subject = wording.subject(found.before)
    counted = wording.counted(found.after)
    if found.quantity.ordinal:
        return counted
    if found.before.strip(" （(").startswith("其中") and earlier and subject:
        return f"{earlier}（{subject}）"
    measure = wording.resumed(subject, earlier) + counted
    if not wording.is_bare(subject) and len(measure) >= 2:
        return measure
    return _taken_up(found, text, earlier, block) + measure


def _taken_up(found: Counted, text: str, earlier: str, block: Block) -> str:
    """What a number that stands alone counts: the thing counted before it, the clause before it, its heading."""
    if found.follows and earlier:
        return earlier
    clause = _CLAUSE.split(text[: max(found.start - 1, 0)])[-1]
    activity = wording.doing(clause)
    if activity and not wording.is_bare(activity):
        return activity
    return earlier or (block.headings[-1] if block.headings else "")
