"""Earlier answers on the same matter, and whether their numbers still stand: by the register, and by this draft."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from django.db.models import Q

from hansa.figures.words import Words
from hansa.reading.values.numbers import Quantity, find_quantities
from hansa.register.enums import QuestionState
from hansa.register.models import Question
from hansa.reports.answers.matter import Matter, Topic
from hansa.reports.answers.sections import sections_of
from hansa.reports.answers.stated import Number, Scope
from hansa.reports.answers.understanding import understood

_LOOKED_AT = 200
_SHOWN = 10
_CHECKED = 5
_LEAST_ALIKE = 2
_NAMED, _TOPIC, _WORD = 3, 2, 1
_SENTENCE = re.compile(r"[^。！？\n；;]+[。！？\n；;]?")
# How far before its number a sentence may name what is counted.
_REACH = 40

Verdict = Literal["agrees", "differs", "changed"]


@dataclass(frozen=True)
class Checked:
    """A number of an earlier answer: in which sentence, what it is of, and what came of it.

    `agrees`: the register gives it for that day today. `differs`: the register would give `now` for that day.
    `changed`: it stood then, and this draft says `now` for its own day.
    """

    sentence: str
    said: str
    label: Words
    verdict: Verdict
    now: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Earlier:
    """An earlier question that is like this one, why, and what became of the numbers in its answer."""

    question: Question
    reasons: tuple[Words, ...]
    weight: int
    checked: tuple[Checked, ...] = ()

    @property
    def contradicted(self) -> bool:
        """Whether a number was given that the register would not give today, or that the draft gives otherwise."""
        return any(one.verdict != "agrees" for one in self.checked)


def earlier_on(scope: Scope, question: Question | None, numbers: Sequence[Number]) -> tuple[Earlier, ...]:
    """The questions asked before that share names, subjects or words with this one, the most alike first.

    The five most alike that were answered have their numbers checked. One query, and those of the sections of five.
    """
    own = Q(office=scope.office) | Q(office=None)
    asked = Question.objects.filter(own, date__lte=scope.on).exclude(state=QuestionState.WITHDRAWN)
    if question:
        asked = asked.exclude(pk=question.pk)
    alike = [
        earlier
        for one in asked.order_by("-date", "-pk")[:_LOOKED_AT]
        if (earlier := _alike(one, understood(one.words, one.date, scope.names), scope)).weight >= _LEAST_ALIKE
    ]
    alike.sort(key=lambda one: (-one.weight, -one.question.date.toordinal(), -one.question.pk))
    return tuple(
        Earlier(one.question, one.reasons, one.weight, _checked(one.question, scope, numbers) if at < _CHECKED else ())
        for at, one in enumerate(alike[:_SHOWN])
    )


def _alike(question: Question, matter: Matter, scope: Scope) -> Earlier:
    mine = scope.matter
    names = {one.ref: one.words for one in matter.named}
    shared = [names[one.ref] for one in mine.named if one.ref in names]
    places = [place for place in mine.unknown if place in matter.unknown]
    topics = [topic for topic in mine.topics if topic in matter.topics and topic != "parties"]
    words = [word for word in mine.keywords if word in question.words]
    reasons = (
        *(Words(f"同提「{name}」", f"names “{name}” too") for name in (*shared, *places)),
        *(_TOPICS[topic] for topic in topics if topic in _TOPICS),
        *(Words(f"同含「{word}」", f"has “{word}” too") for word in words),
    )
    weight = _NAMED * (len(shared) + len(places)) + _TOPIC * len(topics) + _WORD * len(words)
    return Earlier(question, reasons, weight)


_TOPICS: Mapping[str, Words] = {
    "memoranda": Words("同問備忘錄", "asks about memoranda too"),
    "partners": Words("同問締盟城市", "asks about partner cities too"),
    "difference": Words("同問數字差異", "asks about differing numbers too"),
    "exchanges": Words("同問交流", "asks about exchanges too"),
    "visitors": Words("同問訪賓", "asks about visitors too"),
    "costs": Words("同問經費", "asks about costs too"),
    "memberships": Words("同問國際組織", "asks about organizations too"),
    "schools": Words("同問姊妹校", "asks about sister schools too"),
    "gifts": Words("同問禮品", "asks about gifts too"),
    "commitments": Words("同問執行成果", "asks about results too"),
}


def _checked(question: Question, scope: Scope, numbers: Sequence[Number]) -> tuple[Checked, ...]:
    """The numbers of an answer held against what the register gives today for its own day, and against this draft."""
    if not question.answer:
        return ()
    day = question.answered or question.date
    asked, said = (understood(words, day, scope.names) for words in (question.words, question.answer))
    # An answer may give numbers of more than was asked; the days are those that the question asked about.
    matter = replace(
        asked,
        topics=tuple(topic for topic in Topic if topic in {*asked.topics, *said.topics}),
        named=tuple(dict.fromkeys([*asked.named, *said.named])),
    )
    then = Scope(scope.office, scope.language, matter, scope.names)
    of_then = {number.key: number for section in sections_of(then) for number in section.numbers}
    of_now = {number.key: number for number in numbers}
    return tuple(_checks(question.answer, of_now | of_then, of_now, scope))


def _checks(
    answer: str, of_then: Mapping[str, Number], of_now: Mapping[str, Number], scope: Scope
) -> Iterator[Checked]:
    for sentence in (match[0] for match in _SENTENCE.finditer(answer)):
        for quantity in find_quantities(sentence):
            if key := _meant(sentence, quantity, of_then):
                yield _verdict(sentence, quantity, of_then[key], of_now.get(key, of_then[key]), scope)


def _meant(sentence: str, quantity: Quantity, numbers: Mapping[str, Number]) -> str:
    """The key of the number that a quantity is of: its unit fits, and what is counted stands nearest before it."""
    before = sentence[max(0, quantity.digits[0] - _REACH) : quantity.digits[0]]
    after = sentence[quantity.digits[1] : quantity.digits[1] + _REACH]
    nearest: tuple[int, str] = (-1, "")
    for key, number in numbers.items():
        if not _fits(quantity.unit, after, number):
            continue
        ends = [match.end() for match in re.finditer(number.nouns, before, re.IGNORECASE)]
        # English counts what comes after: 4 memoranda were signed.
        if not ends and re.match(rf"\s?\w*\s?(?:{number.nouns})", after, re.IGNORECASE):
            ends = [len(before)]
        if ends and ends[-1] > nearest[0]:
            nearest = (ends[-1], key)
    return nearest[1]


def _fits(unit: str, after: str, number: Number) -> bool:
    if unit:
        return unit in number.units
    return any(after.lstrip().lower().startswith(word.lower()) for word in number.units)


def _verdict(sentence: str, quantity: Quantity, then: Number, now: Number, scope: Scope) -> Checked:
    """`then` and `now` are one number where only one of the days has it."""
    said, value = sentence[quantity.start : quantity.end].strip(), Decimal(str(quantity.value))
    verdict: Verdict = "differs" if value != then.value else "agrees" if value == now.value else "changed"
    right = now if verdict == "changed" else then
    return Checked(
        sentence.strip(),
        said,
        right.label,
        verdict,
        right.said(scope.language),
        right.refs,
    )
