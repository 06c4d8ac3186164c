"""`hansa undo`: what a person decided is taken back."""

import click

from hansa.cli.acting import admitting_by, by_option, merging_by, record_of
from hansa.cli.deciding import conflict_of, deciding, offices_of
from hansa.cli.installation import ensure_installed
from hansa.register.domain.conflicts import record_of as record_in
from hansa.register.domain.conflicts import undo_settlement
from hansa.register.domain.facts import undo_decision
from hansa.register.domain.merging.undo import undo_merge
from hansa.register.models import Fact


def _undo(ref: str, reason: str, by: str | None) -> str:
    """Take back one thing; what became of it."""
    if ref.startswith("conflict-"):
        conflict = conflict_of(ref)
        user = admitting_by(by, record_in(conflict))
        undo_settlement(by=user, conflict=conflict, reason=reason)
        return "is open again"
    record = record_of(ref)
    if isinstance(record, Fact):
        entry = undo_decision(by=admitting_by(by, *offices_of([record])), fact=record, reason=reason)
        return f"is as it was before it was decided ({entry.action})"
    done = undo_merge(by=merging_by(by, record), merged=record, reason=reason)
    return f"stands by itself again, apart from {done.kept}"


@click.command(epilog="Example: hansa undo fact-12 --reason 'wrong visit'")
@click.argument("refs", metavar="ID...", nargs=-1, required=True)
@click.option("--reason", required=True, help="Why; others read it.")
@by_option
def command(refs: tuple[str, ...], reason: str, by: str | None) -> None:
    """Take back the latest decision on each ID: a fact, a settled conflict, or a merged record. All of them, or none.

    Records are then what the facts and the other decisions give. The history keeps the decision and its undoing.
    """
    ensure_installed()
    with deciding():
        for ref in refs:
            click.echo(f"{ref} {_undo(ref, reason, by)}", err=True)
