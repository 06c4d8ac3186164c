"""`hansa init`: make the register."""

import click

from hansa.cli.installation import create_register, login_of
from hansa.cli.refusal import Refusal
from hansa.register.domain.installation import DEFAULT_HOME, home_of_office, is_installed, resolve_home
from hansa.register.errors import RegisterError


@click.command(epilog="Example: hansa init --home 高雄市 --office 高雄市政府行政暨國際處")
@click.option("--home", metavar="CITY", help=f"The city that the office works for; {DEFAULT_HOME} if not given.")
@click.option(
    "--office", default="", metavar="NAME", help="The name of the office; the city's government if not given."
)
@click.option("--office-en", default="", metavar="NAME", help="Its name in English.")
def command(home: str | None, office: str, office_en: str) -> None:
    """Make the register: the database, the home city and its office, and an administrator.

    The administrator's name and password are printed once. Where the register is there already, nothing changes.
    """
    if is_installed():
        return _already_there(home)
    installed = create_register(home=home or DEFAULT_HOME, office=office, office_en=office_en)
    click.echo(f"Made the register of {installed.office}, for {installed.office.home}.", err=True)
    return click.echo(login_of(installed))


def _already_there(home: str | None) -> None:
    held = home_of_office()
    try:
        if home and resolve_home(home) != held:
            raise Refusal(f"--home {home}: there is a register for {held} already; set HANSA_DATA to another folder")
    except RegisterError as error:
        raise Refusal(str(error)) from error
    click.echo(f"The register of {held} is there already; nothing was changed.", err=True)
