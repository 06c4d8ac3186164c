"""The sections of an answer, one subject a file: each says what the register holds of it, in constant queries."""

from collections.abc import Callable, Iterator

from hansa.reports.answers.matter import Topic
from hansa.reports.answers.sections.commitments import commitments
from hansa.reports.answers.sections.costs import costs
from hansa.reports.answers.sections.differences import differences
from hansa.reports.answers.sections.exchanges import exchanges
from hansa.reports.answers.sections.gifts import gifts
from hansa.reports.answers.sections.memberships import memberships
from hansa.reports.answers.sections.memoranda import memoranda
from hansa.reports.answers.sections.parties import parties
from hansa.reports.answers.sections.partners import partners
from hansa.reports.answers.sections.reported import reported
from hansa.reports.answers.sections.schools import schools
from hansa.reports.answers.sections.visitors import visitors
from hansa.reports.answers.stated import Scope, Section

_SECTIONS: dict[Topic, Callable[[Scope], Iterator[Section]]] = {
    Topic.PARTIES: parties,
    Topic.MEMORANDA: memoranda,
    Topic.PARTNERS: partners,
    Topic.DIFFERENCE: differences,
    Topic.EXCHANGES: exchanges,
    Topic.VISITORS: visitors,
    Topic.COSTS: costs,
    Topic.MEMBERSHIPS: memberships,
    Topic.SCHOOLS: schools,
    Topic.GIFTS: gifts,
    Topic.COMMITMENTS: commitments,
    Topic.FIGURES: reported,
}


def sections_of(scope: Scope) -> tuple[Section, ...]:
    """The sections that the question asks for, in the order of the answer."""
    return tuple(section for topic in scope.matter.topics for section in _SECTIONS[topic](scope))
