"""Records as plain values, for JSON and tables: the same form wherever a record leaves the register."""

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from hansa.register.domain.standing import standing_of
from hansa.register.models import Agreement, Conflict, Fact, HistoryEntry, Unit
from hansa.register.models.record import Record

Plain = dict[str, Any]


def _named(record: Record | None) -> Plain | None:
    return {"id": record.ref, "name": str(record)} if record else None


def _unit(unit: Unit | None) -> str:
    return str(unit) if unit else ""


def _people(roles: Iterable[Any]) -> list[Plain]:
    return [{"id": role.person.ref, "name": str(role.person), "post": role.post, "of": role.of} for role in roles]


def _participants(roles: Iterable[Any]) -> list[Plain]:
    return [{**person, "role": role.role} for person, role in zip(_people(roles), roles, strict=True)]


def _amount(value: Decimal | None, currency: str) -> Plain | None:
    return None if value is None else {"amount": plain_number(value), "currency": currency}


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _parts(rows: Iterable[Any], *names: str) -> list[Plain]:
    return [_fields(row, *names) for row in rows]


def plain_number(value: Decimal) -> int | float:
    """A decimal as the number that JSON writes: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def _fields(record: Record, *names: str) -> Plain:
    return {name: getattr(record, name) for name in names}


def _party(party: Any) -> Plain:
    fields = _fields(
        party, "kind", "level", "name_zh", "name_en", "country", "subdivision", "latitude", "longitude", "geonames_id",
        "wikidata", "begun", "ended",
    )  # fmt: skip
    names = [str(name) for name in party.names.all()]
    return {**fields, "names": names, "part_of": _named(party.parent), "successor": _named(party.successor)}


def _organization(body: Any) -> Plain:
    fields = _fields(
        body, "name_zh", "name_en", "acronym", "kind", "founded", "founded_by", "headquarters", "websites", "members",
        "predecessors", "purpose", "wikidata",
    )  # fmt: skip
    return {**fields, "names": [str(name) for name in body.names.all()], "as_party": _named(body.party)}


def _agreement(agreement: Any) -> Plain:
    sides = [{**(_named(side.party) or {}), "as_signed": side.name_as_signed} for side in agreement.sides.all()]
    named = [
        {**(_named(name.party) or {}), **_fields(name, "language", "name")} for name in agreement.signed_names.all()
    ]
    fields = _fields(
        agreement, "kind", "level", "title", "signed", "date_basis", "until", "renewal", "place", "motive", "summary",
        "subjects",
    )  # fmt: skip
    return {
        **fields,
        "fields": [row.field for row in agreement.fields.all()],
        "parties": sides,
        "texts": _parts(agreement.texts.all(), "language", "title", "authentic"),
        "signed_names": named,
        "signatories": _people(agreement.signatories.all()),
        "steps": [_step(step) for step in agreement.steps.all()],
        "clauses": _parts(agreement.clauses.all(), "number", "language", "text"),
        "supersedes": agreement.supersedes and agreement.supersedes.ref,
        "upgrades": agreement.upgrades and agreement.upgrades.ref,
        "unit": _unit(agreement.unit),
        **plain_standing(agreement),
    }


def plain_standing(agreement: Agreement, on: dt.date | None = None) -> Plain:
    """Where an agreement stands on a day (today), and by which step, date of its own or later agreement."""
    standing = standing_of(agreement, on)
    by = standing.later or standing.step or standing.field
    return {"state": standing.state.value, "state_by": {"what": by, "date": standing.date}}


def _step(step: Any) -> Plain:
    return {**_fields(step, "kind", "date", "note", "document"), "party": _named(step.party)}


def _membership(membership: Any) -> Plain:
    fields = _fields(membership, "role", "since", "until", "through", "renewal")
    unit = str(membership.unit) if membership.unit else membership.office_name
    return {
        "member": _named(membership.party),
        "organization": _named(membership.organization),
        **fields,
        "fee": _amount(membership.fee, membership.currency),
        "renew_by": _day(membership.renew_by),
        "office": unit,
        "seats": _parts(membership.seats.all(), "body", "post", "since", "until"),
    }


def _exchange(exchange: Any) -> Plain:
    return {
        **_fields(exchange, "kind", "title", "date", "place", "summary", "topics", "headcount", "attendance"),
        "fields": [row.field for row in exchange.fields.all()],
        "home": _named(exchange.home),
        "parties": [_named(party) for party in exchange.parties.all()],
        "people": _participants(exchange.people.all()),
        "agreement": _named(exchange.agreement),
        "programme": [_programme_item(item) for item in exchange.programme.all()],
        "costs": [_cost(line) for line in exchange.costs.all()],
        "report_due": _day(exchange.report_due),
        "report_handed_in": _day(exchange.report_handed_in),
        "report_title": exchange.report_title,
        "unit": _unit(exchange.unit),
    }


def _cost(line: Any) -> Plain:
    return {**_fields(line, "item", "budget"), **(_amount(line.amount, line.currency) or {})}


def _programme_item(item: Any) -> Plain:
    time = item.time.isoformat("minutes") if item.time else ""
    return {"day": _day(item.day), "time": time, **_fields(item, "place", "title", "note"), "with": _named(item.party)}


def _commitment(commitment: Any) -> Plain:
    return {
        **_fields(commitment, "kind", "text", "clause", "due", "state", "result"),
        "agreement": _named(commitment.agreement),
        "exchange": _named(commitment.exchange),
        "party": _named(commitment.party),
        "unit": _unit(commitment.unit),
        "passages": _parts(commitment.passages.all(), "quote", "page", "start", "end"),
    }


def _gift(gift: Any) -> Plain:
    return {
        **_fields(gift, "direction", "title", "date", "kept_at", "note"),
        "value": _amount(gift.value, gift.currency),
        "party": _named(gift.party),
        "person": _named(gift.person),
        "exchange": _named(gift.exchange),
        "unit": _unit(gift.unit),
    }


def _project(project: Any) -> Plain:
    return {
        "organization": _named(project.organization),
        **_fields(project, "title", "count", "since", "until"),
        "organizing": _named(project.organizing),
        "participating": [_named(party) for party in project.participating.all()],
    }


def _figure(figure: Any) -> Plain:
    return {
        **_fields(figure, "measure", "unit", "period", "section", "measure_key"),
        "rule": _named(figure.rule),
        "value": plain_number(figure.value),
        "home": _named(figure.home),
    }


def _rule(rule: Any) -> Plain:
    return {
        **_fields(
            rule, "name", "label_zh", "label_en", "counts", "kinds", "levels", "states", "undated", "abroad", "note"
        ),
        "version": _day(rule.version),
        "as_of": _day(rule.as_of),
    }


def _question(question: Any) -> Plain:
    return {
        **_fields(question, "session", "councillor", "words", "state", "answer"),
        "date": _day(question.date),
        "due": _day(question.due),
        "answered": _day(question.answered),
        "unit": _unit(question.unit),
        "citations": _parts(question.citations.all(), "record", "words"),
    }


def _picture(picture: Any) -> Plain:
    return {
        **_fields(picture, "title", "credit", "date", "filename", "media_type", "sha256", "size", "width", "height"),
        **{name: _named(getattr(picture, name)) for name in ("exchange", "agreement", "party", "gift")},
        "unit": _unit(picture.unit),
    }


def _revision(revision: Any) -> Plain:
    fields = _fields(revision, "report", "language", "item", "made", "text", "left_out")
    return {**fields, "unit": _unit(revision.unit)}


def _template(template: Any) -> Plain:
    return _fields(template, "report", "suffix", "title", "filename", "sha256", "size", "in_use")


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
    "commitment": _commitment,
    "gift": _gift,
    "rule": _rule,
    "figure": _figure,
    "source": _source,
    "fact": _fact,
    "question": _question,
    "picture": _picture,
    "revision": _revision,
    "template": _template,
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
        "rests_on": entry.rests_on,
        "request": entry.request,
    }
