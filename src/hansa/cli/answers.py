"""`hansa report answer`: the answer to a council question as a document."""

from pathlib import Path

import click

from hansa.cli.question import office_asked, question_of
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import file_for, home_option, language_option, output_option, write_file
from hansa.reports.answers.writing import ANSWER_SUFFIXES, write_answer
from hansa.reports.blocks import Language
from hansa.reports.render.pdf import FontMissing


@click.command(name="answer", epilog="Example: hansa report answer question-3 -o answer.odt")
@click.argument("ref", metavar="ID")
@output_option(".odt, .docx or .pdf")
@click.option("--draft", is_flag=True, help="What Hansa drafts, though words were entered.")
@language_option
@home_option
def answer_command(ref: str, output: Path, draft: bool, language: Language, home: str | None) -> None:
    """Write the answer to the question ID: the words that were entered, else a draft with its sources."""
    path = file_for(output, ANSWER_SUFFIXES, "an answer")
    question = question_of(ref)
    try:
        office = office_asked(question, home)
        write_file(path, write_answer(question, path.suffix.lower(), language, office, draft=draft))
    except FontMissing as error:
        raise Refusal(str(error)) from error
    click.echo(f"Wrote {path}: {question.ref}.", err=True)
