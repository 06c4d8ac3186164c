"""Entering and changing records by hand: whole, with all their parts, checked, by somebody who may."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction

from hansa.register.derived import derive, derived_columns, report_due
from hansa.register.domain.history import changing, lock_history
from hansa.register.domain.parties import add_person
from hansa.register.errors import RegisterError
from hansa.register.models import (
    RECORD_KINDS,
    Exchange,
    HistoryEntry,
    Organization,
    OrganizationName,
    Party,
    PartyName,
    Person,
    User,
)
from hansa.register.models.record import Record, WorkingRecord
from hansa.register.rules import may_add, may_admit, may_edit
from hansa.register.search import index_records
from hansa.register.states import Part, own_state_of, parts_of_kind, ref_to, state_of
from hansa.register.validators import Parts, validate
from hansa.register.validators.database import in_words

Values = Mapping[str, Any]
# What the register itself writes of a record, and what has functions of its own.
_NOT_EDITED = frozenset({"id", "created", "changed", "published", "fixed", "merged_into", "office"})


class Overtaken(RegisterError):
    """Somebody else changed the same fields of the record since it was looked at; `entries` say who and what."""

    def __init__(self, record: Record, entries: Sequence[HistoryEntry]) -> None:
        self.record, self.entries = record, entries
        names = ", ".join(sorted({entry.by.username for entry in entries}))
        super().__init__(f"{record.ref} was changed by {names} in the meantime; look at it again")


@cache
def fields_edited(kind: str) -> tuple["models.Field[Any, Any]", ...]:
    """The fields that people fill in of records of a kind; the others follow from them or are not theirs."""
    model = RECORD_KINDS[kind]
    left_out = _NOT_EDITED | derived_columns(model)
    return tuple(field for field in model._meta.concrete_fields if field.name not in left_out)


def version_of(ref: str) -> int:
    """How far the history of a record has come: the number of its last entry, 0 where it has none. One query."""
    return HistoryEntry.objects.filter(record=ref).aggregate(last=models.Max("pk"))["last"] or 0


def add_record(*, by: User, kind: str, values: Values, parts: Parts | None = None, reason: str = "") -> Record:
    """Enter a new record of a kind; a working record belongs to the office of the one who enters it, an officer's unit.

    `values` are by field, `parts` rows by the name of the part, without their owner; somebody new whom they name is
    entered as well. What is filled in counts as set by a person. One history entry. Raises PermissionDenied, and
    ValidationError with every field that is wrong.
    """
    if not may_add(by, kind):
        raise PermissionDenied(f"{by} may not enter a {kind}")
    record: Any = RECORD_KINDS[kind]()
    if isinstance(record, WorkingRecord):
        record.office_id = by.office_id
    if not may_admit(by):
        record.unit_id = by.unit_id
    with _told_in_words():
        return _write("add", by, record, values, parts or {}, reason)


def change_record(
    *,
    by: User,
    record: Record,
    values: Values,
    parts: Parts | None = None,
    reason: str = "",
    version: int | None = None,
) -> Record:
    """Change fields and parts of a record, parts as whole lists; what is not named stays. Gives the record anew.

    What changes counts as set by a person. One history entry, none where nothing changes. `version` is the state that
    the person looked at: raises Overtaken where others changed the same fields since. Raises PermissionDenied, and
    ValidationError with every field that is wrong.
    """
    with _told_in_words():
        lock_history()
        held = RECORD_KINDS[record.kind_of_record]._default_manager.get(pk=record.pk)
        if not may_edit(by, held):
            raise PermissionDenied(f"{held.ref} is not {by}'s to change")
        if version is not None:
            _check_not_overtaken(held, version, {*values, *(parts or {})})
        return _write("change", by, held, values, parts or {}, reason)


@contextmanager
def _told_in_words() -> Iterator[None]:
    """All or nothing; what the database refuses is told as a validator tells it."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        told = in_words(error)
        if told is None:
            raise
        raise told from error


def _check_not_overtaken(record: Record, version: int, names: set[str]) -> None:
    later = HistoryEntry.objects.filter(record=record.ref, pk__gt=version).select_related("by").order_by("pk")
    same = [entry for entry in later if names & {*entry.before, *entry.after}]
    if same:
        raise Overtaken(record, same)


def _write(action: str, by: User, record: Record, values: Values, parts: Parts, reason: str) -> Record:
    with changing(by=by, action=action, record=record, reason=reason):
        before = state_of(record)
        _fill(record, values)
        _enter_people(by, [record, *(row for rows in parts.values() for row in rows)])
        # Nobody enters or hands over what is then not theirs.
        if not may_edit(by, record):
            raise PermissionDenied(f"{record} would not be {by}'s to change")
        validate(record, parts)
        told = own_state_of(record) | {part.name: _told(part, parts[part.name]) for part in _parts(record, parts)}
        set_by_person = {name for name in {*values, *parts} if told.get(name) != before.get(name)}
        record.fixed = sorted({*record.fixed, *set_by_person})
        if isinstance(record, Exchange) and "report_due" not in record.fixed:
            record.report_due = report_due(record)
        record.save()
        for part in _parts(record, parts):
            if part.name in set_by_person:
                _write_part(record, part, parts[part.name])
        _keep_own_names(record)
    return record


def _fill(record: Any, values: Values) -> None:
    edited = {field.name for field in fields_edited(record.kind_of_record)}
    if unknown := set(values) - edited:
        raise ValueError(f"nobody fills in {', '.join(sorted(unknown))} of a {record.kind_of_record}")
    for name, value in values.items():
        setattr(record, name, value)


def _enter_people(by: User, rows: Sequence[models.Model]) -> None:
    """Write the people whom rows name for the first time: one for each name."""
    entered: dict[str, Person] = {}
    for row in rows:
        person = row._state.fields_cache.get("person")
        if not isinstance(person, Person) or person.pk:
            continue
        if str(person) not in entered:
            entered[str(person)] = add_person(by=by, person=person)
        row.person = entered[str(person)]  # type: ignore[attr-defined]
    index_records(entered.values())


def _parts(record: Record, given: Parts) -> list[Part]:
    return [part for part in parts_of_kind(record.kind_of_record) if part.name in given]


def _told(part: Part, rows: Sequence[models.Model]) -> list[Any] | None:
    """What rows hold, in the form of `state_of`; None for none."""
    if part.single:
        return [ref_to(part.single.related_model, row.pk) for row in rows] or None
    return [
        {name: value for name, value in own_state_of(row).items() if name != part.owner.name} for row in rows
    ] or None


def _write_part(record: Record, part: Part, rows: Sequence[models.Model]) -> None:
    """Put these rows, in this order, in place of all that the part has."""
    part.model._default_manager.filter(**{part.owner.name: record}).delete()
    if part.single:
        rows = [part.model(**{part.single.name: row}) for row in rows]
    for row in rows:
        row.pk = None
        setattr(row, part.owner.name, record)
    part.model._default_manager.bulk_create(rows)


def _keep_own_names(record: Record) -> None:
    """A party or organization is found by the names that it is shown under, whatever else it is called."""
    if isinstance(record, Party):
        PartyName.objects.bulk_create(
            (derive(PartyName(party=record, name=name)) for name in (record.name_zh, record.name_en) if name),
            ignore_conflicts=True,
        )
    elif isinstance(record, Organization):
        own = (record.name_zh, record.name_en, record.acronym)
        OrganizationName.objects.bulk_create(
            (derive(OrganizationName(organization=record, name=name)) for name in dict.fromkeys(own) if name),
            ignore_conflicts=True,
        )
