"""`hansa show`: one record with what it rests on."""

import json

import click
from django.http import Http404

from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import ref_parts
from hansa.cli.list import cell
from hansa.cli.refusal import Refusal
from hansa.register.access import fetch
from hansa.register.domain.queries.evidence import conflicts_of, evidence_of, history_of
from hansa.register.domain.users import system_user
from hansa.register.models.record import Record
from hansa.register.plain import Plain, plain, plain_conflict, plain_entry, plain_evidence


def _whole(record: Record) -> Plain:
    """The record with its evidence, its conflicts and its history."""
    return {
        **plain(record),
        "evidence": [plain_evidence(fact) for fact in evidence_of(record)],
        "conflicts": [plain_conflict(conflict) for conflict in conflicts_of(record)],
        "history": [plain_entry(entry) for entry in history_of(record)],
    }


def _evidence_line(evidence: Plain) -> str:
    place = f"{cell(evidence['source'])}, page {evidence['page']}, characters {evidence['start']}–{evidence['end']}"
    return f"  {evidence['quote']}\n    {place} ({evidence['fact']})"


def _conflict_line(conflict: Plain) -> str:
    state = f"settled: {conflict['reason']}" if conflict["settled"] else "open"
    held, stated = cell(conflict["held"]), cell(conflict["stated"])
    return f"  {conflict['field']}: {held} held, {stated} stated by {conflict['fact']} ({state})"


def _entry_line(entry: Plain) -> str:
    changes = [
        f"{name}: {cell(entry['before'].get(name))} → {cell(value)}" if entry["before"] else f"{name}: {cell(value)}"
        for name, value in entry["after"].items()
    ]
    return f"  {entry['at'][:16]} {entry['by']} {entry['action']}" + (f" ({'; '.join(changes)})" if changes else "")


_PARTS = (
    ("evidence", "Evidence", _evidence_line),
    ("conflicts", "Conflicts", _conflict_line),
    ("history", "History", _entry_line),
)


def _as_text(whole: Plain) -> str:
    names = [part for part, _, _ in _PARTS]
    fields = [f"{name}: {cell(value)}" for name, value in whole.items() if name not in names]
    filled = [line for line in fields if not line.endswith(": ")]
    for part, heading, line_of in _PARTS:
        if whole[part]:
            filled += ["", f"{heading}:", *map(line_of, whole[part])]
    return "\n".join(filled)


@click.command(epilog="Example: hansa show agreement-12")
@click.argument("ref", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(ref: str, as_json: bool) -> None:
    """Show one record: its fields, the passages that it rests on, its conflicts and its history.

    ID is a kind and a number, such as agreement-12, as `hansa list` prints it.
    """
    kind, number = ref_parts(ref)
    ensure_installed()
    try:
        record = fetch(kind, number, system_user())
    except Http404 as error:
        raise Refusal(f"{ref}: there is no such record; see hansa list {kind}") from error
    whole = _whole(record)
    click.echo(json.dumps(whole, ensure_ascii=False) if as_json else _as_text(whole))
