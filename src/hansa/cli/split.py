"""`hansa split`: a fact parted from its record."""

import click

from hansa.cli.acting import admitting_by, by_option
from hansa.cli.deciding import deciding, facts_of, offices_of
from hansa.register.domain.facts import split_fact


@click.command(epilog="Example: hansa split fact-12 --reason 'another visit'")
@click.argument("fact", metavar="FACT")
@click.option("--reason", required=True, help="Why; others read it.")
@by_option
def command(fact: str, reason: str, by: str | None) -> None:
    """Part FACT from its record: a record of its own rests on it alone. hansa undo FACT takes it back."""
    with deciding():
        [found] = facts_of([fact])
        record = split_fact(by=admitting_by(by, *offices_of([found])), fact=found, reason=reason)
        click.echo(f"{fact} belongs to {record.ref}", err=True)
