"""`hansa merge`: two records become one, or come apart again."""

import click
from django.utils import translation

from hansa.cli.acting import by_option, merging_by, record_of
from hansa.cli.refusal import Refusal
from hansa.register.domain.merging.merge import merge
from hansa.register.domain.merging.undo import undo_merge
from hansa.register.errors import RegisterError


def _merge(kept: str, merged: str, reason: str, by: str | None) -> None:
    one, other = record_of(kept), record_of(merged)
    done = merge(by=merging_by(by, one, other), kept=one, merged=other, reason=reason)
    click.echo(f"{merged} was merged into {kept}; {len(done.changes)} records changed.", err=True)
    click.echo(f"To undo it: hansa merge --undo {merged} --reason …", err=True)


def _undo(merged: str, reason: str, by: str | None) -> None:
    record = record_of(merged)
    done = undo_merge(by=merging_by(by, record), merged=record, reason=reason)
    click.echo(f"{merged} stands by itself again, apart from {done.kept}.", err=True)


@click.command(epilog="Example: hansa merge party-3 party-17 --reason '釜山 and Busan are one city'")
@click.argument("kept", required=False)
@click.argument("merged", required=False)
@click.option("--undo", metavar="ID", help="Let this merged record stand by itself again.")
@click.option("--reason", required=True, help="Why; others read it.")
@by_option
@translation.override("en")
def command(kept: str | None, merged: str | None, undo: str | None, reason: str, by: str | None) -> None:
    """Merge the record MERGED into KEPT: what it holds and what names it goes over, and its id answers with KEPT.

    Both are ids of one kind, such as party-3 and party-17: parties, people, organizations, agreements or exchanges.
    """
    if bool(undo) == bool(kept or merged) or bool(kept) != bool(merged):
        raise click.UsageError("Write two ids, KEPT and MERGED, or --undo with one.")
    try:
        if undo:
            _undo(undo, reason, by)
        else:
            _merge(str(kept), str(merged), reason, by)
    except RegisterError as error:
        raise Refusal(str(error)) from error
