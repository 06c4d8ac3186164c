"""The search index: what search knows of each record must be what the record holds, and its counts must be right."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from hansa.register.models import RECORD_KINDS, SearchEntry, Tally
from hansa.register.search.entries import COLUMNS, Row, entries_of, in_json
from hansa.register.search.texts import INDEXED, Name, named_in, names_of
from hansa.register.states import State, states_of

_BATCH = 500
# Sources hold their whole text.
_BATCH_OF_SOURCES = 20
_RECORD = COLUMNS.index("record")
_LISTS = {COLUMNS.index("years"), COLUMNS.index("countries")}
_TALLIED = ("kind", "year", "country", "subkind", "home", "published")


def wrong_entries() -> Iterator[str]:
    """Records that search does not know, or knows otherwise than they are; entries of none; counts that are wrong."""
    for kind in INDEXED:
        size = _BATCH_OF_SOURCES if kind == "source" else _BATCH
        numbers = list(RECORD_KINDS[kind]._default_manager.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(numbers), size):
            yield from _wrong_among(kind, numbers[start : start + size])
        held = {f"{kind}-{number}" for number in numbers}
        known = SearchEntry.objects.filter(kind=kind).order_by().values_list("record", flat=True).distinct()
        lost = sorted(ref for ref in known.iterator() if ref not in held)
        yield from (f"{ref}: search knows it, but the register does not hold it" for ref in lost)
    yield from _wrong_counts()


def _wrong_among(kind: str, numbers: list[int]) -> Iterator[str]:
    refs = [f"{kind}-{number}" for number in numbers]
    due, known = _due(kind, states_of(kind, numbers)), defaultdict(set)
    for row in SearchEntry.objects.filter(record__in=refs).values_list(*COLUMNS):
        known[row[_RECORD]].add(tuple(in_json(one) if at in _LISTS else one for at, one in enumerate(row)))
    for ref in refs:
        if due[ref] and not known[ref]:
            yield f"{ref}: search does not know it: nobody finds it by its words"
        elif due[ref] != known[ref]:
            yield f"{ref}: search knows it otherwise than the register holds it: it is found by wrong words"


def _due(kind: str, states: Mapping[int, State]) -> Mapping[str, set[Row]]:
    """The entries that records of a kind should have, by ref."""
    named = {ref for state in states.values() for ref in named_in(kind, state)}
    due: dict[str, set[Row]] = defaultdict(set)
    # Who is named and not there has no name; that is found elsewhere.
    names = defaultdict(lambda: Name(""), names_of(named))
    for row in entries_of(kind, states, names):
        due[str(row[_RECORD])].add(row)
    return due


def _wrong_counts() -> Iterator[str]:
    due: Counter[tuple[Any, ...]] = Counter()
    entries = SearchEntry.objects.order_by().values_list("kind", "years", "countries", "subkind", "home", "published")
    for kind, years, countries, *others in entries.iterator():
        due.update((kind, year, country, *others) for year in years for country in countries)
    kept = {tuple(row): number for *row, number in Tally.objects.values_list(*_TALLIED, "number") if number}
    for row in sorted(due.keys() | kept.keys()):
        if due[row] != kept.get(row, 0):
            told = ", ".join(f"{name} {value}" for name, value in zip(_TALLIED, row, strict=True) if value)
            yield f"the tally counts {kept.get(row, 0)} records ({told}); there are {due[row]}"
