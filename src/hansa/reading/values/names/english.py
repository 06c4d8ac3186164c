"""Parties in English text: San Antonio, Miyazaki Prefecture, the Port of Antwerp, the University of Arizona."""

from collections.abc import Iterator, Sequence

from hansa.reading.patterns import regex
from hansa.reading.values.names.party import Party, PartyKind
from hansa.reading.values.names.places import PlaceSeen

_UP = "A-ZÀ-ÖØ-ÞŁŚŻŽČŠĐ"
_WORD = rf"[{_UP}][\w'’\-]*"
_UNIT = (
    r"(?: (?:Metropolitan Municipality|City County Government|City County|Metropolitan City"
    r"|Metropolitan Government|City Government"
    r"|Municipality|Prefecture|County|Province|Voivodeship|Oblast|Region|Canton|State|District"
    r"|City Hall|City)\b|-(?:gu|ku|si|do|shi|ken)\b)"
)
_UNIT_AFTER = regex(_UNIT)
_UNIT_BEFORE = regex(
    r"(?:(?:Autonomous |Special |Metropolitan )?"
    r"(?:City|Municipality|Province|State|Prefecture|County|District|Region|Town)|Comune|Borough) of (?:the )?$"
)
_BODY_HEAD = (
    r"(?:University|Port|Bank|College|Institute|Chamber of Commerce|Council|Assembly|Federation|Association"
    r"|Authority) of (?:the )?"
)
_MINISTRY = (
    rf"(?:Ministry|Department|Government) of (?:the )?{_WORD}(?:(?: and | ){_WORD}){{0,3}}(?: of (?:the )?{_WORD})?"
)
_SMALL = r"(?:of|for|and|the|in|&)"
_BODY_TAIL = (
    r"(?:Universit(?:y|ies)|College|High School|Middle School|School|Academy|Institute|City Council"
    r"|County Council|Council|Prefectural Assembly"
    r"|Assembly|Chamber of Commerce|Association|Foundation|Port Authority|Port|Airport|Authority"
    r"|Administration|Railways?|Company|Corporation"
    r"|Library|Museum|Zoo|Orchestra|Club|Partnership|Institution|Agency|Bureau|Embassy|Consulate)"
)
_BODY = regex(
    rf"\b(?:{_MINISTRY}|{_BODY_HEAD}{_WORD}(?: {_WORD}){{0,3}}"
    rf"|(?!(?:The|Both|And|With|In) ){_WORD}(?: (?:{_SMALL} )?{_WORD}){{0,5}}? {_BODY_TAIL}"
    rf"(?: {_BODY_TAIL})?\b(?! of (?:the (?:day|[{_UP}])|[{_UP}])))"
)
_UNKNOWN = regex(rf"\b(?P<name>{_WORD}(?: {_WORD}){{0,3}}){_UNIT}(?! [{_UP}])")
_COUNTRY_AFTER = regex(r"(?:,| in| \() ?(?:the )?$")
_LEAD = regex(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|The|On|In|At"
    r"|From|With|When|Our|Its|Between|Both|And|Mayor|Governor|Memorandum|Agreement)\s+(?:of )?"
)
_SCHOOL = regex(r"Universit|College|School|Academy|Institute\b")


def find_english(text: str, own: Sequence[tuple[int, int, str]], places: Sequence[PlaceSeen]) -> Iterator[Party]:
    """The parties of the text: places of the atlas with the unit beside them, and bodies by their last word."""
    for start, end, name in own:
        unit = _UNIT_AFTER.match(text, end)
        yield Party(start, unit.end() if unit else end, name, own=True, known=True)
    reached = -1
    for place in places:
        if place.start < reached or text.startswith("$", place.end):
            # US$ is money and no country.
            continue
        if place.is_organization:
            reached = place.end
            yield Party(place.start, place.end, text[place.start : place.end], PartyKind.BODY, known=True)
            continue
        party = _place(text, place)
        reached = party.end
        follower = next(
            (other for other in places if other.start > place.start and _qualifies(text, party, other)), None
        )
        if follower and not place.is_country:
            reached = follower.end
            party = Party(party.start, follower.end, party.name, party.kind, party.own, True, follower.country)
        yield party
    yield from _bodies(text)
    yield from _unknown(text, places)


def _qualifies(text: str, party: Party, other: PlaceSeen) -> bool:
    """Whether another place only tells where the first lies: Ulsan, Korea; Denver, Colorado."""
    between = text[party.end : other.start]
    if other.is_region:
        return between in (", ", " in ") and other.country == party.country
    return other.is_country and between in (", ", " in ", " (")


def _place(text: str, place: PlaceSeen) -> Party:
    if place.is_country:
        return Party(
            place.start, place.end, text[place.start : place.end], PartyKind.COUNTRY, False, True, place.country
        )
    before = _UNIT_BEFORE.search(text, 0, place.start)
    start = before.start() if before else place.start
    unit = _UNIT_AFTER.match(text, place.end)
    end = unit.end() if unit else place.end
    return Party(start, end, text[start:end], known=True, country=place.country)


_DELEGATION = regex(rf"\b[Dd]elegations? (?:of|from) (?:the )?(?P<name>[A-Z]{{3,}}\b|{_WORD}(?: {_WORD}){{1,5}})")


def _bodies(text: str) -> Iterator[Party]:
    for match in _DELEGATION.finditer(text) if "elegation" in text else ():
        yield Party(match.start("name"), match.end("name"), match["name"], PartyKind.BODY)
    for match in _BODY.finditer(text):
        lead = _LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        name = text[start : match.end()]
        kind = PartyKind.BODY
        if _SCHOOL.search(name):
            kind = PartyKind.SCHOOL
        elif name.startswith("Port of") or name.endswith((" Port", "Port Authority")):
            kind = PartyKind.PORT
        elif name.endswith(("Council", "Assembly")):
            kind = PartyKind.COUNCIL
        if " " in name:
            yield Party(start, match.end(), name, kind)


def _unknown(text: str, places: Sequence[PlaceSeen]) -> Iterator[Party]:
    for match in _UNKNOWN.finditer(text):
        lead = _LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        if match["name"] and not any(place.start < match.end() and start < place.end for place in places):
            yield Party(start, match.end(), text[start : match.end()])
