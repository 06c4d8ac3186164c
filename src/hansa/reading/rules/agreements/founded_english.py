"""When a bond named in English was made, and lists of partners that give each its year."""

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

_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{4,24})\)")
_MADE = re.compile(
    r"\b(?:tied|signed|sealed|established|founded|formed|forged|concluded|agreed|adopted|began|begun|twinned|linked"
    r"|dat(?:es|ing) (?:from|back)|formali[sz]ed|joined|followed|came|added|was the \w+)\b|\bsince\s+$"
)
_RIGHT_AFTER = re.compile(
    r"(?:\s+(?:with|to|of) [\w\s'’-]{2,40}?)?(?: again)?,?\s*(?:in|on|of|from|since)?\s*(?:the year\s+)?$"
)
_PLURAL = re.compile(
    r"\b(?:sister|twin|partner|friendship)[- ](?:cities|towns|ports|states|counties|prefectures|provinces)\b"
    r"|\btwinnings?\b",
    re.IGNORECASE,
)
_THESE = re.compile(r"^(?:These|Those|They|All|Both|Each|The \w+)\b[^.]{0,40}\b(?:are|is|were|remain)\b")
_FAR = 60


def founded(sentence: Sentence, party: Party | None, end: int, context: Context) -> str:
    """The date of a bond: in brackets after the name, after `since` or a word for making it, or by an anniversary."""
    after = max(end, party.end) if party else end
    return _own_year(sentence, party, context) or _told_after(sentence, after) or _celebrated(sentence, context)


def _own_year(sentence: Sentence, party: Party | None, context: Context) -> str:
    bracket = _BRACKET.match(sentence.text, party.end) if party else None
    dates = context.dates(f"in {bracket['inside'].removeprefix('since ')}") if bracket else []
    return dates[0].edtf if dates else ""


def _told_after(sentence: Sentence, end: int) -> str:
    """The first date behind `end` where only the making of the bond stands between: since 1957, tied in 1979."""
    dated = next((dated for dated in sentence.dates if dated.start >= end), None)
    gap = sentence.text[end : dated.start] if dated else ";"
    if dated is None or len(gap) > _FAR or re.search(r"[;:]|\. ", gap):
        return ""
    if any(end <= party.start < dated.start for party in sentence.cities):
        return ""
    return dated.edtf if _MADE.search(gap) or _RIGHT_AFTER.fullmatch(gap) else ""


def _celebrated(sentence: Sentence, context: Context) -> str:
    """The year that an anniversary or a number of years ago tells."""
    told = find_anniversaries(sentence.text)
    if len(told) != 1:
        return ""
    dates = [dated for dated in sentence.dates if dated.sure]
    year = dates[0].point.year if dates else context.current_year()
    return str(year - told[0].years) if year else ""


def partners_stand_with_their_years(block: Block, context: Context) -> Iterator[Agreement]:
    """A sentence lists partners with the year of each; it, its neighbour or its heading says what bond they have."""
    if not context.home or block.kind is BlockKind.ROW or heads_plans(block.headings):
        return
    if not re.search(r"(?:18|19|20)\d\d\b.*(?:18|19|20)\d\d\b", block.text):
        return
    said = context.sentences()
    for first, last in _lists(said):
        kind = _kind_around(said[first:last], said[max(0, first - 1) : first], said[last : last + 1], block)
        told = [(sentence, pair) for sentence in said[first:last] for pair in _years(sentence)]
        if not kind or sum(bool(year) for _, (_, year) in told) < 2:
            continue
        for sentence, (party, year) in told:
            if states(sentence, party.start, party.end):
                score, names = 0.9 if party.known else 0.75, [context.home, party.name]
                found = Found("partners_stand_with_their_years", score, names, kind, year)
                yield from agreement(found, context, sentence.stretch)


def _lists(said: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Where the sentences of a block begin and end that semicolons join into one."""
    first = 0
    for at, sentence in enumerate(said, 1):
        if not sentence.text.rstrip().endswith(";"):
            yield first, at
            first = at
    if first < len(said):
        yield first, len(said)


def _kind_around(said: Sequence[Sentence], before: Sequence[Sentence], after: Sequence[Sentence], block: Block) -> str:
    """The bond by the sentences themselves, by the next (These are sister cities), the one before, or the heading."""
    texts = [sentence.text for sentence in said]
    texts += [sentence.text for sentence in after if _THESE.search(sentence.text)]
    texts += [sentence.text for sentence in before]
    for text in (*texts, *block.headings[-1:]):
        bond = _PLURAL.search(text)
        if bond:
            return kind_of(bond[0])
    return ""


def _years(sentence: Sentence) -> list[tuple[Party, str]]:
    """Each city with the year told of it: in brackets, or between it and the next city."""
    if sentence.chinese:
        return []
    cities = [party for party in sentence.cities if party.kind is PartyKind.CITY]
    pairs: list[tuple[Party, str]] = []
    for number, party in enumerate(cities):
        stop = cities[number + 1].start if number + 1 < len(cities) else len(sentence.text)
        dated = next((dated for dated in sentence.dates if party.end <= dated.start < stop), None)
        gap = sentence.text[party.end : dated.start] if dated else ""
        near = dated is not None and len(gap) < _FAR and ";" not in gap
        pairs.append((party, dated.edtf if dated and near else ""))
    return pairs
