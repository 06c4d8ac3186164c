"""What a fact that waits may mean: records that it may tell of, parties whom its names may mean, each with a score."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db.models import QuerySet

from hansa import facts
from hansa.atlas.lookup import candidates as places_like
from hansa.facts import span
from hansa.register.derived import key_of
from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.admission.naming import PartyNames
from hansa.register.domain.admission.numbers import measured
from hansa.register.domain.admission.planning import party_names
from hansa.register.domain.admission.statement import Statement, stated, statements_of
from hansa.register.domain.queries.agreements import sides
from hansa.register.models import Agreement, Exchange, Fact, Figure, Membership, OrganizationName, Party, PartyName

# As many are shown, those that score less are not.
SHOWN = 5
_LEAST = 0.3
# How many names that begin alike are compared.
_NEIGHBOURS = 500


@dataclass(frozen=True)
class Candidate:
    """A record that a fact may tell of, or a party whom `name` in it may mean; `score` runs from 0 to 1.

    `ref` is empty for a place that the atlas knows and the register does not have yet.
    """

    ref: str
    title: str
    score: float
    name: str = ""


def candidates_of(fact: Fact) -> list[Candidate]:
    """The records and parties that a fact may mean, likeliest first, five of each at most; nothing is changed."""
    [statement] = statements_of(Fact.objects.filter(pk=fact.pk))
    spelled = party_names(statement)
    names = PartyNames(spelled)
    known = {number for name in spelled if (number := names.number(name))}
    records = _best(_RECORDS[statement.type](statement, known))
    unknown = [name for name in dict.fromkeys(spelled) if not names.number(name) and key_of(name)]
    return [*records, *(party for name in unknown for party in _best(_parties(name)))]


def _best(found: Iterable[Candidate]) -> list[Candidate]:
    """The likeliest, each once."""
    ranked = sorted(found, key=lambda one: (-one.score, one.ref, one.title))
    first = {one.ref or one.title: one for one in reversed(ranked) if one.score >= _LEAST}
    return sorted(first.values(), key=lambda one: (-one.score, one.ref))[:SHOWN]


def _alike(one: str, other: str) -> float:
    return round(SequenceMatcher(None, key_of(one), key_of(other)).ratio(), 2)


def _parties(name: str) -> Iterator[Candidate]:
    """Parties that are called alike, and places of the atlas."""
    key = key_of(name)
    rows = PartyName.objects.filter(folded__startswith=key[:1], party__merged_into=None).select_related("party")
    for row in rows[:_NEIGHBOURS]:
        yield Candidate(row.party.ref, str(row.party), _alike(name, row.name), name)
    places = places_like(name)
    held = {party.atlas_key: party for party in Party.objects.filter(atlas_key__in=[one.key for one in places])}
    for place in places:
        party = held.get(place.key)
        score = max(_alike(name, place.name_zh), _alike(name, place.name_en))
        yield Candidate(party.ref if party else "", str(party) if party else place.name(), score, name)


def _shared(ours: set[int], theirs: set[int]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def _when(one: str, other: str) -> float:
    """1 for dates that share a day, less where one is missing, 0 for others."""
    if not one or not other:
        return 0.5
    return float(span(one).meets(span(other)))


def _agreements(statement: Statement, parties: set[int]) -> Iterator[Candidate]:
    fact: Any = statement.fact
    found = Agreement.objects.filter(merged_into=None, sides__party__in=parties).distinct()
    for one in found.prefetch_related(sides())[:_NEIGHBOURS]:
        shared = _shared(parties, {side.party_id for side in one.sides.all()})
        kind = float(not stated(fact.kind) or one.kind == fact.kind)
        score = 0.5 * shared + 0.25 * kind + 0.25 * _when(stated(fact.signed) or "", one.signed)
        yield Candidate(one.ref, str(one), round(score, 2))


def _exchanges(statement: Statement, parties: set[int]) -> Iterator[Candidate]:
    fact: Any = statement.fact
    found: QuerySet[Exchange] = Exchange.objects.filter(merged_into=None, parties__in=parties).distinct()
    for one in found.prefetch_related("parties")[:_NEIGHBOURS]:
        shared = _shared(parties, {party.pk for party in one.parties.all()})
        worded = likeness(stated(fact.title) or fact.quote, one.title)
        when = _when(stated(fact.date) or "", one.date)
        score = 0.3 * shared + 0.3 * worded + 0.3 * when + 0.1 * (one.kind == fact.kind)
        yield Candidate(one.ref, str(one), round(score, 2))


def _figures(statement: Statement, parties: set[int]) -> Iterator[Candidate]:
    fact: Any = statement.fact
    for one in Figure.objects.filter(folded=key_of(fact.measure))[:_NEIGHBOURS]:
        same = [
            key_of(one.unit) == key_of(stated(fact.unit) or ""),
            _when(stated(fact.period) or "", one.period) == 1,
            one.value == measured(fact.value),
        ]
        yield Candidate(one.ref, f"{one} {one.period}", round(0.4 + 0.2 * sum(same), 2))


def _named_like(name: str) -> Iterator[tuple[Any, float]]:
    rows = OrganizationName.objects.filter(organization__merged_into=None, folded__startswith=key_of(name)[:1])
    for row in rows.select_related("organization")[:_NEIGHBOURS]:
        yield row.organization, _alike(name, row.name)


def _organizations(statement: Statement, parties: set[int]) -> Iterator[Candidate]:
    fact: Any = statement.fact
    name = fact.name if isinstance(fact, facts.Organization) else fact.organization
    for one, score in _named_like(name):
        yield Candidate(one.ref, str(one), score)


def _memberships(statement: Statement, parties: set[int]) -> Iterator[Candidate]:
    fact: Any = statement.fact
    bodies = {one.pk: score for one, score in _named_like(fact.organization) if score >= _LEAST}
    found = Membership.objects.filter(merged_into=None, party__in=parties, organization__in=bodies)
    for one in found.select_related("party", "organization"):
        yield Candidate(one.ref, str(one), bodies[one.organization_id])
    yield from _organizations(statement, parties)


_RECORDS: dict[str, Callable[[Statement, set[int]], Iterator[Candidate]]] = {
    "organization": _organizations,
    "membership": _memberships,
    "project": _organizations,
    "agreement": _agreements,
    "exchange": _exchanges,
    "figure": _figures,
}
