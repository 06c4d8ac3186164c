"""What happened to a record, change by change, in words that a reader knows."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hansa.register.domain.queries.evidence import history_of
from hansa.register.domain.users import SYSTEM
from hansa.register.models import HistoryEntry
from hansa.register.models.record import Record
from hansa.register.rules import Somebody
from hansa.web.held import held
from hansa.web.kinds import BY_NAME, address_of
from hansa.web.names import country_name, name_of
from hansa.web.statements import LABELS, field_words, joined

# The latest changes that a page shows.
SHOWN = 50
_ACTIONS: dict[str, str | Promise] = {
    "add": _("Recorded"),
    "admit": _("Fact admitted"),
    "keep": _("Document kept"),
    "name": _("Spelling added"),
    "publish": _("Shown to visitors"),
    "refuse": _("Fact refused"),
    "rename": _("Renamed"),
    "settle": _("Conflict settled"),
    "withdraw": _("Hidden from visitors"),
}
# What is told of a change; ids, hashes, coordinates and other things of the machine are not.
_LABELS: dict[str, str | Promise] = LABELS | {
    "country": _("Country"),
    "fact": _("Fact"),
    "facts": _("Facts stated"),
    "filename": _("File"),
    "home": _("Own city"),
    "names": _("Named in documents"),
    "parent": _("Part of"),
    "party": _("Member"),
    "published": _("Visible to visitors"),
}


@dataclass(frozen=True)
class Change:
    """A field with what it held before, if anything, and after; records in it are links."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Event:
    """One entry of the history: when, who, what was done, why, and what changed."""

    at: dt.datetime
    by: str
    action: str
    reason: str
    changes: tuple[Change, ...]


def _refs(value: Any) -> Iterator[str]:
    """The refs of records (`party-12`) in a value of the history."""
    for one in value if isinstance(value, list) else [value]:
        kind, _dash, number = str(one).rpartition("-")
        if kind in BY_NAME and number.isdecimal():
            yield str(one)


def _said(record: Record, field: str, value: Any, found: Mapping[str, Record]) -> str:
    """The value of a field as a reader reads it; the name of each record leads to its page."""
    if isinstance(value, list):
        links = [_said(record, field, one, found) for one in value if str(one) in found]
        return format_html(joined(["{}"] * len(links)), *links) if links else field_words(field, value)
    if str(value) in found:
        named = found[str(value)]
        return format_html('<a href="{}">{}</a>', address_of(named.kind_of_record, named.pk), name_of(named))
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if field == "value":
        return f"{Decimal(value).normalize():,f}"
    if field == "country":
        return country_name(value)
    choices = {held.name: dict(held.flatchoices) for held in record._meta.concrete_fields if held.choices}
    return str(choices.get(field, {}).get(value) or field_words(field, value))


def _changes(record: Record, entry: HistoryEntry, found: Mapping[str, Record]) -> Iterator[Change]:
    # In the order of the labels: databases keep the keys of an entry in orders of their own.
    for field, label in _LABELS.items():
        before, after = entry.before.get(field), entry.after.get(field)
        # A record is hidden from visitors until it is published: that goes without saying.
        if field in entry.after and not (after is False and before is None):
            yield Change(
                str(label),
                "" if before is None else _said(record, field, before, found),
                _said(record, field, after, found),
            )


def history_shown(record: Record, user: Somebody) -> list[Event]:
    """The latest changes of a record, the last one first; one query, and one fetch for each kind of record in them."""
    entries = list(history_of(record).reverse()[:SHOWN])
    values = [value for entry in entries for told in (entry.before, entry.after) for value in told.values()]
    found = held({ref for value in values for ref in _refs(value)}, user)
    return [
        Event(
            entry.at,
            "Hansa" if entry.by.username == SYSTEM else entry.by.username,
            str(_ACTIONS.get(entry.action, entry.action)),
            entry.reason,
            tuple(_changes(record, entry, found)),
        )
        for entry in entries
    ]
