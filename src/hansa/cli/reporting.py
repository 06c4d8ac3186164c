"""What every command that writes a report is told: the office, the language, the file."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import click

from hansa.cli.refusal import Refusal
from hansa.register.domain.installation import resolve_home
from hansa.register.errors import RegisterError
from hansa.register.models import Office
from hansa.reports.blocks import Language

LANGUAGES: tuple[Language, ...] = ("zh-hant", "en")


class BadOption(Refusal):
    """An option that cannot be meant: one line, exit status 2."""

    exit_code = 2


def office_of(home: str | None) -> Office:
    """The office of the city, by default the first of the installation. Raises Refusal where none works for it."""
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


def file_for(path: Path, suffixes: Collection[str], what: str) -> Path:
    """The file, where it has one of the suffixes and can be written to. Raises BadOption."""
    if path.suffix.lower() not in suffixes:
        given = f"the suffix {path.suffix!r} is not known" if path.suffix else "the file's name has no suffix"
        raise BadOption(f"{path}: {given}; {what} is written as one of {', '.join(suffixes)}")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise BadOption(f"{path}: write the name of a file in a folder that is there")
    return path


def write_file(path: Path, content: bytes) -> None:
    """Write the file. Raises Refusal, in one line, where the system does not let us."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Refusal(f"{path}: {error.strerror or error}") from error


language_option: Callable[[Any], Any] = click.option(
    "--language", type=click.Choice(LANGUAGES), default="zh-hant", show_default=True, help="Its language."
)
home_option: Callable[[Any], Any] = click.option(
    "--home", metavar="CITY", help="The city whose office reports; by default the first office's."
)


def output_option(formats: str) -> Callable[[Any], Any]:
    """Adds `-o` to a command; `formats` say in which formats it writes."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        type=click.Path(path_type=Path),
        help=f"A file in {formats}.",
    )
