"""`hansa list`: the records of one kind."""

import json
from collections.abc import Callable
from typing import Any

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import PLURALS, kind_named
from hansa.cli.tables import shortened, table
from hansa.register.access import records
from hansa.register.domain.users import system_user
from hansa.register.plain import Plain, plain

_CELL = 40

# The columns of each kind's table, besides the id.
_COLUMNS = {
    "party": ("kind", "country", "name_zh", "name_en"),
    "person": ("name_zh", "name_en"),
    "organization": ("acronym", "kind", "founded", "name_zh", "name_en"),
    "agreement": ("kind", "signed", "parties", "title"),
    "membership": ("since", "member", "organization", "role", "office"),
    "exchange": ("kind", "date", "parties", "title"),
    "project": ("organization", "title", "organizing", "count"),
    "commitment": ("due", "state", "unit", "text", "agreement", "exchange"),
    "gift": ("date", "direction", "title", "party", "kept_at"),
    "figure": ("period", "measure", "value", "unit", "home"),
    "source": ("media_type", "home", "title", "filename"),
    "fact": ("type", "state", "score", "record", "source", "quote"),
}


def cell(value: object) -> str:
    """A plain value as one line of text: other records by their names, lists parted by a comma."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return str(value.get("name") or json.dumps(value, ensure_ascii=False))
    if isinstance(value, list):
        return ", ".join(map(cell, value))
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _as_table(kind: str, found: list[Plain]) -> str:
    columns = ("id", *_COLUMNS[kind])
    return table(columns, [[shortened(cell(record[column]), _CELL) for column in columns] for record in found])


def _as_lines(found: list[Plain]) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in found)


@click.command(epilog="Example: hansa list agreements --json")
@click.argument("kind")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line, with every field.")
def command(kind: str, as_json: bool) -> None:
    """List the records of one KIND as a table.

    KIND is one of agreements, commitments, exchanges, facts, figures, gifts, memberships, organizations, parties,
    people, projects, sources.
    """
    singular = kind_named(kind)
    ensure_installed()
    found: list[Any] = [plain(record) for record in records(singular, system_user())]
    form: Callable[[list[Plain]], str] = _as_lines if as_json else lambda rows: _as_table(singular, rows)
    if found:
        click.echo(form(found))
    else:
        plural = next(word for word, name in PLURALS.items() if name == singular)
        click.echo(f"There are no {plural} yet.", err=True)
