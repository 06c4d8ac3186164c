"""Whether a visit told in Chinese came in or went out: by the words themselves, else by who acts."""

import re

from hansa.atlas import country_name
from hansa.reading.context import Context
from hansa.reading.rules.exchanges.chinese.kinds import comes, goes
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import PartyKind
from hansa.reading.values.people import Person

_OWN_POSTS = re.compile(r"市長|縣長|行政長官|司長|署長|專員|區長|局長|處長|秘書長|鄉長|鎮長|主任")
_WENT = re.compile(r"率團|回訪|訪問|拜會|考察|訪|拜訪")
_NO_SUBJECT = re.compile(r"(?:與|和|於|在|赴|自|由|為)$")
_HOSTED = re.compile(
    r"(?:本市|市府|本府|縣府)[^，。]{0,12}(?:舉辦|舉行|辦理|主辦)|於[^，。]{2,16}(?:舉辦|舉行|召開|登場)"
)


def direction(sentence: Sentence, context: Context) -> str:
    """`inbound_visit`, `outbound_visit`, or '' where neither the words nor the subject tell."""
    text = sentence.text
    inward = comes(text) or bool(context.visits_home.search(text))
    who = subject(sentence, context)
    if _goes_abroad(sentence, context) and not context.visits_home.search(text):
        return "outbound_visit"
    if inward and who != "home":
        return "inbound_visit"
    if goes(text) and who != "guest":
        return "outbound_visit"
    if inward:
        return "inbound_visit"
    if who == "home":
        return "outbound_visit" if _WENT.search(text) and sentence.counterparts else ""
    return "inbound_visit" if who == "guest" else ""


_GOES_TO = re.compile(r"(?:赴|往|出訪|飛往|飛赴|轉抵|抵達|飛抵|抵|至|到|遠征|前進)$")


def _goes_abroad(sentence: Sentence, context: Context) -> bool:
    """Whether the words name the goal, in another country: 赴八重瀨町."""
    return any(
        not party.own
        and (party.country != context.home_country or not party.country)
        and _GOES_TO.search(sentence.text[: party.start].removesuffix(country_name(party.country)))
        for party in sentence.parties
    )


def subject(sentence: Sentence, context: Context) -> str:
    """Who acts: `home`, `guest`, or '' where it cannot be told. The first person or party of the sentence acts."""
    person = sentence.people[0] if sentence.people else None
    party = next((party for party in sentence.parties if party.kind is not PartyKind.COUNTRY), None)
    if person and (party is None or person.start <= party.start):
        return "home" if _is_own(person, context) else "guest"
    if party is None:
        return ""
    if party.own:
        return "home"
    if person and party.end >= person.start - 1:
        return "guest"
    return "" if _NO_SUBJECT.search(sentence.text[: party.start]) else "guest"


def _is_own(person: Person, context: Context) -> bool:
    if context.is_guest(person):
        return False
    here = not person.of or person.of == context.home or person.of in context.own_names
    return here and bool(_OWN_POSTS.search(person.post))


def is_hosted(sentence: Sentence) -> bool:
    """Whether the sentence is about an event that takes place, whoever came to it."""
    return bool(_HOSTED.search(sentence.text))
