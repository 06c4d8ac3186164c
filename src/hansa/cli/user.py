"""`hansa user`: who may log in."""

import secrets

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.cli.tables import table
from hansa.register.domain.users import SYSTEM, add_user, change_password, system_user
from hansa.register.enums import Role
from hansa.register.models import Office, User


def _new_password() -> str:
    return secrets.token_urlsafe(12)


def _say(name: str, password: str) -> None:
    click.echo(f"Log in as {name} with the password {password} (shown only now).")


@click.group()
def command() -> None:
    """Who may log in, and in which role: a list, a new user, a new password."""


@command.command("list", epilog="Example: hansa user list")
def list_users() -> None:
    """List who may log in."""
    ensure_installed()
    users = User.objects.exclude(username=SYSTEM).select_related("office").order_by("username")
    rows = [(user.username, user.role, str(user.office or ""), "yes" if user.is_active else "no") for user in users]
    click.echo(table(("name", "role", "office", "active"), rows))


@command.command(epilog="Example: hansa user add mei --role officer")
@click.argument("name")
@click.option("--role", type=click.Choice(Role.values), default=Role.READER.value, show_default=True)
def add(name: str, role: str) -> None:
    """Let NAME log in; a password is printed once.

    A reader reads; an officer loads documents; an editor also admits, refuses and publishes; an administrator may all.
    """
    ensure_installed()
    if not name.isidentifier() or len(name) > 150:
        raise Refusal(f"{name}: a name is made of letters, digits and _, and does not begin with a digit")
    if User.objects.filter(username=name).exists():
        raise Refusal(f"{name}: there is a user of this name; for a new password: hansa user password {name}")
    password = _new_password()
    add_user(by=system_user(), username=name, password=password, role=role, office=Office.objects.first())
    _say(name, password)


@command.command(epilog="Example: hansa user password administrator")
@click.argument("name")
def password(name: str) -> None:
    """Give NAME a new password, which is printed once; the old one and its sessions end."""
    ensure_installed()
    user = User.objects.exclude(username=SYSTEM).filter(username=name).first()
    if user is None:
        raise Refusal(f"{name}: there is no such user; see hansa user list")
    new = _new_password()
    change_password(by=system_user(), user=user, password=new)
    _say(name, new)
