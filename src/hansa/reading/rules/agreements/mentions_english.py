"""Bonds that an English text takes for granted: sister cities include A and B; A is twinned with us since 1975."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.founded_english import founded
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind

GATE = re.compile(r"[Ss]ister|SISTER|[Tt]win|[Pp]artner|[Ff]riend")
_SORT = r"(?:cit(?:y|ies)|towns?|ports?|states?|count(?:y|ies)|prefectures?|provinces?)"
_TIE = r"(?:bond|tie|relation|relationship|link|partnership|agreement|affiliation|pact|accord|arrangement)s?"
_BOND = re.compile(
    rf"\b(?:sister|twin|friendship|partner)[- ]?{_SORT}\b(?:[- ]{_TIE})?|\bsister(?:hood)? {_TIE}\b"
    rf"|\btwinned(?= (?:with|to)\b)|\btwinning(?:[- ]{_TIE})?(?= with\b)|\bsister(?= (?-i:[A-Z]))",
    re.IGNORECASE,
)
_TO_NAME = re.compile(
    r"(?:['’]s)?\s*(?:,|:|–|—|with|to|are|is|include[sd]?|including|such as|of \w+ (?:is|are)|in \w+(?:,"
    r"|:)?)?\s*(?:the\s+)?$"
)
_BETWEEN = re.compile(r"\s*(?:\([^()]{2,24}\))?\s*(?:,|;|/|&|as well as)?\s*(?:and\s+)?(?:the\s+)?$")
_OBJECT = re.compile(r"\s*(?:of|to|with)\s+(?:the\s+)?$")
_ARE = re.compile(
    r"\b(?P<verb>is|are|was|were|remains?|became|becomes?|become|been|made)\s+(?:(?:also|both|all|now|still|long)\s+)*"
    r"(?:(?:a|an|our|its|the|each other['’]s)\s+)?(?:\w+['’]s\s+)?"
    rf"(?P<bond>(?:sister|twin|partner|friendship) {_SORT}\b|sisters\b|partners?\b|twinned(?= (?:with|to)\b))"
    r"(?! (?:in|to the|of the)\b(?! \d))"
    rf"|(?P<colon>:)\s+(?P<told>(?:sister|twin|partner|friendship) {_SORT}\b)"
    r"|,\s+(?P<twinned>twinned)(?= (?:with|to)\b)"
)
_WITH = re.compile(
    r"\b[Ww]ith (?P<list>[^.;]{2,60}?),? (?:it|the [Cc]ity|we) (?:has"
    r"|have) been (?:in (?P<partner>partnership)|(?P<twinned>twinned))\b"
)
# The two have been sisters since; the affiliation between the two ports: the partner was named before.
_PAIR = re.compile(
    r"\bThe two(?: cities)? (?:have been|are|became) (?P<bond>sisters|sister cities|twinned|twins"
    r"|partners|partner cities)\b"
)
_BOTH = re.compile(r"\s+(?:between|of|linking|that links|uniting) (?:the|our|these|both)(?: two)? (?:\w+ )?\w+")
_TO_SUBJECT = re.compile(
    r"\s*(?:\([^()]{2,24}\))?[\s,]*(?:and|both|all|have|has|had|itself|too|since|then|[A-Z]\w+|\s|,)*"
)


@dataclass(frozen=True)
class _Bond:
    """A bond that the sentence takes for granted, where it says so, and the score of how it says so."""

    kind: str
    start: int
    end: int
    score: float


def bond_is_mentioned_in_english(block: Block, context: Context) -> Iterator[Agreement]:
    """An English text calls a party a sister city, twin town or partner: the bond exists, whenever it was made."""
    if not GATE.search(block.text) or heads_plans(block.headings):
        return
    for at, sentence in enumerate(context.sentences()):
        if sentence.chinese or not GATE.search(sentence.text):
            continue
        pair = _PAIR.search(sentence.text)
        if pair:
            bond = _Bond(_kind(pair["bond"]), pair.start(), pair.end(), 0.75)
            yield from _with_home(sentence, context.partners(at)[:1], bond, context)
            continue
        for match in _BOND.finditer(sentence.text):
            yield from _row_after(sentence, at, match, context)
        for match in _ARE.finditer(sentence.text):
            yield from _predicate(sentence, match, context)
        for match in _WITH.finditer(sentence.text):
            yield from _row_within(sentence, match, context)


def _kind(words: str) -> str:
    """The kind of a bond by its words; sisters and partners of which no more is said are cities."""
    words = re.sub(r"^sisters?$", "sister city", words, flags=re.IGNORECASE)
    return kind_of(re.sub(r"^partners?$", "partner city", words, flags=re.IGNORECASE))


def _row(parties: Sequence[Party], text: str, at: int, first: re.Pattern[str]) -> list[Party]:
    """The parties that stand in a row from `at` on, the first of them led in by `first`."""
    row: list[Party] = []
    for party in parties:
        if party.start < at:
            continue
        if not (_BETWEEN if row else first).match(text[at : party.start]):
            break
        row.append(party)
        at = party.end
    return row


def _row_after(sentence: Sentence, at: int, match: re.Match[str], context: Context) -> Iterator[Agreement]:
    """Sister cities include A, B and C; our sister city A; the sister-city affiliation between the two ports."""
    bond = _Bond(_kind(match[0]), match.start(), match.end(), 0.9)
    if _BOTH.match(sentence.text, match.end()):
        yield from _with_home(sentence, context.partners(at)[:1], bond, context)
        return
    row = _row(sentence.counterparts, sentence.text, match.end(), _TO_NAME)
    several = re.search(r"(?:ies|s|ned)\b", match[0], re.IGNORECASE)
    yield from _with_home(sentence, row if several else row[:1], bond, context)


def _row_before(parties: Sequence[Party], text: str, end: int) -> list[Party]:
    """The parties that stand in a row before `end`, with nothing but and, all, has between them and it."""
    before = [party for party in parties if party.end <= end]
    if not before or not _TO_SUBJECT.fullmatch(text[before[-1].end : end]):
        return []
    row = [before[-1]]
    for party in reversed(before[:-1]):
        if not _BETWEEN.match(text[party.end : row[0].start]):
            break
        row.insert(0, party)
    return row


def _predicate(sentence: Sentence, match: re.Match[str], context: Context) -> Iterator[Agreement]:
    """Leipzig and Baku are sister cities too; A is twinned with us since 1975; A has been a sister city of B."""
    words = match["bond"] or match["told"] or match["twinned"]
    bond = _Bond(_kind(words), match.start(), match.end(), 0.85)
    cities = [party for party in sentence.parties if party.kind is not PartyKind.COUNTRY]
    left = _row_before(cities, sentence.text, match.start())
    right = _row(cities, sentence.text, match.end(), _OBJECT)
    others = [party for party in (*left, *right) if not party.own]
    own = len(others) < len(left) + len(right)
    if left and right and not own:
        for one in left:
            for other in right:
                yield from _between([one, other], sentence, bond, context)
    elif not own and len(left) == 2 and (match["verb"] == "became" or match["colon"] or not context.home):
        yield from _between(left, sentence, bond, context)
    elif left or right:
        yield from _with_home(sentence, others, bond, context)


def _row_within(sentence: Sentence, match: re.Match[str], context: Context) -> Iterator[Agreement]:
    """With Leeds it has been in partnership since 1998."""
    row = [party for party in sentence.cities if match.start("list") <= party.start < match.end("list")]
    kind = kind_of(match["partner"] or match["twinned"])
    yield from _with_home(sentence, row, _Bond(kind, match.start(), match.end(), 0.85), context)


def _with_home(sentence: Sentence, row: Sequence[Party], bond: _Bond, context: Context) -> Iterator[Agreement]:
    for party in row:
        if context.home and party.kind is not PartyKind.COUNTRY:
            yield from _tie([context.home, party.name], [party], sentence, bond, context)


def _between(pair: Sequence[Party], sentence: Sentence, bond: _Bond, context: Context) -> Iterator[Agreement]:
    yield from _tie([party.name for party in pair], pair, sentence, bond, context)


def _tie(
    names: list[str], parties: Sequence[Party], sentence: Sentence, bond: _Bond, context: Context
) -> Iterator[Agreement]:
    # The two cities: the partner may be named in a sentence before this one.
    here = [party for party in parties if party in sentence.parties]
    start = min(bond.start, *(party.start for party in here)) if here else bond.start
    end = max(bond.end, *(party.end for party in here)) if here else bond.end
    if not states(sentence, start, start + 1):
        return
    known = all(party.known for party in parties)
    signed = founded(sentence, here[-1] if here else None, bond.end, context)
    found = Found("bond_is_mentioned_in_english", bond.score if known else bond.score - 0.15, names, bond.kind, signed)
    yield from agreement(found, context, sentence.stretch, sentence.clause(start)[0], end)
