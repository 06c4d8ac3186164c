"""`hansa show`: one record with what it rests on."""

import datetime as dt
import json

import click
from django.http import Http404

from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import ref_parts
from hansa.cli.list import cell
from hansa.cli.refusal import Refusal
from hansa.register.access import fetch
from hansa.register.domain.queries.evidence import conflicts_of, evidence_of, history_of, removal_of
from hansa.register.domain.queries.past import entries_until, moment_of
from hansa.register.domain.queries.recalled import recalled_record
from hansa.register.domain.users import system_user
from hansa.register.errors import RegisterError
from hansa.register.models import Fact
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


def _why_missing(kind: str, number: int) -> str:
    """Why there is no record of an id: it was removed, when and why, or never was."""
    ref = f"{kind}-{number}"
    removal = removal_of(ref)
    if removal is None:
        return f"{ref}: there is no such record; see hansa list {kind}"
    why = f": {removal.reason}" if removal.reason else f", with {cell(removal.rests_on)}" if removal.rests_on else ""
    return f"{ref} was removed on {removal.at:%Y-%m-%d %H:%M} by {removal.by}{why}"


def _of_then(ref: str, at: dt.datetime) -> Plain | None:
    """The record as it was known at a moment, with its history until then and the facts on which that rests."""
    record = recalled_record(ref, at)
    if record is None:
        return None
    entries = list(history_of(record).filter(pk__in=entries_until(at).values("pk")))
    facts = {int(ref.removeprefix("fact-")) for entry in entries for ref in entry.rests_on if ref.startswith("fact-")}
    evidence = Fact.objects.filter(pk__in=facts).select_related("passage__source").order_by("pk")
    return {
        **plain(record),
        "evidence": [plain_evidence(fact) for fact in evidence],
        "conflicts": [],
        "history": [plain_entry(entry) for entry in entries],
    }


def _evidence_line(evidence: Plain) -> str:
    place = f"{cell(evidence['source'])}, page {evidence['page']}, characters {evidence['start']}–{evidence['end']}"
    return f"  {evidence['quote']}\n    {place} ({evidence['fact']})"


def _conflict_line(conflict: Plain) -> str:
    state = f"settled: {conflict['reason']}" if conflict["settled"] else "open"
    held, stated = cell(conflict["held"]), cell(conflict["stated"])
    return f"  {conflict['field']}: {held} held, {stated} stated by {conflict['fact']} ({state})"


def _entry_line(entry: Plain) -> str:
    before, after = entry["before"], entry["after"]
    changes = [f"{name}: {cell(before[name])} → {cell(after.get(name))}" for name in before]
    changes += [f"{name}: {cell(value)}" for name, value in after.items() if name not in before]
    reason = f", because: {entry['reason']}" if entry["reason"] else ""
    rests_on = f", by {cell(entry['rests_on'])}" if entry["rests_on"] else ""
    request = f" [{entry['request']}]" if entry["request"] else ""
    told = f" ({'; '.join(changes)})" if changes else ""
    return f"  {entry['at'][:16]} {entry['by']} {entry['action']}{told}{rests_on}{reason}{request}"


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
@click.option("--known", metavar="MOMENT", help="As the register knew it then: a day (its end), or 2024-05-01T14:30.")
def command(ref: str, as_json: bool, known: str | None) -> None:
    """Show one record: its fields, the passages that it rests on, its conflicts and its history.

    ID is a kind and a number, such as agreement-12, as `hansa list` prints it. With --known, the evidence is what the
    changes until then rested on, and conflicts are left out.
    """
    kind, number = ref_parts(ref)
    ensure_installed()
    try:
        whole = _of_then(f"{kind}-{number}", moment_of(known)) if known else _whole(fetch(kind, number, system_user()))
    except RegisterError as error:
        raise Refusal(str(error)) from error
    except Http404 as error:
        raise Refusal(_why_missing(kind, number)) from error
    if whole is None:
        raise Refusal(f"{ref}: the register did not hold it at {known}")
    click.echo(json.dumps(whole, ensure_ascii=False) if as_json else _as_text(whole))
