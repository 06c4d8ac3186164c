"""What a record holds, whole: its own fields and its parts, as plain values.

History, questions about the past, merging, import and export all see a record in this form.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from hansa.register.models import RECORD_KINDS
from hansa.register.models.record import Record

State = dict[str, Any]
# Kept by the database for every record; an entry of the history has its own time.
_NOT_HELD = ("id", "created", "changed")
# Rows that belong to a record and have no id of their own outside, by kind, under the name of their relation.
PARTS: dict[str, tuple[str, ...]] = {
    "party": ("names",),
    "organization": ("names",),
    "agreement": ("sides", "texts", "signed_names", "fields", "signatories", "steps", "clauses"),
    "membership": ("seats",),
    "exchange": ("parties", "people", "fields", "programme", "costs"),
    "project": ("participating",),
    "commitment": ("passages",),
    "question": ("citations",),
}


@dataclass(frozen=True)
class Part:
    """Rows that belong to a record: their name, their table, the column that names the record, and what they hold.

    Where `single` is filled, a row is nothing but that one other record, and stands for it.
    """

    name: str
    model: type[models.Model]
    owner: "models.Field[Any, Any]"
    fields: tuple["models.Field[Any, Any]", ...]
    single: "models.Field[Any, Any] | None" = None


@cache
def fields_of_kind(kind: str) -> tuple["models.Field[Any, Any]", ...]:
    """The columns that a record of the kind holds itself."""
    return tuple(field for field in RECORD_KINDS[kind]._meta.concrete_fields if field.name not in _NOT_HELD)


@cache
def parts_of_kind(kind: str) -> tuple[Part, ...]:
    """The parts that records of the kind have, in a fixed order."""
    return tuple(_part(RECORD_KINDS[kind], name) for name in PARTS.get(kind, ()))


def _part(model: type[Record], name: str) -> Part:
    relation: Any = model._meta.get_field(name)
    if relation.many_to_many:
        through: Any = relation.remote_field.through
        owner = through._meta.get_field(relation.m2m_field_name())
        other = through._meta.get_field(relation.m2m_reverse_field_name())
        return Part(name, through, owner, (other,), other)
    child: Any = relation.related_model
    owner = relation.field
    held = tuple(field for field in child._meta.concrete_fields if field.name != "id" and field is not owner)
    return Part(name, child, owner, held)


def plain_value(field: "models.Field[Any, Any]", value: object) -> object:
    """A column's value as JSON keeps it on both databases: another record as its ref, dates and decimals as text."""
    if value is not None and isinstance(field, models.ForeignKey):
        return ref_to(field.related_model, value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value


def ref_to(model: Any, number: object) -> str:
    """The ref of a row of a table: `agreement-12` for a record, `unit-3` for other things that one names."""
    return f"{model.kind_of_record if issubclass(model, Record) else model._meta.model_name}-{number}"


def _held(fields: Sequence["models.Field[Any, Any]"], row: Sequence[object]) -> State:
    values = ((field, value) for field, value in zip(fields, row, strict=True) if value not in (None, "", [], {}))
    return {field.name: plain_value(field, value) for field, value in values}


def own_state_of(record: models.Model) -> State:
    """What a record's own fields hold, by name, without its parts; what holds nothing is left out. No query."""
    fields = [field for field in record._meta.concrete_fields if field.name not in _NOT_HELD]
    return _held(fields, [field.value_from_object(record) for field in fields])


def states_of(kind: str, numbers: Iterable[int]) -> dict[int, State]:
    """What records of a kind hold now, by number: their fields and parts that hold something.

    One query, and one for each part that the kind has, for a few hundred records at a time.
    """
    wanted = list(numbers)
    fields = fields_of_kind(kind)
    rows = RECORD_KINDS[kind]._default_manager.filter(pk__in=wanted)
    columns = [field.attname for field in fields]
    states = {row[0]: _held(fields, row[1:]) for row in rows.order_by("pk").values_list("pk", *columns)}
    for part in parts_of_kind(kind):
        for number, held in _rows_of(part, wanted).items():
            states[number][part.name] = held
    return states


def _rows_of(part: Part, numbers: Sequence[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    rows = part.model._default_manager.filter(**{f"{part.owner.name}__in": numbers}).order_by("pk")
    for number, *row in rows.values_list(part.owner.attname, *(field.attname for field in part.fields)):
        held = plain_value(part.single, row[0]) if part.single else _held(part.fields, row)
        found[number].append(held)
    return found


def state_of(record: Record) -> State:
    """What one record holds now, in the database, with its parts; empty where it is not written yet."""
    return states_of(record.kind_of_record, [record.pk]).get(record.pk, {}) if record.pk else {}


def difference(before: State, after: State) -> tuple[State, State]:
    """The fields and parts that are not the same in two states: what they were, and what they are."""
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    was = {name: before[name] for name in changed if name in before}
    return was, {name: after[name] for name in changed if name in after}
