"""What the page of a record shows beside the record: the records that belong to it, and what is in dispute."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from hansa.networks.affiliation import companions
from hansa.register.access import records
from hansa.register.domain.editing import version_of
from hansa.register.domain.pictures import PICTURED
from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.domain.queries.listing import Narrowing, exchanges_listed
from hansa.register.domain.queries.memberships import affiliations
from hansa.register.enums import PartyKind
from hansa.register.models import User
from hansa.register.models.record import Record
from hansa.register.models.source import RECORD_FIELDS
from hansa.register.rules import Somebody, may_add, may_edit
from hansa.reports.answers.writing import ANSWER_SUFFIXES
from hansa.web.deciding import decisions_on
from hansa.web.held import held
from hansa.web.packs import pack_shown
from hansa.web.statements import stated

Context = dict[str, Any]
# What a city's page shows of a long list; the rest stands in the list's own page.
SHOWN = 100
# How many of the cities that one meets most often a city's page names.
COMPANIONS = 20
_CITIES = (PartyKind.CITY, PartyKind.REGION)


def _companions(party: Record, user: Somebody) -> list[tuple[Record, int]]:
    """The cities in the same organizations as the party, with how many these are, the most first; at most two fetches.

    Companies, schools and other bodies that meet there are left out.
    """
    shared = companions(party.pk, affiliations())
    cities = records("party", user).prefetch_related(None).filter(kind__in=_CITIES)
    found = cities.in_bulk([number for number, _count in shared])
    return [(found[number], count) for number, count in shared if number in found][:COMPANIONS]


def _party(party: Record, user: Somebody) -> Context:
    projects = records("project", user)
    return {
        "agreements": records("agreement", user).filter(parties=party)[:SHOWN],
        "companions": _companions(party, user),
        "memberships": records("membership", user).filter(party=party)[:SHOWN],
        "exchanges": exchanges_listed(Narrowing(party=party.pk), user=user, limit=SHOWN),
        "all_exchanges": f"{reverse('web:exchanges')}?{urlencode({'party': party.pk})}",
        "projects": projects.filter(Q(organizing=party) | Q(participating=party)).distinct()[:SHOWN],
        "gifts": records("gift", user).filter(party=party)[:SHOWN],
        "predecessors": records("party", user).prefetch_related(None).filter(successor=party)[:SHOWN],
        "bodies": records("party", user).prefetch_related(None).filter(parent=party)[:SHOWN],
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


def _adding(kind: str, origin: Record, user: Somebody) -> str:
    """The address at which something of a kind is entered that comes from a record; nothing where the user may not."""
    query = urlencode({origin.kind_of_record: origin.ref})
    return f"{reverse(f'web:add_{kind}')}?{query}" if may_add(user, kind) else ""


def _agreement(agreement: Record, user: Somebody) -> Context:
    return {
        "commitments": records("commitment", user).filter(agreement=agreement)[:SHOWN],
        "add_commitment": _adding("commitment", agreement, user),
        "exchanges": records("exchange", user).filter(agreement=agreement)[:SHOWN],
    }


def _exchange(exchange: Record, user: Somebody) -> Context:
    return {
        "commitments": records("commitment", user).filter(exchange=exchange)[:SHOWN],
        "add_commitment": _adding("commitment", exchange, user),
        "gifts": records("gift", user).filter(exchange=exchange)[:SHOWN],
        "add_gift": _adding("gift", exchange, user),
    }


def _figure(figure: Any, user: Somebody) -> Context:
    alike = records("figure", user).filter(measure=figure.measure, home=figure.home).exclude(pk=figure.pk)
    return {"figures": alike[:SHOWN]}


def _question(question: Any, user: Somebody) -> Context:
    if not isinstance(user, User):
        return {}
    cited = [citation.record for citation in question.citations.all()]
    found = held(cited, user)
    return {
        "shown_pack": pack_shown(question, user),
        "formats": [(suffix, suffix.removeprefix(".").upper()) for suffix in ANSWER_SUFFIXES],
        "cited": [found[ref] for ref in cited if ref in found],
        "version": version_of(question.ref),
    }


def _fact(fact: Any, user: Somebody) -> Context:
    return {"stated": stated(fact.data), **decisions_on(fact, user)}


_RELATED: dict[str, Callable[[Any, Somebody], Context]] = {
    "party": _party,
    "person": _person,
    "agreement": _agreement,
    "exchange": _exchange,
    "organization": _organization,
    "figure": _figure,
    "fact": _fact,
    "question": _question,
}


def related_to(record: Record, user: Somebody) -> Context:
    """The context of the record's page besides the record and its evidence; a fixed number of queries."""
    kind = record.kind_of_record
    related = _RELATED[kind](record, user) if kind in _RELATED else {}
    related["shown"] = SHOWN
    if kind in PICTURED:
        related["pictures"] = records("picture", user).filter(**{kind: record})[:SHOWN]
        related["add_picture"] = reverse("web:add_picture", args=[kind, record.pk]) if may_edit(user, record) else ""
    if kind in RECORD_FIELDS:
        related["conflicts"] = open_conflicts().filter(**{f"fact__{kind}": record})
    return related
