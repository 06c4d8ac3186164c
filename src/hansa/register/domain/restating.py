"""What a register of version 0.1 holds, entered in full: its entries told less, and the past is told from entries."""

from collections.abc import Iterator
from itertools import islice

from django.db import transaction

from hansa.register.domain.history import Change, enter_all
from hansa.register.domain.queries.past import replayed
from hansa.register.domain.users import system_user
from hansa.register.models import RECORD_KINDS, HistoryEntry
from hansa.register.states import difference, states_of

_BATCH = 500
_REASON = "entries of version 0.1 told less than the record holds"
# A document's text is proved by its hash, and its facts come with it.
_KINDS = tuple(kind for kind in RECORD_KINDS if kind != "fact")


@transaction.atomic
def restate_records() -> int:
    """One entry for each record that holds more than its history tells: what differs. How many there were.

    Only for a register that is brought up from version 0.1: later, a difference is an alteration.
    """
    return enter_all(by=system_user(), changes=(change for kind in _KINDS for change in _restated(kind)))


def _restated(kind: str) -> Iterator[Change]:
    numbers = iter(list(RECORD_KINDS[kind]._default_manager.order_by("pk").values_list("pk", flat=True)))
    while batch := list(islice(numbers, _BATCH)):
        refs = [f"{kind}-{number}" for number in batch]
        told = dict(replayed(HistoryEntry.objects.filter(record__in=refs)))
        for number, state in states_of(kind, batch).items():
            state.pop("text", None)
            before, after = difference(told.get(f"{kind}-{number}", {}), state)
            if before or after:
                yield Change("restate", f"{kind}-{number}", before, after, _REASON)
