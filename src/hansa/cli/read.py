"""`hansa read`: the facts of documents as JSON Lines, without a database."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from hansa.cli.pictures import ocr_option, warn_of_pictures
from hansa.cli.readers import reader_option
from hansa.facts import encode_fact
from hansa.reading.files import Reader, read_file
from hansa.reading.formats import DocumentError


@click.command(epilog="Example: hansa read report-2022.odt minutes.pdf --home 高雄市 > facts.jsonl")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--home", metavar="CITY", help="The documents' own city, which they call 本市 or the City.")
@reader_option
@ocr_option
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], home: str | None, reader: Reader, *, ocr: bool) -> None:
    """Read the facts that each FILE states and print them, one JSON object per line.

    FILE is a document: PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, CSV, HTML, Markdown, an e-mail (EML) or plain text. A
    file that cannot be read is named with the reason, the others are read all the same, and the exit status is then 1.
    """
    refused = 0
    for path in _with_progress(files):
        try:
            document, facts = read_file(path, home, reader, ocr=ocr)
        except DocumentError as error:
            click.echo(f"hansa: {path}: {error}", err=True)
            refused += 1
            continue
        warn_of_pictures(path, document, ocr=ocr)
        for fact in facts:
            # As bytes, because JSON Lines are UTF-8 whatever the terminal's encoding is.
            click.echo(encode_fact(fact).encode())
    context.exit(1 if refused else 0)


def _with_progress(files: Iterable[Path]) -> Iterator[Path]:
    """The files one by one, with a line on a terminal that tells which is being read and wipes itself."""
    paths = list(files)
    shown = sys.stderr.isatty() and not sys.stdout.isatty()
    for number, path in enumerate(paths, 1):
        if shown:
            click.echo(f"\r\x1b[K{number}/{len(paths)} {path.name}", nl=False, err=True)
        yield path
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)
