"""Records against their history: what each holds must be what its entries, replayed, come to."""

from collections.abc import Iterator
from itertools import islice

from hansa.register.domain.queries.past import replayed
from hansa.register.models import RECORD_KINDS, HistoryEntry
from hansa.register.states import State, difference, states_of

_BATCH = 500
# A document's text is told by its hash, and what it states is entered with it, not fact by fact.
_NOT_TOLD = {"source": {"text"}}
_KINDS = tuple(kind for kind in RECORD_KINDS if kind != "fact")


def altered_records() -> Iterator[str]:
    """Records that hold something else than their history tells, that it does not tell of, or that are gone."""
    for kind in _KINDS:
        yield from _altered(kind)


def _altered(kind: str) -> Iterator[str]:
    told = replayed(HistoryEntry.objects.filter(record__startswith=f"{kind}-"))
    seen: set[int] = set()
    while batch := dict(islice(told, _BATCH)):
        numbers = {int(ref.rpartition("-")[2]): state for ref, state in batch.items()}
        seen |= numbers.keys()
        held = states_of(kind, numbers)
        for number, state in sorted(numbers.items()):
            if wrong := _wrong(state, held.get(number, {}), _NOT_TOLD.get(kind, set())):
                yield f"{kind}-{number}: {wrong}"
    for number in RECORD_KINDS[kind]._default_manager.order_by("pk").values_list("pk", flat=True).iterator():
        if number not in seen:
            yield f"{kind}-{number}: the history does not tell of it: it was put in behind the register's back"


def _wrong(told: State, held: State, not_told: set[str]) -> str:
    if not held:
        return "is gone, though its history does not say so: it was taken out behind the register's back"
    was, now = difference(told, held)
    names = [name for name in {**was, **now} if name not in not_told]
    if not names:
        return ""
    return f"{', '.join(names)} is not what the history tells: it was altered behind the register's back"
