"""`hansa picture`: pictures of what is recorded."""

from pathlib import Path

import click
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation

from hansa.cli.acting import by_option, record_of
from hansa.cli.refusal import Refusal
from hansa.register.domain.pictures import PICTURED, add_picture, remove_picture
from hansa.register.domain.users import system_user
from hansa.register.models import Picture, User
from hansa.register.pictures import PictureError


@click.group()
def command() -> None:
    """Keep pictures of exchanges, agreements, parties and gifts; the council's slides show them."""


def _user(name: str | None) -> User:
    """The user of this name; the program itself where none is named."""
    if name is None:
        return system_user()
    user = User.objects.filter(username=name).first()
    if user is None:
        raise Refusal(f"{name}: there is no such user; see hansa user list")
    return user


@command.command(
    epilog="Example: hansa picture add signing.jpg --to agreement-8 --title 姊妹市締盟簽署儀式 --credit 新聞局"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", metavar="ID", required=True, help="What it is of, such as exchange-12 or agreement-8.")
@click.option("--title", required=True, help="What it shows; the caption on slides.")
@click.option("--credit", default="", help="Who took it or gave it.")
@click.option("--date", default="", help="When it was taken, 2026-03 or 2026-03-18.")
@by_option
@translation.override("en")
def add(file: Path, to: str, title: str, credit: str, date: str, by: str | None) -> None:
    """Keep the picture FILE (JPEG, PNG, WebP or TIFF) with a record."""
    record = record_of(to)
    if record.kind_of_record not in PICTURED:
        raise Refusal(f"{to}: pictures are of {', '.join(PICTURED[:-1])} or {PICTURED[-1]}")
    try:
        picture = add_picture(by=_user(by), file=file, of=record, title=title, credit=credit, date=date)
    except PictureError as error:
        raise Refusal(f"{file}: {error}") from error
    except ValidationError as error:
        field, words = next(iter(error.message_dict.items()))
        raise Refusal(f"--{field}: {words[0]}") from error
    except PermissionDenied as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(f"{file}: {error.strerror or error}") from error
    click.echo(f"Kept {file} as {picture.ref}, {picture.width} × {picture.height} pixels.", err=True)


@command.command(epilog="Example: hansa picture remove picture-3 --reason 'the wrong delegation'")
@click.argument("picture")
@click.option("--reason", default="", help="Why; others read it.")
@by_option
@translation.override("en")
def remove(picture: str, reason: str, by: str | None) -> None:
    """Show the picture PICTURE no more; the history keeps what it was."""
    record = record_of(picture)
    if not isinstance(record, Picture):
        raise Refusal(f"{picture}: this is no picture; see hansa list pictures")
    try:
        remove_picture(by=_user(by), picture=record, reason=reason)
    except PermissionDenied as error:
        raise Refusal(str(error)) from error
    click.echo(f"{picture} was removed.", err=True)
