"""`hansa export`: the register into files."""

from pathlib import Path

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.register.transfer.exporting import export_folder, export_workbook

_WORKBOOK = ".xlsx"


def progress(word: str) -> None:
    """Say on standard error what is being worked on."""
    click.echo(word, err=True)


@click.command(epilog="Example: hansa export -o register-2026")
@click.option(
    "-o", "--output", metavar="FOLDER|FILE.xlsx", required=True, type=click.Path(path_type=Path),
    help="A new folder for the whole register, or a file for the workbook alone.",
)  # fmt: skip
def command(output: Path) -> None:
    """Write the whole register into a new folder, or the workbook that an officer edits into a file.

    The folder has every table as CSV (with a description, CSVW) and as JSON Lines, the workbook, and the documents.
    `hansa import` brings it back into an empty register. The same register gives the same bytes.
    """
    _must_be_free(output)
    ensure_installed()
    missing: list[str] = []
    try:
        if output.suffix == _WORKBOOK:
            export_workbook(output, progress)
        else:
            missing = export_folder(output, progress)
    except OSError as error:
        raise Refusal(f"{output}: {error.strerror or error}") from error
    click.echo(f"Wrote {output}.", err=True)
    if missing:
        raise Refusal(f"{len(missing)} documents are missing in the data folder: {', '.join(missing)}")


def _must_be_free(output: Path) -> None:
    if output.suffix == _WORKBOOK:
        if output.is_dir() or not output.absolute().parent.is_dir():
            raise Refusal(f"{output}: write the name of a file in a folder that is there")
    elif output.is_file() or (output.is_dir() and any(output.iterdir())):
        raise Refusal(f"{output}: is there already; name a new folder, or a file that ends in {_WORKBOOK}")
