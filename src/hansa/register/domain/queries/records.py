"""The records of one kind with what belongs to them, for lists, pages, search and commands alike."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from hansa.register.models import RECORD_KINDS

Records = QuerySet[Any]

# What is read of each kind beside the record's own fields.
_PARTS: dict[str, Callable[[Records], Records]] = {
    "party": lambda records: records.select_related("parent", "merged_into").prefetch_related("names"),
    "person": lambda records: records.select_related("merged_into"),
    "organization": lambda records: records.select_related("merged_into").prefetch_related("names"),
    "agreement": lambda records: records.prefetch_related("sides__party", "signatories__person", "steps"),
    "membership": lambda records: records.select_related("party", "organization", "unit"),
    "exchange": lambda records: records.select_related("home").prefetch_related("parties", "people__person"),
    "project": lambda records: records.select_related("organization", "organizing").prefetch_related("participating"),
    "figure": lambda records: records.select_related("home"),
    # The text of a source is long; whoever needs it reads it from the record.
    "source": lambda records: records.select_related("home").defer("text"),
    "fact": lambda records: records.select_related("passage__source").defer("passage__source__text"),
}


def records_of(kind: str) -> Records:
    """All records of a kind with their parts, in a fixed number of queries. Raises KeyError for an unknown kind."""
    if kind not in RECORD_KINDS:
        raise KeyError(f"no kind of record: {kind}")
    model: Any = RECORD_KINDS[kind]
    return _PARTS[kind](model.objects.all())
