"""The pages of council questions: the pack, the draft, who may answer, what is kept."""

import pytest
from django.test import Client
from django.urls import reverse

from hansa.register.enums import Role
from hansa.register.models import Office, Question, User
from hansa.register.search import index_records
from hansa.web.kinds import address_of
from tests.factories import make_question, make_unit, make_user
from tests.web.conftest import client_of
from tests.web.scene import Scene

ASKED = "2023-04-10"


@pytest.fixture
def question(scene: Scene, office: Office) -> Question:
    before = make_question(
        words="與釜山市交流情形？", date="2023-01-05", office=office, state="answered",
        answered="2023-01-06", answer="與釜山市之交流計9場。",
    )  # fmt: skip
    now = make_question(words="請問近三年與釜山市交流情形？", date=ASKED, office=office, councillor="王" * 300)
    index_records([before, now])
    return now


def shown(client: Client, question: Question) -> str:
    return client.get(address_of("question", question.pk)).content.decode()


def test_the_page_has_the_draft_with_its_figures_records_and_passages(
    as_reader: Client, question: Question, scene: Scene
) -> None:
    page = shown(as_reader, question)

    assert "1. Relations with Busan" in page
    assert f'<a href="{address_of("exchange", scene.exchange.pk)}">{scene.exchange.title}</a>' in page
    assert f"{address_of('source', scene.source.pk)}#p-" in page
    assert "<textarea" not in page


def test_an_earlier_answer_that_does_not_stand_is_marked(as_reader: Client, question: Question) -> None:
    page = shown(as_reader, question)

    assert "contradicted" in page
    assert "<strong>9場</strong> → <strong>1 exchanges</strong>" in page


def test_an_editor_saves_a_draft_and_marks_it_as_answered(as_editor: Client, question: Question, scene: Scene) -> None:
    address = reverse("web:keep_answer", args=[question.pk])
    assert "<textarea" in shown(as_editor, question)

    as_editor.post(address, {"text": "擬答", "keep": "draft", "version": "0"})
    question.refresh_from_db()
    first = (question.state, question.answer)
    version = as_editor.get(address_of("question", question.pk)).context["version"]
    as_editor.post(address, {"text": "答復", "keep": "answered", "answered": "2023-04-20", "version": version})

    question.refresh_from_db()
    assert first == ("open", "擬答")
    assert (question.state, question.answer, str(question.answered)) == ("answered", "答復", "2023-04-20")
    assert scene.exchange.ref in [citation.record for citation in question.citations.all()]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"text": "答復", "keep": "answered"}, "Say on which day it was answered."),
        ({"text": "答復", "keep": "answered", "answered": "2020-01-01"}, "It cannot be answered before it was asked."),
        ({"text": "", "keep": "answered", "answered": "2023-04-20"}, "Fill this in."),
        ({"text": "答復", "keep": "answered", "answered": "soon"}, "Not saved: write the day as 2026-04-20."),
    ],
)
def test_what_cannot_be_kept_is_said(as_editor: Client, question: Question, sent: dict[str, str], told: str) -> None:
    page = as_editor.post(reverse("web:keep_answer", args=[question.pk]), sent, follow=True).content.decode()

    question.refresh_from_db()
    assert told in page
    assert question.state == "open"


def test_somebody_else_s_words_are_not_overwritten(as_editor: Client, question: Question) -> None:
    address = reverse("web:keep_answer", args=[question.pk])
    as_editor.post(address, {"text": "甲", "keep": "draft", "version": "0"})

    page = as_editor.post(address, {"text": "乙", "keep": "draft", "version": "0"}, follow=True).content.decode()

    question.refresh_from_db()
    assert question.answer == "甲"
    assert "somebody else changed the answer" in page


def test_an_officer_answers_for_the_own_unit_only(question: Question, office: Office) -> None:
    unit = make_unit(office)
    officer: User = make_user(Role.OFFICER, office=office, unit=unit)
    own = make_question(words="國際訪賓？", date=ASKED, office=office, unit=unit)
    sent = {"text": "答復", "keep": "draft"}
    addresses = [reverse("web:keep_answer", args=[one.pk]) for one in (own, question)]

    assert [client_of(officer).post(address, sent).status_code for address in addresses] == [302, 403]


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf"])
def test_the_answer_is_a_document(as_reader: Client, question: Question, suffix: str) -> None:
    response = as_reader.get(reverse("web:answer_file", args=[question.pk]), {"format": suffix})

    assert response.headers["Content-Disposition"] == f'attachment; filename="{question.ref}{suffix}"'
    assert len(response.content) > 1000


def test_another_format_is_not_found(as_reader: Client, question: Question) -> None:
    assert as_reader.get(reverse("web:answer_file", args=[question.pk]), {"format": ".exe"}).status_code == 404


@pytest.mark.parametrize("words", ["‮ما هي المدن الشقيقة؟", "<script>alert(1)</script>", "備忘錄" * 3333])
def test_strange_words_have_a_page(as_reader: Client, scene: Scene, office: Office, words: str) -> None:
    page = shown(as_reader, make_question(words=words, date=ASKED, office=office))

    assert "<script>alert" not in page


def test_questions_are_listed_by_state(as_reader: Client, question: Question) -> None:
    page = as_reader.get(reverse("web:questions"), {"state": "answered"}).content.decode()

    assert (page.count("record-name"), "與釜山市交流情形？" in page) == (1, True)
