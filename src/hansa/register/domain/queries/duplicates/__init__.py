"""Records that may be the same: pairs with a score and the reasons for it, to be merged or told apart by a person."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet

from hansa.register.domain.merging.rules import MERGEABLE
from hansa.register.domain.queries.agreements import sides
from hansa.register.domain.queries.duplicates.agreements import likely_agreements
from hansa.register.domain.queries.duplicates.exchanges import likely_exchanges
from hansa.register.domain.queries.duplicates.organizations import likely_organizations
from hansa.register.domain.queries.duplicates.parties import likely_parties
from hansa.register.domain.queries.duplicates.people import likely_people
from hansa.register.domain.queries.duplicates.signs import Likely, Proposal
from hansa.register.models import RECORD_KINDS, Distinction

__all__ = ["Proposal", "duplicates"]

# Below this, two records are rather not the same.
LIKELY = 0.4
_BATCH = 500
_LOOKING: dict[str, Callable[[], Iterable[Likely]]] = {
    "party": likely_parties,
    "person": likely_people,
    "organization": likely_organizations,
    "agreement": likely_agreements,
    "exchange": likely_exchanges,
}


def duplicates(kind: str = "") -> list[Proposal]:
    """Pairs of records of a kind, or of every kind that can be merged, that are likely the same, the likeliest first.

    Pairs that a person told apart are left out. Only records with something in common are compared, so that the time
    grows with the number of records, not with that of pairs. Raises KeyError where records of the kind are not merged.
    """
    found = [proposal for one in ([kind] if kind else MERGEABLE) for proposal in _proposals(one)]
    return sorted(found, key=lambda proposal: (-proposal.score, proposal.one, proposal.other))


def _proposals(kind: str) -> Iterator[Proposal]:
    apart = _told_apart(kind)
    likely = [
        pair for pair in _LOOKING[kind]() if pair.score >= LIKELY and frozenset((pair.one, pair.other)) not in apart
    ]
    for start in range(0, len(likely), _BATCH):
        pairs = likely[start : start + _BATCH]
        names = _names(kind, {number for pair in pairs for number in (pair.one, pair.other)})
        for pair in pairs:
            one, other = f"{kind}-{pair.one}", f"{kind}-{pair.other}"
            score, reasons = round(pair.score, 2), tuple(pair.reasons)
            yield Proposal(one, names[pair.one], other, names[pair.other], score, reasons)


def _names(kind: str, numbers: set[int]) -> dict[int, str]:
    """What records of a kind are called, by number; an agreement by its parties."""
    records: QuerySet[Any] = RECORD_KINDS[kind]._default_manager.filter(pk__in=numbers)
    if kind == "agreement":
        records = records.prefetch_related(sides())
    return {record.pk: str(record) for record in records}


def _told_apart(kind: str) -> set[frozenset[int]]:
    """The pairs of numbers that a person said are not the same; what was merged since counts as its survivor."""
    standing = Distinction.objects.filter(Q(one__startswith=f"{kind}-"), undone_at=None)
    pairs = [tuple(int(one.rpartition("-")[2]) for one in pair) for pair in standing.values_list("one", "other")]
    merged = RECORD_KINDS[kind]._default_manager.filter(pk__in={number for pair in pairs for number in pair})
    survivors = dict(merged.exclude(merged_into=None).values_list("pk", "merged_into"))  # type: ignore[misc]
    return {frozenset(survivors.get(number, number) for number in pair) for pair in pairs}
