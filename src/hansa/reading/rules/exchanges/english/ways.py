"""What an English sentence tells of: which way a visit went, or what else was done."""

import re

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import abroad, is_dated_entry
from hansa.reading.rules.exchanges.english import details
from hansa.reading.rules.exchanges.english.roles import Role, guest_acts, is_home_of_guests, is_of_guest, roles
from hansa.reading.rules.exchanges.english.themes import theme
from hansa.reading.rules.exchanges.english.verbs import find_verb
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import PartyKind, stem

_SIGNING = regex(
    r"\bsign(?:ed|s|ing)\b|put (?:pen|their names|their signatures)|concluded|entered into"
    r"|exchanged letters"
)
_VIDEO = regex(r"\b(?:online|virtual|video|Zoom)\b")
_HALL_HERE = regex(r"\b(?:City|Town) Hall\b")
_TOGETHER = regex(r"\b(?:ceremony|meeting|met|talks|talked|discussed|conference)\b")
_HOSTS = regex(r"\b(?:co-)?host(?:ed|ing|s)?\b|\bheld\b|took place|organi[sz]ed")
_WITH_COMPANY = ("performance", "education_exchange", "sports")
_NEAR = 30
_TRAVELS = regex(r"\b(?:delegation|mission|party|team|group) |\btravel|\bflew\b|\bvisit")
_PASSIVE = regex(r"\b(?:was|were|been|is|are) (?:\w+ )?$")
_HERE = regex(
    r"\b(?:here|in town|City Hall|Town Hall|our city|the city|the [Mm]ayor|the Lord Mayor|the Lord Provost|us|our)\b"
)
_THERE = regex(r"\bthere\b")
_BACK = regex(r"returned|returns|went|goes|headed")
# Verbs that by themselves lead to where the speaker is.
_HITHER = regex(
    r"came|comes?|brought|brings?|arriv|landed|stayed|stays|called|dropped|looked in|flew in"
    r"|paid|toured|stopped|popped|in town"
)
_AWAY = regex(r"went|goes|flew|flies|travel|been to|set (?:off|out)|headed|left|journeyed|sailed")
# What an entry of a chronology without a verb tells of: who came or went.
_TO_COME = regex(r"\b(?:will|shall|is to|are to|is due|are due|would|may|might|could|can|plans?|hopes?|expects?)\b")
_HOSPITALITY = regex(r"\b(?:tea|lunch|dinner|breakfast|reception|tour|welcome|guests?|hosts?|hospitality|supper)\b")
_SAYING = regex(
    r"\b(?:said|says|told|announced|praised|condemned|noted|explained|asked|wrote|believe\w*|hope\w*|expressed"
    r"|stressed|learn\w*|decided"
    r"|approved|voted|spoke of|thanked|regretted|deplored)\b"
)
_NO_OCCASION = regex(
    r"\b(?:won|term|re-?elected|election|in office|honou?red|chair|presidency|took over|succeeded|died|late"
    r"|resigned|retired"
    r"|sign\w*|twinn\w+|sister\w*|partner\w*|member\w*|join\w*|found\w*|establish\w*|elect\w*|appoint\w*"
    r"|agree\w*|accord|memorandum"
    r"|treaty|charter|letter of intent|conclud\w+|renew\w*|secretariat|network|since|became|become|born"
    r"|export\w*|import\w*)\b|[$€£¥%]"
)
_ATTENDED = regex(
    r"\b(?:[Ww]e|[Oo]ur|[Ii]t (?:was|hosted|sent|took)|took part|represented|the [Cc]ity|the [Cc]ouncil"
    r"|[Cc]ouncillors?)\b"
)
_COMPANY = regex(
    r"\b(?:delegation|visit|mission|party|group|guests?|team|talks|meeting|reception|students|pupils|[Mm]ayor"
    r"|[Gg]overnor|[Dd]elegates|[Oo]fficials)\b"
)
_INWARD = regex(
    r"\b(?:[Ii]nbound|[Ii]ncoming|[Vv]isitors|[Gg]uests|[Rr]eceived|[Hh]osted|[Ww]elcomed"
    r"|[Dd]elegations)\b"
)
_OUTWARD = regex(r"\b(?:[Oo]utbound|[Oo]utgoing|[Mm]issions|[Aa]broad|[Oo]verseas|[Tt]ravel)\b", re.IGNORECASE)
_ABOUT_BODIES = regex(
    r"\b(?:founded|established|set up|launched|member(?:s|ship)?|headquarter\w*|elected|appointed|secretariat|seat)\b"
)


def kind_of(sentence: Sentence, at: int, context: Context) -> tuple[str, int, bool]:
    """The kind, where the words stand that tell it, and whether they tell it by themselves."""
    what, where = theme(sentence.text)
    entry = is_dated_entry(context.block, context)
    way, cue, sure = _way(sentence, context, present=entry)
    if what == "event" and _is_held_elsewhere(sentence, way, context):
        return "", 0, False
    if what == "online_meeting":
        only = _SIGNING.search(sentence.text) and not _TOGETHER.search(sentence.text)
        return ("", 0, False) if only else (what, where, True)
    if what in ("event", "sports") and _is_held(sentence.text, details.title(sentence.text, what)):
        return what, where, True
    if what == "ceremony" and not way and guest_acts(sentence, where, context):
        return "inbound_visit", where, False
    if way and (
        what in ("", "event", "ceremony") or (what in ("promotion", "exhibition") and _TRAVELS.search(sentence.text))
    ):
        if what == "event" and details.title(sentence.text, what) and not sure:
            return what, where, True
        return way, cue, sure
    if sure and what in _WITH_COMPANY and any(person.end <= cue for person in sentence.people) and cue < where:
        # A mayor who came with a choir among others has come on a visit.
        return way, cue, sure
    if what:
        return what, where, what in ("donation", "greeting", "event") or bool(way)
    if not entry:
        return _way_by_roles(sentence, context), 0, False
    way = _way_of_entry(sentence, context) or _way_by_roles(sentence, context)
    # An entry may name an event without saying that it was held: Inaugural summit of the Accords.
    return way or ("event" if details.title(sentence.text, "event") else ""), 0, False


def _is_held(text: str, title: str) -> bool:
    """Whether the words tell that the event of this name was held, rather than that somebody came on its margins."""
    at = text.find(title) if title else -1
    return at >= 0 and bool(
        _HOSTS.search(text[max(0, at - _NEAR) : at]) or _HOSTS.search(text, at, at + len(title) + _NEAR)
    )


def _is_held_elsewhere(sentence: Sentence, way: str, context: Context) -> bool:
    """Whether an event is told of that others held, or at which a body was founded, with nobody from here at it."""
    first = next(iter(sentence.parties), None)
    if first and not first.own and not first.start and not abroad([first], context):
        return True
    here = any(party.own for party in sentence.parties) or sentence.people or _HERE.search(sentence.text)
    if here or _ATTENDED.search(sentence.text):
        return False
    return way != "inbound_visit" and any(part is Role.GOAL and not party.own for party, part in roles(sentence))


def _way(sentence: Sentence, context: Context, *, present: bool) -> tuple[str, int, bool]:
    """Which way a visit went, where its verb stands, and whether the verb is one of travelling or receiving.

    The present tense tells of the past in an entry that begins with its date (`present`).
    """
    text = sentence.text
    for sort in ("receiving", "moving", "meeting", "being"):
        match = find_verb(text, sort, present=present)
        if match is None:
            continue
        guest = guest_acts(sentence, match.start(), context)
        passive = bool(_PASSIVE.search(text, 0, match.start()))
        way = (
            _received(sentence, match, guest, context, passive=passive)
            if sort == "receiving"
            else _moved(sentence, match, guest, context, being=sort == "being")
        )
        if way and (sort != "being" or not _ABOUT_BODIES.search(text)):
            return way, match.start(), sort in ("receiving", "moving")
    signing = _SIGNING.search(text)
    return (_signs_here(sentence, context), signing.start(), False) if signing else ("", 0, False)


def _received(sentence: Sentence, match: re.Match[str], guest: bool | None, context: Context, *, passive: bool) -> str:
    foreign = [party for party, _ in roles(sentence) if not party.own]
    people = any(person.start >= match.end() or is_of_guest(person, context) for person in sentence.people)
    if not foreign and not people and not re.search(r"\b(?:guests|visitors|delegation)\b", sentence.text):
        return ""
    if passive:
        return "inbound_visit" if guest else "outbound_visit"
    if guest:
        return "outbound_visit" if any(party.own and party.start > match.end() for party in sentence.parties) else ""
    after = [party for party in foreign if party.start >= match.start()] or people
    return "inbound_visit" if after or _HERE.search(sentence.text) else ""


def _moved(sentence: Sentence, match: re.Match[str], guest: bool | None, context: Context, *, being: bool) -> str:
    """The way of a journey or meeting: by its goal, else by who acts and what the verb says of here and there."""
    text, parts = sentence.text, roles(sentence)
    goals = [party for party, part in parts if part is Role.GOAL and party.kind in (PartyKind.CITY, PartyKind.COUNTRY)]
    goal = next((party for party in goals if party.end > match.start()), next(iter(goals), None))
    origins = [p for p, part in parts if not p.own and part is Role.ORIGIN and is_home_of_guests(text, p)]
    if being and guest is None:
        return ""
    if goal and goal.own:
        return "inbound_visit" if guest or origins or (not being and not _BACK.match(match[0])) else ""
    if goal and not abroad([goal], context):
        return ""
    if goal:
        others = guest and stem(goal.name) not in {stem(p.name) for p in origins} and not any(p.own for p, _ in parts)
        if not guest:
            return "outbound_visit"
        if others:
            return ""
    if _THERE.search(text) and not origins:
        return "" if guest else "outbound_visit"
    if being and not (guest and _HERE.search(text)):
        return ""
    if not guest and _AWAY.match(match[0]) and guest_acts(sentence, match.start(), context) is False:
        return "outbound_visit"
    here = (
        guest or origins or _HITHER.match(match[0]) or any(is_of_guest(person, context) for person in sentence.people)
    )
    return "inbound_visit" if here else ""


def _signs_here(sentence: Sentence, context: Context) -> str:
    """A guest put their name to a paper in the own city, or the own people in the guest's."""
    if not _SIGNING.search(sentence.text) or not any(dated.sure and dated.point.day for dated in sentence.dates):
        return ""
    guests = {stem(context.whole_person(person).of) for person in sentence.people if is_of_guest(person, context)}
    goals = [party for party, part in roles(sentence) if part is Role.GOAL]
    if not guests or _VIDEO.search(sentence.text):
        return ""
    if any(party.own for party in goals) or (_HALL_HERE.search(sentence.text) and not goals):
        return "inbound_visit"
    return "outbound_visit" if any(stem(party.name) in guests for party in goals) else ""


def _way_of_entry(sentence: Sentence, context: Context) -> str:
    """Which way a visit went that an entry of a chronology tells without a verb: 2 May – Mayor X of Y at City Hall."""
    if not (_COMPANY.search(sentence.text) or sentence.people):
        return ""
    parts = [(party, part) for party, part in roles(sentence) if not party.own and abroad([party], context)]
    heading = context.block.headings[-1] if context.block.headings else ""
    if any(part is Role.ORIGIN for _, part in parts) and not _OUTWARD.search(heading):
        return "inbound_visit"
    if any(part is Role.GOAL for _, part in parts) and not _INWARD.search(heading):
        return "outbound_visit"
    return ""


def _way_by_roles(sentence: Sentence, context: Context) -> str:
    """Which way a visit went that is told by a verb of its own making: by guests named with their place, or a goal.

    Only where the sentence has a day or month of its own, and tells of no bond, body or sum.
    """
    text = sentence.text
    if _NO_OCCASION.search(text) or not any(dated.sure and dated.point.month for dated in sentence.dates):
        return ""
    parts = [(party, part) for party, part in roles(sentence) if not party.own and abroad([party], context)]
    goals = [party for party, part in parts if part is Role.GOAL and party.kind is PartyKind.CITY]
    guests = any(part is Role.ORIGIN and is_home_of_guests(text, party) for party, part in parts)
    guests = guests or any(is_of_guest(person, context) for person in sentence.people)
    if _TO_COME.search(text):
        return ""
    ours = bool(sentence.people) or guest_acts(sentence, len(text), context) is False
    if guests and not goals:
        here = any(party.own for party in sentence.parties) or _HERE.search(text) or _HOSPITALITY.search(text)
        met = any(not is_of_guest(person, context) for person in sentence.people)
        day = bool(sentence.people) and any(dated.point.day for dated in sentence.dates)
        return "inbound_visit" if here or met or day else ""
    if any(party.own and part is Role.GOAL for party, part in roles(sentence)) and any(
        part is Role.ORIGIN for _, part in parts
    ):
        return "inbound_visit"
    return "outbound_visit" if goals and ours and not guests and not _SAYING.search(text) else ""
