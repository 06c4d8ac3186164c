"""Everything that is wrong with what the lines say: the rules of each kind, and what there may be only once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from hansa.register.models import RECORD_KINDS
from hansa.register.states import parts_of_kind
from hansa.register.transfer.drafts import Draft, Spoken, drafts
from hansa.register.transfer.lines import Reading
from hansa.register.transfer.problems import Problem
from hansa.register.validators import problems as problems_of

_AT_ONCE = 500


def check(spoken: Sequence[Spoken], reading: Reading) -> None:
    """Add to the reading's problems what breaks a rule of the register."""
    once = _Once()
    # What is wrong in single cells is told already; with those cells missing, nothing else can be said of a record.
    right = [each for each in spoken if not any(line.wrong for line in each.lines)]
    for draft in drafts(right, spoken):
        parts = {name: [_as_given(draft, name, row) for row, _line in rows] for name, rows in draft.parts.items()}
        for field, errors in problems_of(draft.record, parts).items():
            for error in errors:
                reading.problems.append(Problem(_place(draft, field), " ".join(error.messages)))
        once.see(draft)
    reading.problems += once.problems()


def _as_given(draft: Draft, part: str, row: Any) -> Any:
    single = next(one.single for one in parts_of_kind(draft.spoken.kind) if one.name == part)
    return getattr(row, single.name) if single else row


def _place(draft: Draft, field: str) -> str:
    """Where a field of the record is, or of a row of a part (`sides-2-party`), in the words of the sheets."""
    part, _dash, rest = field.partition("-")
    number, _dash, column = rest.partition("-")
    lines = draft.spoken.lines
    if part in draft.parts and number.isdigit():
        _row, line = draft.parts[part][int(number)]
        return line.place(column) if line else f"{lines[0].place()} ({draft.record.ref}, {field})"
    own = draft.spoken.line
    if own and field in own.table.by_name:
        return own.place(field)
    of_the_part = draft.spoken.parts.get(part) or lines
    first = own or of_the_part[0]
    return first.place() if part in draft.parts or own else f"{first.place()} ({draft.record.ref}, {field})"


_Key = tuple[Any, ...]


class _Once:
    """What there may be only once: keys of records, seen in the lines and then looked for in the register."""

    def __init__(self) -> None:
        # By kind and columns, and by key: the numbers of the records that have it, None for new ones, and where.
        self._seen: dict[tuple[str, tuple[str, ...]], dict[_Key, list[tuple[int | None, str]]]] = {}

    def see(self, draft: Draft) -> None:
        """Remember the keys of a record."""
        spoken = draft.spoken
        for names in _keys_of(spoken.kind) if spoken.line else ():
            key = tuple(getattr(draft.record, name) for name in _columns(spoken.kind, names))
            if all(key) and spoken.line:
                places = self._seen.setdefault((spoken.kind, names), {}).setdefault(key, [])
                places.append((spoken.number, spoken.line.place(names[0])))

    def problems(self) -> Iterator[Problem]:
        """A problem for each record that is there twice."""
        for (kind, names), seen in self._seen.items():
            held = _held(kind, names, list(seen))
            for key, places in seen.items():
                own = {number for number, _place in places}
                other = next((number for number in held.get(key, ()) if number not in own), None)
                told = {"ref": f"{kind}-{other}"}
                if other is not None:
                    said = _("%(ref)s says the same already; change that one") % told
                    yield from (Problem(place, said) for _number, place in places)
                elif len(places) > 1:
                    yield from (Problem(place, _("another row says the same")) for _number, place in places[1:])


@cache
def _keys_of(kind: str) -> tuple[tuple[str, ...], ...]:
    """The columns of which no two records that were not merged may have the same."""
    model = RECORD_KINDS[kind]
    if not _merges(kind):
        return ()
    constraints = [one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    alone = [(one.name,) for one in model._meta.concrete_fields if one.unique and not one.primary_key]
    return (*(tuple(one.fields) for one in constraints), *alone)


def _merges(kind: str) -> bool:
    return "merged_into" in {field.name for field in RECORD_KINDS[kind]._meta.fields}


def _columns(kind: str, names: Sequence[str]) -> list[str]:
    fields = {field.name: field for field in RECORD_KINDS[kind]._meta.concrete_fields}
    return [fields[name].attname for name in names]


def _held(kind: str, names: Sequence[str], keys: Sequence[_Key]) -> dict[_Key, list[int]]:
    """The records of the register that have one of the keys, by key."""
    found: dict[_Key, list[int]] = defaultdict(list)
    columns = _columns(kind, names)
    unmerged: Any = RECORD_KINDS[kind]._base_manager.filter(**{"merged_into": None})
    for start in range(0, len(keys), _AT_ONCE):
        first = [key[0] for key in keys[start : start + _AT_ONCE]]
        for number, *key in unmerged.filter(**{f"{columns[0]}__in": first}).values_list("pk", *columns):
            found[tuple(key)].append(number)
    return found
