"""`hansa refuse`: facts that are none."""

import click

from hansa.cli.acting import admitting_by, by_option
from hansa.cli.deciding import deciding, facts_of, offices_of
from hansa.register.domain.facts import refuse_fact


@click.command(epilog="Example: hansa refuse fact-12 --reason 'only planned'")
@click.argument("facts", metavar="FACT...", nargs=-1, required=True)
@click.option("--reason", required=True, help="Why; others read it.")
@by_option
def command(facts: tuple[str, ...], reason: str, by: str | None) -> None:
    """Refuse each FACT, proposed or admitted by the machine. All of them, or none.

    A record that rested on nothing else goes; its id still answers with what it held. hansa undo FACT takes it back.
    """
    with deciding():
        found = facts_of(facts)
        user = admitting_by(by, *offices_of(found))
        for fact in found:
            refuse_fact(by=user, fact=fact, reason=reason)
            click.echo(f"{fact.ref} is refused", err=True)
