"""Exchanges in tables: date, guest or host, and what it was about."""

from collections.abc import Iterator
from functools import lru_cache

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import Occasion, abroad, counts, exchange
from hansa.reading.rules.exchanges.chinese.details import place_of, topics_of
from hansa.reading.rules.exchanges.chinese.direction import direction
from hansa.reading.rules.exchanges.chinese.kinds import is_visit, theme_zh
from hansa.reading.rules.exchanges.chinese.occasions import is_stated
from hansa.reading.rules.modality import heads_plans

_ABOUT = regex(r"事由|內容|活動|紀要|說明|摘要|行程|(?i:purpose|event|activity|occasion)")
_WHEN = regex(r"(?<!結好)(?<!締結)(?<!簽署)(?<!締盟)(?<!入會)(?<!成立)(?<!結盟)(?:日期|時間)|(?i:date|when)")


@lru_cache(maxsize=256)
def _columns(headers: tuple[str, ...]) -> tuple[int, int]:
    """Which of the columns of a table tells what it was about, and which when; -1 for none."""
    about = next((at for at, header in enumerate(headers) if _ABOUT.search(header)), -1)
    return about, next((at for at, header in enumerate(headers) if _WHEN.search(header)), -1)


def visit_stands_in_row(block: Block, context: Context) -> Iterator[Exchange]:
    """A row of a table of visits gives the date, the guest or host, and what it was about."""
    if block.kind is not BlockKind.ROW or heads_plans(block.headings):
        return
    about, when = _columns(tuple(cell.header for cell in block.cells))
    if about < 0 or when < 0:
        return
    day = context.dates(block.cells[when].text)
    if not day:
        return
    told = block.cells[about]
    sentence = context.sentence(told)
    whole = context.sentence(block)
    way = (direction(sentence, context) or direction(whole, context)) if is_visit(told.text) else ""
    kind = way or theme_zh(told.text)
    parties = abroad(whole.counterparts, context)
    if not kind or not parties or not is_stated(sentence):
        return
    heads, public = counts(told.text)
    found = Occasion(
        rule="visit_stands_in_row",
        score=0.92,
        kind=kind,
        date=day[0].edtf,
        parties=[party.name for party in (parties[:1] if way else parties)],
        people=sentence.people,
        place="" if kind == "inbound_visit" else place_of(sentence, kind, parties, context),
        topics=topics_of(told.text),
        headcount=heads,
        attendance=public,
    )
    yield from exchange(found, context, block)
