"""A column's values as JSON and as text, exactly: what is written comes back the same on both databases."""

import datetime as dt
import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models

from hansa.register.states import ref_to
from hansa.register.transfer.tables import Column

_REF = re.compile(r"([a-z_]+)-(\d{1,18})", re.ASCII)


class NotReadable(ValueError):
    """A text that is no value of its column; the message says what to write."""


def number_in(ref: str, model: type[models.Model]) -> int:
    """The number in a ref of a row of this model. Raises NotReadable."""
    match = _REF.fullmatch(ref)
    if not match or ref_to(model, match[2]) != ref:
        raise NotReadable(f"{ref!r} is no id; write {ref_to(model, 12)}")
    return int(match[2])


def _pointed_at(column: Column) -> type[models.Model] | None:
    return column.field.model if column.field.primary_key else column.target


def plain_of(column: Column, value: Any) -> Any:
    """A value from the database as JSON writes it: refs, ISO 8601 with UTC, decimals as text, None where it is null."""
    target = _pointed_at(column)
    if value is None:
        return None
    if target is not None:
        return ref_to(target, value)
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value


def value_of(column: Column, plain: Any) -> Any:
    """What `plain_of` was given. Raises NotReadable where that cannot be."""
    if plain is None:
        if not column.field.null:
            raise NotReadable("there must be a value")
        return None
    target = _pointed_at(column)
    try:
        return number_in(plain, target) if target is not None else _typed(column.field, plain)
    except NotReadable:
        raise
    except (TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise NotReadable(f"{plain!r} is no value of this column") from error


def _typed(field: "models.Field[Any, Any]", plain: Any) -> Any:
    if isinstance(field, models.JSONField):
        return plain
    if isinstance(field, models.DateTimeField):
        return dt.datetime.fromisoformat(plain)
    if isinstance(field, models.DateField):
        return dt.date.fromisoformat(plain)
    if isinstance(field, models.TimeField):
        return dt.time.fromisoformat(plain)
    if isinstance(field, models.DecimalField):
        return Decimal(plain)
    wanted: type[Any] | tuple[type[Any], ...] = str
    if isinstance(field, models.BooleanField):
        wanted = bool
    elif isinstance(field, models.FloatField):
        wanted = (int, float)
    elif isinstance(field, models.IntegerField):
        wanted = int
    if not isinstance(plain, wanted) or (isinstance(plain, bool) and wanted is not bool):
        raise NotReadable(f"{plain!r} is no value of this column")
    return plain


def text_of(column: Column, plain: Any) -> str:
    """A plain value as a cell of CSV holds it: nothing where it is null, JSON where the column holds lists."""
    if isinstance(column.field, models.JSONField):
        return in_json(plain)
    if plain is None:
        return ""
    return str(plain).lower() if isinstance(plain, bool) else str(plain)


def plain_in(column: Column, text: str) -> Any:
    """What `text_of` was given. Raises NotReadable."""
    field = column.field
    if isinstance(field, models.JSONField):
        return _json_in(text)
    if not text and field.null:
        return None
    if _pointed_at(column) is None:
        if isinstance(field, models.BooleanField):
            return {"true": True, "false": False}.get(text, text)
        if isinstance(field, models.IntegerField):
            return _number_in(text, int)
        if isinstance(field, models.FloatField):
            return _number_in(text, float)
    return text


def _number_in(text: str, kind: type[int] | type[float]) -> int | float:
    try:
        return kind(text)
    except ValueError:
        raise NotReadable(f"{text!r} is no number") from None


def _json_in(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise NotReadable(f"{text!r} is no JSON") from None


def in_json(plain: Any) -> str:
    """Canonical JSON: sorted keys, because PostgreSQL keeps no order of keys, and no spaces."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
