"""Numbers that English sentences report: 19 sister cities, a grant of €2 million, issued 340 letters, rose to 58."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.figures import english_measures as measures
from hansa.reading.rules.figures import periods
from hansa.reading.rules.figures.english_nouns import Number, numbers
from hansa.reading.rules.figures.english_partners import asks_for_partners, of_partners
from hansa.reading.rules.figures.english_scene import Scene
from hansa.reading.rules.figures.english_sums import sum_for
from hansa.reading.rules.figures.english_sureness import is_lasting, is_mentioned_only, is_occasion
from hansa.reading.rules.figures.questions import answers, asked_before
from hansa.reading.rules.organizations.entries import names_body
from hansa.reading.sentence import Sentence
from hansa.reading.values.organizations import looks_like_body

_HAN = regex(r"[\u3400-\u9fff]")
_NUMBER = regex(
    r"\d|\b(?:two|three|thir|four|fort|fif|five|six|seven|eigh|nine|nint|ten|elev|twe|hundred|thousand|million|dozen)",
    re.IGNORECASE,
)
_BEGINS = regex(r"(?:US|NT)?[$€£¥]?\d|(?:over|more than|nearly|almost|some)\s\d", re.IGNORECASE)
_LABEL = regex(r"^(?P<label>[A-Z][A-Za-z ,’'()&-]{2,60}?)\s?(?::|–|—)\s(?=\S+)")
_NO_LABEL = regex(
    r"\b(?:members?|membership|population|inhabitants|years?|term|duration|pages?|rooms?|phone|tel|fax|ref|no|number$"
    r"|id|date"
    r"|area|volume|issue|(?<!sister )(?<!partner )cities|since|founded|size)\b",
    re.IGNORECASE,
)
_THEM = regex(r"\b(?:them|these|those)\b")
_YEAR = regex(r"(?:19|20)\d\d")
_TOTALS = ("Number of ", "Total number of ")
_SHORT_LINE = 60
_NOW = regex(r"\b(?:now|currently|at present)\s(?:\w+\s){0,3}$")
_RIGHT_AFTER = regex(r"\s(?:(?:by|at|until|up to) the end of|in|by|on|as of|as at|during)\s(?:the\s)?")
_SPAN = regex(r"\b(?:between|from)\s", re.IGNORECASE)
_LISTED = regex(r"^\s(?:in|of|worth of)\s")


@dataclass(frozen=True)
class Told:
    """What a number measures, whether it is a state rather than a flow, and how sure it is."""

    measure: str = ""
    standing: bool = False
    score: float = 0.7


def reported_in_english(block: Block, context: Context) -> Iterator[Fact]:
    """An English sentence reports a number: of partner cities, of work done, a sum, a share, a level reached.

    Left out are the people of a delegation, the cities that sent them, and counts in passing.
    """
    if _HAN.search(block.text) or not _NUMBER.search(block.text):
        return
    earlier = ""
    for place, sentence in enumerate(_prose(block, context)):
        if _NUMBER.search(sentence.text):
            scene = _scene(sentence, block, context)
            scene.asked = asked_before(sentence, place, context) if block.kind is not BlockKind.ROW else None
            if earlier and _THEM.search(sentence.text):
                scene.earlier, scene.lasting = earlier, True
            yield from _figures(sentence.stretch, scene, block, context)
            earlier = scene.earlier


def _prose(block: Block, context: Context) -> Sequence[Sentence]:
    """The sentences of a block; of a chronology's row those that its year heads."""
    if block.kind is not BlockKind.ROW:
        return context.sentences()
    told = len(block.cells) == 2 and _YEAR.fullmatch(block.cells[0].text.strip())
    return context.sentences()[1:] if told else ()


def _figures(sentence: Stretch, scene: Scene, block: Block, context: Context) -> Iterator[Fact]:
    for number in numbers(sentence.text, scene.dates):
        told = _answer(number, scene) or _listed(number, context) or _told(number, scene)
        proof = context.proof(sentence, "reported_in_english", told.score)
        if not told.measure or not proof:
            continue
        scene.first = scene.first or told.measure
        scene.earlier, scene.noun, scene.reach = told.measure, number.what or scene.noun, number.end
        yield Figure(
            measure=told.measure,
            value=number.quantity.value,
            unit=number.quantity.unit or UNSET,
            period=_period(number, scene, context, standing=told.standing) or UNSET,
            section=block.headings[-1] if block.headings[1:] else UNSET,
            **proof,
        )


def _scene(sentence: Sentence, block: Block, context: Context) -> Scene:
    text, dates, in_row = sentence.text, sentence.dates, block.kind is BlockKind.ROW
    on_a_day = any(dated.point.day and "/" not in dated.edtf for dated in dates)
    of_a_body = context.home is None or any(map(_is_about_body, block.headings[1:]))
    return Scene(
        text=text,
        before=block.text.partition(text)[0],
        dates=dates,
        report=bool(context.year) and not of_a_body,
        lasting=is_lasting(text) and not of_a_body,
        yearly=any(len(dated.edtf) == 4 for dated in dates),
        occasion=on_a_day or in_row or is_occasion(text),
    )


def _is_about_body(heading: str) -> bool:
    """Whether a heading names an organization, whose members and projects are its own; NOTES in capitals is no name."""
    return bool(names_body(heading)) and (not heading.isupper() or looks_like_body(heading))


def _told(number: Number, scene: Scene) -> Told:
    """What the number measures, by the first way of telling that fits; nothing where it is only mentioned."""
    if measure := of_partners(number, scene):
        return Told(measure, standing=True, score=0.9)
    if number.quantity.ordinal or is_mentioned_only(number, beside=bool(scene.earlier)):
        return Told()
    if measure := measures.share(number, scene):
        return Told(measure)
    if measure := measures.given(number, scene):
        return Told(measure, score=0.75)
    if number.quantity.unit:
        return Told(sum_for(number, scene.dates), score=0.75)
    if measure := measures.level(number, scene):
        return Told(measure, standing=True, score=0.75)
    return Told(measures.worked(number, scene) or measures.summed_up(number, scene))


def _answer(number: Number, scene: Scene) -> Told | None:
    """What the question before the sentence asks the number of: `How many twin towns do we have? Nine.`"""
    asked, quantity = scene.asked, number.quantity
    if asked is None or not answers(number.text, quantity.start, quantity.end):
        return None
    return Told(asked.what, standing=asks_for_partners(asked.what), score=0.8)


def _listed(number: Number, context: Context) -> Told | None:
    """What an item of a list of figures counts: `340 letters of invitation`, `Delegations received: 87`."""
    text = number.text
    if (
        len(text) > 90
        or number.quantity.ordinal
        or not _is_among(context, _BEGINS if number.quantity.start == 0 else _LABEL)
    ):
        return None
    if number.quantity.start == 0:
        return Told(re.split(r",\s(?:up|down|against)\b", _LISTED.sub("", number.after))[0].strip(" .")[:80], score=0.8)
    label = _LABEL.match(text)
    if (
        label
        and label.end() == number.quantity.start
        and not _NO_LABEL.search(label["label"])
        and len(number.after) < 24
    ):
        return Told(f"{label['label']} {number.what}".strip(), score=0.8)
    return None


def _is_among(context: Context, pattern: re.Pattern[str]) -> bool:
    """Whether the block stands among others that begin alike with a number or a label: the year in figures."""
    block, around = context.block, context.blocks[max(0, context.index - 1) : context.index + 2]
    alike = [other for other in around if other.kind is block.kind and pattern.match(other.text)]
    if pattern is _LABEL:
        return block in alike and (len(alike) > 1 or bool(context.year) or block.text.startswith(_TOTALS))
    short = all(len(other.text) < _SHORT_LINE and not other.text.endswith(".") for other in alike)
    listed = block.kind is BlockKind.ITEM or (block.kind is BlockKind.PARAGRAPH and short)
    return listed and block in alike and len(alike) > 1


def _period(number: Number, scene: Scene, context: Context, *, standing: bool) -> str:
    span, dates = _SPAN.search(scene.text), scene.dates
    if span and not standing and len(dates) == 2 and dates[0].start == span.end():
        return f"{dates[0].edtf}/{dates[1].edtf}"
    compared = measures.is_compared(number, scene)
    in_brackets = [dated for dated in dates if scene.text.startswith(": ", dated.end)]
    if compared and in_brackets and number.before.endswith(": "):
        return in_brackets[-1].edtf
    dates = [dated for dated in dates if dated not in in_brackets or dated.start < 2]
    for dated in dates:
        between = scene.text[number.end : dated.start]
        if dated.start >= number.end and (
            _RIGHT_AFTER.fullmatch(between) or (compared and dated.start - measures.behind(number) < 5)
        ):
            return dated.edtf
    if _NOW.search(number.clause):
        return periods.fallback(context, standing=True)
    stated = periods.stated(dates, scene.text, number.quantity.start)
    spans = [periods.since(dated, scene.text, context) for dated in dates if dated.edtf == stated and not standing]
    lasting = next(filter(None, spans), "")
    if context.block.cells:
        return stated or context.block.cells[0].text.strip()
    if not stated and (scene.asked or scene.earlier.endswith(" given")):
        stated = periods.only_one(dates) or (scene.asked.period if scene.asked else "")
    told = lasting or stated or (periods.reached(scene.text, context) if number.quantity.ordinal else "")
    return told or periods.fallback(context, standing=standing)
