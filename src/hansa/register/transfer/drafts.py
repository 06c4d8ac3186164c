"""The records that lines speak of, as they would be once the lines are written: nothing is written here."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from hansa.register.models import RECORD_KINDS
from hansa.register.states import Part, fields_of_kind, parts_of_kind
from hansa.register.transfer.lines import Line, Reading
from hansa.register.transfer.tables import is_record

_AT_ONCE = 500
# The objects of new records, by their lines.
_New = dict[Line, Any]


@dataclass(eq=False)
class Spoken:
    """What the lines say of one record: its own line, where it has one, and the lines of its parts, by part."""

    kind: str
    number: int | None
    line: Line | None = None
    parts: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))

    @property
    def lines(self) -> list[Line]:
        """All the lines that speak of the record, its own first."""
        own = [self.line] if self.line else []
        return [*own, *(line for lines in self.parts.values() for line in lines)]


@dataclass
class Draft:
    """A record as it would be: the object, and the rows of the parts that change, each with its line if it has one."""

    spoken: Spoken
    record: Any
    parts: dict[str, list[tuple[Any, Line | None]]]


def records_spoken_of(reading: Reading) -> list[Spoken]:
    """The records that lines speak of, each once, new ones and those that are there; of wrong owners, problems."""
    found: dict[object, Spoken] = {}
    lines = [line for line in reading.lines if line.says_something]
    for line in lines:
        if is_record(line.table):
            key = line if line.number is None else (line.table.kind, line.number)
            found.setdefault(key, Spoken(line.table.kind, line.number)).line = line
    for line in lines:
        if not is_record(line.table) and (owner := _owner(line, reading)) is not None:
            key = owner if isinstance(owner, Line) else (line.table.kind, owner)
            number = None if isinstance(owner, Line) else owner
            found.setdefault(key, Spoken(line.table.kind, number)).parts[line.table.part].append(line)
    return list(found.values())


def _owner(line: Line, reading: Reading) -> int | Line | None:
    """The record that a row of a part belongs to, taken out of its values."""
    name = line.table.owner
    if line.number is None:
        owner: int | Line | None = line.values.get(name)
        return owner
    if name in line.values:
        said = _("a row stays with its record; take it away by emptying its cells, and add a new row")
        reading.wrong(line, name, said)
        return None
    number: int = line.before[name]
    return number


def drafts(spoken: Sequence[Spoken], every: Sequence[Spoken] = (), *, whole: bool = True) -> Iterator[Draft]:
    """The records as they would be, a few hundred in memory at a time, by kind; `every` has all that they point to.

    With `whole`, what the checks look at is loaded too: the parts that do not change, and what all of them point to.
    """
    every = every or spoken
    new: _New = {each.line: each.line.table.model() for each in every if each.line and each.number is None}
    for each in every:
        if each.line and each.number is None:
            _link(new[each.line], each.line, new)
    for kind in RECORD_KINDS:
        of_kind = iter([each for each in spoken if each.kind == kind])
        while batch := list(islice(of_kind, _AT_ONCE)):
            yield from _drafted(kind, batch, new, whole=whole)


def _link(row: Any, line: Line, new: _New) -> None:
    """Put into a row what its line says; what points to a new record, to that object."""
    for name, value in line.values.items():
        if isinstance(value, Line) and value.number is None:
            setattr(row, name, new[value])
        elif isinstance(value, Line):
            setattr(row, line.table.by_name[name].field.attname, value.number)
        else:
            setattr(row, line.table.by_name[name].field.attname, value)


def _own(each: Spoken) -> Line:
    if each.line is None:
        raise ValueError("a new record has a line of its own")
    return each.line


def _drafted(kind: str, batch: Sequence[Spoken], new: _New, *, whole: bool) -> Iterator[Draft]:
    held = _held(kind, [each.number for each in batch if each.number is not None], whole=whole)
    found = []
    for each in batch:
        record = held[each.number] if each.number is not None else new[_own(each)]
        if each.line and each.number is not None:
            _link(record, each.line, new)
        changing = [part for part in parts_of_kind(kind) if each.number is None or part.name in each.parts]
        parts = {part.name: list(_rows(part, each, record, new)) for part in changing}
        found.append(Draft(each, record, parts))
    if whole:
        _fetch_what_is_pointed_to(found)
    yield from found


def _held(kind: str, numbers: Sequence[int], *, whole: bool) -> dict[int, Any]:
    """The records of a kind, with everything that the checks look at if `whole`; a fixed number of queries."""
    records = RECORD_KINDS[kind]._base_manager.filter(pk__in=numbers)
    if not whole:
        return {record.pk: record for record in records}
    links = [one.name for one in fields_of_kind(kind) if isinstance(one, models.ForeignKey)]
    parts = [part.name for part in parts_of_kind(kind)]
    within = [
        f"{part.name}__{one.name}"
        for part in parts_of_kind(kind)
        for one in part.fields
        if isinstance(one, models.ForeignKey) and not part.single
    ]
    return {record.pk: record for record in records.prefetch_related(*links, *parts, *within)}


def _rows(part: Part, each: Spoken, record: Any, new: _New) -> Iterator[tuple[Any, Line | None]]:
    """The rows of a part as they would be, in order."""
    lines = {line.number: line for line in each.parts[part.name] if line.number is not None}
    if each.number is not None:
        for row in part.model._base_manager.filter(**{part.owner.name: each.number}).order_by("pk"):
            line = lines.get(row.pk)
            if line is None or not line.taken_away:
                if line:
                    _link(row, line, new)
                yield row, line
    for line in each.parts[part.name]:
        if line.number is None:
            row = part.model()
            setattr(row, part.owner.name, record)
            _link(row, _without_owner(line), new)
            yield row, line


def _without_owner(line: Line) -> Line:
    values = {name: value for name, value in line.values.items() if name != line.table.owner}
    return Line(line.sheet, line.row, line.number, values=values)


def _fetch_what_is_pointed_to(found: Sequence[Draft]) -> None:
    """Load what rows point to, so that the checks ask for none of it one by one."""
    by_model: dict[Any, list[Any]] = defaultdict(list)
    for draft in found:
        for row in (draft.record, *(row for rows in draft.parts.values() for row, _line in rows)):
            by_model[type(row)].append(row)
    for model, rows in by_model.items():
        for link in model._meta.concrete_fields:
            if isinstance(link, models.ForeignKey):
                _fetch(link, [row for row in rows if getattr(row, link.attname) and not link.is_cached(row)])


def _fetch(link: Any, rows: Sequence[Any]) -> None:
    objects = link.remote_field.model._base_manager.in_bulk({getattr(row, link.attname) for row in rows})
    for row in rows:
        if (number := getattr(row, link.attname)) in objects:
            setattr(row, link.name, objects[number])
