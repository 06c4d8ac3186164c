"""What happened to a record, change by change, in words that a reader knows."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.html import escape, format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hansa.register.derived import derived_columns
from hansa.register.domain.queries.evidence import history_of
from hansa.register.domain.users import SYSTEM
from hansa.register.models import HistoryEntry, Passage, Unit
from hansa.register.models.record import Record
from hansa.register.rules import Somebody
from hansa.register.states import State, parts_of_kind
from hansa.web.held import held
from hansa.web.kinds import BY_NAME, address_of
from hansa.web.names import PART_HEADINGS, bilingual, country_name, name_of
from hansa.web.statements import LABELS, field_words, joined

# The latest changes that a page shows.
SHOWN = 50
# Of what a change rests on, the first are shown: a decision on a fact is undone on the page of the fact.
_RESTS_ON = 5
_REF = re.compile(r"[a-z]+-[0-9]{1,18}", re.ASCII)
_AMOUNTS = ("value", "amount", "fee")
_ACTIONS: dict[str, str | Promise] = {
    "add": _("Recorded"),
    "admit": _("Fact admitted"),
    "change": _("Changed"),
    "keep": _("Document kept"),
    "name": _("Spelling added"),
    "publish": _("Shown to visitors"),
    "refuse": _("Fact refused"),
    "rename": _("Renamed"),
    "restate": _("Entered in full"),
    "settle": _("Conflict settled"),
    "follow": _("A record named here was merged"),
    "join": _("Fact put here"),
    "merge": _("Merged"),
    "remove": _("Removed: no fact states it any more"),
    "revise": _("Revised after its documents"),
    "split": _("Fact parted"),
    "tell apart": _("Said not to be the same as another"),
    "undo": _("Decision undone"),
    "undo merge": _("Merge undone"),
    "undo tell apart": _("Said that it may be the same as another"),
    "withdraw": _("Hidden from visitors"),
}
_LABELS: dict[str, str | Promise] = LABELS | {
    "country": _("Country"),
    "fact": _("Fact"),
    "facts": _("Facts stated"),
    "filename": _("File"),
    "home": _("Own city"),
    "parent": _("Part of"),
    "published": _("Visible to visitors"),
}
# Ids, hashes, coordinates and other things of the machine are not told.
_NOT_TOLD = frozenset(
    ("fixed", "atlas_key", "folded", "geonames_id", "latitude", "longitude", "media_type", "pages", "sha256", "size")
)


@dataclass(frozen=True)
class Change:
    """A field with what it held before, if anything, and after; records in it are links."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Event:
    """One entry of the history: when, who, what was done, why, what changed, and links to what it rests on."""

    at: dt.datetime
    by: str
    action: str
    reason: str
    changes: tuple[Change, ...]
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """A field with what each of several records holds in it, in words; records in it are links."""

    name: str
    label: str
    words: tuple[str, ...]


def _refs(value: Any) -> Iterator[str]:
    """The refs of records and other things (`party-12`, `unit-3`) in a value of the history."""
    if isinstance(value, dict):
        value = list(value.values())
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from _refs(one)
        elif _REF.fullmatch(str(one)):
            yield str(one)


def _links(refs: set[str], user: Somebody) -> dict[str, str]:
    """What stands for these refs: a link to each record that the user may see, the words of a unit or passage.

    One fetch for each kind.
    """
    of_records = {ref for ref in refs if ref.rpartition("-")[0] in BY_NAME}
    links: dict[str, str] = {
        ref: format_html('<a href="{}">{}</a>', address_of(record.kind_of_record, record.pk), name_of(record))
        for ref, record in held(of_records, user).items()
    }
    for kind, model, words in (("unit", Unit, bilingual), ("passage", Passage, str)):
        numbers = [int(ref.rpartition("-")[2]) for ref in refs if ref.startswith(f"{kind}-")]
        if numbers:
            links |= {f"{kind}-{pk}": escape(words(one)) for pk, one in model._default_manager.in_bulk(numbers).items()}
    return links


def _choices(model: type[Model], field: str) -> dict[Any, Any]:
    return {one.name: dict(one.flatchoices) for one in model._meta.concrete_fields if one.choices}.get(field, {})


def _said(model: type[Model], field: str, value: Any, links: Mapping[str, str]) -> str:
    """The value of a field as a reader reads it; the name of each record leads to its page."""
    if isinstance(value, list) and value and isinstance(value[0], dict) and field in _parts(model):
        return format_html_join("; ", "{}", ((_row(_parts(model)[field], row, links),) for row in value))
    if isinstance(value, list):
        found = [links[str(one)] for one in value if str(one) in links]
        return format_html(joined(["{}"] * len(found)), *found) if found else field_words(field, value)
    if str(value) in links:
        return links[str(value)]
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if field in _AMOUNTS:
        return f"{Decimal(value).normalize():,f}"
    if field == "country":
        return country_name(value)
    if field == "time":
        return str(value)[: len("09:30")]
    return str(_choices(model, field).get(value) or field_words(field, value))


def _row(model: type[Model], row: Mapping[str, Any], links: Mapping[str, str]) -> str:
    """What a row of a part says, in the order of its columns: 王明 市長. What is so unless said goes without saying."""
    columns = [one for one in model._meta.concrete_fields if one.name in row and one.name not in _left_out(model)]
    told = [one.name for one in columns if row[one.name] is not True and row[one.name] != one.get_default()]
    return format_html_join(" ", "{}", ((_said(model, name, row[name], links),) for name in told))


def _parts(model: type[Model]) -> dict[str, type[Model]]:
    return {part.name: part.model for part in parts_of_kind(model.kind_of_record)} if issubclass(model, Record) else {}


def _left_out(model: type[Model]) -> frozenset[str]:
    return _NOT_TOLD | derived_columns(model)


def _labels(model: type[Record]) -> dict[str, str]:
    """What is told of records of a kind, with its labels, in the order in which it is told."""
    fields = {one.name: capfirst(one.verbose_name) for one in model._meta.concrete_fields}
    # The party of a membership is not called as that of a gift.
    own: dict[str, str | Promise] = {name: fields[name] for name in ("party", "unit", "value") if name in fields}
    labels: dict[str, str | Promise] = {**fields, **PART_HEADINGS, **_LABELS, **own}
    return {name: str(labels[name]) for name in (*_LABELS, *labels) if name not in _left_out(model)}


def _changes(record: Record, entry: HistoryEntry, links: Mapping[str, str]) -> Iterator[Change]:
    # In the order of the labels: databases keep the keys of an entry in orders of their own.
    for field, label in _labels(type(record)).items():
        before, after = entry.before.get(field), entry.after.get(field)
        # A record is hidden from visitors until it is published: that goes without saying.
        if before == after or (after is False and before is None):
            continue
        was, now = ("" if value is None else _said(type(record), field, value, links) for value in (before, after))
        yield Change(label, was, now)


def events_of(record: Record, entries: Sequence[HistoryEntry], user: Somebody) -> list[Event]:
    """Entries of a record's history in words; one fetch for each kind of record in them."""
    values = [value for entry in entries for told in (entry.before, entry.after) for value in told.values()]
    reasons = {ref for entry in entries for ref in entry.rests_on[:_RESTS_ON]}
    links = _links(reasons | {ref for value in values for ref in _refs(value)}, user)
    return [
        Event(
            entry.at,
            "Hansa" if entry.by.username == SYSTEM else entry.by.username,
            str(_ACTIONS.get(entry.action, entry.action)),
            entry.reason,
            tuple(_changes(record, entry, links)),
            tuple(links[ref] for ref in entry.rests_on[:_RESTS_ON] if ref in links),
        )
        for entry in entries
    ]


def history_shown(record: Record, user: Somebody) -> list[Event]:
    """The latest changes of a record, the last one first; one query, and one fetch for each kind of record in them."""
    return events_of(record, list(history_of(record).reverse()[:SHOWN]), user)


def fields_held(model: type[Record], states: Sequence[State], user: Somebody) -> list[Held]:
    """What records of a kind hold, side by side, field by field; one fetch for each kind of record in them.

    In the order in which a history tells it, without the fields that are empty in all of them.
    """
    links = _links({ref for state in states for value in state.values() for ref in _refs(value)}, user)

    def words(state: State, field: str) -> str:
        # A record is hidden from visitors until it is published: that goes without saying.
        return _said(model, field, state[field], links) if state.get(field, False) is not False else ""

    told = (
        Held(field, label, tuple(words(state, field) for state in states)) for field, label in _labels(model).items()
    )
    return [field for field in told if any(field.words)]
