"""`hansa import`: what was exported or edited, back into the register."""

from pathlib import Path

import click
from django.utils import translation

from hansa.cli.export import progress
from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.register.domain.users import system_user
from hansa.register.transfer.bringing_in import bring_in
from hansa.register.transfer.problems import NotBroughtIn
from hansa.register.transfer.wikidata import import_twin_cities

_FORMATS = ("hansa", "wikidata-csv")


@click.command(name="import", epilog="Example: hansa import register.xlsx")
@click.argument("source", metavar="FILE.xlsx|FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=_FORMATS[0],
    show_default=True,
    help="What the files are: Hansa's own tables; or cities and their twins as Wikidata has them, twin_cities.csv and "
    "twin_relations.csv.",
)
def command(source: Path, form: str) -> None:
    """Bring an edited workbook, a folder of tables or an exported register into the register.

    A folder that `hansa export` wrote restores the whole register where there is nothing in it yet. Else rows with an
    id change the records that they name, rows without make new ones, rows that say what the register holds change
    nothing, and nothing is ever deleted. Everything is checked first: what is wrong is listed with sheet, row and
    column, all of it at once, and then nothing is changed.
    """
    if not source.exists():
        raise Refusal(f"{source}: there is no such file or folder")
    ensure_installed()
    try:
        # What is wrong is told in English, whatever the pages speak.
        with translation.override("en"):
            counts = _import(source, form)
    except NotBroughtIn as error:
        for problem in error.problems:
            click.echo(str(problem))
        raise Refusal(f"nothing was changed; what is wrong: {len(error.problems)}") from error
    except OSError as error:
        raise Refusal(f"{source}: {error.strerror or error}") from error
    for name, count in counts.items():
        click.echo(f"{name}: {count}")


def _import(source: Path, form: str) -> dict[str, int]:
    if form == _FORMATS[0]:
        return bring_in(by=system_user(), source=source, progress=progress)
    return import_twin_cities(by=system_user(), folder=source, progress=progress)
