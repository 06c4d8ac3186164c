"""Edits of any record, made up from what its columns and parts can hold, for tests of history."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, models, transaction
from hypothesis import strategies as st

from hansa.register.derived import derive, derived_columns
from hansa.register.domain.history import changing
from hansa.register.models import RECORD_KINDS, User
from hansa.register.models.record import EdtfField, Record
from hansa.register.states import Part, fields_of_kind, parts_of_kind
from tests.factories import (
    make_agreement,
    make_commitment,
    make_exchange,
    make_fact,
    make_figure,
    make_gift,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_passage,
    make_person,
    make_picture,
    make_project,
    make_question,
    make_revision,
    make_rule,
    make_template,
    make_unit,
)

Edit = tuple[int, dict[str, Any], dict[str, list[dict[str, Any]]]]
# Fields that keep something else than lists of words.
_JSON: dict[str, st.SearchStrategy[Any]] = {
    "members": st.just([{"count": 3, "of": "cities"}]),
    "pages": st.lists(st.integers(1, 9), max_size=2),
    "data": st.just({"parties": ["釜山"], "score": 0.1, "nested": {"a": None}}),
}
_WORDS = ["姊妹市", "Busan", "a\nb “c” \\ 港", "é🙂", "TW"]


def make_world() -> list[Record]:
    """Two records of each kind, and an office with a unit that they can name."""
    make_unit(make_office(make_party("高雄市")))
    one, other = make_party("釜山"), make_party("熊本")
    leagues = [make_organization("甲盟"), make_organization("乙盟")]
    agreements = [make_agreement(one, other), make_agreement(one, other)]
    records: list[Record] = [one, other, *leagues, *agreements]
    for league, agreement in zip(leagues, agreements, strict=True):
        visit = make_exchange(one)
        commitment = make_commitment(agreement=agreement)
        commitment.passages.add(make_passage())
        records += [make_person(), make_membership(one, league), visit, make_project(league), commitment, make_gift()]
        records += [make_figure(), make_fact(agreement)]
        records.append(records[-1].passage.source)  # type: ignore[attr-defined]
        records += [make_rule(league.name_zh), make_question(), make_picture(), make_revision(visit.ref)]
        records.append(make_template(report=league.name_zh))
    assert {record.kind_of_record for record in records} == set(RECORD_KINDS)
    return records


def _value(field: "models.Field[Any, Any]") -> st.SearchStrategy[Any]:
    if isinstance(field, models.ForeignKey):
        # Which of the rows that are there: drawn as a number, because there are none yet when edits are drawn.
        return st.none() | st.integers(0, 3)
    if isinstance(field, EdtfField):
        return st.sampled_from(["", "1966", "1966-06-30", "2001-05/2010", "2015-03/.."])
    by_type: dict[type[Any], st.SearchStrategy[Any]] = {
        models.BooleanField: st.booleans(),
        models.DateField: st.none() | st.sampled_from([dt.date(1966, 6, 30), dt.date(2020, 2, 29)]),
        models.DateTimeField: st.none() | st.just(dt.datetime(2024, 5, 1, 12, 30, tzinfo=dt.UTC)),
        models.TimeField: st.none() | st.just(dt.time(9, 30)),
        models.DecimalField: st.none() | st.sampled_from([Decimal(0), Decimal("12.50")]),
        models.FloatField: st.none() | st.sampled_from([0.0, 22.62, -1e-7, 1e22]),
        models.JSONField: _JSON.get(field.name, st.lists(st.sampled_from(["經濟", "culture", "港"]), max_size=2)),
        models.PositiveIntegerField: st.none() | st.integers(0, 9),
        models.PositiveBigIntegerField: st.none() | st.integers(0, 2**40),
    }
    if field.choices:
        return st.sampled_from([value for value, _ in field.flatchoices])
    words = st.sampled_from([word for word in _WORDS if len(word) <= (field.max_length or len(word))])
    return by_type.get(type(field), words | st.just("") if field.blank else words)


def _row(fields: tuple["models.Field[Any, Any]", ...], model: type[models.Model]) -> st.SearchStrategy[dict[str, Any]]:
    free = [field for field in fields if field.name not in derived_columns(model) and not field.unique]
    needed = {field.name for field in free if not (field.blank or field.null or field.has_default())}
    values = {field.name: _value(field) for field in free}
    return st.fixed_dictionaries(
        {name: values[name] for name in needed}, optional={name: values[name] for name in values.keys() - needed}
    )


def edits(kind: str) -> st.SearchStrategy[Edit]:
    """Which of the two records of the kind, what its fields become, and what its parts become as a whole."""
    parts = {part.name: st.lists(_row(part.fields, part.model), max_size=3) for part in parts_of_kind(kind)}
    fields = _row(fields_of_kind(kind), RECORD_KINDS[kind])
    return st.tuples(st.integers(0, 1), fields, st.fixed_dictionaries({}, optional=parts))


def _put(row: models.Model, values: dict[str, Any]) -> None:
    for name, value in values.items():
        field: Any = row._meta.get_field(name)
        if isinstance(field, models.ForeignKey) and value is not None:
            there = list(field.related_model._default_manager.order_by("pk").values_list("pk", flat=True))
            value = there[value % len(there)] if there else None
        setattr(row, field.attname, value)


def _rewrite(part: Part, record: Record, rows: list[dict[str, Any]]) -> None:
    part.model._default_manager.filter(**{part.owner.name: record}).delete()
    for values in rows:
        row = part.model(**{part.owner.name: record})
        _put(row, values)
        derive(row).save()


def edit(by: User, record: Record, fields: dict[str, Any], parts: dict[str, list[dict[str, Any]]]) -> None:
    """Write the edit as one entry of the history; nothing where the database refuses it."""
    try:
        with transaction.atomic(), changing(by=by, action="edit", record=record):
            _put(record, fields)
            derive(record).save()
            for part in parts_of_kind(record.kind_of_record):
                if part.name in parts:
                    _rewrite(part, record, parts[part.name])
    except IntegrityError:
        record.refresh_from_db()
