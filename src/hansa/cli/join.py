"""`hansa join`: facts put into a record."""

import click

from hansa.cli.acting import admitting_by, by_option, record_of
from hansa.cli.deciding import deciding, facts_of, offices_of
from hansa.register.domain.facts import join_facts


@click.command(epilog="Example: hansa join fact-12 fact-13 agreement-3 --reason 'the same signing'")
@click.argument("facts", metavar="FACT...", nargs=-1, required=True)
@click.argument("record", metavar="RECORD")
@click.option("--reason", required=True, help="Why; others read it.")
@by_option
def command(facts: tuple[str, ...], record: str, reason: str, by: str | None) -> None:
    """Put each FACT into RECORD, where it stays whatever the rule says. All of them, or none.

    What it says otherwise becomes a conflict. hansa undo FACT takes it back.
    """
    with deciding():
        found, into = facts_of(facts), record_of(record)
        join_facts(by=admitting_by(by, *offices_of(found, into)), facts=found, record=into, reason=reason)
        click.echo(f"{', '.join(facts)} belong to {record}", err=True)
