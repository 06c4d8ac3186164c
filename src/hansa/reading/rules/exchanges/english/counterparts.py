"""Whom the own city met: the counterparts of an occasion told in English."""

import re
from collections.abc import Sequence

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import abroad
from hansa.reading.rules.exchanges.english.roles import Role, is_domestic_place, is_of_guest, roles
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind

PRONOUN = regex(
    r"\b(?:[Tt]hey|[Tt]hem|[Tt]heir|[Tt]he (?:two|guests?|visitors?|callers?|delegation|group|party|pair|mayors?"
    r"|Mayors?|crowd)|[Bb]oth|[Ss]he|[Hh]e|[Tt]here were)\b"
)
# A guest of an organization told before: as its guest, at its annual meeting.
_ITS = regex(r"\b[Ii]ts (?:\w+ ){0,2}(?:guest|meeting|conference|assembly|forum|summit|congress)\b")
_HALL = regex(r" (?:City|Town) Hall$")
_SITE = regex(
    r"\s+(?:[A-Z]\w+ )?(?:Theatre|Theater|Hall|Centre|Center|Stadium|Museum|Park|Hotel|Arena|Gallery|Palace)\b"
)


def counterparts_of(sentence: Sentence, at: int, context: Context, kind: str) -> list[str]:
    """The counterparts: whence the guests came, the goals of a journey, else the parties that the sentence names."""
    parts = [
        (party, part) for party, part in roles(sentence) if not party.own and not _SITE.match(sentence.text, party.end)
    ]
    foreign = [(party, part) for party, part in parts if abroad([party], context)]
    named = abroad([party for party, _ in foreign], context)
    if kind == "inbound_visit":
        origins = [party for party, part in foreign if part is Role.ORIGIN]
        named = origins or [party for party, part in foreign if part is not Role.GOAL] or named
        guests = _guests_of(sentence, context)
        if guests and not any(party.kind is PartyKind.CITY for party in named):
            return guests[:1]
    elif kind == "outbound_visit":
        named = [party for party, part in foreign if part is Role.GOAL] or named
    bodies = [party.name for party in context.body_before(at)] if _ITS.search(sentence.text) else []
    if kind == "outbound_visit":
        bodies += _guests_of(sentence, context)
    if named:
        return list(dict.fromkeys((*(_seat(_HALL.sub("", party.name)) for party in _cities(named)), *bodies)))
    if parts:
        return []
    headed = [party.name for party in abroad(_heading_parties(sentence, context), context)[:1]]
    if headed or kind == "donation":
        return headed
    told_of_them = sentence.people or PRONOUN.search(sentence.text)
    return _guests_of(sentence, context)[:1] or (
        [party.name for party in abroad(context.partners(at), context)[:1]] if told_of_them else []
    )


def _heading_parties(sentence: Sentence, context: Context) -> list[Party]:
    """The parties of the words that label the line: Chongqing: greetings were exchanged in January."""
    labels = [cell.header for cell in context.block.cells if sentence.text in cell.text]
    return [party for label in labels for party in context.parties(label)]


def _guests_of(sentence: Sentence, context: Context) -> list[str]:
    """The foreign places whose officials the sentence names."""
    of = [_seat(context.whole_person(person).of) for person in sentence.people if is_of_guest(person, context)]
    return [place for place in of if not is_domestic_place(place, context)]


def _cities(named: Sequence[Party]) -> Sequence[Party]:
    return [party for party in named if party.kind in (PartyKind.CITY, PartyKind.COUNTRY)] or named


def _seat(body: str) -> str:
    """The city or region that an assembly or government stands for: Miyazaki of the Miyazaki Prefectural Assembly."""
    return re.sub(
        r"\s+(?:Prefectural|Provincial|Municipal|State|County|City)\s+(?:Assembly|Council|Government)$", "", body
    )


def where(sentence: Sentence, kind: str, parties: Sequence[str], context: Context) -> str:
    """The city where it was: the goal of the journey, or the own city where it is named as the goal."""
    goals = [party for party, part in roles(sentence) if part is Role.GOAL and party.kind is PartyKind.CITY]
    if kind == "inbound_visit":
        return (context.home or "") if any(party.own for party in goals) else ""
    return next((party.name for party in goals if kind != "outbound_visit" or party.name in parties), "")
