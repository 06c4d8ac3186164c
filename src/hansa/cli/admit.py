"""`hansa admit`: facts become records."""

from collections.abc import Iterator, Sequence

import click

from hansa.cli.acting import admitting_by, by_option, record_of
from hansa.cli.deciding import deciding, facts_of, offices_of
from hansa.cli.refusal import Refusal
from hansa.cli.tables import shortened, table
from hansa.register.domain.admission.hindrance import Unresolved
from hansa.register.domain.facts import admit_fact
from hansa.register.domain.queries.candidates import candidates_of
from hansa.register.models import Fact

_HEAD = ("fact", "may mean", "score", "name in the fact", "")
_COLUMNS = 40


def _rows(facts: Sequence[Fact]) -> Iterator[tuple[str, ...]]:
    for fact in facts:
        for one in candidates_of(fact):
            yield fact.ref, one.ref or "(atlas)", f"{one.score:.2f}", one.name, shortened(one.title, _COLUMNS)


def _show_candidates(facts: Sequence[Fact]) -> None:
    for fact in facts:
        click.echo(f"{fact.ref}: {fact.why or fact.get_state_display()}", err=True)
    click.echo(table(_HEAD, _rows(facts)))


@click.command(epilog="Example: hansa admit fact-12 fact-13 --by mei")
@click.argument("facts", metavar="FACT...", nargs=-1, required=True)
@click.option("--into", metavar="RECORD", help="The record that they belong to, such as agreement-3; else the rule's.")
@click.option("--reason", default="", help="Why; others read it.")
@click.option("--candidates", is_flag=True, help="Only list what hinders each fact and what it may mean.")
@by_option
def command(facts: tuple[str, ...], into: str | None, reason: str, by: str | None, *, candidates: bool) -> None:
    """Admit each proposed FACT into the record that it states, which is joined or made. All of them, or none.

    Parties, people and organizations that nobody knows yet are made. hansa undo FACT takes it back.
    """
    with deciding():
        found, record = facts_of(facts), record_of(into) if into else None
        if candidates:
            _show_candidates(found)
            return
        user = admitting_by(by, *offices_of(found, record))
        for fact in found:
            try:
                admitted = admit_fact(by=user, fact=fact, into=record, reason=reason)
            except Unresolved as why:
                raise Refusal(f"{fact.ref}: {why}; see hansa admit {fact.ref} --candidates") from why
            click.echo(f"{fact.ref} belongs to {admitted.ref}", err=True)
