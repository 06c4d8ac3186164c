"""The history: every change of a record is one entry, chained to the entry before it by its hash."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import islice

from django.db import models, transaction
from django.utils import timezone

from hansa.register.models import HistoryEntry, HistoryHead, User
from hansa.register.models.record import Record
from hansa.register.search import index_records
from hansa.register.states import State, difference, state_of

# What called for the change: a page's request, a command's run. Entries of one call carry the same one.
request_id: ContextVar[str] = ContextVar("request_id", default="")
_BATCH = 500


def hash_of(entry: HistoryEntry) -> str:
    """SHA-256, as hexadecimal, of the entry before and this entry as canonical JSON: sorted keys, UTF-8, no spaces."""
    told = {
        "at": entry.at.astimezone(dt.UTC).isoformat(),
        "by": entry.by_id,
        "action": entry.action,
        "record": entry.record,
        "before": entry.before,
        "after": entry.after,
        "reason": entry.reason,
        # Older entries have neither; their hashes were made without.
        **({"rests_on": entry.rests_on} if entry.rests_on else {}),
        **({"request": entry.request} if entry.request else {}),
    }
    canonical = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{entry.previous_hash}\n{canonical}".encode()).hexdigest()


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
    """Add entries to the end of the history, in order; how many. A fixed number of queries for 500 of them."""
    head = lock_history()
    entries = _chained(head.hash, by, changes)
    number, last = 0, head.hash
    while batch := list(islice(entries, _BATCH)):
        HistoryEntry.objects.bulk_create(batch)
        number, last = number + len(batch), batch[-1].hash
    HistoryHead.objects.filter(pk=head.pk).update(entries=head.entries + number, hash=last)
    return number


def _chained(previous: str, by: User, changes: Iterable[Change]) -> Iterator[HistoryEntry]:
    now, request = timezone.now(), request_id.get()[:64]
    for change in changes:
        entry = HistoryEntry(
            at=now, by=by, action=change.action, record=change.record, before=change.before, after=change.after,
            reason=change.reason[:300], rests_on=list(change.rests_on), request=request, previous_hash=previous,
        )  # fmt: skip
        entry.hash = previous = hash_of(entry)
        yield entry


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
