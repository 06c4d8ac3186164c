"""The pack of a question: what bears on it, the draft of an answer, what cannot be answered, what was said before."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils import translation

from hansa.figures.words import Words
from hansa.register.models import Office, Question
from hansa.reports.answers.bearing import Bearing, Quoted, bearing_on, passages_on
from hansa.reports.answers.earlier import Earlier, earlier_on
from hansa.reports.answers.matter import Matter, Topic
from hansa.reports.answers.naming import Names
from hansa.reports.answers.sections import sections_of
from hansa.reports.answers.stated import Number, Scope, Section
from hansa.reports.answers.understanding import understood
from hansa.reports.blocks import Language
from hansa.reports.lists.contents import day_said


@dataclass(frozen=True)
class Pack:
    """All that is laid before whoever answers a question.

    `sections` are the draft, `open` what the register cannot tell, `records` and `passages` what else bears on it,
    `earlier` the answers given before.
    """

    words: str
    language: Language
    matter: Matter
    sections: tuple[Section, ...]
    open: tuple[str, ...]
    records: tuple[Bearing, ...]
    passages: tuple[Quoted, ...]
    earlier: tuple[Earlier, ...]

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the draft."""
        return tuple({number.key: number for section in self.sections for number in section.numbers}.values())

    @property
    def refs(self) -> tuple[str, ...]:
        """The records that the draft rests on, each once, in its order."""
        refs = (ref for section in self.sections for statement in section.statements for ref in statement.all_refs)
        return tuple(dict.fromkeys(refs))


def pack_of(question: Question, office: Office, language: Language) -> Pack:
    """The pack of a question that the register keeps, as of the day on which it was asked."""
    return pack_for(question.words, question.date, office, language, question)


def pack_for(words: str, on: dt.date, office: Office, language: Language, question: Question | None = None) -> Pack:
    """The pack of a question asked on a day. The number of queries does not grow with the records.

    What is asked of a subject that Hansa knows none of is looked for among the figures that documents report.
    """
    with translation.override(language):
        return _pack(words, on, Names(office.home), office, language, question)


def _pack(words: str, on: dt.date, names: Names, office: Office, language: Language, question: Question | None) -> Pack:
    matter = understood(words, on, names)
    if not matter.topics and not matter.unknown:
        matter = replace(matter, topics=(*matter.topics, Topic.FIGURES))
    scope = Scope(office, language, matter, names)
    sections = sections_of(scope)
    records = bearing_on(scope, sections)
    numbers = [number for section in sections for number in section.numbers]
    earlier = earlier_on(scope, question, numbers)
    return Pack(
        words=words,
        language=language,
        matter=matter,
        sections=sections,
        open=(*_open(scope, sections), *_contradicted(scope, earlier)),
        records=records,
        passages=passages_on(scope, records),
        earlier=earlier,
    )


def _open(scope: Scope, sections: tuple[Section, ...]) -> list[str]:
    """What cannot be answered from the register, in sentences."""
    told = [sentence for section in sections for sentence in section.open]
    told += [
        scope.say(f"登錄簿查無「{place}」之任何紀錄。", f"The register holds nothing of “{place}”.")
        for place in scope.matter.unknown
    ]
    if scope.matter.period and scope.matter.period.term:
        begin = scope.matter.period.first
        told.append(
            scope.say(
                f"「{scope.matter.period.words}」以{day_said(begin, 'zh-hant')}為起日，請確認。",
                f"“{scope.matter.period.words}” is taken to begin on {day_said(begin, 'en')}; to be confirmed.",
            )
        )
    if not sections or not any(statement.refs for section in sections for statement in section.statements):
        told.append(
            scope.say(
                "登錄簿中查無與本題直接有關之紀錄，請主責單位提供資料後答復。",
                "The register holds no record on what is asked; the unit responsible is to provide what is answered.",
            )
        )
    return told


def _contradicted(scope: Scope, earlier: Sequence[Earlier]) -> list[str]:
    """A sentence that names the earlier answers whose numbers the register or this draft does not bear out."""
    refs = [one.question.ref for one in earlier if one.contradicted]
    if not refs:
        return []
    return [
        scope.say(
            f"前次答復（{'、'.join(refs)}）之數字與登錄簿不符或其後有變動，請一併核對說明。",
            f"Numbers of earlier answers ({', '.join(refs)}) are not what the register gives, or have changed since; "
            "say so.",
        )
    ]


def reason_words(reasons: tuple[Words, ...], language: Language) -> str:
    """Reasons one after another."""
    return ("; " if language == "en" else "；").join(dict.fromkeys(reason.say(language) for reason in reasons))
