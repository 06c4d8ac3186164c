"""`hansa report annual`: write the department's report of a year."""

from pathlib import Path

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import BadOption, home_option, language_option, office_of
from hansa.reports.annual import ReportError, manuscript, rendered, suffix_known, to_confirm, year_named
from hansa.reports.blocks import Language
from hansa.reports.render.pdf import FontMissing


def _year(context: click.Context, option: click.Parameter, value: str) -> int:
    """The Gregorian year."""
    try:
        return year_named(value)
    except ReportError as error:
        raise BadOption(f"--year: {error}") from error


def _file(context: click.Context, option: click.Parameter, value: Path) -> Path:
    """A file that a report can be written to."""
    try:
        suffix_known(value.suffix)
    except ReportError as error:
        raise BadOption(f"{value}: {error}") from error
    if value.is_dir() or not value.absolute().parent.is_dir():
        raise BadOption(f"{value}: write the name of a file in a folder that is there")
    return value


@click.command("annual", epilog="Example: hansa report annual --year 2022 -o report.odt")
@click.option(
    "--year",
    metavar="YEAR",
    required=True,
    callback=_year,
    help="The year, 2022; one of the Republic, 111, is understood.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    callback=_file,
    help="A file in .odt, .docx, .pdf, .html or .md.",
)
@language_option
@home_option
def annual_command(year: int, output: Path, language: Language, home: str | None) -> None:
    """Write the department's report of a year, in the order of its chapters.

    Every figure and item carries a mark that leads to the passage that it rests on. A year of which the register holds
    nothing gives a report that says so. Items that officers have revised keep their words; those whose records have
    changed since are marked in the report, and listed here.
    """
    ensure_installed()
    office = office_of(home)
    try:
        told = manuscript(year, language, office)
        output.write_bytes(rendered(told, output.suffix, office, year))
    except FontMissing as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(f"{output}: {error.strerror or error}") from error
    click.echo(f"Wrote {output}: {office}, {year}.", err=True)
    for entry in to_confirm(told):
        click.echo(f"To be confirmed: {entry.title or entry.key} ({entry.revision})", err=True)
        for one in entry.differences:
            click.echo(f"  {one.record}, {one.field}: was {one.before}, is {one.now}", err=True)
