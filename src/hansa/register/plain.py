"""Records as plain values, for JSON and tables: the same form wherever a record leaves the register."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from hansa.register.models import Conflict, Fact, HistoryEntry
from hansa.register.models.record import Record

Plain = dict[str, Any]


def _named(record: Record | None) -> Plain | None:
    return {"id": record.ref, "name": str(record)} if record else None


def _people(roles: Iterable[Any]) -> list[Plain]:
    return [{"id": role.person.ref, "name": str(role.person), "post": role.post, "of": role.of} for role in roles]


def plain_number(value: Decimal) -> int | float:
    """A decimal as the number that JSON writes: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def _fields(record: Record, *names: str) -> Plain:
    return {name: getattr(record, name) for name in names}


def _party(party: Any) -> Plain:
    names = [str(name) for name in party.names.all()]
    fields = _fields(party, "kind", "name_zh", "name_en", "country", "latitude", "longitude", "geonames_id")
    return {**fields, "names": names, "part_of": _named(party.parent)}


def _organization(body: Any) -> Plain:
    fields = _fields(
        body, "name_zh", "name_en", "acronym", "kind", "founded", "founded_by", "headquarters", "websites", "members",
        "predecessors", "purpose",
    )  # fmt: skip
    return {**fields, "names": [str(name) for name in body.names.all()]}


def _agreement(agreement: Any) -> Plain:
    sides = [{**(_named(side.party) or {}), "as_signed": side.name_as_signed} for side in agreement.sides.all()]
    steps = [{"kind": step.kind, "date": step.date, "note": step.note} for step in agreement.steps.all()]
    fields = _fields(agreement, "kind", "title", "signed", "place", "subjects")
    return {**fields, "parties": sides, "signatories": _people(agreement.signatories.all()), "steps": steps}


def _membership(membership: Any) -> Plain:
    fields = _fields(membership, "role", "since", "until", "through")
    unit = str(membership.unit) if membership.unit else membership.office_name
    return {
        "member": _named(membership.party),
        "organization": _named(membership.organization),
        **fields,
        "office": unit,
    }


def _exchange(exchange: Any) -> Plain:
    return {
        **_fields(exchange, "kind", "title", "date", "place", "topics", "headcount", "attendance"),
        "home": _named(exchange.home),
        "parties": [_named(party) for party in exchange.parties.all()],
        "people": _people(exchange.people.all()),
    }


def _project(project: Any) -> Plain:
    return {
        "organization": _named(project.organization),
        **_fields(project, "title", "count"),
        "organizing": _named(project.organizing),
        "participating": [_named(party) for party in project.participating.all()],
    }


def _figure(figure: Any) -> Plain:
    return {
        **_fields(figure, "measure", "unit", "period", "section"),
        "value": plain_number(figure.value),
        "home": _named(figure.home),
    }


def _source(source: Any) -> Plain:
    return {**_fields(source, "title", "filename", "media_type", "sha256", "size"), "home": _named(source.home)}


def _fact(fact: Any) -> Plain:
    fields = _fields(fact, "type", "state", "why", "rule", "score", "data")
    record = f"{fact.type}-{getattr(fact, f'{fact.type}_id')}" if fact.state == "admitted" else None
    return {**fields, "record": record, **_place(fact)}


def _place(fact: Fact) -> Plain:
    passage = fact.passage
    return {
        "quote": passage.quote,
        "source": _named(passage.source),
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
    }


_PLAIN: dict[str, Callable[[Any], Plain]] = {
    "party": _party,
    "person": lambda person: _fields(person, "name_zh", "name_en"),
    "organization": _organization,
    "agreement": _agreement,
    "membership": _membership,
    "exchange": _exchange,
    "project": _project,
    "figure": _figure,
    "source": _source,
    "fact": _fact,
}


def plain(record: Record) -> Plain:
    """A record as JSON writes it: `id` is its ref, other records are `{"id", "name"}`, dates are EDTF.

    Its parts must have been fetched (`access.records`, `access.fetch`), or each costs a query.
    """
    return {"id": record.ref, **_PLAIN[record.kind_of_record](record), "published": record.published}


def plain_evidence(fact: Fact) -> Plain:
    """A fact as the evidence of a record: its words and where they stand."""
    return {"fact": fact.ref, **_place(fact), "score": fact.score}


def plain_conflict(conflict: Conflict) -> Plain:
    """What a record holds and what a fact states instead."""
    return {
        "fact": f"fact-{conflict.fact_id}",
        "field": conflict.field,
        "held": conflict.held,
        "stated": conflict.stated,
        "settled": conflict.settled_at.isoformat() if conflict.settled_at else None,
        "reason": conflict.reason,
    }


def plain_entry(entry: HistoryEntry) -> Plain:
    """A history entry: who did what when, and the fields before and after."""
    return {
        "at": entry.at.isoformat(),
        "by": entry.by.username,
        "action": entry.action,
        "before": entry.before,
        "after": entry.after,
        "reason": entry.reason,
    }
