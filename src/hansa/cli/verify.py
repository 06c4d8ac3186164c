"""`hansa verify`: prove that nothing was altered, and that what the register holds fits together."""

import click
from django.db import DatabaseError

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.register.domain.verification import CHECKS, stray_documents
from hansa.register.models import HistoryEntry, Passage, Source


def _checked() -> int:
    """Print what is wrong, check by check; how many problems there are."""
    found = 0
    for name, check in CHECKS.items():
        click.echo(f"checking {name}", err=True)
        for problem in check():
            found += 1
            click.echo(problem)
    return found


@click.command(epilog="Example: hansa verify")
def command() -> None:
    """Prove that nothing was altered.

    Checks the chain of the history; every record against its history; every kept document against its SHA-256, its
    text, its facts and every quote from it; what records name, and the rules between them; days and keys that follow
    from other columns; the search index; and the database's own guards. Prints a line for each thing that is wrong;
    exit status 0 only if nothing is. Changes nothing.
    """
    ensure_installed()
    try:
        found = _checked()
    except DatabaseError as error:
        raise Refusal(f"the database cannot be read: {error}".splitlines()[0]) from error
    for file in stray_documents():
        click.echo(f"{file}: belongs to no source; a load that was cut off has left it, and it does no harm", err=True)
    if found:
        raise Refusal(f"problems found: {found}")
    counts = f"{HistoryEntry.objects.count()} history entries, {Passage.objects.count()} quotes"
    click.echo(f"Nothing was altered: {counts} and {Source.objects.count()} documents agree.", err=True)
