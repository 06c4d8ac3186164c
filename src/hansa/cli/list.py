"""`hansa list`: the records of one kind."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import click

from hansa.atlas.folding import scan
from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import PLURALS, kind_named
from hansa.cli.refusal import Refusal
from hansa.cli.tables import shortened, table
from hansa.register.access import records
from hansa.register.domain.queries.narrowing import Wanted, is_wanted, narrowed, wanted
from hansa.register.domain.queries.past import moment_of
from hansa.register.domain.queries.recalled import recalled
from hansa.register.domain.users import system_user
from hansa.register.errors import RegisterError
from hansa.register.models import Agreement
from hansa.register.models.record import Record
from hansa.register.plain import Plain, plain, plain_standing
from hansa.register.search import search
from hansa.register.search.words import runs

_CELL = 40
_DAY = click.DateTime(["%Y-%m-%d"])
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NARROWING = ("kind", "party", "country", "organization", "state", "field", "unit", "office")
# Of records with words that many have, the newest.
_SEARCHED = 100_000

# The columns of each kind's table, besides the id.
_COLUMNS = {
    "party": ("kind", "country", "name_zh", "name_en"),
    "person": ("name_zh", "name_en"),
    "organization": ("acronym", "kind", "founded", "name_zh", "name_en"),
    "agreement": ("kind", "signed", "state", "parties", "title"),
    "membership": ("since", "member", "organization", "role", "office"),
    "exchange": ("kind", "date", "parties", "title"),
    "project": ("organization", "title", "organizing", "count"),
    "commitment": ("due", "state", "unit", "text", "agreement", "exchange"),
    "gift": ("date", "direction", "title", "party", "kept_at"),
    "figure": ("period", "measure", "value", "unit", "home"),
    "source": ("media_type", "home", "title", "filename"),
    "rule": ("name", "version", "counts", "kinds", "label_zh"),
    "question": ("date", "state", "councillor", "words"),
    "picture": ("date", "title", "exchange", "agreement", "filename"),
    "revision": ("report", "language", "item", "text"),
    "template": ("report", "suffix", "in_use", "title"),
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


def _as_lines(_kind: str, found: list[Plain]) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in found)


def _as_csv(kind: str, found: list[Plain]) -> str:
    head = list(found[0]) if found else ["id", *_COLUMNS[kind]]
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(head)
    rows.writerows([_harmless(record[column]) for column in head] for record in found)
    return text.getvalue().rstrip("\n")


def _harmless(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; numbers are left as they are."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = cell(value)
    return f"'{text}" if text.startswith(_BEGINS_FORMULA) else text


_FORMS: dict[str, Callable[[str, list[Plain]], str]] = {"table": _as_table, "json": _as_lines, "csv": _as_csv}


def _wish(kind: str, asked: dict[str, Any]) -> Wanted:
    """What the options ask for. Raises RegisterError."""
    year, *given = (asked[name] for name in ("year", "first", "last", "on"))
    first, last, on = (moment and moment.date() for moment in given)
    if year and (first or last):
        raise RegisterError("--year and --from or --to: write one or the other")
    days = (dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else (first, last)
    if days[0] and days[1] and days[1] < days[0]:
        raise RegisterError(f"--to {days[1]} lies before --from {days[0]}")
    words = {name: asked["kind_of" if name == "kind" else name] or "" for name in _NARROWING}
    return wanted(kind, words, days=days, on=on)


def _of_today(wish: Wanted, text: str | None) -> Iterator[Any]:
    found = narrowed(records(wish.kind, system_user()), wish)
    if text:
        hits = search(text, user=system_user(), kinds=[wish.kind], limit=_SEARCHED)
        found = found.filter(pk__in=[int(hit.record.rpartition("-")[2]) for hit in hits])
    return iter(found)


def _of_then(wish: Wanted, at: dt.datetime, text: str | None) -> Iterator[Any]:
    """The records as they were known at a moment; words are sought in all that they held then."""
    words = [run.word for run in runs(text or "")]
    for record in recalled(wish.kind, at):
        if is_wanted(record, wish) and (not words or _holds(record, words)):
            yield record


def _holds(record: Record, words: list[str]) -> bool:
    held = scan(json.dumps(plain(record), ensure_ascii=False))
    return all(word in held for word in words)


def _plain(record: Any, wish: Wanted) -> Plain:
    standing = plain_standing(record, wish.on) if isinstance(record, Agreement) else {}
    return plain(record) | standing


def _nothing(kind: str, is_narrowed: bool) -> str:
    plural = next(word for word, name in PLURALS.items() if name == kind)
    return f"No {plural} are like that." if is_narrowed else f"There are no {plural} yet."


@click.command(epilog="Example: hansa list agreements --party 釜山 --state in_force --on 2010-01-01 --json")
@click.argument("kind")
@click.option("--json", "form", flag_value="json", help="One JSON object per line, with every field.")
@click.option("--csv", "form", flag_value="csv", help="A table in CSV (UTF-8) with a head row and every field.")
@click.option("--kind", "kind_of", metavar="KIND", help="What it is, such as mou or inbound_visit.")
@click.option("--party", metavar="NAME|ID", help="Somebody who takes part, by any name.")
@click.option("--country", metavar="CODE", help="The country of somebody who takes part, such as JP.")
@click.option("--organization", metavar="NAME|ID", help="The organization that it belongs to.")
@click.option(
    "--state", metavar="STATE", help="Of agreements in_force, ended …; of commitments open …; of facts proposed …"
)
@click.option("--field", metavar="FIELD", help="The field of cooperation, such as culture.")
@click.option("--unit", metavar="NAME|ID", help="The unit responsible.")
@click.option("--office", metavar="NAME|ID", help="The office whose record it is.")
@click.option("--year", type=click.IntRange(1, 9999), help="With a day in this year.")
@click.option("--from", "first", type=_DAY, metavar="DATE", help="With a day from this one on.")
@click.option("--to", "last", type=_DAY, metavar="DATE", help="With a day up to this one.")
@click.option("--on", type=_DAY, metavar="DATE", help="In force, current or done on this day.")
@click.option("--known", metavar="MOMENT", help="As the register knew it then: a day (its end), or 2024-05-01T14:30.")
@click.option("--text", help="That hold all of these words.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
def command(kind: str, form: str | None, known: str | None, text: str | None, limit: int | None, **asked: Any) -> None:
    """List the records of one KIND as a table.

    KIND is one of agreements, commitments, exchanges, facts, figures, gifts, memberships, organizations, parties,
    people, projects, sources. Filters that do not apply to a KIND are refused.
    """
    singular = kind_named(kind)
    ensure_installed()
    try:
        wish = _wish(singular, asked)
        found = _of_then(wish, moment_of(known), text) if known else _of_today(wish, text)
    except RegisterError as error:
        raise Refusal(str(error)) from error
    shown = [_plain(record, wish) for record in islice(found, limit)]
    if shown or form == "csv":
        click.echo(_FORMS[form or "table"](singular, shown))
    else:
        click.echo(_nothing(singular, any([*asked.values(), known, text])), err=True)
