"""What the records behind an item hold, as plain values that are kept beside an officer's revision of it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from hansa.reports.outline.items import AgreementItem, Counterpart, ExchangeItem, FigureItem, Participant

# By the ref of the record, the fields that hold something.
Held = dict[str, dict[str, Any]]


def held_of(*items: ExchangeItem | AgreementItem | FigureItem) -> Held:
    """What each record holds of what a report says: text, numbers, lists of text."""
    return {item.ref: {name: value for name, value in _fields(item).items() if value} for item in items}


def _fields(item: ExchangeItem | AgreementItem | FigureItem) -> dict[str, Any]:
    match item:
        case FigureItem():
            value = _plain(item.value)
            return {"measure": item.measure, "value": value, "unit": item.unit, "period": item.period}
        case AgreementItem():
            return {
                "kind": item.kind,
                "title": item.title,
                "signed": item.signed,
                "parties": _parties(item.parties),
                "signatories": _people(item.signatories),
                "place": item.place,
                "subjects": list(item.subjects),
                "summary": item.summary,
            }
        case ExchangeItem():
            return {
                "kind": item.kind,
                "title": item.title,
                "date": item.date,
                "parties": _parties(item.parties),
                "people": _people(item.people),
                "place": item.place,
                "topics": list(item.topics),
                "headcount": item.headcount,
                "attendance": item.attendance,
                "summary": item.summary,
            }


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _parties(parties: Iterable[Counterpart]) -> list[str]:
    return [party.name.zh or party.name.en for party in parties]


def _people(people: Iterable[Participant]) -> list[str]:
    return [f"{one.post} {one.name.zh or one.name.en}".strip() for one in people]
