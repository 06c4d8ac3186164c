"""How many came, where it was, what it was called: the details of an occasion told in English."""

import re

from hansa.reading.patterns import regex
from hansa.reading.values.numbers import english_value

_ONES = "two(?! dozen)|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_N = (
    rf"(?P<{{0}}>(?<![\d.,$€£¥])\d{{{{1,3}}}}(?:,\d{{{{3}}}})+|(?<![\d.,$€£¥])(?!(?:19|20)\d\d\b)\d+(?:\.\d)?"
    rf"|{_TENS}(?:-\w+)?|{_ONES}|(?:a dozen|two dozen|dozen)"
    r"|(?:a|one|two|three|four|five|six|eight) hundred(?: and \w+)?)"
)
_HEDGE = r"(?:more than |over |about |around |some |nearly |almost |up to |at least )?"
_GROUP = r"(?:delegation|group|party|team|contingent|troupe|deputation|mission|choir|band|orchestra)"
_WATCHED = r"(?:heard|saw|watched|listened|came to (?:see|hear|watch))\b"
_HEADS = regex(
    rf"\b{_GROUP} of {_HEDGE}{_N.format('a')}\b"
    rf"|\b{_N.format('b')}[- ](?:strong|member|person|head|man|people)\b(?! {_WATCHED})"
    rf"|\bhead of {_HEDGE}{_N.format('c')} people"
    rf"|\b{_N.format('d')} of (?:his|her|its|their) (?:\w+ ){{0,2}}(?:colleagues|members|officials|councillors|staff)"
    rf"|\b{_N.format('e')} "
    rf"(?:(?!(?:with|and|to|of|in|from|at|for|by|on|million|thousand)\b)[a-z'’-]+ ){{0,2}}?(?:students|pupils"
    rf"|schoolchildren|teenagers|participants|delegates|citizens|people"
    r"|members|residents|visitors|guests|officials|councillors|businesspeople|entrepreneurs|musicians|dancers"
    r"|athletes|players"
    r"|runners|teachers|children|firefighters|singers|executives|representatives|attendees|competitors"
    rf"|young people|companions)\b(?! {_WATCHED})"
    rf"|\b(?:took|led|brought|with) {_N.format('g')} (?:[a-z-]+ ){{0,2}}[a-z]+s\b(?! (?:later|earlier|ago))"
    rf"|\bthere were {_N.format('f')} of them\b"
)
_CROWD = regex(
    rf"\b(?:crowds?|audiences?|public|attendance|turnout) (?:\w+ ){{0,2}}?(?:of|at|to) {_HEDGE}{_N.format('a')}\b"
    rf"|\b(?:before|to) (?:an audience of |a crowd of )?{_HEDGE}{_N.format('b')} (?:\w+ )?(?:spectators"
    rf"|listeners|people|guests|fans)\b"
    rf"|\b(?:drew|attracted|brought|pulled in|seen by|attended by|watched by"
    rf"|visited by) {_HEDGE}{_N.format('c')}(?: (?P<scale>million|thousand))?"
    r" (?:\w+ ){0,2}?(?:visitors|people|spectators|guests|visits|onlookers)\b"
    rf"|\b(?:drew|attracted) {_HEDGE}{_N.format('e')} (?:to|in)\b"
    rf"|\b{_N.format('f')} (?:people|guests|citizens) {_WATCHED}"
    rf"|\b{_N.format('d')} (?:\w+ )?(?:spectators|visitors|onlookers|listeners|fans)\b"
)
# Whom a show drew is its public and nobody who travelled.
_DREW = regex(rf"\b(?:drew|drawn|attracted|pulled in) {_HEDGE}$")
_OPEN = ("event", "performance", "exhibition", "promotion", "sports", "ceremony")
_PLACE = regex(
    r"\b(?:at|in|on|to|inside|outside) (?:the )?(?P<place>(?:[A-ZÀ-Ž][\w'’.-]+ (?:of (?:the )?"
    r"|and )?){0,4}(?:City Hall|Town Hall|Hall|House|Centre|Center|Palace"
    r"|Hotel(?: [A-Z]\w+)*|Museum|Stadium|Park|Square|Theatre|Theater|Arena|Library|Garden|Gardens|Gallery|Green"
    r"|Cathedral|Church"
    r"|Castle|Quay|Pier|Harbour|Plaza|Street|University|College|School|Zoo|Auditorium|Pavilion|Club|Chambers?"
    r"|Forum|Terminal|Dome)"
    r"(?: of [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)?)\b"
)
_NAME = r"(?:[A-ZÀ-Ž][\w'’.-]*|of|the|for|and|on|in|&)"
_TITLE = regex(
    r"(?P<title>(?:\d+(?:st|nd|rd|th) |(?:[Ff]irst|[Ss]econd|[Tt]hird|[Aa]nnual"
    r"|[Ii]nternational) )?(?:[A-ZÀ-Ž][\w'’.-]*[ -](?:of (?:the )?|and )?)*"
    r"(?:[Aa]nnual [Mm]eeting of the (?:[A-Z]\w+ ?)+|General Assembly(?: of (?:the )?[A-Z]\w+)?"
    r"|Summit(?: of [A-Z]\w+)?|Forum|Conference|Congress|Championships?(?: Finals)?"
    r"|Festival|Marathon|Day|Days|Week|Night|Fair|Expo|Market|Parade|Games|Convention|Symposium|Carnival"
    r"|Biennale|Cup|Regatta|Tournament|Gala|[Rr]oundtable))\b"
)  # fmt: skip
_TITLED = ("event", "sports", "promotion", "exhibition", "performance", "ceremony")
_DAYS = regex(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


def _number(match: re.Match[str] | None) -> int | None:
    words = next((match[key] for key in "abcdefg" if match.groupdict().get(key)), "") if match else ""
    if not match or not words:
        return None
    scale = {"million": 10**6, "thousand": 10**3}.get((match.groupdict().get("scale") or "").lower(), 1)
    if words[0].isdigit():
        return int(float(words.replace(",", "")) * scale)
    if words.endswith("dozen"):
        return 24 if words.startswith("two") else 12
    try:
        return int(english_value(words.removeprefix("a "))) * scale
    except KeyError:
        return None


def _first(counted: re.Pattern[str], text: str) -> int | None:
    """The first number of a way of counting; its words are small letters, which are found faster than of any case."""
    low = text.lower()
    for match in counted.finditer(low):
        number = _number(match)
        if number and not (counted is _HEADS and _DREW.search(low, 0, match.start())):
            return number
    return None


def headcount(text: str) -> int | None:
    """How many people came or went: a party of twelve, a 23-strong delegation, sixteen pupils."""
    return _first(_HEADS, text)


def attendance(text: str, kind: str) -> int | None:
    """How many of the public saw it."""
    if kind not in _OPEN and "crowd" not in text and "spectators" not in text:
        return None
    return _first(_CROWD, text)


def place(text: str) -> str:
    """The hall, square or park where it was."""
    match = _PLACE.search(text)
    return match["place"] if match else ""


def title(text: str, kind: str) -> str:
    """The name of an event: the 9th General Assembly of Metropolis."""
    if kind not in _TITLED:
        return ""
    for match in _TITLE.finditer(text):
        name = re.sub(r"^(?:The|In|At|On|A|From|During|For) ", "", match["title"])
        if " " in name and not _DAYS.match(name):
            return name
    return ""
