"""Bonds that an English text takes for granted: sister cities include A and B; A is twinned with us since 1975."""

import re
from collections.abc import Iterator

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind

_BOND = re.compile(
    r"\b(?:sister|twin|friendship|partner)[- ]?(?:cit(?:y|ies)|towns?|ports?|states?|count(?:y|ies)|prefectures?)\b"
    r"(?: (?:bond|ties?|relationship|link|partnership|agreement)s?)?|\btwinned(?= (?:with|to)\b)",
    re.IGNORECASE,
)
_TO_NAME = re.compile(
    r"(?:['’]s)?\s*(?:,|:|–|—|with|to|are|is|include[sd]?|including|such as|of \w+ (?:is|are)|in \w+(?:,"
    r"|:)?)?\s*(?:the\s+)?$"
)
_BETWEEN = re.compile(r"\s*(?:\([^()]{2,24}\))?\s*(?:,|;|/|&|as well as)?\s*(?:and\s+)?(?:the\s+)?$")
_ARE = re.compile(
    r"(?:\b(?:is|are|remains?|became|been)\s+(?:also\s+|both\s+|all\s+)?(?:a\s+|our\s+|its\s+|the\s+)?(?:\w+['’]s\s+)?"
    r"(?P<bond>sister cit(?:y|ies)|twin cit(?:y|ies)|partner cit(?:y|ies)|friendship cit(?:y|ies)|partners?\b)"
    r"(?! (?:in|to the|of the)\b)|(?:,|\bis|\bare|\bbeen)\s+(?P<twinned>twinned) (?:with|to)\b)"
)
_WITH = re.compile(
    r"\b[Ww]ith (?P<list>[^.;]{2,60}?),? (?:it|the [Cc]ity|we) (?:has"
    r"|have) been (?:in (?P<partner>partnership)|(?P<twinned>twinned))\b"
)
_PAIR = re.compile(
    r"\bThe two(?: cities)? (?:have been|are|became) (?P<bond>sisters|sister cities|twinned|twins"
    r"|partners|partner cities)\b"
)
_SINCE = re.compile(r"\W*(?:with [^,.;]+ )?since\s+")
_BETWEEN_IS_OWN = re.compile(r"[\s,]*(?:and|both|all|have|has|[A-Z]\w+|\s|,)*")


def bond_is_mentioned_in_english(block: Block, context: Context) -> Iterator[Agreement]:
    """An English text calls a party a sister city, twin town or partner: the bond exists, whenever it was made."""
    if not context.home or heads_plans(block.headings):
        return
    for at, sentence in enumerate(context.sentences()):
        pair = _PAIR.search(sentence.text)
        if pair:
            bond = kind_of(f"sister city {pair['bond']}" if "sister" in pair["bond"] else f"{pair['bond']} city")
            yield from _bonds(sentence, context.partners(at)[:1], bond, pair, context, 0.75)
        elif not sentence.chinese:
            for match in _BOND.finditer(sentence.text):
                yield from _row_after(sentence, match, context)
            for match in _ARE.finditer(sentence.text):
                yield from _row_before(sentence, match, context)
            for match in _WITH.finditer(sentence.text):
                yield from _row_within(sentence, match, context)


def _row_after(sentence: Sentence, bond: re.Match[str], context: Context) -> Iterator[Agreement]:
    """Sister cities include A, B and C; our sister city A."""
    row: list[Party] = []
    at = bond.end()
    for party in sentence.counterparts:
        if party.start < at:
            continue
        between = sentence.text[at : party.start]
        if not (_BETWEEN.match(between) if row else _TO_NAME.match(between)):
            break
        row.append(party)
        at = party.end
    several = re.search(r"(?:ies|s|ned)\b", bond[0], re.IGNORECASE)
    yield from _bonds(sentence, row if several else row[:1], kind_of(bond[0]), bond, context, 0.9)


def _row_before(sentence: Sentence, bond: re.Match[str], context: Context) -> Iterator[Agreement]:
    """Leipzig and Baku are sister cities too; A is twinned with us since 1975."""
    subjects = [party for party in sentence.cities if party.end <= bond.start()]
    if not subjects or not _BETWEEN_IS_OWN.fullmatch(sentence.text[subjects[-1].end : bond.start()]):
        return
    row = [subjects[-1]]
    for party in reversed(subjects[:-1]):
        if not _BETWEEN.match(sentence.text[party.end : row[0].start]):
            break
        row.insert(0, party)
    words = (bond["bond"] or bond["twinned"]).replace("partner", "partner city")
    yield from _bonds(sentence, row, kind_of(words), bond, context, 0.85)


def _row_within(sentence: Sentence, bond: re.Match[str], context: Context) -> Iterator[Agreement]:
    """With Leeds it has been in partnership since 1998."""
    row = [party for party in sentence.cities if bond.start("list") <= party.start < bond.end("list")]
    yield from _bonds(sentence, row, kind_of(bond["partner"] or bond["twinned"]), bond, context, 0.85)


def _bonds(
    sentence: Sentence, row: list[Party], kind: str, bond: re.Match[str], context: Context, score: float
) -> Iterator[Agreement]:
    for party in row:
        start, end = min(bond.start(), party.start), max(bond.end(), party.end)
        if party not in sentence.counterparts:
            # The two cities: the partner is named in a sentence before this one.
            start, end = bond.start(), bond.end()
        if party.kind is PartyKind.COUNTRY or not context.home or not states(sentence, start, start + 1):
            continue
        sure = score if party.known else score - 0.15
        signed = _since(sentence, party, bond, context)
        found = Found("bond_is_mentioned_in_english", sure, [context.home, party.name], kind, signed)
        yield from agreement(found, context, sentence.stretch, sentence.clause(start)[0], end)


def _since(sentence: Sentence, party: Party, bond: re.Match[str], context: Context) -> str:
    """The date in brackets after the name, or after `since`."""
    bracket = re.compile(r"\s*\((?P<inside>[^()]{4,24})\)").match(sentence.text, party.end)
    if bracket:
        dates = context.dates(f"in {bracket['inside'].removeprefix('since ')}")
        return dates[0].edtf if dates else ""
    end = max(bond.end(), party.end) if party in sentence.counterparts else bond.end()
    since = _SINCE.match(sentence.text, end)
    return next((dated.edtf for dated in sentence.dates if since and dated.start == since.end()), "")
