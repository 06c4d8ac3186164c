"""Exchanges told in Chinese: an occasion for each sentence that has one of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import Occasion, abroad, counts, exchange, is_remark, quote_extent
from hansa.reading.rules.exchanges.chinese.details import main_date
from hansa.reading.rules.exchanges.chinese.kinds import theme_zh
from hansa.reading.rules.exchanges.chinese.occasions import occasion_of
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.structure import sentences
from hansa.reading.values.names import stem

# A text without any of these tells of nothing that was done; most have one of the characters, which are soon found.
_SIGN = regex(r"[訪拜晤敘宴寄贈援捐募匯蒞抵赴飛賀迎視展演賽唱奏節壇典踏隊至到接慰候祝觀考登派與往來来懇相見聽看營領]")
_WORD = regex(
    r"交流|會[面議談]|論會|年會|大會|峰會|線上|師生|行銷|招商|推介|儀式|點燈|活動|現身|作客|走進|人在|市集|落成|啟用|首航|泳渡"
)
_HISTORIC = ("event", "ceremony", "exhibition", "sports", "promotion")
_CLAUSES = regex(r"[^，；。]+")
_APART = ("online_meeting", "performance", "donation")
_DONE_APART = regex(r"視訊|線上|演出|登[台臺]|表演|演唱|演奏|捐贈|贈書|捐款|捐出|捐助")
_VISITS = ("inbound_visit", "outbound_visit")
_CAME = regex(r"派(?:選手|員|隊)|同場|與會|參加|出席|到場|參展|設館|參賽|報到|同行|隨行|隨團")
_HOST = regex(r"陪同|迎接|接見|接待|設宴|主持|導覽|作陪|宴請")
_THANKS = regex(r"感謝|答謝|感念|致謝")
_BULLET = 30
_LATER = regex(r"^(?:另|此外|又|同日|隨後|日前)")


@dataclass
class _Told:
    """An occasion with the sentence that tells it."""

    occasion: Occasion
    sentence: Sentence


def exchange_takes_place(block: Block, context: Context) -> Iterator[Exchange]:
    """A sentence tells of a visit, a meeting, a gift, a show or an event with parties abroad."""
    if block.kind is BlockKind.HEADING or not _may_tell(block.text) or heads_plans(block.headings):
        return
    told: list[_Told] = []
    for at, sentence in enumerate(context.sentences()):
        if not _may_tell(sentence.text):
            continue
        if block.kind is BlockKind.ROW and not is_remark(sentence):
            continue
        found = _first(sentence, at, context)
        if found is None and told:
            told[-1].occasion = _filled(told[-1].occasion, sentence, context)
        if found is None or (block.kind is BlockKind.ROW and found.occasion.kind in _HISTORIC):
            # What a register remarks of events is as a rule the history of a body.
            continue
        if _is_new(found.occasion, sentence, [each.occasion for each in told]):
            told.append(found)
            told += (_Told(more, found.sentence) for more in _further(found.occasion, sentence))
    if told and block.kind is BlockKind.ITEM:
        told[-1].occasion = _filled_from_items(told[-1].occasion, context)
    for each in told:
        stretch = each.sentence.stretch
        yield from exchange(each.occasion, context, stretch, *quote_extent(stretch))


def _may_tell(text: str) -> bool:
    return _SIGN.search(text) is not None or _WORD.search(text) is not None


def _first(sentence: Sentence, at: int, context: Context) -> _Told | None:
    """The occasion of a sentence, or of the first of a block together with the heading above it."""
    found = occasion_of(sentence, at, context)
    if found or at:
        return _Told(found, sentence) if found else None
    joined = _with_heading(sentence, context)
    found = occasion_of(joined, at, context) if joined else None
    return _Told(found, joined) if found and joined else None


def _filled(found: Occasion, sentence: Sentence, context: Context) -> Occasion:
    """The occasion with what the next sentence adds: who came to an event, how many, who received the guests."""
    named = abroad(sentence.counterparts, context)
    others = {stem(party.name) for party in named} - {stem(name) for name in found.parties}
    if any(dated.sure for dated in sentence.dates) or (others and found.parties):
        return found
    heads, public = counts(sentence.text)
    came = bool(_CAME.search(sentence.text))
    return replace(
        found,
        parties=found.parties or ([party.name for party in named] if came else ()),
        people=[*found.people, *sentence.people] if _HOST.search(sentence.text) else found.people,
        headcount=found.headcount or (heads if came else None),
        attendance=found.attendance or public,
    )


def _filled_from_items(found: Occasion, context: Context) -> Occasion:
    """The occasion with what the next bullets of a slide add, until one has a date of its own."""
    for index in range(context.index + 1, min(context.index + 3, len(context.blocks))):
        block = context.blocks[index]
        if block.kind is not BlockKind.ITEM or block.headings != context.block.headings or len(block.text) > _BULLET:
            break
        # Sentences of their own: those that the context keeps must be dated from where they stand.
        for sentence in map(context.sentence, sentences(block)):
            if sentence.dates or sentence.counterparts:
                return found
            found = _filled(found, sentence, context)
    return found


def _further(found: Occasion, sentence: Sentence) -> Iterator[Occasion]:
    """What else was done on the occasion, in a clause of its own: a show by the troupe that came, a video call."""
    if not _DONE_APART.search(sentence.text):
        return
    for clause in list(_CLAUSES.finditer(sentence.text))[1:]:
        kind = theme_zh(clause[0]) if _DONE_APART.search(clause[0]) else ""
        if kind not in _APART or kind == found.kind:
            continue
        if kind == "donation" and _THANKS.search(sentence.text, 0, clause.end()):
            continue
        if states(sentence, clause.start(), clause.end(), lasting=False):
            heads, public = counts(sentence.text[clause.start() :])
            yield replace(found, kind=kind, score=0.7, title="", topics=(), headcount=heads, attendance=public)
            return


def _with_heading(sentence: Sentence, context: Context) -> Sentence | None:
    """The sentence with the heading right above it, which often holds the subject: 高雄與和歌山市舉辦照片特展."""
    above = context.blocks[context.index - 1] if context.index else None
    if above is None or above.kind is not BlockKind.HEADING or above.text not in context.block.headings[2:]:
        return None
    if not _may_tell(above.text):
        return None
    text = f"{above.text} {sentence.text}"
    return context.sentence(Stretch(text, [*above.offsets, above.offsets[-1], *sentence.stretch.offsets]))


def _is_new(found: Occasion, sentence: Sentence, told: Sequence[Occasion]) -> bool:
    """Whether a sentence tells of an occasion of its own, rather than more of one that the block has told."""
    if not told:
        return True
    parties = {stem(name) for name in found.parties}
    if any(found.kind == other.kind and found.date == other.date for other in told) and not (
        found.kind == "donation" and parties - {stem(name) for other in told for name in other.parties}
    ):
        return False
    if (
        found.kind in _VISITS
        and not any(dated.sure for dated in sentence.dates)
        and any(parties <= {stem(name) for name in other.parties} for other in told if other.kind in _VISITS)
    ):
        return False
    dated = main_date(sentence)
    own_day = dated is not None and bool(dated.point.month) and dated.edtf not in {other.date for other in told}
    if own_day or found.kind in ("donation", "online_meeting") or _LATER.match(sentence.text):
        return bool(parties)
    # Letters come from each by itself.
    return found.kind == "greeting" and bool(parties - {stem(name) for other in told for name in other.parties})
