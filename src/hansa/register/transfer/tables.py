"""The tables in which the register leaves and comes back, and their columns: derived from the models, declared once.

CSV, JSON Lines and the workbook all follow it. A new model of the register is a new table by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import translation

from hansa.register.derived import derived_columns
from hansa.register.models import (
    RECORD_KINDS,
    Conflict,
    HistoryEntry,
    HistoryHead,
    Office,
    Passage,
    Unit,
    User,
)
from hansa.register.models.merge import Distinction, Merge
from hansa.register.models.record import Record
from hansa.register.states import PARTS, parts_of_kind, ref_to

# What is made anew from the rest (the search index), or is no part of the register (rights of Django's own).
_LEFT_OUT = {"searchentry", "tally", "user_groups", "user_user_permissions"}
# Nobody's password leaves the register, not even as a hash.
_SECRET = {"user": {"password", "last_login"}}
_NAMES: dict[type[models.Model], str] = {
    RECORD_KINDS["party"]: "parties",
    RECORD_KINDS["person"]: "people",
    Office: "offices",
    Unit: "units",
    User: "users",
    Passage: "passages",
    Conflict: "conflicts",
    HistoryEntry: "history",
    HistoryHead: "history_end",
    Merge: "merges",
    Distinction: "distinctions",
}
# What documents say, what is a file, and what belongs to a report: an officer's workbook does not have it.
_NOT_EDITED = {"fact", "source", "picture", "template", "revision"}
_KEPT_BY_THE_REGISTER = {"created", "changed", "fixed", "merged_into", "atlas_key"}
LANGUAGES = {"zh-Hant": "zh-hant", "en": "en"}


@dataclass(frozen=True)
class Column:
    """A column of a table: a field of the model, or its `id`, which is a ref such as `party-12`."""

    name: str
    field: "models.Field[Any, Any]"

    @cached_property
    def target(self) -> type[models.Model] | None:
        """The model that the column's values point to, where they do."""
        return self.field.remote_field.model if isinstance(self.field, models.ForeignKey) else None

    @cached_property
    def titles(self) -> dict[str, str]:
        """What the column is called, by language."""
        if self.field.primary_key:
            return in_each_language("ID")
        target = self.target if self.field.model._meta.auto_created else None
        return in_each_language(target._meta.verbose_name if target else self.field.verbose_name)

    @property
    def required(self) -> bool:
        """Whether every row has a value here."""
        return not self.field.blank and not self.field.null and not isinstance(self.field, models.BooleanField)

    @cached_property
    def choices(self) -> dict[str, Any]:
        """The codes that the column takes, each with its label in the reader's language; empty where it takes any."""
        return dict(self.field.flatchoices)


@dataclass(frozen=True)
class Table:
    """A table: its name, its model, and all its columns.

    `kind` is the kind of record that its rows are or belong to, `owner` the column of a part that names its record,
    `part` the name of the part. `edited` says whether an officer's workbook has it.
    """

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    kind: str = ""
    owner: str = ""
    part: str = ""
    edited: bool = False

    @cached_property
    def titles(self) -> dict[str, str]:
        """What the table is called, by language."""
        through: Any = self.model._meta.auto_created
        if not through:
            return in_each_language(self.model._meta.verbose_name_plural)
        relation = through._meta.get_field(self.part).verbose_name
        owners, own = in_each_language(through._meta.verbose_name), in_each_language(relation)
        return {"zh-Hant": f"{owners['zh-Hant']}{own['zh-Hant']}", "en": f"{owners['en']}: {own['en']}"}

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}

    @cached_property
    def edited_columns(self) -> tuple[Column, ...]:
        """The columns that an officer's workbook has: not what the register keeps itself or derives."""
        return tuple(column for column in self.columns if not _is_kept_by_the_register(column))

    def ref(self, number: object) -> str:
        """The id of a row as it is written outside."""
        return ref_to(self.model, number)


def in_each_language(words: object) -> dict[str, str]:
    """Words that are translated, by the language tags that tables use."""
    told = {}
    for tag, code in LANGUAGES.items():
        with translation.override(code):
            told[tag] = str(words)
    return told


def _is_kept_by_the_register(column: Column) -> bool:
    return column.name in _KEPT_BY_THE_REGISTER or column.name in derived_columns(column.field.model)


def _columns(model: type[models.Model]) -> tuple[Column, ...]:
    secret = _SECRET.get(str(model._meta.model_name), set())
    return tuple(Column(field.name, field) for field in model._meta.concrete_fields if field.name not in secret)


def _record_tables() -> Iterator[Table]:
    for kind, model in RECORD_KINDS.items():
        edited = kind not in _NOT_EDITED
        yield Table(_NAMES.get(model, f"{kind}s"), model, _columns(model), kind, edited=edited)
        for part in parts_of_kind(kind):
            # The evidence of a commitment is passages, which no workbook has.
            shown = edited and not (part.single and part.single.related_model is Passage)
            yield Table(
                f"{kind}_{part.name}", part.model, _columns(part.model), kind, part.owner.name, part.name, shown
            )


@cache
def tables() -> tuple[Table, ...]:
    """All tables: offices, units and users, then each kind of record with its parts, then everything else."""
    records = list(_record_tables())
    taken = {table.model for table in records}
    others = [
        Table(_NAMES.get(model, str(model._meta.model_name)), model, _columns(model))
        for model in apps.get_app_config("register").get_models(include_auto_created=True)
        if model not in taken and model._meta.model_name not in _LEFT_OUT
    ]
    first = [table for table in others if table.model in (Office, Unit, User)]
    return (*first, *records, *(table for table in others if table not in first))


@cache
def edited_tables() -> tuple[Table, ...]:
    """The tables of an officer's workbook, in their order."""
    return tuple(table for table in tables() if table.edited)


@cache
def table_of(model: type[models.Model]) -> Table:
    """The table of a model."""
    return next(table for table in tables() if table.model is model)


def table_of_part(kind: str, part: str) -> Table:
    """The table of a part of a kind of record."""
    return next(table for table in tables() if table.kind == kind and table.part == part)


def is_record(table: Table) -> bool:
    """Whether a table's rows are records, not parts of one."""
    return issubclass(table.model, Record)


__all__ = [
    "LANGUAGES", "PARTS", "Column", "Table", "edited_tables", "in_each_language", "is_record",
    "table_of", "table_of_part", "tables",
]  # fmt: skip
