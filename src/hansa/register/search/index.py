"""The index: what search knows of each record, written with every change and made anew when asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from django.db import connection, transaction

from hansa.register.models import RECORD_KINDS, HistoryHead, SearchEntry
from hansa.register.models.record import Record
from hansa.register.rows import insert
from hansa.register.search.entries import COLUMNS, Row, entries_of, facet, in_json, kind_of_key, number_of_key
from hansa.register.search.matching import Question, every
from hansa.register.search.texts import INDEXED, NAMED, named_in, names_of
from hansa.register.states import State, states_of

_BATCH = 500
# Sources hold their whole text.
_BATCH_OF_SOURCES = 10
_Item = TypeVar("_Item")


def _batches(items: Iterable[_Item], kind: str) -> Iterator[list[_Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, _BATCH_OF_SOURCES if kind == "source" else _BATCH)):
        yield batch


def _rows(kind: str, states: Mapping[int, State]) -> list[Row]:
    named = {ref for state in states.values() for ref in named_in(kind, state)}
    return entries_of(kind, states, names_of(named))


def _queue() -> None:
    """Wait for other writers where those of the history wait: two who write the tally would wait for each other."""
    if connection.features.has_select_for_update:
        HistoryHead.objects.select_for_update().filter(pk=1).first()


@transaction.atomic(savepoint=False)
def index_states(kind: str, states: Mapping[int, State]) -> None:
    """Write what search knows of new records of a kind, from what each of them holds. For domain functions."""
    if kind in INDEXED:
        _queue()
        insert(SearchEntry, COLUMNS, _rows(kind, states))


@transaction.atomic(savepoint=False)
def index_records(records: Iterable[Record]) -> None:
    """Write what search knows of these records as the database now holds them. For domain functions.

    Where a party, person or organization is called otherwise than before, or was merged, or is seen by others, the
    records that name it are written as well.
    """
    numbers: dict[str, set[int]] = defaultdict(set)
    for record in records:
        numbers[record.kind_of_record].add(record.pk)
    _queue()
    _renew(numbers)


@transaction.atomic(savepoint=False)
def index_dependents(refs: Iterable[str]) -> None:
    """Write anew what search knows of the records that name these parties, people or organizations (`party-12`)."""
    _queue()
    _renew(_dependents(refs))


def _renew(numbers: Mapping[str, Iterable[int]]) -> None:
    for kind in INDEXED:
        for batch in _batches(sorted(numbers.get(kind, ())), kind):
            refs = [f"{kind}-{number}" for number in batch]
            rows = _rows(kind, states_of(kind, batch))
            renamed = _renamed(refs, rows) if kind in NAMED else ()
            SearchEntry.objects.filter(record__in=refs).delete()
            insert(SearchEntry, COLUMNS, rows)
            if renamed:
                _renew(_dependents(renamed))


def _renamed(refs: Sequence[str], rows: Iterable[Row]) -> list[str]:
    """Of those whom search knows already: the refs of those who are about to be called or shown otherwise."""
    record, *told = (COLUMNS.index(name) for name in ("record", "text", "published", "countries"))
    now = {row[record]: [row[column] for column in told] for row in rows}
    before = SearchEntry.objects.filter(record__in=refs).values_list("record", "text", "published", "countries")
    return [ref for ref, text, published, countries in before if now.get(ref) != [text, published, in_json(countries)]]


def _dependents(refs: Iterable[str]) -> dict[str, set[int]]:
    """The numbers of the records that name these, by kind, as far as search knows of them."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for batch in _batches(refs, ""):
        for key in every(Question(facets=(tuple(facet("names", ref) for ref in batch),))):
            numbers[kind_of_key(key)].add(number_of_key(key))
    return numbers


@transaction.atomic(savepoint=False)
def rebuild_index() -> None:
    """Make the whole index anew from the records."""
    SearchEntry.objects.all().delete()
    for kind in INDEXED:
        numbers = RECORD_KINDS[kind]._default_manager.order_by("pk").values_list("pk", flat=True)
        for batch in _batches(numbers.iterator(), kind):
            insert(SearchEntry, COLUMNS, _rows(kind, states_of(kind, batch)))
