"""The records of one kind with what belongs to them, for lists, pages, search and commands alike."""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch, QuerySet

from hansa.register.domain.queries.agreements import sides
from hansa.register.domain.queries.exchanges import people
from hansa.register.models import RECORD_KINDS, Passage, ProgrammeItem, Signatory, SignedName, Step

Records = QuerySet[Any]

# What is read of each kind beside the record's own fields.
_PARTS: dict[str, Callable[[Records], Records]] = {
    "party": lambda records: records.select_related("parent", "successor", "merged_into").prefetch_related("names"),
    "person": lambda records: records.select_related("merged_into"),
    "organization": lambda records: records.select_related("merged_into", "party").prefetch_related("names"),
    "agreement": lambda records: records.select_related("unit", "supersedes", "upgrades").prefetch_related(
        sides(),
        Prefetch("signatories", Signatory.objects.select_related("person")),
        Prefetch("steps", Step.objects.select_related("party")),
        "fields",
        "texts",
        Prefetch("signed_names", SignedName.objects.select_related("party")),
        "clauses",
        # Whether a later agreement has taken its place is part of its state.
        "superseded_by__steps",
        "upgraded_to__steps",
    ),
    "membership": lambda records: records.select_related("party", "organization", "unit").prefetch_related("seats"),
    "exchange": lambda records: records.select_related("home", "agreement", "unit").prefetch_related(
        "parties",
        people(),
        "fields",
        Prefetch("programme", ProgrammeItem.objects.select_related("party")),
        "costs",
        sides("agreement__sides"),
    ),
    "project": lambda records: records.select_related("organization", "organizing").prefetch_related("participating"),
    "commitment": lambda records: records.select_related("agreement", "exchange", "party", "unit").prefetch_related(
        Prefetch("passages", Passage.objects.select_related("source")), sides("agreement__sides")
    ),
    "gift": lambda records: records.select_related("party", "person", "exchange", "unit"),
    "rule": lambda records: records,
    "figure": lambda records: records.select_related("home", "rule"),
    # The text of a source is long; whoever needs it reads it from the record.
    "source": lambda records: records.select_related("home").defer("text"),
    "fact": lambda records: records.select_related("passage__source").defer("passage__source__text"),
    "question": lambda records: records.select_related("unit").prefetch_related("citations"),
    "picture": lambda records: records.select_related("exchange", "agreement", "party", "gift", "unit"),
    "revision": lambda records: records.select_related("unit"),
    "template": lambda records: records,
}


def records_of(kind: str) -> Records:
    """All records of a kind with their parts, in a fixed number of queries. Raises KeyError for an unknown kind."""
    if kind not in RECORD_KINDS:
        raise KeyError(f"no kind of record: {kind}")
    model: Any = RECORD_KINDS[kind]
    return _PARTS[kind](model.objects.all())
