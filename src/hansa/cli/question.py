"""`hansa question`: council questions, what bears on each, and their answers."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

import click
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone, translation

from hansa.cli.acting import by_option
from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import ref_parts
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import home_option, language_option, office_of
from hansa.cli.tables import shortened, table
from hansa.register.access import records
from hansa.register.domain.questions import add_question, answer_question
from hansa.register.domain.users import system_user
from hansa.register.enums import QuestionState
from hansa.register.models import Office, Question, User
from hansa.reports.answers.pack import Pack, pack_of, reason_words
from hansa.reports.answers.plain import plain_pack
from hansa.reports.answers.text import draft_text
from hansa.reports.blocks import Language

_DAY = click.DateTime(["%Y-%m-%d"])
_CELL = 60


def question_of(ref: str) -> Question:
    """The question of an id, `question-3` or `3`. Raises Refusal where there is none."""
    kind, number = ref_parts(ref if "-" in ref else f"question-{ref}")
    ensure_installed()
    found = records("question", system_user()).filter(pk=number).first() if kind == "question" else None
    if found is None:
        raise Refusal(f"{ref}: there is no such question; see hansa question list")
    return cast(Question, found)


def office_asked(question: Question, home: str | None) -> Office:
    """The office whose question it is; for one without, that of the city, by default the first."""
    return question.office if question.office and not home else office_of(home)


def _acting(name: str | None) -> User:
    if name is None:
        return system_user()
    user = User.objects.filter(username=name).first()
    if user is None:
        raise Refusal(f"{name}: there is no such user; see hansa user list")
    return user


@contextmanager
def _changing() -> Iterator[None]:
    """What may not be is one line, in English."""
    with translation.override("en"):
        try:
            yield
        except PermissionDenied as error:
            raise Refusal(str(error)) from error
        except ValidationError as error:
            told = (f"{field}: {' '.join(words)}" for field, words in error.message_dict.items())
            raise Refusal("; ".join(told)) from error


@click.group()
def command() -> None:
    """Council questions: enter one, see what bears on it, keep the answer."""


@command.command(
    epilog="Example: hansa question add '近三年簽署的合作備忘錄成果？' --councillor 王議員 --date 2026-04-10"
)
@click.argument("words")
@click.option("--councillor", required=True, help="Who asks.")
@click.option("--date", "day", type=_DAY, metavar="DATE", help="The day on which it was asked; today if not given.")
@click.option("--session", default="", help="The session of the council.")
@click.option("--due", type=_DAY, metavar="DATE", help="The day by which it is to be answered.")
@by_option
def add(
    words: str, councillor: str, day: dt.datetime | None, session: str, due: dt.datetime | None, by: str | None
) -> None:
    """Enter the question WORDS. It belongs to the office of the user named by --by."""
    ensure_installed()
    with _changing():
        question = add_question(
            by=_acting(by),
            words=words,
            councillor=councillor,
            date=day.date() if day else timezone.localdate(),
            session=session,
            due=due.date() if due else None,
        )
    click.echo(f"{question.ref}: see hansa question pack {question.ref}", err=True)


@command.command("list", epilog="Example: hansa question list --state open")
@click.option("--state", type=click.Choice(QuestionState.values), help="Only those that are so far.")
def list_questions(state: str | None) -> None:
    """List the questions, the latest first."""
    ensure_installed()
    found = records("question", system_user())
    found = found.filter(state=state) if state else found
    rows = [
        (one.ref, str(one.date), one.state, shortened(one.councillor, 20), shortened(one.words, _CELL)) for one in found
    ]
    if rows:
        click.echo(table(("id", "date", "state", "councillor", "question"), rows))
    else:
        click.echo("There are no questions yet." if state is None else "No questions are like that.", err=True)


@command.command(epilog="Example: hansa question pack question-3")
@click.argument("ref", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@language_option
@home_option
def pack(ref: str, as_json: bool, language: Language, home: str | None) -> None:
    """Show what bears on a question: a draft, records, passages, what is not known, and earlier answers."""
    question = question_of(ref)
    found = pack_of(question, office_asked(question, home), language)
    if as_json:
        click.echo(json.dumps(plain_pack(found), ensure_ascii=False))
        return
    for line in _told(found):
        click.echo(line)


def _told(found: Pack) -> Iterator[str]:
    """The pack line by line."""
    language = found.language
    yield draft_text(found)
    yield from (f"? {words}" for words in found.open)
    yield "\nRecords:"
    yield from (f"  {one.ref}: {reason_words(one.reasons, language)}" for one in found.records)
    yield "\nPassages:"
    for quoted in found.passages:
        yield f"  {shortened(quoted.quote, _CELL)} ({quoted.title}, page {quoted.page}, character {quoted.start})"
    yield "\nEarlier answers:"
    for earlier in found.earlier:
        yield f"  {earlier.question.ref} {earlier.question.date}: {reason_words(earlier.reasons, language)}"
        for one in earlier.checked:
            yield f"    {one.said} {one.verdict} (now {one.now}): {shortened(one.sentence, _CELL)}"


@command.command(epilog="Example: hansa question answer question-3 answer.txt --on 2026-04-20")
@click.argument("ref", metavar="ID")
@click.argument("text", type=click.File(encoding="utf-8"))
@click.option("--on", type=_DAY, metavar="DATE", help="The day on which it was given; today if not given.")
@click.option("--draft", is_flag=True, help="Keep the words only: the question stays to be answered.")
@click.option("--cite", multiple=True, metavar="ID", help="A record that it rests on; by default those of the draft.")
@by_option
def answer(ref: str, text: IO[str], on: dt.datetime | None, draft: bool, cite: tuple[str, ...], by: str | None) -> None:
    """Keep the words in the file TEXT (- for standard input) as the answer to a question."""
    question = question_of(ref)
    try:
        words = text.read()
    except UnicodeDecodeError as error:
        raise Refusal(f"{text.name}: not in UTF-8") from error
    cited = cite or pack_of(question, office_asked(question, None), "zh-hant").refs
    day = None if draft else on.date() if on else timezone.localdate()
    with _changing():
        kept = answer_question(
            by=_acting(by), question=question, text=words, answered=day, cited=[(one, "") for one in cited]
        )
    click.echo(f"{kept.ref} is {kept.state}, with {kept.citations.count()} records cited.", err=True)
