"""Columns that follow from others: the days that a date may mean, the keys that names are found by, what is due.

Whoever writes rows, by a form, a document or an import, has them derived here.
"""

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.db import models

from hansa.atlas.folding import fold
from hansa.facts import span
from hansa.register.enums import ExchangeKind
from hansa.register.models import (
    Agreement,
    Commitment,
    Exchange,
    Figure,
    Gift,
    Membership,
    OrganizationName,
    Party,
    PartyName,
    Person,
    Project,
    Seat,
    Step,
)

Row = TypeVar("Row", bound=models.Model)


def key_of(name: str) -> str:
    """The key under which a name is kept and found; empty where the name has no letters."""
    return fold(name)[:300]


def first_day(date: str) -> dt.date | None:
    """The first day that a date in EDTF may mean; None where it is empty or open."""
    return span(date).first if date else None


def last_day(date: str) -> dt.date | None:
    """The last day that a date in EDTF may mean; None where it is empty or open."""
    return span(date).last if date else None


@dataclass(frozen=True)
class Derived:
    """A column that is worked out `by` a function from the first of other columns that is filled."""

    column: str
    sources: tuple[str, ...]
    by: Callable[[str], object]


def _first(column: str, date: str) -> Derived:
    return Derived(column, (date,), first_day)


def _last(column: str, date: str) -> Derived:
    return Derived(column, (date,), last_day)


def _key(*names: str) -> Derived:
    return Derived("folded", names, key_of)


_TERM = (_first("since_first", "since"), _last("until_last", "until"))
_DAYS = (_first("first", "date"), _last("last", "date"))
DERIVED: dict[type[models.Model], tuple[Derived, ...]] = {
    Party: (_first("begun_first", "begun"), _last("ended_last", "ended")),
    PartyName: (_key("name"),),
    OrganizationName: (_key("name"),),
    Person: (_key("name_zh", "name_en"),),
    Agreement: (_first("signed_first", "signed"), _last("signed_last", "signed"), _last("until_last", "until")),
    Step: (_first("first", "date"),),
    Membership: _TERM,
    Seat: _TERM,
    Project: _TERM,
    Exchange: _DAYS,
    Commitment: (_last("due_last", "due"),),
    Gift: _DAYS,
    Figure: (_first("first", "period"), _last("last", "period"), _key("measure")),
}


_COLUMNS = {model: frozenset(one.column for one in columns) for model, columns in DERIVED.items()}


def derived_columns(model: type[models.Model]) -> frozenset[str]:
    """The columns of a table that nobody fills in, because they follow from others."""
    return _COLUMNS.get(model, frozenset())


def derive(row: Row) -> Row:
    """Fill the row's derived columns, without writing it; gives the row back.

    Raises ValueError, with a sentence, where a date is none.
    """
    held: Any = row
    for one in DERIVED.get(type(row), ()):
        source = next(filter(None, (getattr(held, name) for name in one.sources)), "")
        setattr(held, one.column, one.by(source))
    return row


def report_due(exchange: Exchange) -> dt.date | None:
    """When the report of a trip is due: HANSA_TRIP_REPORT_MONTHS after its last day, or at that month's end.

    None for what is no trip abroad, or has no last day.
    """
    if exchange.kind != ExchangeKind.OUTBOUND_VISIT or exchange.last is None:
        return None
    months = exchange.last.month - 1 + settings.HANSA_TRIP_REPORT_MONTHS
    year, month = exchange.last.year + months // 12, months % 12 + 1
    return dt.date(year, month, min(exchange.last.day, calendar.monthrange(year, month)[1]))
