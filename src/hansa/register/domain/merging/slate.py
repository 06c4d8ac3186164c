"""The records that a merge touches: what each held before, what it holds from then on, and the writing of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import models
from django.utils import timezone

from hansa.register.domain.merging.rules import FIELDS
from hansa.register.models import RECORD_KINDS, Office
from hansa.register.states import Part, State, difference, fields_of_kind, own_state_of, parts_of_kind, states_of

_BATCH = 500
# What holds relations to records: the records, and offices, which have a home.
HOLDERS: dict[str, type[models.Model]] = {**RECORD_KINDS, "office": Office}


def ref(kind: str, number: int) -> str:
    """The ref of a record by its kind and number."""
    return f"{kind}-{number}"


def split(one: str) -> tuple[str, int]:
    """The kind and number of a ref."""
    kind, _, number = one.rpartition("-")
    return kind, int(number)


@dataclass(frozen=True)
class Relation:
    """A column that names records of some kind: of the holder's own, or of the rows of one of its parts."""

    holder: str
    column: "models.Field[Any, Any]"
    part: Part | None = None

    def __str__(self) -> str:
        return ".".join([self.holder, *([self.part.name] if self.part else []), self.column.name])

    def holders_of(self, number: int) -> set[int]:
        """The numbers of the holders that name the record of this number; merged ones name nothing any more."""
        model = self.part.model if self.part else HOLDERS[self.holder]
        naming = model._default_manager.filter(**{self.column.name: number})
        if self.part is None and self.column.name != "merged_into" and "merged_into" in _own(self.holder):
            naming = naming.filter(merged_into=None)
        return set(naming.values_list(self.part.owner.attname if self.part else "pk", flat=True))


def _own(holder: str) -> dict[str, "models.Field[Any, Any]"]:
    model = HOLDERS[holder]
    fields = fields_of_kind(holder) if holder in RECORD_KINDS else model._meta.concrete_fields
    return {field.name: field for field in fields}


@cache
def relations_to(kind: str) -> tuple[Relation, ...]:
    """Everything that names records of a kind, in whatever holds relations."""
    named = RECORD_KINDS[kind]

    def naming(fields: Iterable["models.Field[Any, Any]"]) -> Iterator["models.Field[Any, Any]"]:
        return (field for field in fields if field.related_model is named)

    own = [Relation(holder, field) for holder in HOLDERS for field in naming(_own(holder).values())]
    in_parts = [
        Relation(holder, column, part)
        for holder in RECORD_KINDS
        for part in parts_of_kind(holder)
        for column in naming(part.fields)
    ]
    return (*own, *in_parts)


def named_in(holder: str, state: State) -> dict[str, set[int]]:
    """The records of kinds that can be merged which a state names, as numbers by kind."""
    found: dict[str, set[int]] = defaultdict(set)
    for kind in FIELDS:
        for relation in relations_to(kind):
            if relation.holder == holder:
                found[kind].update(split(one)[1] for one in _told(relation, state))
    return found


def _told(relation: Relation, state: State) -> Iterator[str]:
    rows = state.get(relation.part.name, []) if relation.part else [state]
    for row in rows:
        one = row.get(relation.column.name) if isinstance(row, dict) else row
        if one:
            yield one


@dataclass
class Slate:
    """What the records touched held `before` and hold `now`, by their refs; nothing is written until `write`."""

    before: dict[str, State] = field(default_factory=dict)
    now: dict[str, State] = field(default_factory=dict)

    def read(self, kind: str, numbers: Iterable[int]) -> None:
        """Take these records up, as the database holds them, unless they are there already."""
        new = sorted(number for number in numbers if ref(kind, number) not in self.before)
        for start in range(0, len(new), _BATCH):
            for number, state in _states(kind, new[start : start + _BATCH]).items():
                self.before[ref(kind, number)] = state
                self.now[ref(kind, number)] = dict(state)

    @property
    def changes(self) -> dict[str, tuple[State, State]]:
        """What differs, before and now, of the records that are not as they were."""
        differences = {one: difference(self.before[one], state) for one, state in self.now.items()}
        return {one: changed for one, changed in differences.items() if any(changed)}

    def write(self, *groups: Collection[str]) -> None:
        """Let the database hold what the records of these refs hold now, one group after the other.

        What must be the only one of its kind is given up by one record before another takes it, and the database sees
        no relation that its rules forbid.
        """
        changes = self.changes
        for group in groups:
            by_kind: dict[str, dict[int, State]] = defaultdict(dict)
            for one in group:
                if one in changes:
                    kind, number = split(one)
                    was, now = changes[one]
                    by_kind[kind][number] = dict.fromkeys(was) | now
            for kind in sorted(by_kind):
                _write(kind, by_kind[kind])


def _states(kind: str, numbers: list[int]) -> dict[int, State]:
    if kind in RECORD_KINDS:
        return states_of(kind, numbers)
    return {number: own_state_of(row) for number, row in HOLDERS[kind]._default_manager.in_bulk(numbers).items()}


def _write(kind: str, contents: dict[int, State]) -> None:
    """Write fields and parts of records of a kind, by number; None empties one."""
    own = _own(kind)
    parts = parts_of_kind(kind) if kind in RECORD_KINDS else ()
    by_names: dict[tuple[str, ...], list[models.Model]] = defaultdict(list)
    for number, content in contents.items():
        row = HOLDERS[kind](pk=number)
        names = tuple(sorted(set(content) & set(own)))
        for name in names:
            setattr(row, own[name].attname, stored_value(own[name], content[name]))
        by_names[names].append(row)
    for names, rows in by_names.items():
        _update(rows, list(names))
    for part in parts:
        _write_part(part, {number: content[part.name] for number, content in contents.items() if part.name in content})


def _update(rows: list[models.Model], names: list[str]) -> None:
    model: Any = type(rows[0])
    if names and hasattr(model, "changed"):
        names.append("changed")
        for row in rows:
            row.changed = timezone.now()  # type: ignore[attr-defined]
    if names:
        model._default_manager.bulk_update(rows, names, batch_size=_BATCH)


def _write_part(part: Part, contents: dict[int, Any]) -> None:
    numbers = sorted(contents)
    for start in range(0, len(numbers), _BATCH):
        part.model._default_manager.filter(**{f"{part.owner.name}__in": numbers[start : start + _BATCH]}).delete()
    rows = (_row(part, number, held) for number in numbers for held in contents[number] or ())
    part.model._default_manager.bulk_create(rows, batch_size=_BATCH)


def _row(part: Part, number: int, held: Any) -> models.Model:
    state = {part.single.name: held} if part.single else held
    values = {column.attname: stored_value(column, state.get(column.name)) for column in part.fields}
    return part.model(**{part.owner.attname: number}, **values)


def stored_value(column: "models.Field[Any, Any]", plain: Any) -> Any:
    """What a column takes for a plain value of a state, the other way round than `states.plain_value`."""
    if plain is None:
        return None if column.null else [] if isinstance(column, models.JSONField) else ""
    return split(plain)[1] if isinstance(column, models.ForeignKey) else column.to_python(plain)
