"""`hansa office`: the offices that share this installation."""

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.offices import office_of
from hansa.cli.refusal import Refusal
from hansa.cli.tables import table
from hansa.register.domain.installation import resolve_home
from hansa.register.domain.offices import add_office, change_office
from hansa.register.domain.users import system_user
from hansa.register.errors import RegisterError
from hansa.register.models import Office


@click.group()
def command() -> None:
    """The offices that share this installation, each editing its own records."""


@command.command("list", epilog="Example: hansa office list")
def list_offices() -> None:
    """List the offices with their home cities."""
    ensure_installed()
    offices = Office.objects.select_related("home").order_by("pk")
    rows = [(str(office.pk), office.name_zh, office.name_en, str(office.home)) for office in offices]
    click.echo(table(("number", "name", "in English", "home"), rows))


@command.command(epilog='Example: hansa office add 臺北市政府 --english "Taipei City Government" --home 臺北市')
@click.argument("name")
@click.option("--english", default="", help="The name in English.")
@click.option("--home", required=True, help="The city that the office works for.")
def add(name: str, english: str, home: str) -> None:
    """Let the office NAME work with the register."""
    ensure_installed()
    try:
        office = add_office(by=system_user(), name_zh=name, name_en=english, home=resolve_home(home))
    except RegisterError as error:
        raise Refusal(str(error)) from error
    click.echo(f"{office.name_zh} is office {office.pk}.", err=True)


@command.command(epilog='Example: hansa office change 1 --english "International Affairs"')
@click.argument("office")
@click.option("--name", help="Another name.")
@click.option("--english", help="Another name in English.")
@click.option("--home", help="Another home city.")
def change(office: str, name: str | None, english: str | None, home: str | None) -> None:
    """Rename OFFICE (name or number), or let it work for another city: what is not given stays."""
    ensure_installed()
    held = office_of(office)
    try:
        city = resolve_home(home) if home else None
        change_office(by=system_user(), office=held, name_zh=name, name_en=english, home=city)
    except RegisterError as error:
        raise Refusal(str(error)) from error
    click.echo(f"{held.pk}: {held.name_zh} {held.name_en}".rstrip(), err=True)
