"""Exchanges in tables: date, guest or host, and what it was about."""

from collections.abc import Iterator

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


def visit_stands_in_row(block: Block, context: Context) -> Iterator[Exchange]:
    """A row of a table of visits gives the date, the guest or host, and what it was about."""
    if block.kind is not BlockKind.ROW or heads_plans(block.headings):
        return
    about = next((cell for cell in block.cells if _ABOUT.search(cell.header)), None)
    dates = next((cell for cell in block.cells if _WHEN.search(cell.header)), None)
    day = context.dates(dates.text) if dates else []
    if about is None or not day:
        return
    sentence = context.sentence(about)
    whole = context.sentence(block)
    way = (direction(sentence, context) or direction(whole, context)) if is_visit(about.text) else ""
    kind = way or theme_zh(about.text)
    parties = abroad(whole.counterparts, context)
    if not kind or not parties or not is_stated(sentence):
        return
    heads, public = counts(about.text)
    found = Occasion(
        rule="visit_stands_in_row",
        score=0.92,
        kind=kind,
        date=day[0].edtf,
        parties=[party.name for party in (parties[:1] if way else parties)],
        people=sentence.people,
        place="" if kind == "inbound_visit" else place_of(sentence, kind, parties, context),
        topics=topics_of(about.text),
        headcount=heads,
        attendance=public,
    )
    yield from exchange(found, context, block)
