"""Gifts given and received."""

from collections.abc import Iterator

from hansa.reports.answers.sections.listed import said_by
from hansa.reports.answers.stated import Scope, Section
from hansa.reports.lists import list_named

_COLUMNS = (0, 1, 2, 3, 6, 7)


def gifts(scope: Scope) -> Iterator[Section]:
    """The gifts of the period; all of them where the question says none."""
    period = scope.matter.period
    yield said_by(list_named("gifts"), scope.listed(*(period.first, period.last) if period else ()), scope, _COLUMNS)
