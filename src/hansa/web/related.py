"""What the page of a record shows beside the record: the records that belong to it, and what is in dispute."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from hansa.register.access import records
from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.enums import FactState
from hansa.register.models.record import Record
from hansa.register.models.source import RECORD_FIELDS
from hansa.register.rules import Somebody, may_admit
from hansa.web.statements import stated

Context = dict[str, Any]
# What a city's page shows of a long list; the rest stands in the list's own page.
SHOWN = 100


def _party(party: Record, user: Somebody) -> Context:
    projects = records("project", user)
    return {
        "agreements": records("agreement", user).filter(parties=party)[:SHOWN],
        "memberships": records("membership", user).filter(party=party)[:SHOWN],
        "exchanges": records("exchange", user).filter(Q(parties=party) | Q(home=party)).distinct()[:SHOWN],
        "projects": projects.filter(Q(organizing=party) | Q(participating=party)).distinct()[:SHOWN],
    }


def _person(person: Record, user: Somebody) -> Context:
    return {
        "agreements": records("agreement", user).filter(signatories__person=person)[:SHOWN],
        "exchanges": records("exchange", user).filter(people__person=person)[:SHOWN],
    }


def _organization(organization: Record, user: Somebody) -> Context:
    return {
        "memberships": records("membership", user).filter(organization=organization)[:SHOWN],
        "projects": records("project", user).filter(organization=organization)[:SHOWN],
    }


def _figure(figure: Any, user: Somebody) -> Context:
    alike = records("figure", user).filter(measure=figure.measure, home=figure.home).exclude(pk=figure.pk)
    return {"figures": alike[:SHOWN]}


def _fact(fact: Any, user: Somebody) -> Context:
    open_to_user = fact.state == FactState.PROPOSED and may_admit(user)
    return {"stated": stated(fact.data), "may_decide": open_to_user}


_RELATED: dict[str, Callable[[Any, Somebody], Context]] = {
    "party": _party,
    "person": _person,
    "organization": _organization,
    "figure": _figure,
    "fact": _fact,
}


def related_to(record: Record, user: Somebody) -> Context:
    """The context of the record's page besides the record and its evidence; a fixed number of queries."""
    kind = record.kind_of_record
    related = _RELATED[kind](record, user) if kind in _RELATED else {}
    related["shown"] = SHOWN
    if kind in RECORD_FIELDS:
        related["conflicts"] = open_conflicts().filter(**{f"fact__{kind}": record})
    return related
