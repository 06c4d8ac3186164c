"""Which party, or person, a name in a document means: by the place behind it, then by the register's own names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hansa.atlas.lookup import place
from hansa.atlas.places import Place
from hansa.facts import Span, span
from hansa.register.derived import key_of
from hansa.register.domain.admission.hands import touched_by_people
from hansa.register.domain.admission.hindrance import Unresolved
from hansa.register.domain.recognition import place_of
from hansa.register.enums import Hindrance, PartyKind
from hansa.register.models import Party, PartyName, Person

# A name means one of these: the record of a number, a place of the atlas, or whoever goes by a folded name.
_RECORD, _PLACE, _NAME = "record:", "place:", "name:"


@dataclass(frozen=True)
class Meaning:
    """Whom a name means, as far as it is known: `key` is the same for all names of one party, or of one person."""

    key: str

    @classmethod
    def of(cls, number: int) -> "Meaning":
        """The record of this number."""
        return cls(f"{_RECORD}{number}")

    @property
    def number(self) -> int | None:
        """The number of the record that the register has."""
        return int(self.key.removeprefix(_RECORD)) if self.key.startswith(_RECORD) else None

    @property
    def place(self) -> Place | None:
        """The place in the atlas, for a party that the register does not have yet."""
        return place(self.key.removeprefix(_PLACE)) if self.key.startswith(_PLACE) else None

    @property
    def is_bare(self) -> bool:
        """Whether neither the register nor the atlas knows the name."""
        return self.key.startswith(_NAME)


class PartyNames:
    """The parties that some names mean, found in three queries however many names there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._places = {name: place_of(name) for name in dict.fromkeys(names)}
        by_place = _by_place({found.key for found in self._places.values() if found})
        by_name = _by_name({key_of(name) for name, found in self._places.items() if not found})
        self._meanings: dict[str, Meaning] = {}
        self._several: set[str] = set()
        for name, found in self._places.items():
            key = key_of(name)
            held = {by_place[found.key]} if found and found.key in by_place else set() if found else by_name[key]
            if len(held) > 1:
                self._several.add(name)
            bare = f"{_PLACE}{found.key}" if found else f"{_NAME}{key}"
            self._meanings[name] = Meaning.of(min(held)) if held else Meaning(bare)
        self.countries = _countries(self._meanings.values())
        self._terms = _terms(self._meanings.values())

    def meaning(self, name: str) -> Meaning:
        """Whom the name means. Raises Unresolved where it is no name, or several parties go by it."""
        _must_be_a_name(name)
        if name in self._several:
            raise Unresolved(Hindrance.SEVERAL_PARTIES, name)
        return self._meanings[name]

    def existed(self, name: str, date: str) -> bool:
        """Whether the party may have existed on a day of a date in EDTF; of most, nobody knows since when they do."""
        term = self._terms.get(self.number(name) or 0)
        return not date or term is None or term.meets(span(date))

    def number(self, name: str) -> int | None:
        """The number of the party that the name means, where the register has one."""
        return None if name in self._several else self._meanings[name].number

    def key(self, name: str) -> str:
        """The key of whom the name means; empty where that is not known."""
        return "" if name in self._several else self._meanings[name].key


def _countries(meanings: Iterable[Meaning]) -> frozenset[str]:
    """The keys of those that are countries."""
    numbers = {number: meaning.key for meaning in meanings if (number := meaning.number)}
    held = Party.objects.filter(pk__in=numbers, kind=PartyKind.COUNTRY).values_list("pk", flat=True)
    new = {meaning.key for meaning in meanings if (found := meaning.place) and found.kind == "country"}
    return frozenset({numbers[number] for number in held} | new)


def _terms(meanings: Iterable[Meaning]) -> dict[int, Span]:
    """The days on which parties that did not always exist certainly did not exist yet, or no more, lie outside."""
    numbers = {number for meaning in meanings if (number := meaning.number)}
    timed = Party.objects.filter(pk__in=numbers).exclude(begun_first=None, ended_last=None)
    return {number: Span(first, last) for number, first, last in timed.values_list("pk", "begun_first", "ended_last")}


def _must_be_a_name(name: str) -> None:
    if not key_of(name):
        raise Unresolved(Hindrance.NO_NAME, name)


def _by_place(keys: set[str]) -> dict[str, int]:
    """The parties at these places; one that was merged is that which it was merged into."""
    rows = Party.objects.filter(atlas_key__in=keys).order_by("pk")
    return _survivors(rows.values_list("atlas_key", "pk", "merged_into_id"))


def _survivors(rows: Iterable[tuple[str, int, int | None]]) -> dict[str, int]:
    """For each key the first record of those that it finds, or that which they were merged into."""
    found: dict[str, int] = {}
    for key, number, survivor in sorted(rows, key=lambda row: (row[2] is not None, row[1])):
        found.setdefault(key, survivor or number)
    return found


def _by_name(keys: set[str]) -> Mapping[str, set[int]]:
    """The parties that go by these folded names.

    A name of a place counts only where people gave it: what documents call a place, the atlas knows by itself.
    """
    rows = PartyName.objects.filter(folded__in=keys).values_list(
        "folded", "party_id", "party__merged_into_id", "party__atlas_key"
    )
    found = [(key, survivor or number, bool(atlas)) for key, number, survivor, atlas in rows]
    given = touched_by_people("party", {number for _, number, at_place in found if at_place})
    names: dict[str, set[int]] = defaultdict(set)
    for key, number, at_place in found:
        if not at_place or number in given:
            names[key].add(number)
    return names


class PersonNames:
    """The people that some names mean, by their names alone; one query."""

    def __init__(self, names: Iterable[str]) -> None:
        rows = Person.objects.filter(folded__in={key_of(name) for name in names})
        self._numbers = _survivors(rows.values_list("folded", "pk", "merged_into_id"))

    def meaning(self, name: str) -> Meaning:
        """Whom the name means. Raises Unresolved where it is no name."""
        _must_be_a_name(name)
        number = self._numbers.get(key_of(name))
        return Meaning.of(number) if number else Meaning(f"{_NAME}{key_of(name)}")
