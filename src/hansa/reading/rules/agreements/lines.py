"""Partners that stand on lines of their own under a heading that tells the bond, as in Japanese lists."""

import re
from collections.abc import Iterator

from hansa.atlas import country_code
from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans

_LINE = re.compile(
    r"(?P<name>[^\W\d_][^\d（(：:,，、。；;]{1,24}?)\s*(?:[,，]\s*|[（(]\s*(?=[^\d]))(?P<country>[^\d（()）,，]{1,24}?)[)）]?"
    r"\s*[（(：:,，\s–-]*(?P<date>\d[^（()）]{3,20})?[)）]?\s*$"
)
_SHORT = 80
_LABEL = 20
_BONDS = ("sister_city", "friendship_city", "partnership")


def _kind_above(context: Context) -> str:
    """The bond that the nearest label above tells: a short line of its own without a number, or the heading."""
    for above in reversed(context.blocks[max(0, context.index - _SHORT) : context.index]):
        if above.headings != context.block.headings or above.cells:
            break
        if len(above.text) <= _LABEL and not re.search(r"[\d，。,.（(]", above.text) and kind_of(above.text):
            return kind_of(above.text)
    return kind_of(context.block.headings[-1]) if context.block.headings else ""


def partner_stands_on_line(block: Block, context: Context) -> Iterator[Agreement]:
    """A line under a heading such as 姉妹都市 is a partner with its country and the day of the bond."""
    if not context.home or block.kind in (BlockKind.ROW, BlockKind.HEADING) or heads_plans(block.headings):
        return
    match = _LINE.match(block.text) if len(block.text) < _SHORT else None
    kind = _kind_above(context) if match else ""
    if not match or kind not in _BONDS:
        return
    dates = context.dates(match["date"]) if match["date"] else []
    if not dates and (match["date"] or not country_code(match["country"].strip())):
        return
    name = match["name"].strip()
    known = any(party.known and party.name == name for party in context.parties(name))
    signed = dates[0].edtf if dates else ""
    found = Found("partner_stands_on_line", 0.9 if known else 0.8, [context.home, name], kind, signed)
    yield from agreement(found, context, block)
