"""The only way from a face to a record: what each user may see of each kind, with what its pages show.

Denied unless allowed: somebody who may not read gets the published records, and of a kind not named here nothing.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from hansa.register.models import RECORD_KINDS
from hansa.register.models.record import Record
from hansa.register.rules import Somebody, may_read

Records = QuerySet[Any]


def _unmerged(records: Records) -> Records:
    return records.filter(merged_into=None)


# What a page of each kind shows beside the record's own fields, fetched in a fixed number of queries.
_SHOWN: dict[str, Callable[[Records], Records]] = {
    "party": lambda records: records.select_related("parent", "merged_into").prefetch_related("names"),
    "person": lambda records: records.select_related("merged_into"),
    "organization": lambda records: records.select_related("merged_into").prefetch_related("names"),
    "agreement": lambda records: records.prefetch_related("sides__party", "signatories__person", "steps"),
    "membership": lambda records: records.select_related("party", "organization", "unit"),
    "exchange": lambda records: records.select_related("home").prefetch_related("parties", "people__person"),
    "project": lambda records: records.select_related("organization", "organizing").prefetch_related("participating"),
    "figure": lambda records: records.select_related("home"),
    # The text of a source is long; only its own page reads it.
    "source": lambda records: records.select_related("home").defer("text"),
    "fact": lambda records: records.select_related("passage__source").defer("passage__source__text"),
}
_MERGEABLE = ("party", "person", "organization")


def _visible(kind: str, user: Somebody) -> Records:
    if kind not in _SHOWN:
        raise KeyError(f"no kind of record: {kind}")
    model: Any = RECORD_KINDS[kind]
    records = _SHOWN[kind](model.objects.all())
    return records if may_read(user) else records.filter(published=True)


def records(kind: str, user: Somebody) -> Records:
    """The records of a kind that the user may see, with what pages show of them, merged ones left out.

    A fixed number of queries, however many records. Raises KeyError where there is no such kind.
    """
    visible = _visible(kind, user)
    return _unmerged(visible) if kind in _MERGEABLE else visible


def fetch(kind: str, pk: int, user: Somebody) -> Record:
    """One record that the user may see, by its number; for a merged one that which it was merged into.

    Raises Http404 where there is no such kind or record, or the user may not see it.
    """
    if kind not in _SHOWN:
        raise Http404(f"no kind of record: {kind}")
    record: Record | None = _visible(kind, user).filter(pk=pk).first()
    if record is None:
        raise Http404(f"no {kind}-{pk}")
    survivor = getattr(record, "merged_into_id", None)
    return fetch(kind, survivor, user) if survivor else record
