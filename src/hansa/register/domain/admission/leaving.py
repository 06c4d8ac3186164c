"""What becomes of records that no fact tells of any more, and on which nobody has worked: they go, their ids answer."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from hansa.register.domain.admission.hands import touched_by_people
from hansa.register.domain.admission.recording import Recording, own_names
from hansa.register.domain.history import Change
from hansa.register.models import Fact, SearchEntry
from hansa.register.models.record import Record
from hansa.register.states import State, parts_of_kind

_NAMED = re.compile(r"(party|person)-(\d+)")


@dataclass
class Departure:
    """The facts, by their refs, that left a record, and the numbers of the records to which they went, 0 for none."""

    facts: list[str] = field(default_factory=list)
    targets: Counter[int] = field(default_factory=Counter)


def take_out(recording: Recording, departures: Mapping[str, Mapping[int, Departure]]) -> None:
    """Take out the records, by kind and number, that have no fact any more and on which nobody has worked.

    One whose facts went to another is merged into it, where its kind knows merging; else it is removed, and the history
    keeps what it held and says where its facts are. What something else names stays. Then those parties and people go
    that only records which changed have named.
    """
    for kind in ("membership", "project", "agreement", "exchange", "figure", "organization"):
        left = departures.get(kind, {})
        for number, (record, before) in recording.read(kind, _without_hands(kind, left)).items():
            _leave(recording, record, before, left[number])
    for kind, numbers in _named_before(recording.changes).items():
        facts = [ref for change in recording.changes for ref in change.rests_on if f"{kind}-" in str(change.before)]
        free = set(numbers) - touched_by_people(kind, numbers)
        for record, before in recording.read(kind, free).values():
            if not _is_named(record):
                _remove(recording, record, before, "", list(dict.fromkeys(facts)))


def _without_hands(kind: str, left: Mapping[int, Departure]) -> set[int]:
    """Those that have no fact any more, and on which nobody has worked."""
    free = set(left) - set(Fact.objects.filter(**{f"{kind}__in": left}).values_list(kind, flat=True))
    return free - touched_by_people(kind, free)


def _leave(recording: Recording, record: Any, before: State, departure: Departure) -> None:
    [(target, _number)] = departure.targets.most_common(1)
    if target and "merged_into" in own_names(record):
        record.merged_into_id, record.published = target, False
        empty: dict[str, Sequence[Any]] = {part.name: [] for part in parts_of_kind(record.kind_of_record)}
        recording.write(record, empty, before, "merge", departure.facts)
    elif not _is_named(record):
        where = _("Its facts belong to %(record)s.") % {"record": f"{record.kind_of_record}-{target}"}
        _remove(recording, record, before, where if target else "", departure.facts)


def _is_named(record: Record) -> bool:
    """Whether anything but its own parts names the record."""
    own = {part.model for part in parts_of_kind(record.kind_of_record)}
    relations = [one for one in record._meta.related_objects if one.related_model not in own]
    return any(one.related_model._default_manager.filter(**{one.field.name: record.pk}).exists() for one in relations)


def _remove(recording: Recording, record: Record, before: State, reason: str, facts: Sequence[str]) -> None:
    recording.enter(Change("remove", record.ref, before, reason=reason, rests_on=facts))
    SearchEntry.objects.filter(record=record.ref).delete()
    record.delete()


def _named_before(changes: Iterable[Change]) -> dict[str, set[int]]:
    """The parties and people that records named before they changed, by kind."""
    found: dict[str, set[int]] = {}
    for kind, number in {match.groups() for change in changes for match in _NAMED.finditer(str(change.before))}:
        found.setdefault(kind, set()).add(int(number))
    return found
