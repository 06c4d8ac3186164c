"""Council questions: entered, answered, opened again. Each is one entry of the history, as every change is."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, cast

from django.core.exceptions import ValidationError

from hansa.register.domain.editing import add_record, change_record
from hansa.register.enums import QuestionState
from hansa.register.models import RECORD_KINDS, Question, QuestionCitation, Unit, User
from hansa.register.validators import broken

Cited = Iterable[tuple[str, str]]
_LONGEST_WORDS = 300


def add_question(
    *,
    by: User,
    words: str,
    councillor: str,
    date: dt.date,
    session: str = "",
    unit: Unit | None = None,
    due: dt.date | None = None,
) -> Question:
    """Enter what a councillor asked; it belongs to the office of the one who enters it, an officer's to their unit.

    Raises PermissionDenied, and ValidationError with every field that is wrong.
    """
    values: dict[str, Any] = {
        "words": words.strip(),
        "councillor": councillor.strip(),
        "date": date,
        "session": session.strip(),
        "due": due,
    }
    if unit:
        values["unit"] = unit
    return cast(Question, add_record(by=by, kind="question", values=values))


def answer_question(
    *,
    by: User,
    question: Question,
    text: str,
    answered: dt.date | None,
    cited: Cited = (),
    version: int | None = None,
) -> Question:
    """Keep the words of the answer with the records that it rests on, each once; those that are gone are left out.

    With a day it has been given, and the question is answered; without one the words are a draft, and the question
    stays to be answered. Raises PermissionDenied, Overtaken as `change_record` does, and ValidationError.
    """
    if answered and not text.strip():
        raise ValidationError({"answer": broken("value_needed")})
    state = QuestionState.ANSWERED if answered else QuestionState.OPEN
    rows = [QuestionCitation(record=ref, words=words[:_LONGEST_WORDS]) for ref, words in _held(cited)]
    changed = change_record(
        by=by,
        record=question,
        values={"answer": text, "answered": answered, "state": state},
        parts={"citations": rows},
        version=version,
    )
    return cast(Question, changed)


def _held(cited: Cited) -> list[tuple[str, str]]:
    """The refs cited that the register has, each once, with their words; one query for each kind."""
    wanted: dict[str, str] = {}
    for ref, words in cited:
        wanted.setdefault(ref, words)
    numbers: dict[str, set[int]] = {}
    for ref in wanted:
        kind, _, number = ref.rpartition("-")
        if kind in RECORD_KINDS and number.isascii() and number.isdigit():
            numbers.setdefault(kind, set()).add(int(number))
    there = {
        f"{kind}-{number}"
        for kind, found in numbers.items()
        for number in RECORD_KINDS[kind]._default_manager.filter(pk__in=found).values_list("pk", flat=True)
    }
    return [(ref, words) for ref, words in wanted.items() if ref in there]
