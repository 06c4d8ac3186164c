"""`hansa verify`: prove that nothing was altered."""

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.register.domain.verification import problems
from hansa.register.models import HistoryEntry, Passage, Source


@click.command(epilog="Example: hansa verify")
def command() -> None:
    """Prove that nothing was altered.

    Checks the chain of the history, every quote against its source's text, and every kept document against its
    SHA-256. Says what is wrong and where; exit status 0 only if nothing is.
    """
    ensure_installed()
    found = list(problems())
    for problem in found:
        click.echo(problem)
    if found:
        raise Refusal(f"alterations found: {len(found)}")
    counts = f"{HistoryEntry.objects.count()} history entries, {Passage.objects.count()} quotes"
    click.echo(f"Nothing was altered: {counts} and {Source.objects.count()} documents agree.", err=True)
