"""Exchanges told in English."""

import re
from collections.abc import Iterator, Sequence

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.exchanges.building import Occasion, abroad, counts, exchange, quote_extent
from hansa.reading.rules.exchanges.kinds import VISIT_IN_EN, VISIT_OUT_EN, theme_en
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.people import Person

GATE = re.compile(
    r"visit|receiv|welcom|host|travel|mission|delegation|came to|called on|donat|concert|perform|exhibit|championship|summit|Summit|forum|Forum|conference|Assembly|tournament|fair|students|online|virtual|video"
    r"|festival|Festival|meeting|Day\b|went|stayed|met "
)
_SIZE = re.compile(
    r"\b(?:delegation|group|party|team) of (?:more than |over |about |some )?(?P<n>\d+|[a-z]+(?:-[a-z]+)?)\b|\bhead of (?:more than |over )?(?P<m>\w+(?:-\w+)?) people"
)
_PLACE = re.compile(
    r"\b(?:at|in) (?:the )?(?P<place>(?:[A-ZÀ-Ž][\w'’-]+ )*(?:City Hall|Hall|Centre|Center|Palace|Hotel(?: [A-Z]\w+)*|House|Museum|Stadium|Park))"
)
_TITLE = re.compile(
    r"(?P<title>(?:\d+(?:st|nd|rd|th) |[Ff]irst |[Aa]nnual )?(?:[A-ZÀ-Ž][\w'’-]+[ -])*(?:[Aa]nnual [Mm]eeting of the (?:[A-Z]\w+ ?)+|General Assembly(?: of [A-Z]\w+)?|Summit|Forum|Conference|Congress|Championships?(?: Finals)?|Festival|Marathon|Climate Action Day|Fair|Expo))"
)
_SIGNS = re.compile(r"\bsign(?:ed|ing)\b|\bconcluded\b")


def exchange_takes_place_in_english(block: Block, context: Context) -> Iterator[Exchange]:
    """An English sentence tells of a visit, a mission, a meeting, a gift or an event with parties abroad."""
    if block.kind in (BlockKind.ROW, BlockKind.HEADING) or not GATE.search(block.text) or heads_plans(block.headings):
        return
    for at, sentence in enumerate(context.sentences()):
        if sentence.chinese or not GATE.search(sentence.text):
            continue
        found = _occasion(sentence, at, context)
        if found:
            yield from exchange(found, context, sentence.stretch, *quote_extent(sentence.stretch))


def _occasion(sentence: Sentence, at: int, context: Context) -> Occasion | None:
    text = sentence.text
    theme = theme_en(text)
    verb, kind = _visit(sentence, context)
    kind = theme if theme and not (theme == "event" and verb and kind) else kind
    if (
        not kind
        or (verb and not states(sentence, verb.start(), verb.end()))
        or not states(sentence, len(text) // 3, len(text) // 3 + 1)
    ):
        return None
    if kind == "online_meeting" and _SIGNS.search(text) and not sentence.people:
        return None
    parties = abroad(sentence.counterparts, context)
    title = _title(text) if kind in ("event", "sports", "promotion", "exhibition") else ""
    if kind.endswith("visit") and not parties:
        parties = abroad(context.partners(at), context)[:1] if sentence.people else []
    if not parties and not title:
        return None
    date = _date(sentence, at, context)
    if not date:
        return None
    heads, public = counts(text)
    place = _PLACE.search(text)
    return Occasion(
        rule="exchange_takes_place_in_english",
        score=0.85 if len(date) > 4 and (sentence.people or title) else 0.7,
        kind=kind,
        date=date,
        title=title,
        parties=[party.name for party in _real(parties, kind)],
        people=_people(sentence, context),
        place=place["place"] if place else "",
        headcount=_size(text) or heads,
        attendance=public,
    )


def _real(parties: Sequence[Party], kind: str) -> list[Party]:
    cities = [party for party in parties if party.kind in (PartyKind.CITY, PartyKind.COUNTRY)]
    return cities or list(parties)


def _visit(sentence: Sentence, context: Context) -> tuple[re.Match[str] | None, str]:
    """The verb of a visit and its direction: by where it leads to, and whose mayor travels."""
    text = sentence.text
    out, inward = VISIT_OUT_EN.search(text), VISIT_IN_EN.search(text)
    if out:
        target = next((p for p in sentence.parties if p.start >= out.end() - 1), None)
        if target and not target.own and not _foreign_subject(sentence, out.start()):
            return out, "outbound_visit"
        if target and target.own:
            return out, "inbound_visit"
    if inward and inward[0] != "visited":
        if inward[0].startswith(("were in", "was in")) and not any(
            p.own and p.start >= inward.end() for p in sentence.parties
        ):
            return None, ""
        return inward, "inbound_visit"
    return None, ""


def _foreign_subject(sentence: Sentence, at: int) -> bool:
    before = [party for party in sentence.parties if party.end <= at]
    return bool(before) and not before[0].own and before[0].kind is not PartyKind.COUNTRY


def _date(sentence: Sentence, at: int, context: Context) -> str:
    sure = [d for d in sentence.dates if d.sure]
    if sure:
        finest = max(sure, key=lambda d: (len(d.point.edtf), -d.start))
        return finest.edtf
    for earlier in reversed(context.sentences()[:at]):
        said = [d for d in earlier.dates if d.sure]
        if said:
            return said[-1].edtf
    return context.issued.isoformat() if context.issued and at < 3 else ""


def _title(text: str) -> str:
    match = _TITLE.search(text)
    return re.sub(r"^(?:The|In|At|On|A) ", "", match["title"]) if match and " " in match["title"] else ""


def _people(sentence: Sentence, context: Context) -> list[Person]:
    return list(sentence.people)


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
