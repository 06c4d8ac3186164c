"""What a record rests on: admitted facts, the passages that state them and the sources these stand in."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Min, Q, QuerySet

from hansa.register.domain.queries.agreements import sides
from hansa.register.enums import FactState
from hansa.register.models import Conflict, Fact, HistoryEntry
from hansa.register.models.record import Record
from hansa.register.models.source import RECORD_FIELDS

# How a fact leads to the records of kinds that have no fact of their own, or not only: these rest on the facts of the
# records in which they take part.
_PATHS: dict[str, tuple[str, ...]] = {
    "party": (
        "agreement__parties",
        "membership__party",
        "exchange__parties",
        "project__organizing",
        "project__participating",
    ),
    "person": ("agreement__signatories__person", "exchange__people__person"),
    "organization": ("organization", "membership__organization"),
    "source": ("passage__source",),
    "fact": ("pk",),
    **{kind: (kind,) for kind in RECORD_FIELDS if kind != "organization"},
}


def evidence_of(record: Record) -> QuerySet[Fact]:
    """The admitted facts that a record rests on, oldest source first, with passage and source, in one query.

    For a party or person: the facts of the records in which it takes part; for a source: the facts taken from it.
    """
    stated = reduce(or_, (Q(**{path: record.pk}) for path in _PATHS.get(record.kind_of_record, ())), Q(pk__in=()))
    facts = Fact.objects.filter(state=FactState.ADMITTED, pk__in=Fact.objects.filter(stated).values("pk"))
    return facts.select_related("passage__source").order_by("passage__source_id", "passage__start", "pk")


@dataclass
class Proof:
    """What a record rests on, in short: how many admitted facts, and the first of them."""

    count: int
    first: Fact


def proofs_of(kind: str, numbers: Collection[int]) -> dict[int, Proof]:
    """What records of one kind rest on, in short, by number; those without evidence are left out.

    A fixed number of queries.
    """
    found: dict[int, tuple[int, int]] = {}
    for path in _PATHS.get(kind, ()):
        admitted = Fact.objects.filter(state=FactState.ADMITTED, **{f"{path}__in": numbers}).order_by()
        for number, count, first in admitted.values_list(path).annotate(Count("pk", distinct=True), Min("pk")):
            held = found.get(number, (0, first))
            found[number] = (held[0] + count, min(held[1], first))
    firsts = Fact.objects.select_related("passage__source").defer("passage__source__text")
    facts = firsts.in_bulk([first for _count, first in found.values()])
    return {number: Proof(count, facts[first]) for number, (count, first) in found.items()}


def open_conflicts() -> QuerySet[Conflict]:
    """The conflicts that nobody has settled, oldest first, with fact, passage, source and record."""
    records = [f"fact__{field}" for field in RECORD_FIELDS]
    open_ones = Conflict.objects.filter(settled_at=None)
    return open_ones.select_related("fact__passage__source", *records).prefetch_related(sides("fact__agreement__sides"))


def conflicts_of(record: Record) -> QuerySet[Conflict]:
    """The conflicts of the facts that a record rests on, settled ones too, oldest first."""
    return Conflict.objects.filter(fact__in=evidence_of(record).order_by().values("pk")).order_by("pk")


def removal_of(ref: str) -> HistoryEntry | None:
    """The entry that says when and why a record was removed; None where it never was, by its latest entry."""
    last = HistoryEntry.objects.filter(record=ref).select_related("by").order_by("pk").last()
    return last if last and last.action == "remove" else None


def history_of(record: Record) -> QuerySet[HistoryEntry]:
    """What happened to a record, oldest first, with who did it."""
    return HistoryEntry.objects.filter(record=record.ref).select_related("by").order_by("pk")
