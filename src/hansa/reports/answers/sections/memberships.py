"""The organizations that the city belongs to."""

from collections.abc import Iterator
from dataclasses import replace

from hansa.reports.answers.sections.listed import said_by
from hansa.reports.answers.sections.measured import measured, number_of
from hansa.reports.answers.stated import Scope, Section
from hansa.reports.lists import list_named

_COLUMNS = (0, 2, 3)


def memberships(scope: Scope) -> Iterator[Section]:
    """The memberships on the day of the question, and how many organizations these are."""
    section = said_by(list_named("memberships"), scope.listed(), scope, _COLUMNS)
    number = number_of(
        measured("memberships_current", scope), "國際組織|organi[sz]ation", ("個", "項", "organizations")
    )
    yield replace(section, numbers=(number,))
