"""The history: every change of a record is one entry, chained to the entry before it by its hash."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from hansa.register.models import HistoryEntry, HistoryHead, User
from hansa.register.models.record import Record

# Kept by the database for every record; the entry has its own time.
_NOT_TOLD = ("id", "created", "changed")


def _plain(value: object) -> object:
    """A field's value as JSON keeps it on both databases: dates and decimals as text."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value


def _told(field: "models.Field[Any, Any]", value: object) -> object:
    """Another record as its ref, which outlives its name; every other value plain."""
    related = field.related_model
    if isinstance(related, type) and issubclass(related, Record):
        return f"{related.kind_of_record}-{value}"
    return _plain(value)


def state_of(record: models.Model) -> dict[str, Any]:
    """The record's own fields that hold something, by name, for an entry's `before` and `after`."""
    fields = [field for field in record._meta.concrete_fields if field.name not in _NOT_TOLD]
    values = ((field, field.value_from_object(record)) for field in fields)
    return {field.name: _told(field, value) for field, value in values if value not in (None, "", [], {})}


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
    }
    canonical = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{entry.previous_hash}\n{canonical}".encode()).hexdigest()


def lock_history() -> HistoryHead:
    """The end of the chain, locked until the transaction ends: other writers wait."""
    head, _ = HistoryHead.objects.select_for_update().get_or_create(pk=1)
    return head


@transaction.atomic(savepoint=False)
def enter(
    *,
    by: User,
    action: str,
    record: Record | User | str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> HistoryEntry:
    """Add an entry to the end of the history. For domain functions, inside the transaction of their change."""
    head = lock_history()
    entry = HistoryEntry(
        at=timezone.now(),
        by=by,
        action=action,
        record=record if isinstance(record, str) else ref_of(record),
        before=dict(before or {}),
        after=dict(after or {}),
        reason=reason[:300],
        previous_hash=head.hash,
    )
    entry.hash = hash_of(entry)
    entry.save()
    HistoryHead.objects.filter(pk=head.pk).update(entries=head.entries + 1, hash=entry.hash)
    return entry


def ref_of(record: Record | models.Model) -> str:
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
