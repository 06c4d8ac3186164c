"""`hansa load`: documents into the register."""

from collections.abc import Sequence
from pathlib import Path

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.pictures import ocr_option, warn_of_pictures
from hansa.cli.readers import reader_option
from hansa.cli.refusal import Refusal
from hansa.cli.tables import shortened, table
from hansa.reading.files import Reader, read_file
from hansa.reading.formats import DocumentError
from hansa.register.documents import sha256_of
from hansa.register.domain.installation import home_of_office, resolve_home
from hansa.register.domain.loading import Summary, load
from hansa.register.domain.sources import Reading
from hansa.register.domain.users import system_user
from hansa.register.enums import Admit
from hansa.register.errors import RegisterError
from hansa.register.models import Party, Source

_HEAD = ("file", "id", "read", "admitted", "joined", "in conflict", "left for review")
_FILENAME = 40


def _home(city: str | None) -> Party:
    try:
        return resolve_home(city) if city else home_of_office()
    except RegisterError as error:
        raise Refusal(str(error)) from error


def _read(path: Path, home: str, reader: Reader, *, ocr: bool) -> Reading:
    """The file as it was read. Raises DocumentError, with a sentence for the user, where it cannot be."""
    document, facts = read_file(path, home, reader, ocr=ocr)
    warn_of_pictures(path, document, ocr=ocr)
    try:
        return Reading(path, sha256_of(path), path.stat().st_size, document, facts)
    except OSError as error:
        raise DocumentError("cannot be read: {error}", error=str(error.strerror)) from error


def _is_kept(path: Path) -> bool:
    try:
        return path.is_file() and Source.objects.filter(sha256=sha256_of(path)).exists()
    except OSError:
        return False


def _read_all(files: Sequence[Path], home: str, reader: Reader, *, ocr: bool) -> tuple[list[Reading], int]:
    """The files that could be read and are not kept yet, and how many could not be read."""
    readings: dict[str, Reading] = {}
    bad = 0
    for number, path in enumerate(files, 1):
        if _is_kept(path):
            click.echo(f"{path}: kept already, nothing was changed", err=True)
            continue
        click.echo(f"{path}: reading ({number} of {len(files)})", err=True)
        try:
            reading = _read(path, home, reader, ocr=ocr)
        except DocumentError as error:
            bad += 1
            click.echo(f"hansa: {path}: {error}", err=True)
            continue
        if readings.setdefault(reading.sha256, reading) is not reading:
            click.echo(f"{path}: the same document as {readings[reading.sha256].path}", err=True)
    return list(readings.values()), bad


def _numbers(summary: Summary) -> list[int]:
    return [summary.read, summary.admitted, summary.joined, summary.in_conflict, summary.left]


def _as_table(summaries: Sequence[Summary]) -> str:
    rows = [[shortened(s.filename, _FILENAME), s.source, *map(str, _numbers(s))] for s in summaries]
    total = [sum(column) for column in zip(*map(_numbers, summaries), strict=True)] or [0] * 5
    return table(_HEAD, [*rows, ["in all", "", *map(str, total)]])


@click.command(epilog="Example: hansa load report.odt minutes.pdf --home 高雄市 --admit sure")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--home", metavar="CITY", help="The documents' own city; the office's if not given.")
@click.option(
    "--admit",
    type=click.Choice(Admit.values),
    default="none",
    show_default=True,
    help="Which facts become records at once: those that are sure and whose names are known; all that can be; none.",
)
@click.option(
    "--publish",
    is_flag=True,
    help="For documents that are public already: let visitors see the records that are made, with the document's "
    "title and page at each quote. The whole document stays with the office.",
)
@reader_option
@ocr_option
def command(files: tuple[Path, ...], home: str | None, admit: str, publish: bool, reader: Reader, *, ocr: bool) -> None:
    """Read each FILE, keep it, propose its facts, and admit them into records.

    Prints for each file how many facts were read, how many were admitted, how many of these joined a record that was
    there, how many contradict it, and how many are left for review. A file that is kept already changes nothing. A
    file that cannot be read is named with the reason, the others are loaded, and the exit status is not 0.
    """
    ensure_installed()
    party = _home(home)
    readings, bad = _read_all(files, home or str(party), reader, ocr=ocr)
    try:
        summaries = load(by=system_user(), readings=readings, home=party, admit=Admit(admit), publish=publish)
    except (RegisterError, OSError) as error:
        raise Refusal(f"nothing was loaded: {error}") from error
    click.echo(_as_table(summaries))
    if bad:
        raise Refusal(f"{bad} of {len(files)} files could not be read")
