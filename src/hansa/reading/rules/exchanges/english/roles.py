"""What part each party plays in an English sentence: whence somebody came, whither they went, by whom received.

The preposition before a name tells it, whatever the verb: `a party of twelve from Semarang`, `flew to Kobe`.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from hansa.atlas import lookup
from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.people import Person


class Role(StrEnum):
    """What part a party plays: `origin` of guests, `goal` or scene, `agent` after by, `fellow` after with."""

    ORIGIN = "origin"
    GOAL = "goal"
    AGENT = "agent"
    FELLOW = "fellow"
    NONE = ""


_PREPOSITIONS = {
    **dict.fromkeys(("from", "of", "representing"), Role.ORIGIN),
    **dict.fromkeys(
        ("to", "in", "at", "into", "via", "through", "for", "near", "around", "across", "towards", "visited", "visits",
         "visiting", "visit", "tours", "toured", "touring", "reached", "inspected"), Role.GOAL),
    "by": Role.AGENT,
    **dict.fromkeys(("with", "between", "and"), Role.FELLOW),
}  # fmt: skip
_WORDS = regex(r"[\w'’-]+|[,;:()–—]")
_REACH, _WITHIN = 6, 60
_LIST = regex(
    r",? (?:and|then|&) (?:then |later |also )?(?:on )?(?:(?P<own>to|in|at|from|of) )?(?:the )?"
    r"|, (?:(?P<next>to|in|from|at) )?(?:the )?"
)
_POST_NEXT = regex(
    r"['’]s? |['’]s? (?:\w+ ){0,2}|(?: [A-Z][\w-]+){0,2} (?:[Dd]elegation|[Dd]elegates|[Gg]overnor|[Mm]ayor"
    r"|[Cc]ouncillors?|[Ss]tudents|[Pp]upils"
    r"|[Oo]fficials|[Gg]uests|[Tt]eam|[Cc]hoir|[Oo]rchestra)\b"
)
# 13 February 2019, Dresden: the place of an entry.
_ENTRY_PLACE = regex(r"^[^:;.]{0,30}\d, $|^$")
# On the way to a further place, which is not what the visit was for.
_PASSING = regex(
    r"\b(?:on (?:\w+ )?way|route|bound|leaving|left|flying on|going on) (?:back |home )?(?:to|for"
    r"|from) (?:the )?$"
)
_THE = regex(r"\b(?:the|an?) $")
_THING = regex(
    r" (?!(?:with|for|on|in|and|to|at|by|from|is|was|were|of|as|who|which|when|where|while|has|had|during|after"
    r"|before)\b)[a-z]"
)
_GUESTS = regex(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]heir|[Hh]is|[Hh]er) (?:\w+ )?(?:visitors?|guests?|callers?|party|troupe"
    r"|delegation|group|delegates|travellers)\b"
    r"|^They\b"
)
_OURS = regex(r"\b(?:[Oo]ur(?: own)?|[Ww]e|[Tt]he (?:[Cc]ity|[Cc]ouncil|Lord Mayor|Lord Provost|[Mm]ayor)|[Aa] city)\b")
_OF_GROUP = regex(r"\b(?:led|headed|accompanied|fronted|chaired) by (?:\w+ ){0,3}$|\bunder (?:\w+ ){0,2}$")
_NOT_ACTING = regex(r"\b(?:by|with|for|of|to) (?:the )?(?:\w+ ){0,2}$")


def role(text: str, party: Party, before: Sequence[tuple[Party, Role]] = ()) -> Role:
    """The part that a party plays; one that stands in a row with another plays the same."""
    row = _LIST.fullmatch(text, before[-1][0].end, party.start) if before else None
    if row:
        return _PREPOSITIONS.get(row["own"] or row["next"] or "") or before[-1][1]
    if _POST_NEXT.match(text, party.end):
        return Role.ORIGIN
    if text.startswith(":", party.end) and _ENTRY_PLACE.search(text, 0, party.start):
        return Role.GOAL
    lead = text[max(0, party.start - _WITHIN) : party.start]
    if _PASSING.search(lead):
        return Role.NONE
    if _THE.search(lead) and party.kind is PartyKind.CITY and _THING.match(text, party.end):
        # the Kurashiki garden: a name that only tells which garden.
        return Role.NONE
    for word in reversed(_WORDS.findall(lead)[-_REACH:]):
        if word in ",;:()–—":
            break
        found = _PREPOSITIONS.get(word)
        if found is Role.FELLOW and word == "and":
            break
        if found:
            return found
    return Role.NONE


def roles(sentence: Sentence) -> Sequence[tuple[Party, Role]]:
    """The parties of the sentence, each with its part."""
    return _roles(sentence.text, tuple(sentence.parties)) if sentence.parties else []


@lru_cache(maxsize=256)
def _roles(text: str, parties: Sequence[Party]) -> Sequence[tuple[Party, Role]]:
    """Kept, since each verb of a sentence asks for them."""
    found: list[tuple[Party, Role]] = []
    for party in parties:
        found.append((party, role(text, party, found)))
    return found


_FROM_GROUP = regex(
    r"\b(?:delegat\w+|part(?:y|ies)|groups?|visitors?|guests?|team|mission|councillors|officials|mayors?"
    r"|governors?|students|pupils|members|colleagues?|counterparts?|deputation|engineers|firefighters|citizens|people"
    r"|business\w*|experts|representatives|troupe|ambassador"
    # Any people that are counted: eleven ladies of Volgograd.
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several) (?:[\w-]+ )?(?!cities)[a-z]+s)"
    r"(?: of [\w-]+)? (?:from|of) (?:the )?(?:[\w'’-]+ ){0,4}$"
)


def is_home_of_guests(text: str, party: Party) -> bool:
    """Whether the words before the party speak of people from there: a coachload of citizens from Hanover."""
    return bool(_FROM_GROUP.search(text, 0, party.start)) or bool(_POST_NEXT.match(text, party.end))


# The Leader of the Council is that of the own one.
_ANY_BODY = ("Council", "City", "County", "Assembly", "Committee", "Board", "Chamber")


def is_of_guest(person: Person, context: Context) -> bool:
    """Whether the document gives the person a post of another place than the own city."""
    of = context.whole_person(person).of
    return (
        bool(of)
        and of not in _ANY_BODY
        and of != context.home
        and not any(of == name or of.startswith(f"{name} ") for name in context.own_names)
    )


def is_domestic_place(name: str, context: Context) -> bool:
    """Whether a name is that of a place of the own country."""
    place = lookup(name)
    return place is not None and place.country == context.home_country and name not in context.own_names


def guest_acts(sentence: Sentence, at: int, context: Context) -> bool | None:
    """Whether it is somebody from abroad who acts before `at`; None where nobody is named."""
    acting: tuple[int, bool] | None = None
    for party, part in roles(sentence):
        if party.end <= at and part in (Role.ORIGIN, Role.NONE) and party.kind is not PartyKind.BODY:
            acting = (party.start, not party.own)
    for person in sentence.people:
        if person.end > at or _NOT_ACTING.search(sentence.text, 0, person.start):
            continue
        if (acting is None or person.start >= acting[0]) and not _OF_GROUP.search(sentence.text, 0, person.start):
            acting = (person.start, is_of_guest(person, context))
    if acting:
        return acting[1]
    if _GUESTS.search(sentence.text, 0, at + 1):
        return True
    return False if _OURS.search(sentence.text, 0, at + 1) else None
