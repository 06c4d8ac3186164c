"""What was promised and is not done yet."""

from collections.abc import Iterator

from hansa.reports.answers.matter import Topic
from hansa.reports.answers.sections.listed import said_by
from hansa.reports.answers.stated import Scope, Section
from hansa.reports.lists import list_named

_COLUMNS = (4, 2, 0, 6)
# These tell of their own commitments.
_TOLD = (Topic.MEMORANDA, Topic.PARTIES)


def commitments(scope: Scope) -> Iterator[Section]:
    """The commitments that are open on the day of the question, unless another section tells of them."""
    if not set(_TOLD) & set(scope.matter.topics):
        yield said_by(list_named("commitments"), scope.listed(), scope, _COLUMNS)
