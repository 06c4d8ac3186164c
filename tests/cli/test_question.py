"""`hansa question` and `hansa report answer`: entered, packed, answered, written."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from hansa.cli import question, report
from hansa.register.domain.installation import install
from hansa.register.models import HistoryEntry, Question
from tests.factories import make_user

pytestmark = pytest.mark.django_db
WORDS = "請問近三年與釜山市交流情形？"


@pytest.fixture(autouse=True)
def register() -> None:
    install()


def run(command: click.Command, *arguments: str | Path, text: str = "") -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), input=text)


def added(*options: str) -> Question:
    result = run(question.command, "add", WORDS, "--councillor", "王議員", "--date", "2026-04-10", *options)
    assert result.exit_code == 0, result.output
    return Question.objects.latest("pk")


def test_a_question_is_entered_and_listed() -> None:
    one = added("--session", "第四屆第七次定期大會", "--due", "2026-04-20")

    listed = run(question.command, "list", "--state", "open").stdout.splitlines()

    assert (str(one.due), one.session) == ("2026-04-20", "第四屆第七次定期大會")
    assert listed[1].split() == [one.ref, "2026-04-10", "open", "王議員", WORDS]
    assert HistoryEntry.objects.latest("pk").record == one.ref


def test_a_pack_is_shown_as_text_and_as_json() -> None:
    one = added()

    text, told = (run(question.command, "pack", one.ref, *options).stdout for options in ((), ("--json",)))

    assert "Earlier answers:" in text
    assert json.loads(told)["understood"]["unknown"] == ["釜山市"]


def test_an_answer_is_kept_and_written(tmp_path: Path) -> None:
    one = added()

    result = run(
        question.command, "answer", str(one.pk), "-", "--on", "2026-04-20", text="一、辦理情形\n1.持續交流。\n"
    )

    one.refresh_from_db()
    assert result.stderr == f"{one.ref} is answered, with 0 records cited.\n"
    assert (one.state, str(one.answered)) == ("answered", "2026-04-20")
    for suffix in (".odt", ".docx", ".pdf"):
        path = tmp_path / f"answer{suffix}"
        assert run(report.command, "answer", one.ref, "-o", path).stderr == f"Wrote {path}: {one.ref}.\n"


def test_a_draft_of_the_words_leaves_the_question_open() -> None:
    one = added()

    run(question.command, "answer", one.ref, "-", "--draft", text="擬答")

    one.refresh_from_db()
    assert (one.state, one.answer, one.answered) == ("open", "擬答", None)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["pack", "question-9"], "question-9: there is no such question; see hansa question list"),
        (["pack", "party-1"], "party-1: there is no such question; see hansa question list"),
        (["pack", "九"], "no id; write a kind and a number"),
        (["add", " ", "--councillor", "王"], "words: Fill this in."),
        (["add", "問", "--councillor", "王" * 301], "councillor: "),
        (["add", "問", "--councillor", "王", "--by", "nobody"], "nobody: there is no such user; see hansa user list"),
    ],
)
def test_what_cannot_be_is_one_line(arguments: list[str], told: str) -> None:
    result = run(question.command, *arguments)

    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_answer_before_the_question_is_refused() -> None:
    one = added()

    result = run(question.command, "answer", one.ref, "-", "--on", "2026-04-01", text="答復")

    assert result.stderr == "hansa: answered: It cannot be answered before it was asked.\n"


def test_a_reader_enters_nothing() -> None:
    make_user("reader", "reader")

    result = run(question.command, "add", WORDS, "--councillor", "王議員", "--by", "reader")

    assert (result.exit_code, Question.objects.count()) == (1, 0)
