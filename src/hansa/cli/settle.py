"""`hansa settle`: who is right in a conflict."""

import click

from hansa.cli.acting import admitting_by, by_option
from hansa.cli.deciding import conflict_of, deciding
from hansa.cli.installation import ensure_installed
from hansa.register.domain.conflicts import record_of, settle_conflict


@click.command(epilog="Example: hansa settle conflict-3 --take stated --reason 'as in the original'")
@click.argument("conflict", metavar="CONFLICT")
@click.option(
    "--take",
    type=click.Choice(("held", "stated")),
    required=True,
    help="The record keeps what it held, or takes what the document states.",
)
@click.option("--reason", required=True, help="Why; others read it.")
@by_option
def command(conflict: str, take: str, reason: str, by: str | None) -> None:
    """Settle CONFLICT, an id of hansa conflicts; documents change that field no more. hansa undo CONFLICT opens it."""
    ensure_installed()
    with deciding():
        found = conflict_of(conflict)
        user = admitting_by(by, record_of(found))
        settle_conflict(by=user, conflict=found, take_stated=take == "stated", reason=reason)
        click.echo(f"{conflict} is settled", err=True)
