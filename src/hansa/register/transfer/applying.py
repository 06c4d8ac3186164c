"""What the lines say, written: new records in bulk, changes of those that are there, each with its entry of history."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection, models
from django.utils import timezone

from hansa.register.derived import derive, derived_columns, key_of
from hansa.register.domain.bulk import add_all
from hansa.register.domain.history import Change, enter_all
from hansa.register.models import RECORD_KINDS, OrganizationName, PartyName, User
from hansa.register.rows import new_numbers
from hansa.register.search import index_records
from hansa.register.states import difference, parts_of_kind, states_of
from hansa.register.transfer.drafts import Draft, Spoken, drafts
from hansa.register.transfer.lines import Line

REASON = "import"
_AT_ONCE = 500
# Every name that a body is shown by is one that it is found by.
_SHOWN_BY: dict[str, tuple[Any, tuple[str, ...]]] = {
    "party": (PartyName, ("name_zh", "name_en")),
    "organization": (OrganizationName, ("name_zh", "name_en", "acronym")),
}


def write(spoken: Sequence[Spoken], *, by: User, reason: str = REASON) -> dict[str, int]:
    """Write what the lines say of records that passed every check; how many were added, changed, left as they were.

    Inside the transaction of the caller, who holds the history's lock. One history entry for each record that is
    changed or added; what a person set this way, documents change no more.
    """
    added = [each for each in spoken if each.number is None]
    there = [each for each in spoken if each.number is not None]
    for kind in RECORD_KINDS:
        _number(kind, [each for each in added if each.kind == kind])
    for kind in RECORD_KINDS:
        add_all(by=by, kind=kind, rows=[_row(each) for each in added if each.kind == kind], reason=reason)
    changed = 0
    for kind in RECORD_KINDS:
        of_kind = iter([each for each in there if each.kind == kind])
        while batch := list(islice(of_kind, _AT_ONCE)):
            changed += _change(kind, batch, by, reason)
    return {"records added": len(added), "records changed": changed}


def _number(kind: str, added: Sequence[Spoken]) -> None:
    if added:
        for each, number in zip(added, new_numbers(RECORD_KINDS[kind], len(added)), strict=True):
            _line_of(each).number = number


def _line_of(each: Spoken) -> Line:
    if each.line is None:
        raise ValueError("a new record has a line of its own")
    return each.line


def _values(line: Line) -> dict[str, Any]:
    """What a line says, ready to be written: other records by their numbers."""
    return {name: value.number if isinstance(value, Line) else value for name, value in line.values.items()}


def _row(each: Spoken) -> dict[str, Any]:
    """A new record as `add_all` takes it."""
    line = _line_of(each)
    row = _values(line)
    for part in parts_of_kind(each.kind):
        if lines := each.parts.get(part.name):
            rows = [{n: v for n, v in _values(one).items() if n != part.owner.name} for one in lines]
            row[part.name] = [one[part.single.name] for one in rows] if part.single else rows
    fixed = [name for name in row if name not in line.known]
    if each.kind in _SHOWN_BY:
        row["names"] = _all_names(each.kind, row)
    return {**row, "id": line.number, "fixed": fixed}


def _all_names(kind: str, row: dict[str, Any]) -> list[dict[str, Any]]:
    given = list(row.get("names", ()))
    held = {one["name"] for one in given}
    shown = dict.fromkeys(row[name] for name in _SHOWN_BY[kind][1] if row.get(name))
    return [*({"name": name} for name in shown if name not in held), *given]


def _change(kind: str, batch: Sequence[Spoken], by: User, reason: str) -> int:
    """Change some hundred records; how many were not so before."""
    numbers = [each.number for each in batch if each.number is not None]
    before = states_of(kind, numbers)
    several = list(drafts(batch, whole=False))
    _write_records(several)
    _write_parts(several)
    after = states_of(kind, numbers)
    changes = []
    for draft in several:
        number = draft.record.pk
        was, now = difference(before[number], after[number])
        if was or now:
            changes.append(Change("change", draft.record.ref, was, now, reason))
    enter_all(by=by, changes=changes)
    index_records([draft.record for draft in several])
    return len(changes)


def _write_records(several: Sequence[Draft]) -> None:
    model, now = type(several[0].record), timezone.now()
    names = {"changed", "fixed", *derived_columns(model)}
    for draft in several:
        own = list(draft.spoken.line.values) if draft.spoken.line else []
        names |= set(own)
        derive(draft.record)
        draft.record.changed = now
        draft.record.fixed = list(dict.fromkeys([*draft.record.fixed, *own, *draft.spoken.parts]))
    _update([draft.record for draft in several], sorted(names))


def _update(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Write columns of rows of one table: a short statement for each, several times faster than one for all."""
    meta, quote = rows[0]._meta, connection.ops.quote_name
    fields = [field for field in meta.concrete_fields if field.name in names]
    columns = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)
    values = [
        [*(field.get_db_prep_save(field.value_from_object(row), connection) for field in fields), row.pk]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {quote(meta.db_table)} SET {columns} WHERE id = %s", values)  # noqa: S608 - our names


def _write_parts(several: Sequence[Draft]) -> None:
    new: dict[Any, list[Any]] = defaultdict(list)
    changed: dict[Any, list[Any]] = defaultdict(list)
    gone: dict[Any, list[int]] = defaultdict(list)
    for draft in several:
        for row, line in _rows(draft):
            derive(row)
            (new if line.number is None else changed)[type(row)].append(row)
        for line in draft.spoken.lines:
            if line.taken_away and line.number is not None:
                gone[line.table.model].append(line.number)
        _add_names(draft, new)
    for model, numbers in gone.items():
        model._base_manager.filter(pk__in=numbers).delete()
    for model, rows in changed.items():
        _update(rows, [field.name for field in model._meta.concrete_fields if not field.primary_key])
    for model, rows in new.items():
        model._base_manager.bulk_create(rows, ignore_conflicts=model in (PartyName, OrganizationName))


def _rows(draft: Draft) -> Iterator[tuple[models.Model, Line]]:
    return ((row, line) for rows in draft.parts.values() for row, line in rows if line)


def _add_names(draft: Draft, new: dict[Any, list[Any]]) -> None:
    """A body that is shown by another name from now on is found by it as well."""
    line, kind = draft.spoken.line, draft.spoken.kind
    if line is None or kind not in _SHOWN_BY:
        return
    model, columns = _SHOWN_BY[kind]
    for name in (line.values.get(column) for column in columns):
        if name:
            new[model].append(model(**{kind: draft.record, "name": name, "folded": key_of(name)}))
