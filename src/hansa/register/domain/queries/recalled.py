"""Records as they were at a moment: the same objects that lists and pages show of today, made from their histories."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db import models
from django.db.models import Q

from hansa.register.domain.queries.past import entries_until, known, known_states
from hansa.register.domain.queries.records import records_of
from hansa.register.models import RECORD_KINDS, Office, Passage, Unit, User
from hansa.register.models.record import Record
from hansa.register.states import Part, State, fields_of_kind, parts_of_kind

_BATCH = 500
# That an agreement was replaced stands in the later one, but is part of what is shown of it.
_LATER = {"supersedes": "superseded_by", "upgrades": "upgraded_to"}
# What has no states in the history, and records that it does not know.
_ROWS_OF_TODAY: dict[str, Any] = {
    **{kind: records_of(kind) for kind in RECORD_KINDS},
    **{model.__name__.lower(): model._default_manager.all() for model in (Office, Unit, User)},
    "passage": Passage.objects.select_related("source").defer("source__text"),
}
_Fields = Sequence["models.Field[Any, Any]"]


def recalled(kind: str, at: dt.datetime) -> Iterator[Record]:
    """The records of a kind that the register held at a moment, as it held them, by number; merged ones left out.

    Not to be written. Records that they name are as they were at that moment too; units, offices, users and passages
    are as they are today. A fixed number of queries for some hundred records.
    """
    states = iter(sorted(known(kind, at), key=lambda told: _number(told[0])))
    while batch := dict(islice(states, _BATCH)):
        made = _recall(batch, at)
        yield from (made[ref] for ref in batch)


def recalled_record(ref: str, at: dt.datetime) -> Record | None:
    """One record as the register held it at a moment, or the one that it was merged into by then; None if neither."""
    states = known_states([ref], at)
    survivor = states.get(ref, {}).get("merged_into")
    return recalled_record(survivor, at) if survivor else _recall(states, at).get(ref)


def _kind(ref: str) -> str:
    return ref.rpartition("-")[0]


def _number(ref: str) -> int:
    return int(ref.rpartition("-")[2])


def _recall(states: Mapping[str, State], at: dt.datetime) -> dict[str, Any]:
    """The records of these states and all that they lead to, by ref."""
    whole: dict[str, State] = {}
    waiting = dict(states)
    while waiting:
        whole |= waiting
        named = {ref for told in waiting.items() for ref in _named_in(*told)} | _later_than(waiting, at)
        waiting = known_states((ref for ref in named - whole.keys() if _kind(ref) in RECORD_KINDS), at)
    made: dict[str, Any] = {
        ref: _row(RECORD_KINDS[_kind(ref)], _fields(ref), whole[ref], pk=_number(ref)) for ref in whole
    }
    there = made | _of_today({ref for told in whole.items() for ref in _named_in(*told)} - made.keys())
    for ref, record in made.items():
        _lead(record, _fields(ref), whole[ref], there)
        record._prefetched_objects_cache = {
            part.name: _fetched(part, whole[ref].get(part.name, []), record, there)
            for part in parts_of_kind(_kind(ref))
        }
    _add_later(made, whole)
    return made


def _fields(ref: str) -> _Fields:
    return fields_of_kind(_kind(ref))


def _links(fields: _Fields, state: State) -> Iterator[tuple["models.Field[Any, Any]", str]]:
    """The fields of a row that name other rows, with the refs of these."""
    yield from ((field, state[field.name]) for field in fields if field.is_relation and field.name in state)


def _named_in(ref: str, state: State) -> Iterator[str]:
    """The refs of all that a record and its parts name."""
    yield from (other for _, other in _links(_fields(ref), state))
    for part in parts_of_kind(_kind(ref)):
        for row in state.get(part.name, []):
            yield from [row] if part.single else (other for _, other in _links(part.fields, row))


def _later_than(states: Iterable[str], at: dt.datetime) -> set[str]:
    """The refs of the agreements that at some time were said to take the place of one of these."""
    early = [ref for ref in states if _kind(ref) == "agreement"]
    told = Q(after__supersedes__in=early) | Q(after__upgrades__in=early)
    return set(entries_until(at).filter(told, record__startswith="agreement-").values_list("record", flat=True))


def _of_today(refs: Iterable[str]) -> dict[str, Any]:
    """Rows of which nothing was known at the moment, or that have no such history, as they are now."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for ref in refs:
        numbers[_kind(ref)].add(_number(ref))
    found = {kind: _ROWS_OF_TODAY[kind].in_bulk(wanted) for kind, wanted in numbers.items()}
    return {f"{kind}-{number}": row for kind, rows in found.items() for number, row in rows.items()}


def _row(model: type[models.Model], fields: _Fields, state: State, pk: int | None = None) -> Any:
    """A row that holds what a state says, without the rows that it names."""
    held = {
        field.name: field.to_python(state[field.name]) if field.name in state else _nothing(field)
        for field in fields
        if not field.is_relation
    }
    return model(pk=pk, **held, **{field.attname: _number(ref) for field, ref in _links(fields, state)})


def _nothing(field: "models.Field[Any, Any]") -> Any:
    """What a field holds that a state leaves out."""
    if isinstance(field, models.JSONField):
        return field.get_default() if field.has_default() else {}
    return None if field.null else ""


def _lead(row: Any, fields: _Fields, state: State, there: Mapping[str, Any]) -> Any:
    """Let a row lead to the rows that it names."""
    for field, ref in _links(fields, state):
        if ref in there:
            setattr(row, field.name, there[ref])
    return row


def _fetched(part: Part, rows: Sequence[Any], record: Record, there: Mapping[str, Any]) -> Any:
    """The rows of a part as if they had been fetched with their record."""
    if part.single:
        return _as_fetched(part.single.related_model, [there[ref] for ref in rows if ref in there])
    made = [_lead(_row(part.model, part.fields, row), part.fields, row, there) for row in rows]
    for row in made:
        setattr(row, part.owner.name, record)
    return _as_fetched(part.model, made)


def _as_fetched(model: Any, rows: list[Any]) -> Any:
    # What prefetch_related leaves on a record: a query whose answer is there already.
    query = model._default_manager.all()
    query._result_cache, query._prefetch_done = rows, True
    return query


def _add_later(made: Mapping[str, Any], states: Mapping[str, State]) -> None:
    """Let each agreement know those that took its place by then."""
    for field, relation in _LATER.items():
        later: dict[str, list[Any]] = defaultdict(list)
        for ref, state in states.items():
            if _kind(ref) == "agreement" and field in state:
                later[state[field]].append(made[ref])
        for ref, record in made.items():
            if _kind(ref) == "agreement":
                record._prefetched_objects_cache[relation] = _as_fetched(type(record), later[ref])
