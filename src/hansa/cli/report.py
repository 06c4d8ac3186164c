"""`hansa report`: write a report from the register."""

from pathlib import Path

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.register.domain.installation import resolve_home
from hansa.register.errors import RegisterError
from hansa.register.models import Office
from hansa.reports.annual import ReportError, suffix_known, write, year_named
from hansa.reports.blocks import Language
from hansa.reports.render.pdf import FontMissing

_LANGUAGES: tuple[Language, ...] = ("zh-hant", "en")


class _BadOption(Refusal):
    """An option that cannot be meant: one line, exit status 2."""

    exit_code = 2


def _year(context: click.Context, option: click.Parameter, value: str) -> int:
    """The Gregorian year."""
    try:
        return year_named(value)
    except ReportError as error:
        raise _BadOption(f"--year: {error}") from error


def _file(context: click.Context, option: click.Parameter, value: Path) -> Path:
    """A file that a report can be written to."""
    try:
        suffix_known(value.suffix)
    except ReportError as error:
        raise _BadOption(f"{value}: {error}") from error
    if value.is_dir() or not value.absolute().parent.is_dir():
        raise _BadOption(f"{value}: write the name of a file in a folder that is there")
    return value


def _office(home: str | None) -> Office:
    """The office of the city, by default the first of the installation."""
    offices = Office.objects.select_related("home").order_by("pk")
    try:
        found = offices.filter(home=resolve_home(home)).first() if home else offices.first()
    except RegisterError as error:
        raise Refusal(str(error)) from error
    if found is None:
        raise Refusal(
            f"no office works for {home}; there are offices for {', '.join(str(one.home) for one in offices)}"
        )
    return found


@click.group()
def command() -> None:
    """Write a report from what the register holds."""


@command.command(epilog="Example: hansa report annual --year 2022 -o report.odt")
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
@click.option("--language", type=click.Choice(_LANGUAGES), default="zh-hant", show_default=True, help="Its language.")
@click.option("--home", metavar="CITY", help="The city whose office reports; by default the first office's.")
def annual(year: int, output: Path, language: Language, home: str | None) -> None:
    """Write the department's report of a year, in the order of its chapters.

    Every figure and item carries a mark that leads to the passage that it rests on. A year of which the register holds
    nothing gives a report that says so.
    """
    ensure_installed()
    office = _office(home)
    try:
        output.write_bytes(write(year, output.suffix, language, office))
    except FontMissing as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(f"{output}: {error.strerror or error}") from error
    click.echo(f"Wrote {output}: {office}, {year}.", err=True)
