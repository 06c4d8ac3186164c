"""`hansa conflicts`: where documents say something else than the register."""

import json

import click
from django.utils import translation

from hansa.cli.installation import ensure_installed
from hansa.cli.list import cell
from hansa.cli.tables import shortened, table
from hansa.register.domain.conflicts import record_of
from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.models import Conflict
from hansa.register.plain import plain_conflict

_HEAD = ("id", "record", "field", "held", "stated", "fact", "source")
_COLUMNS = 30


def _row(conflict: Conflict) -> list[str]:
    fact = conflict.fact
    values = (conflict.field, cell(conflict.held), cell(conflict.stated))
    title = str(fact.passage.source)
    return [f"conflict-{conflict.pk}", record_of(conflict).ref, *values, fact.ref, shortened(title, _COLUMNS)]


def _line(conflict: Conflict) -> str:
    told = {"id": f"conflict-{conflict.pk}", "record": record_of(conflict).ref, **plain_conflict(conflict)}
    return json.dumps(told, ensure_ascii=False)


@click.command(epilog="Example: hansa conflicts --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
@translation.override("en")
def command(*, as_json: bool) -> None:
    """List the conflicts that nobody has settled yet. hansa settle settles one."""
    ensure_installed()
    found = list(open_conflicts().defer("fact__passage__source__text"))
    if not found:
        click.echo("There are no open conflicts.", err=True)
    elif as_json:
        click.echo("\n".join(map(_line, found)))
    else:
        click.echo(table(_HEAD, map(_row, found)))
