"""Records by their refs: one fetch for each kind, however many."""

from collections import defaultdict
from collections.abc import Iterable

from hansa.register.access import records
from hansa.register.models.record import Record
from hansa.register.rules import Somebody


def held(refs: Iterable[str], user: Somebody) -> dict[str, Record]:
    """The records behind these refs (`agreement-12`) that the user may see, by ref."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        kind, _dash, number = ref.rpartition("-")
        numbers[kind].add(number)
    return {
        record.ref: record for kind, wanted in numbers.items() for record in records(kind, user).filter(pk__in=wanted)
    }
