"""Council questions: who may enter and answer them, what is kept of an answer, what the history says."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hansa.register.domain.editing import Overtaken, version_of
from hansa.register.domain.questions import add_question, answer_question
from hansa.register.enums import Role
from hansa.register.models import HistoryEntry, Question, User
from tests.factories import make_office, make_unit, make_user

pytestmark = pytest.mark.django_db
ASKED, ANSWERED = dt.date(2026, 4, 10), dt.date(2026, 4, 20)


@pytest.fixture
def editor() -> User:
    return make_user(Role.EDITOR, office=make_office())


@pytest.fixture
def question(editor: User) -> Question:
    return add_question(by=editor, words="姊妹市有幾個？", councillor="王議員", date=ASKED)


def test_a_question_belongs_to_the_office_of_whoever_enters_it(question: Question, editor: User) -> None:
    assert (question.office, question.state) == (editor.office, "open")


def test_an_officer_s_question_belongs_to_the_unit() -> None:
    unit = make_unit()
    officer = make_user(Role.OFFICER, office=unit.office, unit=unit)

    question = add_question(by=officer, words="姊妹市有幾個？", councillor="王議員", date=ASKED)

    assert question.unit == unit
    assert answer_question(by=officer, question=question, text="3個。", answered=ANSWERED).state == "answered"


@pytest.mark.parametrize("role", [Role.READER, Role.OFFICER])
def test_others_neither_enter_nor_answer(question: Question, editor: User, role: Role) -> None:
    somebody = make_user(role, office=editor.office)

    with pytest.raises(PermissionDenied):
        add_question(by=somebody, words="姊妹市有幾個？", councillor="王議員", date=ASKED)
    with pytest.raises(PermissionDenied):
        answer_question(by=somebody, question=question, text="3個。", answered=ANSWERED)


def test_an_answer_keeps_what_it_rests_on_once_and_only_what_is_there(question: Question, editor: User) -> None:
    home = f"party-{editor.office.home_id}" if editor.office else ""
    cited = [(home, "締盟"), (home, "再"), ("party-999", ""), ("nothing-1", ""), ("party-x", "")]

    answer_question(by=editor, question=question, text="3個。", answered=ANSWERED, cited=cited)

    assert [(one.record, one.words) for one in question.citations.all()] == [(home, "締盟")]
    entry = HistoryEntry.objects.latest("pk")
    assert (entry.record, entry.after["state"], entry.after["answered"]) == (question.ref, "answered", "2026-04-20")


def test_without_a_day_the_words_are_a_draft(question: Question, editor: User) -> None:
    answer_question(by=editor, question=question, text="3個。", answered=ANSWERED)

    again = answer_question(by=editor, question=question, text="4個。", answered=None)

    assert (again.state, again.answer, again.answered) == ("open", "4個。", None)


@pytest.mark.parametrize(("text", "day"), [(" ", ANSWERED), ("3個。", dt.date(2026, 4, 9))])
def test_what_cannot_be_is_refused(question: Question, editor: User, text: str, day: dt.date) -> None:
    with pytest.raises(ValidationError):
        answer_question(by=editor, question=question, text=text, answered=day)

    question.refresh_from_db()
    assert (question.answer, question.state) == ("", "open")


def test_two_who_answer_at_once_do_not_overwrite_each_other(question: Question, editor: User) -> None:
    seen = version_of(question.ref)
    answer_question(by=editor, question=question, text="3個。", answered=None, version=seen)

    with pytest.raises(Overtaken):
        answer_question(by=editor, question=question, text="4個。", answered=None, version=seen)
