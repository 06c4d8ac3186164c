"""Who acts when a command changes the register, and on which record."""

from typing import Any

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import ref_parts
from hansa.cli.refusal import Refusal
from hansa.register.domain.users import system_user
from hansa.register.models import RECORD_KINDS, User
from hansa.register.models.record import Record
from hansa.register.rules import is_of_own_office, may_admit, may_merge


def by_option(command: Any) -> Any:
    """Adds `--by` to a command: in whose name it acts."""
    return click.option("--by", metavar="NAME", help="The user in whose name it is done; Hansa itself if not given.")(
        command
    )


def merging_by(name: str | None, *records: Record) -> User:
    """The user of this name, who may merge these records; the program itself where none is named."""
    if name is None:
        return system_user()
    user = User.objects.filter(username=name).first()
    if user is None:
        raise Refusal(f"{name}: there is no such user; see hansa user list")
    if not may_merge(user, *records):
        raise Refusal(f"{name} may not merge these records: only editors of their office may")
    return user


def record_of(ref: str) -> Record:
    """The record of an id itself, a merged one too. Raises Refusal where there is none."""
    kind, number = ref_parts(ref)
    ensure_installed()
    record = RECORD_KINDS[kind]._default_manager.filter(pk=number).first()
    if record is None:
        raise Refusal(f"{ref}: there is no such record; see hansa list {kind}")
    return record


def admitting_by(name: str | None, *records: Record) -> User:
    """The user of this name, who may decide facts and change these records; the program itself where none is named."""
    if name is None:
        return system_user()
    user = User.objects.filter(username=name).first()
    if user is None:
        raise Refusal(f"{name}: there is no such user; see hansa user list")
    if not may_admit(user) or not all(is_of_own_office(user, record) for record in records):
        raise Refusal(f"{name} may not decide this: only editors of the office may")
    return user
