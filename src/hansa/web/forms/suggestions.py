"""Which records somebody may mean who has typed the beginning of a name."""

from typing import Any

from hansa.register.access import records
from hansa.register.derived import key_of
from hansa.register.rules import Somebody
from hansa.register.search import search

_SUGGESTED = 10
# How the names of each kind are kept; other kinds are found by their words.
_NAMES = {"party": "names__folded", "organization": "names__folded", "person": "folded"}


def suggested(kind: str, typed: str, user: Somebody) -> list[Any]:
    """Records of a kind that the user may see, at most ten, whose names begin so, or which hold the words.

    A fixed number of queries.
    """
    key = key_of(typed)
    if not key:
        return []
    held = records(kind, user)
    if kind in _NAMES:
        numbers = held.filter(**{f"{_NAMES[kind]}__startswith": key}).order_by("pk").values_list("pk", flat=True)
        found = list(dict.fromkeys(numbers[: _SUGGESTED * 3]))[:_SUGGESTED]
    else:
        found = [int(hit.record.rpartition("-")[2]) for hit in search(typed, user=user, kinds=[kind], limit=_SUGGESTED)]
    by_number = held.in_bulk(found)
    return [by_number[number] for number in found if number in by_number]
