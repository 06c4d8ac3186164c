"""A record as it is about to be written, with its parts: what the rules of each kind look at."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from hansa.facts import span

Parts = Mapping[str, Sequence[models.Model]]
# The field where a rule is broken, `sides-2-party` for that of the third side, as forms write it; the rule's name.
Problem = tuple[str, str]


@dataclass(frozen=True)
class Draft:
    """A record with the parts that are `given`; of the others, those that the database holds."""

    record: Any
    given: Parts = field(default_factory=dict)

    def rows(self, part: str) -> Sequence[Any]:
        """The rows of a part, in order."""
        if part in self.given:
            return self.given[part]
        return list(getattr(self.record, part).all()) if self.record.pk else []

    def problems(self, part: str) -> Iterator[tuple[str, Any]]:
        """Each row of a part, with what the names of its fields begin with: `sides-2-`."""
        for number, row in enumerate(self.rows(part)):
            yield f"{part}-{number}-", row


def named(row: Any, link: str) -> Any:
    """The record that a row names, written or not; None where it names none. No query where it is loaded."""
    return getattr(row, link) if getattr(row, f"{link}_id") or row._meta.get_field(link).is_cached(row) else None


def leads_back(record: Any, link: str) -> bool:
    """Whether the record names itself, or others that name it in the end. A query for each one on the way."""
    seen, other = set[int](), named(record, link)
    while other is not None and id(other) not in seen and other.pk not in seen:
        if other is record or (record.pk and other.pk == record.pk):
            return True
        seen.add(other.pk or id(other))
        other = named(other, link)
    return False


def could_exist(party: Any, first: dt.date | None, last: dt.date | None) -> bool:
    """Whether a party may have existed at some time between two days; one that is not known does not tell."""
    not_yet = last and party.begun_first and last < party.begun_first
    no_longer = first and party.ended_last and first > party.ended_last
    return not (not_yet or no_longer)


def in_order(since: str, until: str) -> bool:
    """Whether a time may end as it says: its last day is not before its first."""
    first = span(since).first if since else None
    last = span(until).last if until else None
    return not (first and last and last < first)
