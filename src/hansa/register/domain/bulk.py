"""Many new records at once: with their parts, history and search, several times faster than one by one.

    numbers = add_all(by=user, kind="exchange", rows=[
        {"kind": "inbound_visit", "title": "…", "date": "2024-05", "home": 1, "parties": [3, 7],
         "people": [{"person": 4, "role": "head", "post": "市長"}]},
    ])

A row says what one record holds: its fields and its parts, under the names that `states` gives them. Values are as the
models take them (dates, decimals, lists), other records by their numbers. A part is a list of such rows, or of numbers
where it is nothing but another record. What a row does not name is as the model has it by default. Columns that follow
from others (`derived`) are worked out, whatever the row says of them. `id` gives the record's own number, as when a
register is brought back: then every row has one. Whoever calls has validated the rows; only names are checked here.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from hansa.register.derived import DERIVED, Derived
from hansa.register.domain.history import Change, enter_all, lock_history
from hansa.register.models import RECORD_KINDS, SearchEntry, Tally, User
from hansa.register.rows import expect_many, insert, many_written, new_numbers, pass_over_numbers
from hansa.register.search import index_states
from hansa.register.states import Part, State, fields_of_kind, parts_of_kind, plain_value

Row = Mapping[str, Any]
# The more at once, the less often the tally and the index of words are taken up.
_BATCH = 20_000


@transaction.atomic(savepoint=False)
def add_all(
    *, by: User, kind: str, rows: Iterable[Row], action: str = "add", reason: str = "", rests_on: Sequence[str] = ()
) -> list[int]:
    """Write new records of a kind with their parts; their numbers, in the order of the rows. All or none.

    One history entry for each, and its place in the search index. A fixed number of queries for some thousand records.
    Raises ValueError where a row names what records of the kind do not hold, IntegrityError where the database
    refuses one.
    """
    lock_history()
    waiting, added = iter(rows), list[int]()
    while batch := list(islice(waiting, _BATCH)):
        if len(batch) == _BATCH:
            expect_many()
        states = _write(kind, batch)
        changes = (
            Change(action, f"{kind}-{number}", after=state, reason=reason, rests_on=rests_on)
            for number, state in states.items()
        )
        enter_all(by=by, changes=changes)
        index_states(kind, states)
        added += states
    if len(added) >= _BATCH:
        many_written(RECORD_KINDS[kind], *(part.model for part in parts_of_kind(kind)), SearchEntry, Tally)
    return added


def _write(kind: str, rows: Sequence[Row]) -> dict[int, State]:
    """Write records and their parts; what each of them holds, by its number."""
    model, columns, parts = RECORD_KINDS[kind], _columns(fields_of_kind(kind)), parts_of_kind(kind)
    _check_names(rows, {"id", *(column.name for column in columns), *(part.name for part in parts)})
    numbered = dict(zip(_numbers(model, rows), rows, strict=True))
    states: dict[int, State] = {number: {} for number in numbered}
    now = [model._meta.get_field("created").get_db_prep_save(timezone.now(), connection)] * 2
    values = [
        [number, *now, *_values(columns, _completed(model, row), states[number])] for number, row in numbered.items()
    ]
    insert(model, ["id", "created", "changed", *(column.column for column in columns)], values)
    if "id" in rows[0]:
        pass_over_numbers(model)
    for part in parts:
        _write_part(part, {number: row[part.name] for number, row in numbered.items() if row.get(part.name)}, states)
    return states


def _write_part(part: Part, held: Mapping[int, Sequence[Any]], states: Mapping[int, State]) -> None:
    """Write the rows of a part, by the number of the record that they belong to, into the database and the states."""
    columns, single = _columns(part.fields), part.single
    values = []
    for number, rows in held.items():
        plain = states[number][part.name] = list[Any]()
        for row in rows:
            state: State = {}
            whole = {single.name: row} if single else _completed(part.model, row)
            values.append([number, *_values(columns, whole, state)])
            plain.append(state[single.name] if single else state)
    insert(part.model, [str(part.owner.column), *(column.column for column in columns)], values)


def _check_names(rows: Iterable[Row], known: set[str]) -> None:
    for row in rows:
        if unknown := row.keys() - known:
            raise ValueError(f"no such field or part: {', '.join(sorted(unknown))}")


def _numbers(model: type[models.Model], rows: Sequence[Row]) -> Sequence[int]:
    return [row["id"] for row in rows] if "id" in rows[0] else new_numbers(model, len(rows))


def _completed(model: type[models.Model], row: Row) -> Row:
    """The row with the columns that follow from others."""
    derived = DERIVED.get(model, ())
    return {**row, **{one.column: _worked_out(one, *map(row.get, one.sources)) for one in derived}} if derived else row


@lru_cache(100_000)
def _worked_out(one: Derived, *sources: str | None) -> object:
    return one.by(next(filter(None, sources), ""))


@dataclass(frozen=True)
class _Column:
    """A column that is written: what it holds by default, and how a value goes into the database and into a state."""

    name: str
    column: str
    default: Any
    ready: Callable[[Any], Any] | None
    plain: Callable[[Any], Any] | None


@cache
def _columns(fields: "tuple[models.Field[Any, Any], ...]") -> tuple[_Column, ...]:
    return tuple(
        _Column(field.name, str(field.column), field.get_default(), _ready(field), _plain(field)) for field in fields
    )


def _ready(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    """How the database takes a value of the column; None where it takes it as it is."""
    if isinstance(field, models.JSONField):
        return json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    if isinstance(field, models.DateField | models.TimeField | models.DecimalField):
        return lru_cache(10_000)(lambda value: field.get_db_prep_save(value, connection))
    return None


def _plain(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    """How a state has a value of the column, as it would be read from the database; None where as it is."""
    if isinstance(field, models.DecimalField):
        step = Decimal(1).scaleb(-field.decimal_places)
        return lambda value: format(Decimal(value).quantize(step), "f")
    if isinstance(field, models.DateTimeField):
        return lambda value: value.astimezone(dt.UTC).isoformat()
    if isinstance(field, models.FloatField):
        return float
    if isinstance(field, models.ForeignKey | models.DateField | models.TimeField):
        return lambda value: plain_value(field, value)
    return None


def _values(columns: Iterable[_Column], row: Row, state: State) -> list[Any]:
    """A row's values, ready for the database; the state is given what of them holds something."""
    values = []
    for column in columns:
        value = row.get(column.name, column.default)
        values.append(column.ready(value) if column.ready and value is not None else value)
        if value or value not in (None, "", [], {}):
            state[column.name] = column.plain(value) if column.plain else value
    return values
