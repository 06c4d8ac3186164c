"""Exchanges told in English: an occasion for each part of a sentence that has one, filled up from what follows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.exchanges.building import (
    Occasion,
    abroad,
    exchange,
    is_dated_entry,
    is_later,
    is_remark,
    quote_extent,
)
from hansa.reading.rules.exchanges.english import details
from hansa.reading.rules.exchanges.english.roles import (
    Role,
    guest_acts,
    is_domestic_place,
    is_home_of_guests,
    is_of_guest,
    roles,
)
from hansa.reading.rules.exchanges.english.themes import WORDS, theme
from hansa.reading.rules.exchanges.english.verbs import verb, words_of_visits
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import Dated
from hansa.reading.values.names import Party, PartyKind, stem

_CUES = WORDS | words_of_visits()
_WORD = re.compile(r"[a-z]+")
# Where a second statement with a subject of its own begins.
_JOINT = re.compile(
    r";\s+(?:and |then )?|,? (?:and|while|whereas|then) (?=(?:[Oo]n|[Ii]n) \w+ ?\d|(?:the |a |an "
    r"|[A-Z])[\w'’ .-]{2,50}? (?:was|were|came|went|sent|gave"
    r"|received|welcomed|hosted|travelled|traveled|flew|visited|led|joined|took|attended|called)\b)"
)
_GENERAL = re.compile(
    r"\baccounted for\b|\b(?:number|total|\d+) of (?:the )?(?:\w+ )?(?:delegations|visits|missions|groups)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:held|hosted|organi[sz]ed)\b|biannual|biennial|every (?:two|other|year|second)"
    r"|\bmeets in\b"
    r"|annually|each year|usually|\b(?:received|welcomed|hosted) (?:\w+ )?\d+ (?:\w+ )?(?:delegations|groups|visits)"
    r"|\d+ (?:delegations|groups|missions|visits)\b|grew out of"
)
_CALLED_OFF = re.compile(
    r"\b(?:called off|(?:was|were) (?:expected|awaited|to have)|without (?:a|any) delegation|sent no|stayed away"
    r"|cancel\w+|postponed|put off|scrapped"
    r"|abandoned|fell through|did not (?:go|take|happen|come)|never (?:took|went|came)|shelved)\b"
)
_SIGNING = re.compile(
    r"\bsign(?:ed|s|ing)\b|put (?:pen|their names|their signatures)|concluded|entered into"
    r"|exchanged letters"
)
_VIDEO = re.compile(r"\b(?:online|virtual|video|Zoom)\b")
_HALL_HERE = re.compile(r"\b(?:City|Town) Hall\b")
_TOGETHER = re.compile(r"\b(?:ceremony|meeting|met|talks|talked|discussed|conference)\b")
_HOSTS = re.compile(r"\b(?:co-)?host(?:ed|ing|s)?\b|\bheld\b|took place|organi[sz]ed")
_TRAVELS = re.compile(r"\b(?:delegation|mission|party|team|group) |\btravel|\bflew\b|\bvisit")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are) (?:\w+ )?$")
_HERE = re.compile(
    r"\b(?:here|in town|City Hall|Town Hall|our city|the city|the [Mm]ayor|the Lord Mayor|the Lord Provost|us)\b"
)
_THERE = re.compile(r"\bthere\b")
_BACK = re.compile(r"returned|returns|went|goes|headed")
# Verbs that by themselves lead to where the speaker is.
_HITHER = re.compile(
    r"came|comes?|brought|brings?|arriv|landed|stayed|stays|called|dropped|looked in|flew in"
    r"|paid|toured|stopped|popped|in town"
)
_AWAY = re.compile(r"went|goes|flew|flies|travel|been to|set (?:off|out)|headed|left|journeyed|sailed")
# What an entry of a chronology without a verb tells of: who came or went.
_TOWARDS = re.compile(r"\b(?:to|for) (?:the )?$")
_NO_OCCASION = re.compile(
    r"\b(?:sign\w*|twinn\w+|sister\w*|partner\w*|member\w*|join\w*|found\w*|establish\w*|elect\w*|appoint\w*"
    r"|agree\w*|accord|memorandum"
    r"|treaty|charter|letter of intent|conclud\w+|renew\w*|secretariat|network|since|became|become|born"
    r"|export\w*|import\w*)\b|[$€£¥%]"
)
_ATTENDED = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Ii]t (?:was|hosted|sent|took)|took part|represented|the [Cc]ity|the [Cc]ouncil"
    r"|[Cc]ouncillors?)\b"
)
_COMPANY = re.compile(
    r"\b(?:delegation|visit|mission|party|group|guests?|team|talks|meeting|reception|students|pupils|[Mm]ayor"
    r"|[Gg]overnor|[Dd]elegates|[Oo]fficials)\b"
)
_INWARD = re.compile(
    r"\b(?:[Ii]nbound|[Ii]ncoming|[Vv]isitors|[Gg]uests|[Rr]eceived|[Hh]osted|[Ww]elcomed"
    r"|[Dd]elegations)\b"
)
_OUTWARD = re.compile(r"\b(?:[Oo]utbound|[Oo]utgoing|[Mm]issions|[Aa]broad|[Oo]verseas|[Tt]ravel)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\bit was (?P<who>[^.;]{2,40}?),? (?:however, )?(?:that|who|which)\b", re.IGNORECASE)
# A year in brackets, or after since or a word for making a bond, is that of the tie and not of the occasion.
_OF_BOND = re.compile(
    r"(?:[(（]|\bsince |\b(?:tied|twinned|signed|sealed|established|founded|formed|concluded|forged|began|begun"
    r"|pledge|accord|agreement"
    r"|sister\w*|partners?|cit(?:y|ies)) (?:in|on|since|from|of) )$"
)
_MORE = re.compile(
    r"\b(?:[Tt]hey|[Tt]hem|[Tt]heir|[Tt]he (?:two|guests?|visitors?|callers?|delegation|group|party|pair|mayors?"
    r"|Mayors?|crowd)|[Bb]oth|[Ss]he|[Hh]e|[Tt]here were)\b"
)
_ABOUT_BODIES = re.compile(
    r"\b(?:founded|established|set up|launched|member(?:s|ship)?|headquarter\w*|elected|appointed|secretariat|seat)\b"
)
_HALL = re.compile(r" (?:City|Town) Hall$")
_SITE = re.compile(
    r"\s+(?:[A-Z]\w+ )?(?:Theatre|Theater|Hall|Centre|Center|Stadium|Museum|Park|Hotel|Arena|Gallery|Palace)\b"
)
_UNNAMED = re.compile(r"\bfrom (?:\w+ ){0,3}(?:sister|partner|twin) (?:cities|towns)\b")
_OPENING = 3
_VISITS = ("inbound_visit", "outbound_visit")


@dataclass
class _Told:
    """An occasion with the part of the text that tells it."""

    occasion: Occasion
    sentence: Sentence
    parties: frozenset[str]


def exchange_takes_place_in_english(block: Block, context: Context) -> Iterator[Exchange]:
    """An English sentence tells of a visit, a mission, a meeting, a gift or an event with parties abroad."""
    if block.kind is BlockKind.HEADING or heads_plans(block.headings):
        return
    entry = is_dated_entry(block, context)
    if not entry and _CUES.isdisjoint(_WORD.findall(block.text.lower())):
        return
    row = block.kind is BlockKind.ROW and not entry
    told: list[_Told] = []
    for at, sentence in enumerate(context.sentences()):
        if sentence.chinese or (row and not is_remark(sentence)):
            continue
        found = list(_in_sentence(sentence, at, context, told))
        if not found and told and _continues(sentence, told[-1], context):
            told[-1].occasion = _filled(told[-1].occasion, sentence, context)
        told += found
    for each in told:
        stretch = each.sentence.stretch
        yield from exchange(each.occasion, context, stretch, *quote_extent(stretch))


def _in_sentence(sentence: Sentence, at: int, context: Context, told: Sequence[_Told]) -> Iterator[_Told]:
    new: list[_Told] = []
    said = list(context.sentences()[:at])
    entry = is_dated_entry(context.block, context)
    for part in _parts(sentence, context):
        said.append(part)
        if not entry and _CUES.isdisjoint(_WORD.findall(part.text.lower())):
            continue
        found = _occasion(part, at, context, said[:-1])
        if found is None:
            continue
        each = _Told(found, part, frozenset(map(stem, found.parties)))
        if not any(_is_same(each, other) for other in (*told, *new)):
            new.append(each)
    yield from new


def _parts(sentence: Sentence, context: Context) -> list[Sentence]:
    """The statements of a sentence: those between semicolons, and those joined by `and` about other parties."""
    for cut in _JOINT.finditer(sentence.text):
        first = context.sentence(sentence.stretch.part(0, cut.start()))
        second = context.sentence(sentence.stretch.part(cut.end(), len(sentence.text)), (first,))
        if _tells(second.text) and (cut[0][0] == ";" or _both_abroad(first, second, context)):
            return [first, *_parts(second, context)]
    return [sentence]


def _both_abroad(first: Sentence, second: Sentence, context: Context) -> bool:
    return bool(abroad(first.counterparts, context) and abroad(second.counterparts, context))


def _tells(text: str) -> bool:
    return bool(
        verb("moving", present=True).search(text) or verb("receiving", present=True).search(text) or theme(text)[0]
    )


def _is_same(new: _Told, other: _Told) -> bool:
    """Whether more is told of an occasion that the block has told."""
    if not (new.parties & other.parties) and new.parties:
        return False
    if new.occasion.kind != other.occasion.kind and not {new.occasion.kind, other.occasion.kind} <= {
        *_VISITS,
        "event",
        "ceremony",
    }:
        return False
    return new.occasion.date[:7] == other.occasion.date[:7]


def _continues(sentence: Sentence, last: _Told, context: Context) -> bool:
    """Whether the sentence goes on about the occasion: by pronoun, and without another party or date."""
    others = {stem(party.name) for party in abroad(sentence.counterparts, context)} - last.parties
    own_date = any(
        dated.sure and not _is_of_bond(sentence, dated) and dated.edtf != last.occasion.date for dated in sentence.dates
    )
    if others and (last.parties or last.occasion.kind != "event"):
        return False
    return not own_date and bool(_MORE.search(sentence.text))


def _filled(found: Occasion, sentence: Sentence, context: Context) -> Occasion:
    known = {person.name for person in found.people}
    added = [person for person in sentence.people if not any(person.name in name for name in known)]
    return replace(
        found,
        parties=found.parties or [party.name for party in abroad(sentence.counterparts, context)],
        people=[*found.people, *added],
        headcount=found.headcount or details.headcount(sentence.text),
        attendance=found.attendance or details.attendance(sentence.text, "event"),
        place=found.place or details.place(sentence.text),
    )


def _occasion(sentence: Sentence, at: int, context: Context, said: Sequence[Sentence]) -> Occasion | None:
    text = sentence.text
    if _GENERAL.search(text) or _CALLED_OFF.search(text) or _is_of_others(sentence):
        return None
    kind, cue, sure = _kind(sentence, at, context)
    if not kind or not states(sentence, cue, cue + 4, lasting=False):
        return None
    name = details.title(text, kind)
    parties = _parties(sentence, at, context, kind)
    date, own = _date(sentence, said, context)
    if not date or not (parties or name or _is_with_partners(text, kind)) or is_later(date, context):
        return None
    if not sure and not own:
        return None
    return Occasion(
        rule="exchange_takes_place_in_english",
        score=_score(sentence, kind, own, parties, sure=sure),
        kind=kind,
        date=date,
        title=name,
        parties=parties,
        people=sentence.people,
        place=details.place(text) or _where(sentence, kind, parties, context),
        headcount=details.headcount(text),
        attendance=details.attendance(text, kind),
    )


def _where(sentence: Sentence, kind: str, parties: Sequence[str], context: Context) -> str:
    """The city where it was: the goal of the journey, or the own city where it is named as the goal."""
    goals = [party for party, part in roles(sentence) if part is Role.GOAL and party.kind is PartyKind.CITY]
    if kind == "inbound_visit":
        return (context.home or "") if any(party.own for party in goals) else ""
    return next((party.name for party in goals if kind != "outbound_visit" or party.name in parties), "")


def _is_with_partners(text: str, kind: str) -> bool:
    """Whether pupils, players or artists came from partners that are not named: from seven sister cities."""
    return kind in ("education_exchange", "sports", "performance") and bool(_UNNAMED.search(text))


def _score(sentence: Sentence, kind: str, own: str, parties: Sequence[str], *, sure: bool) -> float:
    score = (
        0.7
        + 0.1 * bool(len(own) > 4)
        + 0.05 * bool(sentence.people)
        + 0.07 * (sure and kind in _VISITS and bool(parties))
    )
    return round(score, 2)


def _kind(sentence: Sentence, at: int, context: Context) -> tuple[str, int, bool]:
    """The kind, where the words stand that tell it, and whether they tell it by themselves."""
    what, where = theme(sentence.text)
    way, cue, sure = _way(sentence, context)
    if what == "event" and _is_held_elsewhere(sentence, way):
        return "", 0, False
    if what == "online_meeting":
        only = _SIGNING.search(sentence.text) and not _TOGETHER.search(sentence.text)
        return ("", 0, False) if only else (what, where, True)
    if what in ("event", "sports") and _HOSTS.search(sentence.text) and details.title(sentence.text, what):
        return what, where, True
    if way and (
        what in ("", "event", "ceremony") or (what in ("promotion", "exhibition") and _TRAVELS.search(sentence.text))
    ):
        if what == "event" and details.title(sentence.text, what) and not sure:
            return what, where, True
        return way, cue, sure
    if what:
        return what, where, what in ("donation", "greeting", "event") or bool(way)
    return _way_of_entry(sentence, context) or _way_by_roles(sentence, context), 0, False


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
    guest = guest_acts(sentence, len(text), context) if sentence.people else None
    if guests and not goals:
        return "inbound_visit"
    if guest is False and not guests and any(_TOWARDS.search(text, 0, party.start) for party in goals):
        return "outbound_visit"
    return ""


def _is_held_elsewhere(sentence: Sentence, way: str) -> bool:
    """Whether an event is told of that others held, or at which a body was founded, with nobody from here at it."""
    here = any(party.own for party in sentence.parties) or sentence.people or _HERE.search(sentence.text)
    if here or _ATTENDED.search(sentence.text):
        return False
    return way != "inbound_visit" and any(part is Role.GOAL and not party.own for party, part in roles(sentence))


def _way_of_entry(sentence: Sentence, context: Context) -> str:
    """Which way a visit went that an entry of a chronology tells without a verb: 2 May – Mayor X of Y at City Hall."""
    if not is_dated_entry(context.block, context) or not (sentence.people or _COMPANY.search(sentence.text)):
        return ""
    parts = [(party, part) for party, part in roles(sentence) if not party.own and abroad([party], context)]
    heading = context.block.headings[-1] if context.block.headings else ""
    if any(part is Role.ORIGIN for _, part in parts) and not _OUTWARD.search(heading):
        return "inbound_visit"
    if any(part is Role.GOAL for _, part in parts) and not _INWARD.search(heading):
        return "outbound_visit"
    return ""


def _way(sentence: Sentence, context: Context) -> tuple[str, int, bool]:
    """Which way a visit went, where its verb stands, and whether the verb is one of travelling or receiving."""
    present = _tells_in_present(sentence, context)
    text = sentence.text
    for sort in ("receiving", "moving", "meeting", "being"):
        match = verb(sort, present=present).search(text)
        if match is None:
            continue
        guest = guest_acts(sentence, match.start(), context)
        passive = bool(_PASSIVE.search(text, 0, match.start()))
        way = (
            _received(sentence, match, guest, context, passive=passive)
            if sort == "receiving"
            else _moved(sentence, match, guest, context)
        )
        if way and (sort != "being" or not _ABOUT_BODIES.search(text)):
            return way, match.start(), sort in ("receiving", "moving")
    signing = _SIGNING.search(text)
    return (_signs_here(sentence, context), signing.start(), False) if signing else ("", 0, False)


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


def _tells_in_present(sentence: Sentence, context: Context) -> bool:
    """Whether the present tense tells of the past here: in an entry that begins with its date."""
    return is_dated_entry(context.block, context)


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


def _moved(sentence: Sentence, match: re.Match[str], guest: bool | None, context: Context) -> str:
    """The way of a journey or meeting: by its goal, else by who acts and what the verb says of here and there."""
    text, parts = sentence.text, roles(sentence)
    being = match.re in (verb("being", present=True), verb("being", present=False))
    goals = [party for party, part in parts if part is Role.GOAL and party.kind in (PartyKind.CITY, PartyKind.COUNTRY)]
    goal = next((party for party in goals if party.end > match.start()), next(iter(goals), None))
    origins = [p for p, part in parts if not p.own and part is Role.ORIGIN and is_home_of_guests(text, p)]
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


def _is_of_others(sentence: Sentence) -> bool:
    """Whether the sentence says that it was another city that did it."""
    cleft = _OTHERS.search(sentence.text)
    if cleft is None:
        return False
    return not any(p.own and cleft.start("who") <= p.start < cleft.end("who") for p in sentence.parties)


def _parties(sentence: Sentence, at: int, context: Context, kind: str) -> list[str]:
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
    if named:
        return list(dict.fromkeys(_HALL.sub("", party.name) for party in _cities(named)))
    if parts or kind == "donation":
        return []
    told_of_them = sentence.people or _MORE.search(sentence.text)
    return _guests_of(sentence, context)[:1] or (
        [party.name for party in abroad(context.partners(at), context)[:1]] if told_of_them else []
    )


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


def _date(sentence: Sentence, said: Sequence[Sentence], context: Context) -> tuple[str, str]:
    """The date of the occasion, and the same where the sentence itself states it."""
    sure = [d for d in sentence.dates if d.sure and not _is_of_bond(sentence, d)]
    if sure:
        finest = max(sure, key=lambda d: (len(d.point.edtf), -d.start))
        return finest.edtf, finest.edtf
    for earlier in reversed(said):
        if earlier.headed_year:
            return earlier.dates[0].edtf, earlier.dates[0].edtf
        dates = [d for d in earlier.dates if d.sure and not _is_of_bond(earlier, d)]
        if dates:
            return dates[-1].edtf, ""
    return (context.issued.isoformat() if context.issued and len(said) < _OPENING else ""), ""


def _is_of_bond(sentence: Sentence, dated: Dated) -> bool:
    return not dated.point.month and bool(_OF_BOND.search(sentence.text[: dated.start]))
