"""Exchanges told in English: an occasion for each statement that has one, filled up from what follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import Occasion, abroad, exchange, is_dated_entry, is_remark, quote_extent
from hansa.reading.rules.exchanges.english import details
from hansa.reading.rules.exchanges.english.counterparts import PRONOUN
from hansa.reading.rules.exchanges.english.occasions import is_of_bond, occasion_of
from hansa.reading.rules.exchanges.english.themes import WORDS, theme
from hansa.reading.rules.exchanges.english.verbs import find_verb, words_of_visits
from hansa.reading.rules.exchanges.english.words import has_any
from hansa.reading.rules.modality import heads_plans
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import stem

_CUES = WORDS | words_of_visits()
_DAY_FIRST = regex(r"\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_MONTH_FIRST = regex(r"(?:uary|rch|pril|May|June|July|ugust|ber) \d")
# Where a second statement with a subject of its own begins.
_SECOND = (
    r"(?:and|while|whereas|then) (?=(?:[Oo]n|[Ii]n) \w+ ?\d|(?:the |a |an |[A-Z])[\w'’ .-]{2,50}? (?:was|were|came|went"
    r"|sent|gave|received|welcomed|hosted|travelled|traveled|flew|visited|led|joined|took|attended|called)\b)"
)
_JOINT = regex(rf";\s+(?:and |then )?|, {_SECOND}| {_SECOND}")
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
    if not (entry or has_any(block.text, _CUES) or _DAY_FIRST.search(block.text) or _MONTH_FIRST.search(block.text)):
        return
    row = block.kind is BlockKind.ROW and not entry
    told: list[_Told] = []
    for at, sentence in enumerate(context.sentences()):
        if sentence.chinese or (row and not is_remark(sentence)):
            continue
        found = list(_in_sentence(sentence, at, context, told, entry=entry))
        if not found and told and _continues(sentence, told[-1], context):
            told[-1].occasion = _filled(told[-1].occasion, sentence, context)
        told += found
    for each in told:
        stretch = each.sentence.stretch
        yield from exchange(each.occasion, context, stretch, *quote_extent(stretch))


def _in_sentence(
    sentence: Sentence, at: int, context: Context, told: Sequence[_Told], *, entry: bool
) -> Iterator[_Told]:
    new: list[_Told] = []
    said = context.sentences()[:at]
    for part in _parts(sentence, context):
        said.append(part)
        if not entry and not has_any(part.text, _CUES) and not _is_dated(part):
            continue
        found = occasion_of(part, at, context, said[:-1])
        if found is None:
            if new and not part.counterparts:
                new[-1].occasion = _filled(new[-1].occasion, part, context)
            continue
        each = _Told(found, part, frozenset(map(stem, found.parties)))
        same = next((other for other in reversed([*told, *new]) if _is_same(each, other)), None)
        if same is None:
            new.append(each)
        elif same in told:
            same.occasion = _filled(same.occasion, part, context)
    yield from new


def _parts(sentence: Sentence, context: Context) -> list[Sentence]:
    """The statements of a sentence: those between semicolons, and those joined by `and` about other parties."""
    for cut in _JOINT.finditer(sentence.text):
        first = context.sentence(sentence.stretch.part(0, cut.start()))
        second = context.sentence(sentence.stretch.part(cut.end(), len(sentence.text)), (first,))
        if cut[0][0] == ";" or (_tells(second.text) and _both_abroad(first, second, context)):
            return [first, *_parts(second, context)]
    return [sentence]


def _is_dated(part: Sentence) -> bool:
    """Whether a statement has a day or month of its own and names anybody: it may tell in words of its own making."""
    return any(dated.sure and dated.point.month for dated in part.dates) and bool(part.counterparts)


def _both_abroad(first: Sentence, second: Sentence, context: Context) -> bool:
    return bool(abroad(first.counterparts, context) and abroad(second.counterparts, context))


def _tells(text: str) -> bool:
    return bool(find_verb(text, "moving", present=True) or find_verb(text, "receiving", present=True) or theme(text)[0])


def _is_same(new: _Told, other: _Told) -> bool:
    """Whether more is told of an occasion that the block has told."""
    kinds = {new.occasion.kind, other.occasion.kind}
    if len(kinds) > 1 and not kinds <= {*_VISITS, "event", "ceremony"}:
        return False
    if PRONOUN.match(new.sentence.text) and not any(dated.sure for dated in new.sentence.dates):
        return True
    shared = any(one in two or two in one for one in new.parties for two in other.parties)
    return (shared or not new.parties) and new.occasion.date[:7] == other.occasion.date[:7]


def _continues(sentence: Sentence, last: _Told, context: Context) -> bool:
    """Whether the sentence goes on about the occasion: by pronoun, and without another party or date."""
    others = {stem(party.name) for party in abroad(sentence.counterparts, context)} - last.parties
    own_date = any(
        dated.sure and not is_of_bond(sentence, dated) and dated.edtf != last.occasion.date for dated in sentence.dates
    )
    if others and (last.parties or last.occasion.kind != "event"):
        return False
    return not own_date and bool(PRONOUN.search(sentence.text))


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
