"""`hansa report council`: the council's slides from the register."""

from pathlib import Path

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import BadOption, file_for, home_option, language_option, office_of, output_option, write_file
from hansa.reports.blocks import Language
from hansa.reports.council.report import WRITERS, deck, period_from, write
from hansa.reports.render.pdf import FontMissing


@click.command(name="council", epilog="Example: hansa report council --from 2025-07-01 --to 2026-03-31 -o report.pptx")
@click.option("--from", "first", metavar="DATE", required=True, help="The first day of the period, 2025-07-01.")
@click.option("--to", "last", metavar="DATE", required=True, help="The last day of the period, 2026-03-31.")
@output_option(", ".join(WRITERS))
@click.option("--session", metavar="NAME", default="", help="The council's session, as the title names it.")
@click.option("--reporter", metavar="NAME", default="", help="Who reports.")
@language_option
@home_option
def council_command(
    first: str, last: str, output: Path, session: str, reporter: str, language: Language, home: str | None
) -> None:
    """Write the report to the council in slides: partners signed, memoranda, exchanges, visitors, figures.

    The speaker's notes of each slide hold its sources. A period of which the register holds nothing gives slides that
    say so.
    """
    path = file_for(output, WRITERS, "a council report")
    try:
        period = period_from(first, last)
    except ValueError as error:
        raise BadOption(str(error)) from error
    ensure_installed()
    office = office_of(home)
    made = deck(period, language, office, session=session, reporter=reporter)
    try:
        write_file(path, write(made, path.suffix, office))
    except FontMissing as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(f"the office's template is gone: {error}; see hansa verify") from error
    for words in made.remarks:
        click.echo(f"hansa: {words}", err=True)
    click.echo(f"Wrote {path}: {office}, {period.first} to {period.last}, {len(made.slides)} slides.", err=True)
