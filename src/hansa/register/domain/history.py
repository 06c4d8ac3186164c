"""The history: every change of a record is one entry, chained to the entry before it by its hash."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from hansa.register.models import HistoryEntry, HistoryHead, User
from hansa.register.models.record import Record
from hansa.register.rows import insert
from hansa.register.search import index_records
from hansa.register.states import State, difference, state_of

# What called for the change: a page's request, a command's run. Entries of one call carry the same one.
request_id: ContextVar[str] = ContextVar("request_id", default="")
_BATCH = 5000
_COLUMNS = (
    "at", "by_id", "action", "record", "before", "after", "reason", "rests_on", "request", "previous_hash", "hash",
)  # fmt: skip
_HASHED = sorted(("at", "by", "action", "record", "before", "after", "reason", "rests_on", "request"))
_canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def hash_of(entry: HistoryEntry) -> str:
    """SHA-256, as hexadecimal, of the entry before and this entry as canonical JSON: sorted keys, UTF-8, no spaces."""
    return _hash(
        entry.previous_hash,
        at=_canonical(entry.at.astimezone(dt.UTC).isoformat()),
        by=str(entry.by_id),
        action=_canonical(entry.action),
        record=_canonical(entry.record),
        before=_canonical(entry.before),
        after=_canonical(entry.after),
        reason=_canonical(entry.reason),
        # Older entries have neither; their hashes were made without.
        rests_on=_canonical(entry.rests_on) if entry.rests_on else "",
        request=_canonical(entry.request) if entry.request else "",
    )


def _hash(previous: str, **told: str) -> str:
    """The hash of an entry, each of whose values is told in canonical JSON already; what is empty is left out."""
    canonical = ",".join(f'"{name}":{told[name]}' for name in _HASHED if told[name])
    return hashlib.sha256(f"{previous}\n{{{canonical}}}".encode()).hexdigest()


def lock_history() -> HistoryHead:
    """The end of the chain, locked until the transaction ends: other writers wait."""
    head, _ = HistoryHead.objects.select_for_update().get_or_create(pk=1)
    return head


@dataclass(frozen=True)
class Change:
    """A change that is to be entered: of which record, what was done, what differs before and after, and why.

    `rests_on` are the refs of the facts and sources that it rests on.
    """

    action: str
    record: str
    before: State = field(default_factory=dict)
    after: State = field(default_factory=dict)
    reason: str = ""
    rests_on: Sequence[str] = ()


@transaction.atomic(savepoint=False)
def enter_all(*, by: User, changes: Iterable[Change]) -> int:
    """Add entries to the end of the history, in order; how many. A fixed number of queries for some thousands."""
    head = lock_history()
    rows = _chained(head.hash, by, changes)
    number, last = 0, head.hash
    while batch := list(islice(rows, _BATCH)):
        insert(HistoryEntry, _COLUMNS, batch)
        number, last = number + len(batch), batch[-1][-1]
    HistoryHead.objects.filter(pk=head.pk).update(entries=head.entries + number, hash=last)
    return number


def _chained(previous: str, by: User, changes: Iterable[Change]) -> Iterator[tuple[Any, ...]]:
    """The rows of new entries; what a record held and holds is made JSON once, for its column and for the hash."""
    now, request = timezone.now(), request_id.get()[:64]
    at = HistoryEntry._meta.get_field("at").get_db_prep_save(now, connection)
    told = {
        "at": _canonical(now.astimezone(dt.UTC).isoformat()),
        "by": str(by.pk),
        "request": _canonical(request) if request else "",
    }
    for change in changes:
        reason, rests_on = change.reason[:300], list(change.rests_on)
        before, after = _canonical(change.before), _canonical(change.after)
        new = _hash(
            previous,
            action=_canonical(change.action),
            record=_canonical(change.record),
            before=before,
            after=after,
            reason=_canonical(reason),
            rests_on=_canonical(rests_on) if rests_on else "",
            **told,
        )
        yield (
            at, by.pk, change.action, change.record, before, after, reason, _canonical(rests_on), request, previous, new
        )  # fmt: skip
        previous = new


def enter(
    *,
    by: User,
    action: str,
    record: Record | models.Model | str,
    before: State | None = None,
    after: State | None = None,
    reason: str = "",
    rests_on: Sequence[str] = (),
) -> None:
    """Add one entry to the end of the history. For domain functions, inside the transaction of their change."""
    ref = record if isinstance(record, str) else ref_of(record)
    enter_all(by=by, changes=[Change(action, ref, dict(before or {}), dict(after or {}), reason, rests_on)])


@contextmanager
def changing(
    *, by: User, action: str, record: Record, reason: str = "", rests_on: Sequence[str] = ()
) -> Iterator[None]:
    """Whatever the block writes of the record and its parts becomes one entry of the history, and the index follows.

    In one transaction, which the history's lock makes the only one that writes. No entry where nothing changed.
    """
    with transaction.atomic():
        lock_history()
        before = state_of(record)
        yield
        was, now = difference(before, state_of(record))
        if was or now:
            enter(by=by, action=action, record=record, before=was, after=now, reason=reason, rests_on=rests_on)
            index_records([record])


def ref_of(record: models.Model) -> str:
    """The ref of a record; a user or office has one in the history as well (`user-1`)."""
    return record.ref if isinstance(record, Record) else f"{record._meta.model_name}-{record.pk}"


def broken_links() -> Iterator[str]:
    """A sentence for each place where the history was altered: an entry changed, taken out, or cut off its end."""
    previous, number = "", 0
    for entry in HistoryEntry.objects.order_by("pk").iterator():
        number += 1
        if entry.previous_hash != previous:
            yield f"history entry {entry.pk} ({entry}) does not follow the entry before it: one is missing or altered"
        if entry.hash != hash_of(entry):
            yield f"history entry {entry.pk} ({entry}) was altered: its content does not have its hash"
        previous = entry.hash
    head = HistoryHead.objects.filter(pk=1).first()
    expected, last = (head.entries, head.hash) if head else (0, "")
    if (number, previous) != (expected, last):
        yield f"the history ends after {number} entries; {expected} were written"
