"""What the database refuses, in the words of the rule that it keeps."""

from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from hansa.register.models import RECORD_KINDS
from hansa.register.states import parts_of_kind
from hansa.register.validators.sentences import RULES, broken


@cache
def _rules_by_columns() -> dict[str, str]:
    """The rules that something is there once, by the columns that SQLite names where they are broken."""
    tables: list[type[models.Model]] = [*RECORD_KINDS.values()]
    tables += [part.model for kind in RECORD_KINDS for part in parts_of_kind(kind)]
    return {
        ", ".join(f"{table._meta.db_table}.{_column(table, name)}" for name in constraint.fields): constraint.name
        for table in tables
        for constraint in table._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    }


def _column(table: type[models.Model], name: str) -> str:
    field: Any = table._meta.get_field(name)
    return str(field.column)


def _rule_of(error: IntegrityError) -> str:
    told = getattr(error.__cause__, "diag", None)
    if told is not None:
        return told.constraint_name or ""
    words = str(error).rpartition(": ")[2]
    return _rules_by_columns().get(words, words)


def in_words(error: IntegrityError) -> ValidationError | None:
    """The same error as a validator would have raised, with the field; None where no rule of ours is behind it."""
    rule = _rule_of(error)
    return ValidationError({RULES[rule].field: [broken(rule)]}) if rule in RULES else None
