"""The own fields of two records as one, by the rules, on plain values."""

import datetime as dt
from typing import Any

from django.db import models

from hansa.facts import span
from hansa.register.derived import DERIVED, key_of
from hansa.register.domain.merging.rules import FIELDS, LEADS, TERMS, Rule
from hansa.register.models import RECORD_KINDS
from hansa.register.states import State, fields_of_kind

_FIRST_TAKEN = (Rule.FILL, Rule.NAME, Rule.DATE, Rule.MOVE)


def is_more_precise(date: str, held: str) -> bool:
    """Whether a date shares a day with the one held, and means fewer days."""
    return span(date).meets(span(held)) and _days(date) < _days(held)


def _days(date: str) -> dt.timedelta:
    covered = span(date)
    return covered.last - covered.first if covered.first and covered.last else dt.timedelta.max


def put(state: State, name: str, value: Any) -> None:
    """Let a state hold a value; one that is empty is not in it."""
    if value in (None, "", [], {}):
        state.pop(name, None)
    else:
        state[name] = value


def derive_again(model: type[models.Model], state: State, was: State) -> None:
    """Work out the columns of a record's or row's state that follow from others which are not what they were."""
    for one in DERIVED.get(model, ()):
        source, before = (next((held[name] for name in one.sources if name in held), "") for held in (state, was))
        if source != before:
            value = one.by(source)
            put(state, one.column, value.isoformat() if isinstance(value, dt.date) else value)


def _united(first: list[Any], second: list[Any]) -> list[Any]:
    """Both lists, each thing once; a count is the thing that it counts."""
    held: dict[str, Any] = {}
    for one in (*first, *second):
        held.setdefault(key_of(str(one["of"] if isinstance(one, dict) else one)), one)
    return list(held.values())


def _source(rule: Rule, name: str, kept: State, other: State) -> State:
    """The one of two states whose value of a field stands."""
    if name not in other or rule is Rule.STAY:
        return kept
    fixed = [name in state.get("fixed", ()) for state in (kept, other)]
    if name not in kept or fixed == [False, True]:
        return other
    precise = rule is Rule.DATE and fixed[0] == fixed[1] and is_more_precise(other[name], kept[name])
    return other if precise else kept


def _followed(name: str, lead: State, kept: State, other: State) -> Any:
    same = kept.get(LEADS[name]) == other.get(LEADS[name])
    return lead.get(name) or (kept.get(name) or other.get(name) if same else None)


def _without_each_other(kind: str, state: State, refs: tuple[str, str]) -> State:
    """The state without relations of the two records to each other, or to themselves."""
    own = RECORD_KINDS[kind]
    loops = {field.name for field in fields_of_kind(kind) if field.related_model is own}
    return {name: value for name, value in state.items() if not (name in loops and value in refs)}


def united_fields(kind: str, kept: State, other: State, refs: tuple[str, str]) -> State:
    """What the kept record's own fields hold after another, of these refs, was merged into it."""
    stays, comes = (_without_each_other(kind, state, refs) for state in (kept, other))
    now: State = {}
    sources: dict[str, State] = {}
    for name, rule in FIELDS[kind].items():
        if rule is Rule.UNITE:
            put(now, name, _united(stays.get(name, []), comes.get(name, [])))
        elif rule is Rule.EITHER:
            now[name] = stays[name] or comes[name]
        elif rule in (*_FIRST_TAKEN, Rule.STAY):
            sources[name] = _source(rule, name, stays, comes)
            put(now, name, sources[name].get(name))
    for name, rule in FIELDS[kind].items():
        if rule is Rule.FOLLOW:
            put(now, name, _followed(name, sources[LEADS[name]], stays, comes))
    return _derived(kind, now, kept)


def _derived(kind: str, now: State, kept: State) -> State:
    """With the columns that follow from others; a term that would end before it begins is the kept record's."""
    model = RECORD_KINDS[kind]
    columns = [one.column for one in DERIVED.get(model, ())]
    now |= {column: kept[column] for column in columns if column in kept}
    derive_again(model, now, kept)
    term = TERMS.get(kind, ())
    if term and _ends_before_it_begins(now, term):
        for name in (*term, *(name for name, lead in LEADS.items() if lead in term), *columns):
            put(now, name, kept.get(name))
    return now


def _ends_before_it_begins(state: State, term: tuple[str, ...]) -> bool:
    begun, ended = (span(state[name]) if name in state else None for name in term)
    return bool(begun and ended and begun.first and ended.last and ended.last < begun.first)


def given_up(kind: str) -> set[str]:
    """The own fields that a merged record holds no more."""
    return {name for name, rule in FIELDS[kind].items() if rule is Rule.MOVE}
