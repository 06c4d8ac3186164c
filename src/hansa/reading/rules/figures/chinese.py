"""Numbers that Chinese sentences report: 全年受理申訴計 812件, 締盟城市 53座, 捐贈快篩試劑 2,000份."""

from collections.abc import Iterator, Sequence

from msgspec import UNSET
from msgspec.structs import replace

from hansa.atlas import lookup
from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.figures import periods, wording
from hansa.reading.rules.figures.counting import PARTNERS, counted
from hansa.reading.rules.figures.naming import Named, named
from hansa.reading.rules.figures.questions import Asked, answers, asked_before
from hansa.reading.rules.figures.sureness import BODIES, HEADS, VISITS, sureness, sureness_in_a_row
from hansa.reading.rules.modality import heads_plans
from hansa.reading.rules.organizations.entries import names_body
from hansa.reading.sentence import Sentence
from hansa.reading.structure import sentences
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import find_chinese

_HAN = regex(r"[\u3400-\u9fff]")
_NUMBER = regex(
    r"[\d０-９]|[一二兩三四五六七八九十百千萬億]\s?[個場件案次座人名位項元國團部台份張家所期批卷條箱倍成]|百分之"
)
_ABROAD = regex(
    r"國際(?:交流|訪賓|事務(?!處)|城市|友|締|青年|活動|會議|貴賓|駐|合作)|姊妹|姐妹|友好|友誼市|締盟|城市外交|訪賓"
    r"|友邦|使節|駐[台臺外日美]|海外|代表團|大使|邦交|率團|互訪|回訪|來訪|拜會|出訪"
)

_ENDS = regex(r"[。：:；|｜]|\d\s*$")
# What becomes of a gift further on in the sentence, on the day that it names there.
_HANDED_ON = regex(r"運[抵往送]|送[達抵出交]|寄[出達]|啟運|匯出")
_FIRST_LINES = 4
_GOES_ON = ("；", ";")


def reported_in_a_sentence(block: Block, context: Context) -> Iterator[Fact]:
    """A Chinese sentence reports how many of something there were: a number with a measure word and what it counts.

    Left out are numbers of people on a visit, of members of an organization, plans, and counts in passing.
    """
    if not _HAN.search(block.text) or not _NUMBER.search(block.text):
        return
    if block.kind is BlockKind.ROW:
        yield from _told_in_a_row(block, context)
        return
    of_a_body = block.headings and names_body(block.headings[-1])
    if of_a_body or heads_plans(block.headings) or (context.issued and _is_headline(block, context)):
        return
    abroad: bool | None = None
    when, told = _same_period(block, context), Named()
    for number, sentence in enumerate(context.sentences()):
        if next(find_chinese(sentence.text), None):
            abroad = _is_on_dealings_abroad(block) if abroad is None else abroad
            asked = asked_before(sentence, number, context)
            found = list(_answer(sentence, asked, block, context) if asked else ())
            if not found:
                found, told = _figures(sentence, block, context, abroad, when, told)
            yield from found
            # What a report goes on to tell is of the same time; a release's next sentence tells something else.
            if found and (context.year or not context.issued):
                when = found[0].period or ""
        if not sentence.text.endswith(_GOES_ON):
            told = Named()


def _figures(
    sentence: Sentence, block: Block, context: Context, abroad: bool, inherited: str, told: Named
) -> tuple[list[Figure], Named]:
    """The figures of a sentence, and what a bare number of the next would count: 全年計43國；第一季計15國."""
    figures: list[Figure] = []
    dates, text = sentence.dates, _undated(sentence.text, sentence.dates)
    earlier, score, end, when = Named(base=told.base), 0.0, 0, inherited
    for found in counted(text):
        gap = text[end : found.quantity.start] if found.follows else "-"
        foreign = abroad or (found.quantity.unit in HEADS | BODIES and _is_foreign(sentence, context))
        own = sureness(found, sentence.text, foreign, context, score if earlier.measure else 0)
        # 8 國 12 個城市 are told together; 場次 33 場 in a list is as sure as what stands before it.
        visits = earlier.measure and text[: found.quantity.start].rstrip(" 、，計共約").endswith(VISITS)
        together = not gap.strip(" 、及與和計共／/") and (visits or found.quantity.unit not in HEADS)
        listed = own and gap.lstrip()[:1] in ("、", "及", "與", "和")
        score = max(own, score) if together or listed else own
        end = found.quantity.end
        thing = named(found, text, earlier, block)
        stated = periods.stated(dates, sentence.text, found.quantity.start)
        surer = score + 0.05 if stated and score else score
        proof = context.proof(sentence.stretch, "reported_in_a_sentence", round(surer, 2), found.start, found.end)
        if score and len(thing.measure) >= 2 and proof:
            earlier = replace(thing, end=found.end)
            earlier_year = "" if wording.comparison(found.before) else periods.year_before(when, found.before)
            if not stated and _HANDED_ON.search(sentence.text, found.quantity.end):
                stated = periods.only_one(dates)
            lasting = (periods.since(dated, sentence.text, context) for dated in dates if dated.edtf == stated)
            when = earlier_year or next(filter(None, lasting), "") or stated or inherited
            if not when and found.quantity.ordinal:
                when = periods.reached(sentence.text, context)
            if not when and "本期" in block.text:
                when = periods.reported(context)
            elif not when:
                of_partners = found.quantity.unit in BODIES | {"座", "位"} and PARTNERS.search(thing.measure)
                standing = found.quantity.ordinal or bool(of_partners)
                when = periods.fallback(context, standing=standing)
            figures.append(
                Figure(
                    measure=thing.measure,
                    value=found.quantity.value,
                    unit=found.quantity.unit,
                    period=when or UNSET,
                    section=block.headings[-1] if block.headings else UNSET,
                    **proof,
                )
            )
    return figures, earlier


def _is_on_dealings_abroad(block: Block) -> bool:
    return bool(_ABROAD.search("\n".join((*block.headings[1:], block.text))))


def _answer(sentence: Sentence, asked: Asked, block: Block, context: Context) -> Iterator[Figure]:
    """The number that answers the question before it: 本市有幾個姊妹市？十一個。"""
    quantity = next(find_chinese(sentence.text))
    proof = context.proof(sentence.stretch, "reported_in_a_sentence", 0.8, 0, quantity.end)
    if proof and answers(sentence.text, quantity.start, quantity.end):
        standing = bool(PARTNERS.search(asked.what))
        yield Figure(
            measure=asked.what,
            value=quantity.value,
            unit=quantity.unit,
            period=asked.period or periods.fallback(context, standing=standing) or UNSET,
            section=block.headings[-1] if block.headings else UNSET,
            **proof,
        )


def _is_headline(block: Block, context: Context) -> bool:
    """Whether the block is a release's headline, which says in round numbers what the text tells."""
    return block.kind is BlockKind.HEADING or (context.index < _FIRST_LINES and not _ENDS.search(block.text))


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


def _told_in_a_row(block: Block, context: Context) -> Iterator[Fact]:
    """What the notes of a row count, at the row's date.

    Ordinals that state a total (本市第41個姊妹市), gifts (贈書600冊) and sums given.
    """
    dates = context.dates(block.text)
    for cell in block.cells:
        for sentence in sentences(cell) if _NUMBER.search(cell.text) or "第" in cell.text else ():
            for found in counted(sentence.text):
                score = sureness_in_a_row(found, sentence.text)
                proof = context.proof(sentence, "reported_in_a_sentence", score, found.start, found.end)
                measure = named(found, sentence.text, Named(), block).measure
                if score and proof and measure:
                    yield Figure(
                        measure=measure,
                        value=found.quantity.value,
                        unit=found.quantity.unit,
                        period=dates[0].edtf if dates else UNSET,
                        section=block.headings[-1] if block.headings else UNSET,
                        **proof,
                    )


def _undated(text: str, dates: Sequence[Dated]) -> str:
    """The text with a blank for each character of its dates; with what is compared (去年同期, 較上年度) is left."""
    for dated in dates:
        compared = text.startswith("同", dated.end) or (not dated.whole and text[dated.start - 1] in "較比")
        if dated.sure and not compared:
            text = text[: dated.start] + wording.DATE * (dated.end - dated.start) + text[dated.end :]
    return text
