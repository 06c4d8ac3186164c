"""`hansa unit`: the bureaus and divisions of the offices."""

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.offices import office_of, unit_of
from hansa.cli.refusal import Refusal
from hansa.cli.tables import table
from hansa.register.domain.offices import add_unit, rename_unit
from hansa.register.domain.users import system_user
from hansa.register.errors import RegisterError
from hansa.register.models import Unit

_OFFICE = click.option("--office", help="The office's name or number; the first one, if not given.")


@click.group()
def command() -> None:
    """The bureaus and divisions of the offices, whose officers edit the records that they are responsible for."""


@command.command("list", epilog="Example: hansa unit list")
def list_units() -> None:
    """List the units of all offices."""
    ensure_installed()
    units = Unit.objects.select_related("office").order_by("office", "pk")
    rows = [(str(unit.pk), unit.name_zh, unit.name_en, str(unit.office)) for unit in units]
    click.echo(table(("number", "name", "in English", "office"), rows))


@command.command(epilog='Example: hansa unit add 環保局 --english "Environmental Protection Bureau"')
@click.argument("name")
@click.option("--english", default="", help="The name in English.")
@_OFFICE
def add(name: str, english: str, office: str | None) -> None:
    """Add the unit NAME to an office."""
    ensure_installed()
    try:
        unit = add_unit(by=system_user(), office=office_of(office), name_zh=name, name_en=english)
    except RegisterError as error:
        raise Refusal(str(error)) from error
    click.echo(f"{unit.name_zh} is unit {unit.pk}.", err=True)


@command.command(epilog="Example: hansa unit rename 環保局 --name 環境保護局")
@click.argument("unit")
@click.option("--name", help="Another name.")
@click.option("--english", help="Another name in English.")
@_OFFICE
def rename(unit: str, name: str | None, english: str | None, office: str | None) -> None:
    """Call UNIT (name or number) of an office otherwise: what is not given stays."""
    ensure_installed()
    held = unit_of(unit, office_of(office))
    try:
        rename_unit(by=system_user(), unit=held, name_zh=name, name_en=english)
    except RegisterError as error:
        raise Refusal(str(error)) from error
    click.echo(f"{held.pk}: {held.name_zh} {held.name_en}".rstrip(), err=True)
