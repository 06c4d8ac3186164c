"""The conflicts of facts with their records: opened, kept with their settlement, or gone when no longer true."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from hansa.register.domain.admission.draft import Difference
from hansa.register.domain.admission.statement import Statement
from hansa.register.models import Conflict
from hansa.register.models.record import Record

_BATCH = 500
# What a conflict holds of its settlement, and what it holds without one.
_SETTLEMENT: dict[str, Any] = {"settled_by_id": None, "settled_at": None, "reason": ""}


def _pair(held: Any, stated: Any) -> frozenset[bytes]:
    """Two values that contradict each other, in either order."""
    return frozenset(msgspec.json.encode(value, order="sorted") for value in (held, stated))


def reconcile_conflicts(
    statements: Iterable[Statement], differences: Sequence[Difference], records: Mapping[int, Record]
) -> None:
    """Let the conflicts of these facts be the differences found.

    What a person settled stays settled while it is the same two values; and where another fact of the record differs in
    these, the same settlement holds for it.
    """
    numbers = {statement.number for statement in statements}
    held = {(one.fact_id, one.field): one for one in Conflict.objects.filter(fact__in=numbers)}
    settled = {
        (records[one.fact_id].ref, one.field, _pair(one.held, one.stated)): one
        for one in held.values()
        if one.settled_at and one.fact_id in records
    }
    found = {(one.fact, one.field): one for one in differences}
    gone = [one.pk for key, one in held.items() if key not in found and not one.settled_at]
    Conflict.objects.filter(pk__in=gone).delete()
    new: list[Conflict] = []
    changed: list[Conflict] = []
    for key, difference in found.items():
        conflict = held.get(key) or Conflict(fact_id=difference.fact, field=difference.field)
        pair = _pair(difference.held, difference.stated)
        settlement = settled.get((records[difference.fact].ref, difference.field, pair))
        same = conflict.pk and pair == _pair(conflict.held, conflict.stated)
        if same and (conflict.settled_at or not settlement):
            continue
        conflict.held, conflict.stated = difference.held, difference.stated
        for name, without in _SETTLEMENT.items():
            setattr(conflict, name, getattr(settlement, name) if settlement else without)
        (changed if conflict.pk else new).append(conflict)
    Conflict.objects.bulk_create(new, batch_size=_BATCH)
    Conflict.objects.bulk_update(changed, ["held", "stated", "settled_by", "settled_at", "reason"], batch_size=_BATCH)
