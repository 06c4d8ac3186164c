"""The days, the rule and the moment that a command asks a measure about."""

import datetime as dt
from typing import Any

import click

from hansa.cli.reporting import BadOption
from hansa.facts import span
from hansa.figures.measure import Measure
from hansa.figures.measures import UnknownMeasure, measure_named
from hansa.register.domain.queries.past import moment_of
from hansa.register.errors import RegisterError
from hansa.reports.annual import ReportError, year_named

Days = tuple[dt.date, dt.date]


def day(_context: click.Context, option: click.Parameter, value: Any) -> Any:
    """The days that an option means: a day, a month or a year, as `(first, last)`; several as a tuple of these."""
    if isinstance(value, tuple):
        return tuple(_days(option, one) for one in value)
    return _days(option, value) if value else None


def _days(option: click.Parameter, value: str) -> Days:
    try:
        found = span(value)
    except ValueError:
        found = None
    if found is None or found.first is None or found.last is None:
        raise BadOption(f"{option.opts[0]} {value}: no day; write one such as 2022-12-31, a month or a year")
    return found.first, found.last


def year(_context: click.Context, option: click.Parameter, value: str | None) -> Days | None:
    """The days of a year, Gregorian or of the Republic."""
    if value is None:
        return None
    try:
        number = year_named(value)
    except ReportError as error:
        raise BadOption(f"{option.opts[0]}: {error}") from error
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def moment(_context: click.Context, option: click.Parameter, value: Any) -> Any:
    """The moment that an option means, or several of them."""
    try:
        return tuple(map(moment_of, value)) if isinstance(value, tuple) else value and moment_of(value)
    except RegisterError as error:
        raise BadOption(f"{option.opts[0]} {error}") from error


def measure_asked(key: str) -> Measure:
    """The measure of that name; a refusal that says how to find one."""
    try:
        return measure_named(key)
    except UnknownMeasure as error:
        raise BadOption(f"no measure is called {key}; see hansa measure, or hansa measure --search WORDS") from error
