"""Holds claims of order against the order of signing: 第二個波蘭姊妹市, its first sister city in Poland."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from hansa.atlas import find_places
from hansa.figures.answers import Asked
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.parties import Numbers
from hansa.figures.checking.readings import Read
from hansa.figures.claims import Claim, standing_of_claim
from hansa.figures.published import of_measure
from hansa.figures.recognition import measure_named
from hansa.reading.patterns import regex
from hansa.reading.values.dates import chinese_number
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.numbers import english_value
from hansa.register.models import Party as PartyRecord

_NTH = r"(?P<nth>第\s?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s?[個座]|首[個座])"
_CHINESE = regex(_NTH)
_ENGLISH_NTH = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
_ENGLISH = regex(rf"\b(?P<nth>(?P<n>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ENGLISH_NTH}))\b")
_KIND = regex(
    r"(?P<all>[姊姐]妹市[及與、和]友好(?:夥伴)?城市|締盟(?:城市|對象)"
    r"|(?:sister|friendship) and (?:partner|friendship) cit)"
    r"|(?P<sister_city>[姊姐]妹市|sister cit)|(?P<friendship_city>友好城市|友誼市|friendship cit)"
    r"|(?P<partnership>夥伴城市|partner cit)"
)
_REACH, _REACH_IN_ENGLISH = 16, 28
_NEAR = 2
_IN = regex(r"(?:y|ies)? in (?:the )?")
_IS = regex(r"\s?(?:則?[是為]|即)\s?")
# 第44個及第45個: the first of two orders is not that of who is named last.
_AND_THE_NEXT = regex(r"\s?(?:[及與和、]\s?第|(?:,| and)\s(?:the )?\d)")
_PART = regex(r"[，；。！？,;]")


@dataclass(frozen=True)
class _Told:
    """An order told in a sentence: its words, its number, of which kinds, in which country, and of whom."""

    start: int
    end: int
    ordinal: int
    kinds: tuple[str, ...]
    country: str
    party: str


def orders_are_held(draft: Draft, held: Held) -> Iterator[Finding]:
    """What is said to be the first, second or so-many-th partner of the city, or of a country among its partners."""
    told = list(_told_in(draft))
    numbers = Numbers(draft, *(one.party for _, one in told))
    parties = PartyRecord.objects.in_bulk({number for _, one in told if (number := numbers[one.party])})
    for read, one in told:
        party = parties.get(numbers[one.party] or 0)
        if party and (not one.country or party.country == one.country):
            claim = standing_of_claim(
                held.home, party, one.ordinal, kinds=one.kinds, country=one.country, gathered=held.gathered
            )
            yield from _finding(read, one, claim, held)


def _told_in(draft: Draft) -> Iterator[tuple[Read, _Told]]:
    """The orders that the draft tells of its partners; a sentence without the kind takes it from the one before."""
    before: Read | None = None
    for read in draft.readings:
        text = read.sentence.text
        pattern, goes_on = (_CHINESE if read.sentence.chinese else _ENGLISH), False
        for match in pattern.finditer(text):
            draft.context.enter(read.index)
            one = _claimed(draft, read, before, match.start(), match.end(), _number(match.groupdict()))
            if one:
                goes_on = goes_on or _said_to_be(read, match.end()) is not None
                yield read, one
        if _KIND.search(text) and not goes_on:
            before = read


def _number(groups: dict[str, str | None]) -> int:
    if groups.get("word"):
        return int(english_value(groups["word"] or ""))
    return (chinese_number(groups["n"] or "") or 0) if groups["n"] else 1


def _claimed(draft: Draft, read: Read, before: Read | None, start: int, end: int, ordinal: int) -> _Told | None:
    sentence, text = read.sentence, read.sentence.text
    if _AND_THE_NEXT.match(text, end):
        return None
    kind = _KIND.search(text, end, end + (_REACH if sentence.chinese else _REACH_IN_ENGLISH))
    party = _said_to_be(read, end) if not kind else None
    if kind:
        country = _country(text, start, end, kind.start(), kind.end())
        named = _subject(draft, read, start, kind.end())
    elif earlier := list(_KIND.finditer(text[:start])):
        # The sister city agreement with Gdynia, its second in Poland.
        kind, country = earlier[-1], _country(text, start, end, end, end)
        ahead = [one.name for one in sentence.parties if one.end <= start and _is_partner(one)]
        named = party or (ahead[-1] if ahead and country else _became(read, start))
    elif before and before.index in (read.index, read.index - 1):
        # The first is Gdynia; Katowice became the second: of what, the sentence before says.
        kind = next(reversed(list(_KIND.finditer(before.sentence.text))), None)
        mentioned = [one for one in (*before.sentence.parties, *sentence.parties) if one.kind is PartyKind.COUNTRY]
        country = mentioned[-1].country if mentioned else ""
        named = party or _became(read, start)
    else:
        return None
    if kind is None or not named or not ordinal:
        return None
    kinds = () if kind["all"] else (str(kind.lastgroup),)
    return _Told(start, end, ordinal, kinds, country, named)


def _said_to_be(read: Read, end: int) -> str | None:
    """Whom the words right behind an order name: 第一個是格丁尼亞市."""
    match = _IS.match(read.sentence.text, end)
    at = match.end() if match else -1
    return next(
        (party.name for party in read.sentence.parties if party.start <= at < party.end and not party.own), None
    )


def _became(read: Read, start: int) -> str | None:
    """Who is named last before an order in its part of the sentence: Katowice became the second."""
    first, _ = read.sentence.clause(start)
    named = [one for one in read.sentence.parties if first <= one.start < start and _is_partner(one)]
    return named[-1].name if named else None


def _is_partner(party: Party) -> bool:
    return not party.own and party.kind is not PartyKind.COUNTRY


def _country(text: str, start: int, end: int, kind: int, stop: int) -> str:
    """The country in which somebody is the first: 波蘭第二個姊妹市, its first sister city in Poland."""
    for place in find_places(text):
        between = end <= place.start < kind
        right_before = 0 <= start - place.end <= _NEAR and not _PART.search(text, place.end, start)
        behind = place.start >= stop and _IN.fullmatch(text[stop : place.start]) is not None
        if place.kind == "country" and (between or right_before or behind):
            return place.countries[0]
    return ""


def _subject(draft: Draft, read: Read, start: int, stop: int) -> str | None:
    """Who is said to be it: named last before it in the sentence, right behind it, or what the block tells of."""
    named = [one for one in read.sentence.parties if _is_partner(one)]
    ahead = [one.name for one in named if one.end <= start]
    behind = [one.name for one in named if 0 <= one.start - stop <= _NEAR]
    if behind or ahead:
        return (behind or ahead[-1:])[0]
    partners = [one for one in draft.context.partners(read.number) if _is_partner(one)]
    return partners[0].name if len({one.name for one in partners}) == 1 else None


def _finding(read: Read, one: _Told, claim: Claim, held: Held) -> Iterator[Finding]:
    verdict: Verdict = claim.verdict
    words, right = read.sentence.text[one.start : one.end], ""
    if claim.published:
        verdict = "agrees"
    elif verdict == "differs":
        published = _published(held, claim) if not one.country else set()
        number = next(iter(published)) if len(published) == 1 else claim.number
        if not one.country and claim.missing > 0 and not published:
            verdict = "ambiguous"
        right = _written(words, number) if number else ""
    if verdict == "unknown":
        return
    place = read.place(one.start, one.end)
    make = partial(Finding, *place, words, read.sentence.text, verdict, "order", words)
    refs = tuple(place.agreement for place in claim.orders[0].places)[:5]
    yield make(words if verdict == "agrees" else right, records=refs, reason=claim.reason, checker="orders_are_held")


def _published(held: Held, claim: Claim) -> set[int]:
    """The totals of partners that were published for the year of the claim."""
    place = claim.orders[0].places[-1:]
    signed = place[0].signed if place else ""
    measure = measure_named("partners_total")
    if not signed or measure is None:
        return set()
    year = int(signed[:4])
    asked = Asked(held.home, dt.date(year, 1, 1), dt.date(year, 12, 31), held.gathered)
    return {int(figure.value) for figure in of_measure(measure, asked)}


def _written(words: str, number: int) -> str:
    """The number in the way in which the draft writes an order."""
    if words.startswith("首"):
        return f"第{number}{words[-1]}"
    if words.isascii():
        ones = _ENGLISH_NTH.split("|")
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
        return f"{number}{ending}" if words[0].isdigit() or number > len(ones) else ones[number - 1]
    digits = "一二三四五六七八九十"
    han = not any(letter.isdigit() for letter in words) and number <= len(digits)
    return f"第{digits[number - 1] if han else number}{words[-1]}"
