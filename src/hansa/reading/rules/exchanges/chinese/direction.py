"""Whether a visit told in Chinese came in or went out: by the words themselves, else by who acts."""

import re

from hansa.atlas import country_name
from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import abroad
from hansa.reading.rules.exchanges.chinese.kinds import comes, goes
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.people import Person

_OWN_POSTS = regex(r"市長|縣長|行政長官|司長|署長|專員|區長|局長|處長|秘書長|鄉長|鎮長|主任")
_WENT = regex(r"率團|回訪|訪問|拜會|考察|訪|拜訪")
_NO_SUBJECT = regex(r"(?:與|和|於|在|赴|自|由|為)$")
_HOSTED = regex(r"(?:本市|市府|本府|縣府)[^，。]{0,12}(?:舉辦|舉行|辦理|主辦)|於[^，。]{2,16}(?:舉辦|舉行|召開|登場)")


def direction(sentence: Sentence, context: Context) -> str:
    """`inbound_visit`, `outbound_visit`, or '' where neither the words nor the subject tell."""
    text = sentence.text
    home = bool(context.visits_home.search(text))
    inward = comes(text) or home
    if not inward and _is_of_strangers(sentence, context):
        return ""
    if not home and heads_abroad(sentence, context):
        return "outbound_visit"
    # Who acts is asked only here, for it looks through the document for the person.
    who = subject(sentence, context)
    if not home and who == "home" and heads_abroad(sentence, context, _CALLS_ON):
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


# A country and a region may stand before the goal: 赴日本靜岡縣川根本町.
_BY_REGION = r"(?:[\u3400-\u9fff]{1,6}[縣州省府道郡])?$"
_TOWARDS = "赴|往|出訪|飛往|飛赴|轉抵|抵達|飛抵|抵|至|到|遠征|前進|踏上|人在|移師"
GOES = regex(_TOWARDS)
GOES_TO = regex(rf"(?:{_TOWARDS}){_BY_REGION}")
# To call on a place is to go there only where the own people do it.
_CALLS_ON = regex(r"(?:到訪|造訪|走訪|參訪|訪問|回訪|再訪|重返|拜訪|考察|現身|走進|[在於訪])" + _BY_REGION)
_OFFICIAL = regex(r"(?:政府|議會)?[\u3400-\u9fff]{0,2}(?:長|知事|議長|代表團|訪團|訪問團)")


def heads_abroad(sentence: Sentence, context: Context, to: re.Pattern[str] = GOES_TO) -> bool:
    """Whether the words name the goal, in another country: 赴八重瀨町, 赴日本靜岡縣川根本町."""
    for party in sentence.parties:
        is_foreign = not party.own and (party.country != context.home_country or not party.country)
        if is_foreign and leads_to(sentence.text, party, to):
            return True
    return False


def leads_to(text: str, party: Party, to: re.Pattern[str]) -> bool:
    """Whether the words before the party, but for its country and region, lead there: 赴日本靜岡縣川根本町."""
    before = text[max(0, party.start - _REACH) : party.start]
    if not before:
        return False
    return to.search(before.removesuffix(country_name(party.country))) is not None


def _is_of_strangers(sentence: Sentence, context: Context) -> bool:
    """Whether others travelled among themselves: 基輔市長訪問華沙."""
    if any(party.own for party in sentence.parties):
        return False
    cities = sentence.cities
    if (
        len(cities) != _PAIR
        or len(abroad(cities, context)) != _PAIR
        or not _OFFICIAL.match(sentence.text, cities[0].end)
    ):
        return False
    goal = any(leads_to(sentence.text, cities[1], to) for to in (GOES_TO, _CALLS_ON))
    return goal and not _HOME.search(sentence.text)


_REACH = 16
_PAIR = 2
_HOME = regex(r"本[市縣府]|市府|縣府|我[國市]|來訪")


def subject(sentence: Sentence, context: Context) -> str:
    """Who acts: `home`, `guest`, or '' where it cannot be told. The first person or party of the sentence acts."""
    person = sentence.people[0] if sentence.people else None
    party = next((party for party in sentence.parties if party.kind is not PartyKind.COUNTRY), None)
    if person and (party is None or person.start <= party.start):
        return "home" if _is_own(person, context) else "guest"
    if party is None:
        return ""
    if party.own or not abroad([party], context):
        # A township or school of the own country acts for the own side.
        return "home"
    if person and party.end >= person.start - 1:
        return "guest"
    return "" if _NO_SUBJECT.search(sentence.text[: party.start]) else "guest"


def _is_own(person: Person, context: Context) -> bool:
    if not _OWN_POSTS.search(person.post):
        return False
    here = not person.of or person.of == context.home or person.of in context.own_names
    home_side = here or any(
        party.name == person.of and not abroad([party], context) for party in context.parties(person.of)
    )
    # Of whom the document calls only 陳市長, it names no other body.
    return home_side and (person.partial or not context.is_guest(person))


def is_hosted(text: str) -> bool:
    """Whether a text is about an event that takes place, whoever came to it."""
    return _HOSTED.search(text) is not None
