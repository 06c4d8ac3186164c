"""Which records people have had a hand in, by the history: the machine takes nothing of theirs away."""

from collections.abc import Collection, Iterator

from hansa.register.models import HistoryEntry

# What does not concern what a record holds.
_SHOWING = ("publish", "withdraw")


def _entries(kind: str, numbers: Collection[int]) -> Iterator[tuple[int, bool, str]]:
    """The changes of records of a kind, oldest first: of which, whether a document called for it, what was done."""
    refs = [f"{kind}-{number}" for number in sorted(numbers)]
    rows = HistoryEntry.objects.filter(record__in=refs).order_by("pk").values_list("record", "rests_on", "action")
    for ref, rests_on, action in rows if refs else ():
        yield int(ref.rpartition("-")[2]), any(str(one).startswith("fact-") for one in rests_on), action


def made_by_people(kind: str, numbers: Collection[int]) -> set[int]:
    """Those that did not come out of documents: entered, imported, or there before the history began."""
    first: dict[int, bool] = {}
    for number, stated, _ in _entries(kind, numbers):
        first.setdefault(number, stated)
    return {number for number in numbers if not first.get(number)}


def touched_by_people(kind: str, numbers: Collection[int]) -> set[int]:
    """Those that people made, or changed otherwise than by showing them to visitors."""
    changed = {number for number, stated, action in _entries(kind, numbers) if not stated and action not in _SHOWING}
    return changed | made_by_people(kind, numbers)
