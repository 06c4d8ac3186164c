"""`hansa user`: who may log in."""

import secrets

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.offices import office_of, unit_of
from hansa.cli.refusal import Refusal
from hansa.cli.tables import table
from hansa.register.domain.users import SYSTEM, add_user, change_password, change_user, system_user
from hansa.register.enums import Role
from hansa.register.errors import RegisterError
from hansa.register.models import User


def _new_password() -> str:
    return secrets.token_urlsafe(12)


def _say(name: str, password: str) -> None:
    click.echo(f"Log in as {name} with the password {password} (shown only now).")


@click.group()
def command() -> None:
    """Who may log in, in which role, for which office and unit."""


@command.command("list", epilog="Example: hansa user list")
def list_users() -> None:
    """List who may log in."""
    ensure_installed()
    users = User.objects.exclude(username=SYSTEM).select_related("office", "unit").order_by("username")
    rows = [
        (user.username, user.role, str(user.office or ""), str(user.unit or ""), "yes" if user.is_active else "no")
        for user in users
    ]
    click.echo(table(("name", "role", "office", "unit", "active"), rows))


def _user(name: str) -> User:
    user = User.objects.exclude(username=SYSTEM).filter(username=name).first()
    if user is None:
        raise Refusal(f"{name}: there is no such user; see hansa user list")
    return user


@command.command(epilog="Example: hansa user add mei --role officer --unit 環保局")
@click.argument("name")
@click.option("--role", type=click.Choice(Role.values), default=Role.READER.value, show_default=True)
@click.option("--office", help="The office's name or number; the first one, if not given.")
@click.option("--unit", help="The name or number of a unit of the office; an officer edits its records.")
def add(name: str, role: str, office: str | None, unit: str | None) -> None:
    """Let NAME log in; a password is printed once.

    A reader reads; an officer loads documents and edits the unit's records; an editor edits the office's, admits,
    refuses and publishes; an administrator also keeps users, units and offices.
    """
    ensure_installed()
    if not name.isidentifier() or len(name) > 150:
        raise Refusal(f"{name}: a name is made of letters, digits and _, and does not begin with a digit")
    if User.objects.filter(username=name).exists():
        raise Refusal(f"{name}: there is a user of this name; for a new password: hansa user password {name}")
    password = _new_password()
    held = office_of(office)
    found = unit_of(unit, held) if unit else None
    add_user(by=system_user(), username=name, password=password, role=role, office=held, unit=found)
    _say(name, password)


@command.command(epilog="Example: hansa user password administrator")
@click.argument("name")
def password(name: str) -> None:
    """Give NAME a new password, which is printed once; the old one and its sessions end."""
    ensure_installed()
    user = _user(name)
    new = _new_password()
    change_password(by=system_user(), user=user, password=new)
    _say(name, new)


@command.command(epilog="Example: hansa user change mei --role editor --no-unit")
@click.argument("name")
@click.option("--role", type=click.Choice(Role.values))
@click.option("--office", help="The office's name or number; the unit is then left.")
@click.option("--unit", help="The name or number of a unit of the office.")
@click.option("--no-unit", is_flag=True, help="Of the office as a whole, of no unit.")
@click.option("--active/--inactive", default=None, help="Whether NAME may log in.")
def change(
    name: str, role: str | None, office: str | None, unit: str | None, no_unit: bool, active: bool | None
) -> None:
    """Give NAME another role, office or unit, or end NAME's work: what is not given stays."""
    ensure_installed()
    user = _user(name)
    held = office_of(office) if office else user.office
    stays = None if no_unit or office else user.unit
    try:
        change_user(
            by=system_user(),
            user=user,
            role=role or user.role,
            office=held,
            unit=unit_of(unit, held) if unit else stays,
            is_active=user.is_active if active is None else active,
        )
    except RegisterError as error:
        raise Refusal(str(error)) from error
    click.echo(f"{name}: {user.role}, {user.office or 'no office'}, {user.unit or 'no unit'}", err=True)
