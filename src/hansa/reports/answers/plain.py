"""A pack as plain values, for JSON."""

from typing import Any

from hansa.register.plain import plain_number
from hansa.reports.answers.earlier import Earlier
from hansa.reports.answers.pack import Pack
from hansa.reports.answers.stated import Number, Section, Statement
from hansa.reports.answers.text import draft_text

Plain = dict[str, Any]


def plain_pack(pack: Pack) -> Plain:
    """The pack with the names that its users know."""
    matter = pack.matter
    period = matter.period
    return {
        "question": pack.words,
        "understood": {
            "period": {"from": period.first.isoformat(), "to": period.last.isoformat()} if period else None,
            "topics": [str(topic) for topic in matter.topics],
            "named": [{"id": one.ref, "words": one.words} for one in matter.named],
            "unknown": list(matter.unknown),
            "countries": list(matter.countries),
            "fields": [str(field) for field in matter.fields],
        },
        "draft": draft_text(pack),
        "sections": [_section(section) for section in pack.sections],
        "cannot_be_answered": list(pack.open),
        "records": [
            {"id": one.ref, "weight": one.weight, "reasons": [reason.say(pack.language) for reason in one.reasons]}
            for one in pack.records
        ],
        "passages": [
            {"source": one.source, "title": one.title, "page": one.page, "start": one.start, "quote": one.quote}
            for one in pack.passages
        ],
        "earlier": [_earlier(one, pack) for one in pack.earlier],
    }


def _section(section: Section) -> Plain:
    return {
        "title": section.title,
        "statements": [_statement(one) for one in section.statements],
        "figures": [_number(one) for one in section.numbers],
    }


def _statement(one: Statement) -> Plain:
    return {"text": one.text, "records": list(one.refs), "below": [_statement(below) for below in one.below]}


def _number(one: Number) -> Plain:
    return {
        "measure": one.key,
        "value": plain_number(one.value),
        "unit": one.unit.zh,
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "records": list(one.refs),
    }


def _earlier(one: Earlier, pack: Pack) -> Plain:
    return {
        "id": one.question.ref,
        "date": one.question.date.isoformat(),
        "question": one.question.words,
        "reasons": [reason.say(pack.language) for reason in one.reasons],
        "checked": [
            {"said": checked.said, "verdict": checked.verdict, "now": checked.now, "sentence": checked.sentence}
            for checked in one.checked
        ],
    }
