"""Exchanges told in English."""

import re
from collections.abc import Iterator

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.exchanges.building import Occasion, abroad, counts, exchange, is_remark, quote_extent
from hansa.reading.rules.exchanges.kinds import VISIT_IN_EN, VISIT_OUT_EN, theme_en
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import Dated
from hansa.reading.values.names import PartyKind

GATE = re.compile(
    r"visit|receiv|welcom|host|travel|mission|delegation|came to|called on|donat|concert|perform"
    r"|exhibit|championship|summit|Summit|forum|Forum|conference|Assembly|tournament|fair|students"
    r"|online|virtual|video"
    r"|festival|Festival|meeting|Day\b|went|tour|returned|trip|stayed|met |took |brought|led |flew|sailed"
    r"|headed|sent |gave "
    r"|show|display|gift|grant|aid\b|called|pupils|party|stood in|drove|crossed|journey|spent|roundtable|troupe"
)
_SIZE = re.compile(
    r"\b(?:delegation|group|party|team) of (?:more than |over |about |some )?(?P<n>\d+"
    r"|[a-z]+(?:-[a-z]+)?)\b|\bhead of (?:more than |over )?(?P<m>\w+(?:-\w+)?) people"
)
_PLACE = re.compile(
    r"\b(?:at|in) (?:the )?(?P<place>(?:[A-ZÀ-Ž][\w'’-]+ )*(?:City Hall|Hall|Centre|Center|Palace"
    r"|Hotel(?: [A-Z]\w+)*|House|Museum|Stadium|Park))"
)
_TITLE = re.compile(
    r"(?P<title>(?:\d+(?:st|nd|rd|th) |[Ff]irst "
    r"|[Aa]nnual )?(?:[A-ZÀ-Ž][\w'’-]+[ -])*(?:[Aa]nnual [Mm]eeting of the (?:[A-Z]\w+ ?)+"
    r"|General Assembly(?: of [A-Z]\w+)?|Summit|Forum|Conference|Congress|Championships?(?: Finals)?"
    r"|Festival|Marathon|Climate Action Day|Fair|Expo))"
)
_TITLED = ("event", "sports", "promotion", "exhibition")
_HOSTS = re.compile(r"\b(?:co-)?host(?:ed|ing)?\b|\bheld\b|took place")
# What happens as a rule is no occasion: The Summit is held every other year.
_GENERAL = re.compile(
    r"\baccounted for\b|\b(?:number|total|\d+) of (?:the )?(?:\w+ )?(?:delegations|visits|missions|groups)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:held|hosted|organi[sz]ed)\b|biannual|biennial|every (?:two|other|year"
    r"|second)|\bmeets\b|annually|each year|usually"
)
_HALL = re.compile(r".*(?:City Hall|Hall|Centre)$")
_SITE = re.compile(
    r"\s+(?:[A-Z]\w+ )?(?:Theatre|Theater|Hall|Centre|Center|Stadium|Museum|Park|Hotel|Arena|Gallery|Palace)\b"
)
# It was Kisumu that hosted the summit: the occasion of another city.
_OTHERS = re.compile(r"\bit was (?P<who>[^.;]{2,40}?),? (?:however, )?(?:that|who|which)\b", re.IGNORECASE)
_THEY = re.compile(r"^(?:They|Their|The (?:visitors|guests|group|party|troupe|delegation|team))\b")
# A year in brackets, or after since or a word for making a bond, is that of the tie and not of the occasion.
_OF_BOND = re.compile(
    r"(?:[(（]|\bsince |\b(?:tied|twinned|signed|sealed|established|founded|formed|concluded|forged|began|begun"
    r"|sister\w*|partners?|cit(?:y|ies)) (?:in|on|since|from|of) )$"
)


def exchange_takes_place_in_english(block: Block, context: Context) -> Iterator[Exchange]:
    """An English sentence tells of a visit, a mission, a meeting, a gift or an event with parties abroad."""
    if block.kind is BlockKind.HEADING or not GATE.search(block.text) or heads_plans(block.headings):
        return
    for at, sentence in enumerate(context.sentences()):
        if sentence.chinese or not GATE.search(sentence.text):
            continue
        if block.kind is BlockKind.ROW and not is_remark(sentence):
            continue
        found = _occasion(sentence, at, context)
        if found:
            yield from exchange(found, context, sentence.stretch, *quote_extent(sentence.stretch))


def _occasion(sentence: Sentence, at: int, context: Context) -> Occasion | None:
    text = sentence.text
    verb, way = _visit(sentence, context)
    theme = theme_en(text)
    title = _title(text) if theme in _TITLED else ""
    kind = way if way and not (theme and theme != "event") and not (title and _HOSTS.search(text)) else theme
    if not kind or _GENERAL.search(text) or _is_of_others(sentence) or not _is_stated(sentence, verb):
        return None
    parties = _parties(sentence, at, context, kind, verb)
    date = _date(sentence, at, context)
    if not date or not (parties or title):
        return None
    heads, public = counts(text)
    place = _PLACE.search(text)
    return Occasion(
        rule="exchange_takes_place_in_english",
        score=0.85 if len(date) > 4 and (sentence.people or title) else 0.7,
        kind=kind,
        date=date,
        title=title,
        parties=parties,
        people=sentence.people,
        place=place["place"] if place else "",
        headcount=_size(text) or heads,
        attendance=public,
    )


def _is_of_others(sentence: Sentence) -> bool:
    """Whether the sentence says that it was another city that did it."""
    cleft = _OTHERS.search(sentence.text)
    if cleft is None:
        return False
    return not any(p.own and cleft.start("who") <= p.start < cleft.end("who") for p in sentence.parties)


def _is_stated(sentence: Sentence, verb: re.Match[str] | None) -> bool:
    start = verb.start() if verb else len(sentence.text) // 3
    return states(sentence, start, verb.end() if verb else start + 1, lasting=False)


def _parties(sentence: Sentence, at: int, context: Context, kind: str, verb: re.Match[str] | None) -> list[str]:
    """The counterparts: the body of the guest, the goal of the journey, else the parties that the sentence names."""
    named = abroad([p for p in sentence.counterparts if not _SITE.match(sentence.text, p.end)], context)
    if kind == "inbound_visit":
        guests = [context.whole_person(person).of for person in sentence.people]
        guests = [of for of in guests if of and of != context.home and of not in context.own_names]
        if guests and not any(party.kind is PartyKind.CITY for party in named):
            return [_seat(guests[0])]
    if kind == "outbound_visit" and verb:
        goals = [p for p in sentence.counterparts if p.start >= verb.end() - 1 and not _HALL.match(p.name)]
        if goals and goals[0].kind is PartyKind.COUNTRY:
            return [goals[0].name]
        named = [party for party in named if party in goals] or named
    told_on = (kind.endswith("visit") or kind == "online_meeting") and sentence.people
    if not named and (told_on or _THEY.match(sentence.text)):
        named = abroad(context.partners(at), context)[:1]
    cities = [party for party in named if party.kind in (PartyKind.CITY, PartyKind.COUNTRY)]
    return [party.name for party in cities or named]


def _seat(body: str) -> str:
    """The city or region that an assembly or government stands for: Miyazaki of the Miyazaki Prefectural Assembly."""
    return re.sub(
        r"\s+(?:Prefectural|Provincial|Municipal|State|County|City)\s+(?:Assembly|Council|Government)$", "", body
    )


def _visit(sentence: Sentence, context: Context) -> tuple[re.Match[str] | None, str]:
    """The verb of a visit and its direction: by where it leads to, and whose mayor travels."""
    text = sentence.text
    out, inward = VISIT_OUT_EN.search(text), VISIT_IN_EN.search(text)
    if out:
        goal = next((p for p in sentence.parties if p.start >= out.end() - 1), None)
        if goal and not goal.own and not _is_guest(sentence, out.start(), context):
            return out, "outbound_visit"
        if goal and goal.own:
            return out, "inbound_visit"
    if not inward or inward[0] == "visited":
        return None, ""
    if inward[0] in ("were in", "was in") and not any(p.own and p.start >= inward.end() for p in sentence.parties):
        return None, ""
    return inward, "inbound_visit"


def _is_guest(sentence: Sentence, at: int, context: Context) -> bool:
    """Whether the subject before the verb is from abroad."""
    person = next((person for person in sentence.people if person.end <= at), None)
    if person:
        of = context.whole_person(person).of
        return bool(of) and of != context.home and of not in context.own_names
    before = [party for party in sentence.parties if party.end <= at and party.kind is PartyKind.CITY]
    return bool(before) and not before[0].own


def _date(sentence: Sentence, at: int, context: Context) -> str:
    sure = [d for d in sentence.dates if d.sure and not _is_of_bond(sentence, d)]
    if sure:
        finest = max(sure, key=lambda d: (len(d.point.edtf), -d.start))
        return finest.edtf
    for earlier in reversed(context.sentences()[:at]):
        said = [d for d in earlier.dates if d.sure]
        if said:
            return said[-1].edtf
    return context.issued.isoformat() if context.issued and at < 3 else ""


def _is_of_bond(sentence: Sentence, dated: Dated) -> bool:
    return not dated.point.month and bool(_OF_BOND.search(sentence.text[: dated.start]))


def _title(text: str) -> str:
    match = _TITLE.search(text)
    return re.sub(r"^(?:The|In|At|On|A) ", "", match["title"]) if match and " " in match["title"] else ""


_WORDS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
}


def _size(text: str) -> int | None:
    match = _SIZE.search(text)
    word = (match["n"] or match["m"]) if match else ""
    return int(word) if word.isdigit() else _WORDS.get(word)
