"""What may not be written: checks of every kind of record that forms, imports and the domain share.

`validate` raises, `problems` lists. Each names the field: of the record itself, `signed`; of the third row of a part,
`sides-2-party`, as forms call it; of a part as a whole, `sides`. An error's code is the name of the rule.
"""

from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from django.db import models

from hansa.register.derived import derive
from hansa.register.models.record import Record
from hansa.register.states import Part, fields_of_kind, parts_of_kind
from hansa.register.validators import agreements, exchanges, memberships, parties, rules
from hansa.register.validators.draft import Draft, Parts, Problem, named
from hansa.register.validators.sentences import RULES, broken
from hansa.register.validators.values import is_currency, value_problems

_KINDS: dict[str, Callable[[Draft], Iterator[Problem]]] = {
    "party": parties.party,
    "person": parties.person,
    "organization": parties.organization,
    "agreement": agreements.agreement,
    "membership": memberships.membership,
    "exchange": exchanges.exchange,
    "project": memberships.project,
    "commitment": agreements.commitment,
    "gift": exchanges.gift,
    "rule": rules.counting_rule,
}
# Rows that are nothing but another record: that each is there once, the database keeps without a name.
_ONCE = {"parties": "exchange_party_once", "participating": "project_party_once", "passages": "commitment_passage_once"}

Errors = dict[str, list[ValidationError]]


def _row_problems(part: Part, draft: Draft) -> Iterator[tuple[str, ValidationError]]:
    for prefix, row in draft.problems(part.name):
        yield from value_problems(row, part.fields, prefix)
        derive(row)
    for constraint in part.model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            columns = [name for name in constraint.fields if name != part.owner.name]
            for prefix in _repeated(draft, part.name, columns):
                yield f"{prefix}{columns[0]}", broken(constraint.name)


def _repeated(draft: Draft, part: str, columns: list[str]) -> Iterator[str]:
    """What the fields of those rows begin with that say in these columns what a row before them says."""
    seen: list[tuple[object, ...]] = []
    for prefix, row in draft.problems(part):
        said = tuple(_said(row, column) for column in columns)
        if all(said) and said in seen:
            yield prefix
        seen.append(said)


def _said(row: models.Model, column: str) -> object:
    return named(row, column) if row._meta.get_field(column).is_relation else getattr(row, column)


def _named_twice(part: Part, draft: Draft) -> Iterator[tuple[str, ValidationError]]:
    rows = draft.rows(part.name)
    if any(row in rows[:number] for number, row in enumerate(rows)):
        yield part.name, broken(_ONCE[part.name])


def _is_of_its_office(record: Record) -> bool:
    unit = named(record, "unit") if getattr(record, "unit_id", None) else None
    return unit is None or getattr(record, "office_id", None) in (None, unit.office_id)


def _all(draft: Draft) -> Iterator[tuple[str, ValidationError]]:
    kind = draft.record.kind_of_record
    yield from value_problems(draft.record, fields_of_kind(kind))
    derive(draft.record)
    for part in parts_of_kind(kind):
        if part.name in draft.given:
            yield from (_named_twice if part.single else _row_problems)(part, draft)
    if not _is_of_its_office(draft.record):
        yield "unit", broken("unit_of_the_office")
    checks = _KINDS.get(kind)
    for field, rule in checks(draft) if checks else ():
        yield field, broken(rule)


def problems(record: Record, parts: Parts | None = None) -> Errors:
    """Everything that is wrong with a record as it stands in memory, with the parts that are to be written.

    `parts` holds rows by the part's name, without their owner; for exchanges' parties and the like, the records. Parts
    that are not given are those that the database holds. Derived columns are filled; wrong values are emptied. A few
    queries, none for parties, organizations and agreements that are loaded.
    """
    found: Errors = {}
    for field, error in _all(Draft(record, parts or {})):
        # What the field was emptied for comes first; that it is empty then is no second mistake.
        found.setdefault(field, error.error_list[:1])
    return found


def validate(record: Record, parts: Parts | None = None) -> None:
    """Raise ValidationError with all that is wrong with a record and its parts, by field. See `problems`."""
    if found := problems(record, parts):
        raise ValidationError(dict(found))


__all__ = ["RULES", "Errors", "Parts", "broken", "is_currency", "problems", "validate"]
