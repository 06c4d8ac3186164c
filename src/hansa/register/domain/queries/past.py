"""What the register said at a moment: the history, replayed up to it.

An entry tells, for each name that its change made different, what the record held before and after; so the entries of
a record, taken in order, give all that it held at any moment. Nothing else is asked: a row that was altered behind the
register's back is seen by `verification`, and is not believed here.

Entries of version 0.1 told less: spellings as plain words, and of the parties and people of an agreement or exchange
only who was added. They are read as far as they go.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from hansa.register.errors import RegisterError
from hansa.register.models import RECORD_KINDS, HistoryEntry
from hansa.register.states import State, fields_of_kind, parts_of_kind

_BATCH = 500
_Told = tuple[str, State, State]
# The part to which the parties, people and spellings of version 0.1 belong, and what a row of it calls them.
_ONCE = {
    "name": ("names", "name"),
    "names": ("names", "name"),
    "parties": ("sides", "party"),
    "signatories": ("signatories", "person"),
    "people": ("people", "person"),
}


def moment_of(text: str) -> dt.datetime:
    """The moment that a text means: an ISO date is the end of that day, a date-time is taken as it stands.

    In the installation's time zone where it names none. Raises RegisterError where it is neither.
    """
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        day = moment = None
    if day and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        moment = dt.datetime.combine(day, dt.time.max)
    if moment is None:
        raise RegisterError(f"{text}: no moment; write a day such as 2024-05-01, or 2024-05-01T14:30")
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def entries_until(at: dt.datetime) -> QuerySet[HistoryEntry]:
    """The entries that were written by a moment: the beginning of the chain, up to the last one of that time."""
    last = HistoryEntry.objects.filter(at__lte=at).order_by("-pk").values("pk")[:1]
    return HistoryEntry.objects.filter(pk__lte=last)


def known(kind: str, at: dt.datetime) -> Iterator[tuple[str, State]]:
    """The refs and states of all records of a kind that the register held at a moment, merged ones left out.

    In no order. Reads the entries one after another: the memory does not grow with their number.
    """
    entries = entries_until(at).filter(record__startswith=f"{kind}-")
    yield from ((ref, state) for ref, state in replayed(entries) if "merged_into" not in state)


def known_states(refs: Iterable[str], at: dt.datetime) -> dict[str, State]:
    """What the register said of these records at a moment, by ref; those that it did not hold then are left out."""
    wanted = list(dict.fromkeys(refs))
    found: dict[str, State] = {}
    for start in range(0, len(wanted), _BATCH):
        found |= dict(replayed(entries_until(at).filter(record__in=wanted[start : start + _BATCH])))
    return found


def known_record(ref: str, at: dt.datetime) -> State:
    """What the register said of one record at a moment; empty where it did not hold it then.

    A record that was merged then says into which, by `merged_into`.
    """
    return known_states([ref], at).get(ref, {})


def replayed(entries: "QuerySet[HistoryEntry]") -> Iterator[tuple[str, State]]:
    """The refs of the records that these entries are about, with what each held after the last; one query."""
    told = entries.order_by("record", "pk").values_list("record", "before", "after").iterator(chunk_size=_BATCH)
    for ref, of_record in groupby(told, key=lambda entry: entry[0]):
        if state := _replay(ref.rpartition("-")[0], of_record):
            yield ref, state


def _replay(kind: str, entries: Iterable[_Told]) -> State:
    state: State = {}
    names = _names_of(kind)
    for _, before, after in entries:
        for name in before.keys() - after.keys():
            state.pop(name, None)
        for name, value in after.items():
            if name not in names or _is_of_old(name, value, names):
                _take_in(state, name, value, names)
            else:
                state[name] = value
    return state


def _names_of(kind: str) -> dict[str, bool]:
    """What a record of the kind may hold, and whether that is a list of rows."""
    if kind not in RECORD_KINDS:
        return {}
    fields = {field.name: False for field in fields_of_kind(kind)}
    return fields | {part.name: part.single is None for part in parts_of_kind(kind)}


def _is_of_old(name: str, value: Any, names: dict[str, bool]) -> bool:
    return names[name] and isinstance(value, list) and any(isinstance(row, str) for row in value)


def _take_in(state: State, name: str, value: Any, names: dict[str, bool]) -> None:
    """Add the rows that an entry of version 0.1 tells of; anything else of those entries is no part of the record."""
    part, column = _ONCE.get(name, ("", ""))
    if part not in names:
        return
    told = value if isinstance(value, list) else [value]
    rows = [{column: one} for one in told if isinstance(one, str)]
    state[part] = [*state.get(part, []), *(row for row in rows if row not in state.get(part, []))]
