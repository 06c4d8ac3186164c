"""Django and the register for commands.

Importing this file sets Django up; a command imports it before anything of the register, which then can be imported
at the top of the file like everything else.
"""

import os
import sys
import uuid

import click
import django
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from hansa.cli.refusal import Refusal

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hansa.settings")
try:
    if not apps.ready:
        django.setup()
except (ImproperlyConfigured, OSError, ValueError) as error:
    sys.exit(f"hansa: {error}")

# Only now can anything of the register be imported.
from django.db import DatabaseError

from hansa.register.domain.history import request_id
from hansa.register.domain.installation import DEFAULT_HOME, Installed, install, is_installed
from hansa.register.errors import RegisterError


def login_of(installed: Installed) -> str:
    """The administrator's name and password as they are shown, this once."""
    return f"Log in as {installed.username} with the password {installed.password} (shown only now)."


def create_register(*, home: str, office: str = "", office_en: str = "") -> Installed:
    """Make the register; what is wrong is one line for the user."""
    try:
        return install(home=home, office=office, office_en=office_en)
    except RegisterError as error:
        raise Refusal(str(error)) from error


def ensure_installed() -> None:
    """Make the register where there is none yet, for the default home city, and say so on standard error.

    From here on, entries of the history carry an id of this run of the command.
    """
    request_id.set(f"command-{uuid.uuid4().hex}")
    try:
        if not is_installed():
            installed = create_register(home=DEFAULT_HOME)
            click.echo(f"Made a register for {installed.office.home}. {login_of(installed)}", err=True)
    except DatabaseError as error:
        raise Refusal(f"the database cannot be used: {error}".strip().splitlines()[0]) from error
