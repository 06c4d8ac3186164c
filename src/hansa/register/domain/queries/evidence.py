"""What a record rests on: admitted facts, the passages that state them and the sources these stand in."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from hansa.register.enums import FactState
from hansa.register.models import Conflict, Fact, HistoryEntry, Organization, Party, Person, Source
from hansa.register.models.record import Record
from hansa.register.models.source import RECORD_FIELDS


def _states_party(party: Record) -> Q:
    return (
        Q(agreement__parties=party)
        | Q(membership__party=party)
        | Q(exchange__parties=party)
        | Q(project__organizing=party)
        | Q(project__participating=party)
    )


def _states_person(person: Record) -> Q:
    return Q(agreement__signatories__person=person) | Q(exchange__people__person=person)


def _states_organization(organization: Record) -> Q:
    return Q(organization=organization) | Q(membership__organization=organization)


def _states_record(record: Record) -> Q:
    return Q(**{record.kind_of_record: record})


# A party or person has no fact of its own: it rests on the facts of the records in which it takes part.
_STATED: dict[type[Record], Callable[[Record], Q]] = {
    Party: _states_party,
    Person: _states_person,
    Organization: _states_organization,
    Source: lambda source: Q(passage__source=source),
    Fact: lambda fact: Q(pk=fact.pk),
}


def evidence_of(record: Record) -> QuerySet[Fact]:
    """The admitted facts that a record rests on, oldest source first, with passage and source, in one query.

    For a party or person: the facts of the records in which it takes part; for a source: the facts taken from it.
    """
    stated = _STATED.get(type(record), _states_record)(record)
    facts = Fact.objects.filter(state=FactState.ADMITTED, pk__in=Fact.objects.filter(stated).values("pk"))
    return facts.select_related("passage__source").order_by("passage__source_id", "passage__start", "pk")


def open_conflicts() -> QuerySet[Conflict]:
    """The conflicts that nobody has settled, oldest first, with fact, passage, source and record."""
    records = [f"fact__{field}" for field in RECORD_FIELDS]
    open_ones = Conflict.objects.filter(settled_at=None)
    return open_ones.select_related("fact__passage__source", *records).prefetch_related("fact__agreement__sides__party")


def conflicts_of(record: Record) -> QuerySet[Conflict]:
    """The conflicts of the facts that a record rests on, settled ones too, oldest first."""
    return Conflict.objects.filter(fact__in=evidence_of(record).order_by().values("pk")).order_by("pk")


def history_of(record: Record) -> QuerySet[HistoryEntry]:
    """What happened to a record, oldest first, with who did it."""
    return HistoryEntry.objects.filter(record=record.ref).select_related("by").order_by("pk")
