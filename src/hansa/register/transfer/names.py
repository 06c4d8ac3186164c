"""The readable names that stand beside ids."""

from collections.abc import Iterable
from typing import Any

from hansa.register.transfer.cells import fitting
from hansa.register.transfer.tables import Column

# What the name of a row is made of beside its own fields.
_PARTS = {"agreement": ("sides__party",), "membership": ("party", "organization"), "project": ("organization",)}


def names_of(column: Column, numbers: Iterable[int | None]) -> dict[int, str]:
    """The names, as cells hold them, of the rows that a column's values point to, by number; a few queries at most."""
    target: Any = column.target
    wanted = {number for number in numbers if number is not None} if target else set()
    if not wanted:
        return {}
    parts = _PARTS.get(target._meta.model_name, ())
    found = target._base_manager.filter(pk__in=wanted).prefetch_related(*parts)
    return {row.pk: fitting(str(row)) for row in found}
