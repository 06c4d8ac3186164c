"""The parties and people that documents name, as the register has them or as it gets to know them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hansa.atlas.lookup import place
from hansa.register.derived import key_of
from hansa.register.domain.admission.hands import touched_by_people
from hansa.register.domain.admission.naming import Meaning
from hansa.register.domain.admission.planning import Plan, party_names, people_in
from hansa.register.domain.admission.recording import Recording
from hansa.register.domain.admission.statement import Statement, stated
from hansa.register.domain.recognition import best_spelling, describe_party, is_latin, parent_name
from hansa.register.enums import NameKind
from hansa.register.models import Party, PartyName, Person
from hansa.register.states import State

_COLUMNS = ("party_id", "name", "folded", "kind", "language", "script", "since", "until")


@dataclass
class _Called:
    """What facts call a party: its spellings, which facts, whether one is public, what it says it is part of."""

    names: dict[str, None] = field(default_factory=dict)
    facts: dict[str, None] = field(default_factory=dict)
    published: bool = False
    parent: str = ""

    def take(self, name: str, statement: Statement) -> None:
        self.names[name] = None
        self.facts[statement.ref] = None
        # What a person has hidden since is not shown again by a fact that was there before.
        self.published = self.published or (statement.published and statement.record is None)


def record_parties(recording: Recording, planned: Plan, statements: Sequence[Statement]) -> dict[str, int]:
    """Make the parties that the statements name and nobody has yet, keep their spellings; their numbers by name."""
    called: dict[Meaning, _Called] = defaultdict(_Called)
    for statement in statements:
        for name in party_names(statement):
            meaning = planned.parties.meaning(name)
            called[meaning].take(name, statement)
            if parent := _parent_of(meaning, name):
                called[planned.parties.meaning(parent)].take(parent, statement)
                called[meaning].parent = parent
    numbers = {meaning: number for meaning in called if (number := meaning.number)}
    # What others are part of comes first.
    for meaning in sorted(called, key=lambda one: bool(called[one].parent)):
        if meaning not in numbers:
            numbers[meaning] = _make_party(recording, planned, meaning, called[meaning], numbers)
    _keep_spellings(recording, {number: called[one] for one in called if (number := one.number)})
    planned.numbers = {meaning.key: number for meaning, number in numbers.items()}
    return _numbers_by_name(planned, statements)


def _parent_of(meaning: Meaning, name: str) -> str:
    return parent_name(name) if meaning.is_bare else ""


def _numbers_by_name(planned: Plan, statements: Iterable[Statement]) -> dict[str, int]:
    """The numbers of the parties by their names, and of those for whom people came, where they are known."""
    names = {name for statement in statements for name in party_names(statement)}
    names |= {of for statement in statements for one in people_in(statement) if (of := stated(one.of))}
    keys = {name: planned.parties.key(name) for name in names}
    return {name: planned.numbers[key] for name, key in keys.items() if key in planned.numbers}


def _make_party(
    recording: Recording, planned: Plan, meaning: Meaning, called: _Called, numbers: dict[Meaning, int]
) -> int:
    party = Party(published=called.published)
    describe_party(party, meaning.place, called.names)
    if called.parent:
        parent = planned.parties.meaning(called.parent)
        party.parent_id = numbers[parent]
    recording.write(party, {"names": _rows([], party, called.names)}, {}, "add", called.facts)
    return party.pk


def _rows(held: Sequence[dict[str, Any]], party: Party, names: Iterable[str]) -> list[dict[str, Any]]:
    """The party's names, those shown and those that documents give it besides the ones that it has."""
    known = {row["name"] for row in held}
    at = place(party.atlas_key) if party.atlas_key else None
    shown = (party.name_zh, party.name_en, *((at.name_zh, at.name_en) if at else ()))
    new = dict.fromkeys(name for name in (*shown, *names) if name and name not in known)
    return [*held, *({"name": name, "folded": key_of(name), "kind": NameKind.SPELLING.value} for name in new)]


def _keep_spellings(recording: Recording, called: dict[int, _Called]) -> None:
    """Let the parties of these numbers go by what facts call them as well."""
    held = recording.read("party", called)
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in PartyName.objects.filter(party__in=called).order_by("pk").values(*_COLUMNS):
        rows[row.pop("party_id")].append(row)
    people_hold = touched_by_people("party", called)
    for number, (party, before) in held.items():
        given = called[number]
        party.published = party.published or given.published
        if number not in people_hold:
            at = place(party.atlas_key) if party.atlas_key else None
            describe_party(party, at, [*(row["name"] for row in rows[number]), *given.names])
        names = rows[number] if "names" in party.fixed else _rows(rows[number], party, given.names)
        recording.write(party, {"names": names}, before, "name", given.facts)


def record_people(recording: Recording, planned: Plan, statements: Sequence[Statement]) -> dict[str, int]:
    """Make the people whom the statements name and nobody has yet; their numbers by name."""
    spelled: dict[Meaning, _Called] = defaultdict(_Called)
    for statement in statements:
        for one in people_in(statement):
            spelled[planned.people.meaning(one.name)].take(one.name, statement)
    numbers: dict[Meaning, int] = {}
    for meaning, called in spelled.items():
        numbers[meaning] = meaning.number or _make_person(recording, called)
    return {name: numbers[meaning] for meaning, called in spelled.items() for name in called.names}


def _make_person(recording: Recording, called: _Called) -> int:
    name = best_spelling(called.names)
    person = Person(name_zh="" if is_latin(name) else name, name_en=name if is_latin(name) else "")
    recording.write(person, {}, State(), "add", called.facts)
    return person.pk
