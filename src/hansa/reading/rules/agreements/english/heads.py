"""Items of a list that begin with a partner and say what ties it to the city."""

import re
from collections.abc import Iterator

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.english.signing import VERB
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.values.names import PartyKind

_ITEM_KIND = regex(
    r"(?i:\b(?:twinned|twinning|sister[- ](?:city|state|port|school|county|province|prefecture)"
    r"|sisterhood(?: agreement)?|twin (?:city|town)|friendship (?:city|agreement)"
    r"|partner(?:ship)?(?: city| agreement)?(?! (?:of|in|on) (?:the|this|an?) )"
    r"|memorandum(?: of \w+)?|mou|letter of intent|declaration(?: of \w+)?|co-?operation (?:agreement|arrangement))\b)"
)
# What one of them has in it, in small letters.
_ANY_KIND = regex(
    r"twin|sister|friendship|partner|memorandum|mou|letter of intent|declaration|cooperation|co-operation"
)
_WITH = regex(r"\b(?:with|between|and)\s+(?:the )?$")
_HEAD = regex(r"\s*(?:[.:,–—-]|\([^()]*\)[.:,]?)\s*")


def partner_heads_item(block: Block, context: Context) -> Iterator[Agreement]:
    """A list's item begins with a partner and says what ties it to the city: Cairo. Sister city, April 27, 1997."""
    if (
        not context.home
        or block.kind is BlockKind.ROW
        or not _ANY_KIND.search(block.text.lower())
        or not _ITEM_KIND.search(block.text)
        or heads_plans(block.headings)
    ):
        return
    parties = context.parties(block.text[:80])
    first = next((p for p in parties if p.kind is PartyKind.CITY), None)
    if first is None or first.own or first.start > 1 or not _HEAD.match(block.text, first.end):
        return
    at = first.end
    for part in re.finditer(r"[^.;]+(?:\.(?=\d|\w)[^.;]*)*", block.text[at:]):
        kind = _ITEM_KIND.search(part[0])
        sentence = context.sentence(block.part(at + part.start(), at + part.end()))
        if not kind or (VERB.search(part[0]) and sentence.people) or not states(sentence, kind.start(), kind.end()):
            continue
        if any(part[0][party.end : party.end + 2] in ("'s", "’s") for party in sentence.cities if not party.own):
            continue
        if any(_WITH.search(sentence.text[: party.start]) for party in sentence.cities if not party.own):
            continue
        dates = [d for d in sentence.dates if d.sure]
        found = Found(
            "partner_heads_item",
            0.85,
            [context.home, first.name],
            kind_of(kind[0]),
            dates[0].edtf if dates else "",
        )
        yield from agreement(found, context, block, 0, at + part.end())
