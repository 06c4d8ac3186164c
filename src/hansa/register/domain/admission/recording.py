"""Writing what records are to hold: only what differs, with one history entry for each record, and the index."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from hansa.register.derived import derive
from hansa.register.domain.history import Change, enter_all
from hansa.register.models import RECORD_KINDS, User
from hansa.register.models.record import Record
from hansa.register.search import index_records
from hansa.register.states import Part, State, difference, own_state_of, parts_of_kind, plain_value, ref_to, states_of

_EMPTY: tuple[Any, ...] = (None, "", [], {})
Rows = Sequence[Any]


class Recording:
    """Records as they are and as they shall be; what differs is written at once, and entered at the end by `finish`."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.touched: list[Record] = []
        self.changes: list[Change] = []

    def read(self, kind: str, numbers: Iterable[int]) -> dict[int, tuple[Any, State]]:
        """Records of a kind by number, each with what it holds; a fixed number of queries."""
        wanted = set(numbers)
        states = states_of(kind, wanted)
        found = RECORD_KINDS[kind]._default_manager.in_bulk(wanted)
        return {number: (found[number], states[number]) for number in states}

    def write(
        self, record: Record, parts: Mapping[str, Rows], before: State, action: str, rests_on: Iterable[str]
    ) -> bool:
        """Let the record hold what its fields say, and in these parts these rows; whether anything changed.

        A row names its columns, relations by numbers; parts that are not named stay as they are.
        """
        derive(record)
        kept = {name: before[name] for name in before if name not in own_names(record)}
        shown = {part.name: [_plain(part, row) for row in parts[part.name]] for part in _parts(record, parts)}
        after = {**own_state_of(record), **kept, **{name: rows for name, rows in shown.items() if rows}}
        after = {name: value for name, value in after.items() if name not in shown or shown[name]}
        was, now = difference(before, after)
        if not was and not now:
            return False
        record.save()
        for part in _parts(record, parts):
            if part.name in was or part.name in now:
                _write_part(part, record.pk, parts[part.name])
        self.enter(Change(action, record.ref, was, now, rests_on=list(rests_on)), record)
        return True

    def enter(self, change: Change, record: Record | None = None) -> None:
        """Have a change entered in the history, and the record's place in the index written."""
        self.changes.append(change)
        if record:
            self.touched.append(record)

    def finish(self) -> None:
        """Enter the changes in the history, and write the index."""
        enter_all(by=self.by, changes=self.changes)
        index_records(self.touched)


def own_names(record: models.Model) -> set[str]:
    """The names of a record's own columns."""
    return {field.name for field in record._meta.concrete_fields}


def _parts(record: Record, parts: Mapping[str, Rows]) -> list[Part]:
    return [part for part in parts_of_kind(record.kind_of_record) if part.name in parts]


def _plain(part: Part, row: Any) -> Any:
    """A row as a state has it."""
    if part.single:
        return ref_to(part.single.related_model, row)
    return {
        field.name: plain_value(field, row[field.name]) for field in part.fields if row.get(field.name) not in _EMPTY
    }


def _write_part(part: Part, owner: int, rows: Rows) -> None:
    part.model._default_manager.filter(**{part.owner.attname: owner}).delete()
    part.model._default_manager.bulk_create(_row(part, owner, row) for row in rows)


def _row(part: Part, owner: int, row: Any) -> models.Model:
    held = {part.single.name: row} if part.single else row
    columns = {field.name: field for field in part.fields}
    values = {columns[name].attname: value for name, value in held.items() if value is not None}
    return derive(part.model(**{part.owner.attname: owner}, **values))
