"""Errors of the kinds that reports go out with, planted in copies of a text: where they may stand, what stands there.

Everything is drawn with a given source of chance, so that two runs plant the same.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hansa.facts import Agreement, Exchange, Fact, Figure, Organization, Project
from hansa.reading.document import walk_lines
from hansa.reading.values.dates import find_dates
from hansa.reading.values.numbers import Quantity, find_quantities
from hansa.reading.values.people import POST

_POSTS = {
    "副市長": "市長", "市長": "副市長", "處長": "局長", "局長": "處長", "議長": "副議長", "州長": "副州長",
    "副知事": "知事", "知事": "副知事", "總督": "副總督", "大使": "參事", "代表": "大使", "省長": "副省長",
    "會長": "理事長",
    "總理": "副總理", "所長": "處長", "教育長": "局長", "組長": "處長", "議員": "議長", "幹事長": "會長",
    "Deputy Mayor": "Mayor", "Vice Mayor": "Mayor", "Mayor": "Deputy Mayor", "Governor": "Mayor",
    "Ambassador": "Consul", "President": "Secretary", "Director": "Deputy Director",
}  # fmt: skip
_POST_EN = re.compile(
    r"(?<!Deputy[ -])(?<!Vice[ -])\b(?:Deputy Mayor|Vice Mayor|Mayor|Governor|Ambassador|President|Director)\b"
)
_YEAR = re.compile(r"(?<![\d,])(?:1[89]|20)\d\d(?!\d|,\d)|(?<!\d)\d{2,3}(?=\s?年(?!前|來|內|間|以))")
_MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November")
_MONTH = re.compile(rf"(?<!\d)\d{{1,2}}(?=\s?月)|{'|'.join(_MONTHS)}")
_DAY = re.compile(rf"(?<!\d)\d{{1,2}}(?=\s?日)|(?:{'|'.join(rf'(?<={month} )' for month in _MONTHS)})\d{{1,2}}\b")
_ANNIVERSARY = re.compile(r"\d{1,3}(?=\s?(?:周年|週年))|\d{1,3}(?=(?:st|nd|rd|th) anniversary)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHINESE_DIGITS = "一二三四五六七八九"
_ENGLISH_NUMBERS = (
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
)
_DIGIT = re.compile(rf"\d|[{_CHINESE_DIGITS}兩十百千]")
_ENGLISH_DIGIT = re.compile(rf"\b(?:{'|'.join(word for words in _ENGLISH_NUMBERS for word in words)})\b", re.IGNORECASE)
_OTHER_HAN = "宏秉達亞仁德里明安格文克森維"
_LONGEST_YEARS_APART = 3
_MOST_PARTS = 6


@dataclass(frozen=True)
class Place:
    """Where an error of a kind may stand: characters of the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Planted:
    """An error in a copy: its place there, what stood there and what stands there now."""

    kind: str
    start: int
    end: int
    was: str
    now: str


def level(text: str) -> str:
    """The text with line ends as blanks, each character in its place."""
    return re.sub(r"[\r\n]", " ", text)


def places_of_facts(text: str, facts: Sequence[Fact]) -> list[Place]:
    """Where the text states a fact: numbers of figures, dates, ordinals, names, and posts of those who are named."""
    found = {place for fact in facts for place in _of_fact(level(text), fact)}
    return sorted(found | set(totals(text)), key=lambda place: (place.start, place.kind))


def places_anywhere(text: str) -> list[Place]:
    """Where a number with a unit, a date or a post stands, whether or not a fact was read there."""
    found: set[Place] = set(totals(text))
    for start, end in walk_lines(text):
        line = text[start:end]
        for one in find_quantities(line):
            found |= set(_digits("ordinal", start, one, line) if one.ordinal else ())
            found |= set(_digits("number", start, one, line) if _counts(line, one) else ())
        found |= set(_dates(line, start)) | set(_posts(line, start))
    return sorted(found, key=lambda place: (place.start, place.kind))


def totals(text: str) -> Iterator[Place]:
    """Numbers of a sentence that are the sum of two and more others of their unit next to them."""
    for start, end in _sentences(text):
        sentence = level(text[start:end])
        numbers = [one for one in find_quantities(sentence) if one.unit and not one.ordinal]
        by_unit = {one.unit: [other for other in numbers if other.unit == one.unit] for one in numbers}
        for group in by_unit.values():
            for one in group:
                yield from _digits("total", start, one, sentence) if _is_sum(one, group) else ()


def plant(text: str, places: Sequence[Place], chance: random.Random) -> tuple[str, list[Planted]]:
    """A copy of the text with an error at each of the places, which do not overlap."""
    pieces: list[str] = []
    planted: list[Planted] = []
    at = length = 0
    for place in sorted(places, key=lambda place: place.start):
        was = text[place.start : place.end]
        now = _SPOILERS[place.kind](was, text, chance)
        pieces += [text[at : place.start], now]
        length += place.start - at
        planted.append(Planted(place.kind, length, length + len(now), was, now))
        length, at = length + len(now), place.end
    return "".join((*pieces, text[at:])), planted


def _counts(line: str, one: Quantity) -> bool:
    """Whether a number has a unit, or an English noun after it."""
    return not one.ordinal and bool(one.unit or re.match(r"\s[a-z]+", line[one.end :]))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    ends = [0, *(match.end() for match in re.finditer(r"[。；]|\n\s*\n|\.\s(?=[A-Z])", text)), len(text)]
    return pairwise(ends)


def _is_sum(one: Quantity, group: Sequence[Quantity]) -> bool:
    at = group.index(one)
    before, after = group[max(0, at - _MOST_PARTS) : at][::-1], group[at + 1 : at + 1 + _MOST_PARTS]
    for parts in (before, after):
        total: float = 0
        for count, part in enumerate(parts, 1):
            total += part.value
            if count > 1 and total == one.value:
                return True
    return False


def _digits(kind: str, start: int, one: Quantity, words: str) -> Iterator[Place]:
    first, end = one.digits
    if words[first:end] == "一":
        # 一片, 一項 are words more often than counts.
        return
    if _DIGIT.search(words, first, end) or _ENGLISH_DIGIT.search(words, first, end):
        yield Place(kind, start + first, start + end)


def _of_fact(text: str, fact: Fact) -> Iterator[Place]:
    start, end = int(fact.start or 0), int(fact.end or 0)
    words = text[start:end]
    stated = _numbers(fact)
    for one in find_quantities(words):
        if one.ordinal:
            yield from _digits("ordinal", start, one, words)
        elif one.value in stated:
            yield from _digits("number", start, one, words)
    yield from _dates(words, start)
    people = (isinstance(fact, Exchange) and fact.people) or (isinstance(fact, Agreement) and fact.signatories) or []
    if people:
        yield from _posts(words, start)
    parties = (fact.parties or []) if isinstance(fact, Exchange | Agreement) else []
    for name in (*parties, *(person.name for person in people)):
        if (at := words.find(name)) >= 0 and len(name) > 1:
            yield Place("name", start + at, start + at + len(name))


def _numbers(fact: Fact) -> set[float]:
    match fact:
        case Figure():
            return {fact.value}
        case Exchange():
            return {one for one in (fact.headcount, fact.attendance) if isinstance(one, int)}
        case Project():
            return {fact.count} if isinstance(fact.count, int) else set()
        case Organization():
            return {one.count for one in fact.members or ()}
    return set()


def _dates(words: str, start: int) -> Iterator[Place]:
    for dated in find_dates(words):
        for kind, pattern in (("year", _YEAR), ("date", _MONTH), ("date", _DAY)):
            for match in pattern.finditer(words, dated.start, min(len(words), dated.end + 2)):
                yield Place(kind, start + match.start(), start + match.end())
    for match in _ANNIVERSARY.finditer(words):
        yield Place("ordinal", start + match.start(), start + match.end())


def _posts(words: str, start: int) -> Iterator[Place]:
    for match in (*POST.finditer(words), *_POST_EN.finditer(words)):
        if match[0] in _POSTS:
            yield Place("post", start + match.start(), start + match.end())


def _spoil_number(was: str, _text: str, chance: random.Random) -> str:
    """One digit changed, two swapped, ten times as much, or thousands more or less."""
    ways = [_other_digit, _swapped, _tenfold, _thousands]
    chance.shuffle(ways)
    for way in ways:
        now = way(was, chance)
        if now not in ("", was):
            return now
    return _other_digit(was, chance)


def _other_digit(was: str, chance: random.Random) -> str:
    if not _DIGIT.search(was):
        return _ENGLISH_DIGIT.sub(lambda match: _other_word(match[0], chance), was, count=1)
    at = chance.choice([match.start() for match in _DIGIT.finditer(was)])
    others = "123456789" if was[at].isdecimal() else _CHINESE_DIGITS
    same = "兩二" if was[at] in "兩二" else was[at]
    return was[:at] + chance.choice([c for c in others if c not in same]) + was[at + 1 :]


def _other_word(was: str, chance: random.Random) -> str:
    family = next(words for words in _ENGLISH_NUMBERS if was.casefold() in words)
    now = chance.choice([word for word in family if word != was.casefold()])
    return now.capitalize() if was[0].isupper() else now


def _swapped(was: str, chance: random.Random) -> str:
    pairs = [i for i in range(len(was) - 1) if was[i : i + 2].isdecimal() and was[i] != was[i + 1] != "0"]
    if not pairs:
        return ""
    at = chance.choice(pairs)
    return was[:at] + was[at + 1] + was[at] + was[at + 2 :]


def _tenfold(was: str, _chance: random.Random) -> str:
    if not re.fullmatch(r"[\d,]+", was):
        return ""
    more = int(was.replace(",", "")) * 10
    return f"{more:,}" if "," in was else str(more)


def _thousands(was: str, chance: random.Random) -> str:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", was):
        less = int(was.split(",", 1)[1].replace(",", ""))
        return str(less) if less and chance.random() < 1 / 2 else f"{was},000"
    return f"{chance.randint(1, 9)},{int(was):03}" if re.fullmatch(r"\d{1,3}", was) else ""


def _spoil_year(was: str, text: str, chance: random.Random) -> str:
    """Another year of the same text, or one to three years off."""
    others = sorted({match[0] for match in _YEAR.finditer(text) if len(match[0]) == len(was)} - {was})
    if others and chance.random() < 1 / 3:
        return chance.choice(others)
    off = chance.choice([n for n in range(-_LONGEST_YEARS_APART, _LONGEST_YEARS_APART + 1) if n])
    return str(int(was) + off)


def _spoil_date(was: str, _text: str, chance: random.Random) -> str:
    if not was.isdecimal():
        return chance.choice([month for month in _MONTHS if month != was])
    return str(chance.choice([n for n in range(1, 13) if n != int(was)]))


def _spoil_ordinal(was: str, _text: str, chance: random.Random) -> str:
    if was.isdecimal():
        return str(int(was) + chance.choice((1, 2, 5)))
    return _other_digit(was, chance)


def _spoil_name(was: str, _text: str, chance: random.Random) -> str:
    at = chance.randrange(len(was) - 1 if was[-1] in "市縣州省府港校" else len(was))
    others = _OTHER_HAN if _HAN.match(was[at]) else "aeiorstn"
    return was[:at] + chance.choice([c for c in others if c != was[at]]) + was[at + 1 :]


_SPOILERS: dict[str, Callable[[str, str, random.Random], str]] = {
    "number": _spoil_number,
    "total": _spoil_number,
    "year": _spoil_year,
    "date": _spoil_date,
    "post": lambda was, _text, _chance: _POSTS[was],
    "ordinal": _spoil_ordinal,
    "name": _spoil_name,
}
KINDS = tuple(_SPOILERS)
