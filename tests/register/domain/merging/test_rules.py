"""The rules of merging: every field, part and relation of what can be merged has one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import models

from hansa.register.derived import derived_columns
from hansa.register.domain.merging.page import rules_page
from hansa.register.domain.merging.rules import FIELDS, LEADS, MERGEABLE, PARTS, RELATIONS, TERMS, Rule
from hansa.register.domain.merging.slate import relations_to
from hansa.register.models import RECORD_KINDS
from hansa.register.models.record import Record
from hansa.register.states import PARTS as PARTS_OF_RECORDS
from hansa.register.states import fields_of_kind, parts_of_kind

KINDS = {model: kind for kind, model in RECORD_KINDS.items()}
OWNERS = {part.model: (kind, part) for kind in RECORD_KINDS for part in parts_of_kind(kind)}


def named(field: Any) -> str | None:
    """A foreign key as the table of relations writes it; None for a part's key of its own record."""
    if field.model in OWNERS:
        kind, part = OWNERS[field.model]
        return None if field == part.owner else f"{kind}.{part.name}.{field.name}"
    return f"{KINDS.get(field.model, field.model._meta.model_name)}.{field.name}"


def foreign_keys_to(model: type[Record]) -> Iterator[Any]:
    """Every column of the database that names records of a model, with those of tables that Django makes itself."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            yield relation.field


@pytest.mark.parametrize("kind", FIELDS)
def test_every_own_field_has_a_rule(kind: str) -> None:
    held = {field.name for field in fields_of_kind(kind)}

    assert held - derived_columns(RECORD_KINDS[kind]) == set(FIELDS[kind])


@pytest.mark.parametrize("kind", FIELDS)
def test_every_part_has_a_rule(kind: str) -> None:
    assert set(PARTS.get(kind, ())) == set(PARTS_OF_RECORDS.get(kind, ()))


@pytest.mark.parametrize("kind", FIELDS)
def test_every_relation_from_elsewhere_has_a_rule(kind: str) -> None:
    found = {name for field in foreign_keys_to(RECORD_KINDS[kind]) if (name := named(field))}

    assert found == set(RELATIONS[kind])
    assert found == {str(relation) for relation in relations_to(kind)}


def test_every_kind_that_has_a_survivor_has_rules() -> None:
    having = {kind for kind in RECORD_KINDS if any(field.name == "merged_into" for field in fields_of_kind(kind))}

    assert having == set(FIELDS) == set(RELATIONS) == {*MERGEABLE, "membership"}


def test_rows_are_told_alike_by_columns_that_they_have() -> None:
    for kind, parts in PARTS.items():
        columns = {part.name: {field.name for field in part.fields} for part in parts_of_kind(kind)}
        for name, rule in parts.items():
            assert {*rule.alike, *filter(None, [rule.dated])} <= columns[name]


def test_following_fields_have_a_lead_with_a_rule() -> None:
    for kind, rules in FIELDS.items():
        following = [name for name, rule in rules.items() if rule is Rule.FOLLOW]
        assert all(LEADS[name] in rules for name in following)
        assert all(rules[name] is Rule.DATE for name in TERMS.get(kind, ()))


def test_rows_keep_what_the_database_wants_only_once() -> None:
    """Two rows that the database would not take beside each other become one."""
    for kind, parts in PARTS.items():
        for part in parts_of_kind(kind):
            unique = [
                set(one.fields) for one in part.model._meta.constraints if isinstance(one, models.UniqueConstraint)
            ]
            for columns in unique:
                assert set(parts[part.name].alike) <= columns - {part.owner.name}


def test_page_of_documentation_has_the_rules() -> None:
    page = Path(__file__).parents[4] / "docs" / "merging.md"

    assert page.read_text(encoding="utf-8").endswith(rules_page())
