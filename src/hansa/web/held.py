"""Records by their refs: one fetch for each kind, however many."""

from collections import defaultdict
from collections.abc import Iterable

from django.http import Http404

from hansa.register.access import fetch, records
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


def record_of(ref: str, user: Somebody) -> Record:
    """The record behind a ref such as `party-3`, for a merged one its survivor. Raises Http404 where there is none."""
    kind, _dash, number = ref.rpartition("-")
    if not number.isdecimal():
        raise Http404(f"no ref: {ref}")
    return fetch(kind, int(number), user)
