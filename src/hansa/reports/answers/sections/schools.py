"""Sister schools and sister ports."""

from collections.abc import Iterator

from hansa.reports.answers.sections.listed import said_by
from hansa.reports.answers.stated import Scope, Section
from hansa.reports.lists import list_named

_COLUMNS = (0, 1, 2, 3, 5)


def schools(scope: Scope) -> Iterator[Section]:
    """The ties of schools and ports on the day of the question."""
    yield said_by(list_named("sister-schools"), scope.listed(), scope, _COLUMNS)
