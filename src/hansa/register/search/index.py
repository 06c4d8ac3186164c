"""The index: what search knows of each record, written with every change and made anew when asked."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation

from hansa.register.domain.queries.records import records_of
from hansa.register.models import RECORD_KINDS, SearchEntry
from hansa.register.models.record import Record
from hansa.register.search.words import terms
from hansa.register.states import State

# Kinds that are found themselves; a fact is found by the record that it was admitted to.
INDEXED = tuple(kind for kind in RECORD_KINDS if kind != "fact")
_BATCH = 200
# The start of a long source stands for it: PostgreSQL keeps no more than 1 MB of words for a record.
_LONGEST_TEXT = 200_000
_COLUMNS = ["kind", "published", "title", "text", "title_terms", "terms"]


def _in_each_language(label: object) -> Iterator[str]:
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            yield str(label)


def _label(record: Any) -> list[str]:
    """The label of a record's kind in each language, so that 姊妹市 finds the sister cities."""
    choice = dict(type(record)._meta.get_field("kind").flatchoices).get(record.kind)
    return list(_in_each_language(choice)) if choice else []


def _party(party: Any) -> list[str]:
    return [party.name_zh, party.name_en, *(str(name) for name in party.names.all()), *_label(party)]


def _organization(body: Any) -> list[str]:
    names = [body.name_zh, body.name_en, body.acronym, *(str(name) for name in body.names.all())]
    return [*names, body.headquarters, body.purpose, *body.predecessors]


def _agreement(agreement: Any) -> list[str]:
    sides = agreement.sides.all()
    names = [name for side in sides for name in (side.name_as_signed, side.party.name_zh, side.party.name_en)]
    people = [str(signatory) for signatory in agreement.signatories.all()]
    return [
        agreement.title,
        *names,
        *people,
        agreement.signed,
        agreement.place,
        *agreement.subjects,
        agreement.motive,
        agreement.summary,
        *_label(agreement),
    ]


def _membership(membership: Any) -> list[str]:
    body, party = membership.organization, membership.party
    names = [party.name_zh, party.name_en, body.name_zh, body.name_en, body.acronym]
    return [*names, membership.role, membership.since, membership.office_name, membership.through]


def _exchange(exchange: Any) -> list[str]:
    names = [name for party in exchange.parties.all() for name in (party.name_zh, party.name_en)]
    people = [str(participant) for participant in exchange.people.all()]
    return [
        exchange.title,
        *names,
        *people,
        exchange.date,
        exchange.place,
        *exchange.topics,
        *_label(exchange),
        exchange.summary,
    ]


def _gift(gift: Any) -> list[str]:
    giver = [gift.party.name_zh, gift.party.name_en] if gift.party else []
    return [gift.title, *giver, str(gift.person or ""), gift.date, gift.kept_at, gift.note]


def _project(project: Any) -> list[str]:
    parties = [project.organizing, *project.participating.all()]
    return [project.title, str(project.organization), *(str(party) for party in parties if party)]


_TEXTS: dict[str, Callable[[Any], list[str]]] = {
    "party": _party,
    "person": lambda person: [person.name_zh, person.name_en],
    "organization": _organization,
    "agreement": _agreement,
    "membership": _membership,
    "exchange": _exchange,
    "project": _project,
    "commitment": lambda commitment: [commitment.text, commitment.result, commitment.due, *_label(commitment)],
    "gift": _gift,
    "figure": lambda figure: [str(figure), figure.period, figure.section],
    "source": lambda source: [source.title, source.filename, source.text],
}


def _entry(record: Record) -> SearchEntry:
    title = unicodedata.normalize("NFC", str(record))[:300]
    words = dict.fromkeys(word for word in _TEXTS[record.kind_of_record](record) if word)
    text = unicodedata.normalize("NFC", "\n".join(words))[:_LONGEST_TEXT]
    return SearchEntry(
        record=record.ref,
        kind=record.kind_of_record,
        published=record.published,
        title=title,
        text=text,
        title_terms=terms(title),
        terms=terms(f"{title}\n{text}"),
    )


def _write(records: Iterable[Record]) -> None:
    SearchEntry.objects.bulk_create(
        [_entry(record) for record in records],
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=_COLUMNS,
    )


@transaction.atomic(savepoint=False)
def index_records(records: Iterable[Record]) -> None:
    """Write what search knows of these records as the database now holds them. For domain functions."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for record in records:
        numbers[record.kind_of_record].add(record.pk)
    for kind in INDEXED:
        found = sorted(numbers[kind])
        for start in range(0, len(found), _BATCH):
            _write(records_of(kind).filter(pk__in=found[start : start + _BATCH]))


@transaction.atomic(savepoint=False)
def index_states(kind: str, states: Mapping[int, State]) -> None:
    """Write what search knows of records of a kind, from what each of them holds. For domain functions."""
    if kind in INDEXED:
        numbers = list(states)
        for start in range(0, len(numbers), _BATCH):
            _write(records_of(kind).filter(pk__in=numbers[start : start + _BATCH]))


@transaction.atomic(savepoint=False)
def rebuild_index() -> None:
    """Make the whole index anew from the records."""
    SearchEntry.objects.all().delete()
    for kind in INDEXED:
        index_records(records_of(kind).order_by("pk"))
