"""The names that the register knows, held in memory while facts are admitted, so that a name costs no query."""

import re
from collections.abc import Iterator, Sequence

from hansa.atlas.directory import find_organization
from hansa.atlas.places import Place
from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.admission.outcome import Unresolved
from hansa.register.domain.parties import (
    add_organization,
    add_party,
    add_person,
    key_of,
    name_organization,
    name_party,
    rename_party,
)
from hansa.register.domain.recognition import is_latin, new_party, official_name, place_of
from hansa.register.enums import Hindrance
from hansa.register.models import Organization, OrganizationName, Party, PartyName, Person, User

_BRACKETS = re.compile(r"^(?P<name>[^（(]+?)\s*[（(]\s*(?P<other>[^（）()]+?)\s*[)）]$")
# Two English names under one acronym that share fewer words than this are two bodies.
_SAME_BODY = 0.5


def _required_key(name: str) -> str:
    key = key_of(name)
    if not key:
        raise Unresolved(Hindrance.NO_NAME, name)
    return key


def _spellings(name: str) -> Iterator[str]:
    """A name as written, then its parts where a second name stands in brackets after it."""
    yield name
    if match := _BRACKETS.match(name):
        yield from match.groups()


class KnownNames:
    """Parties, organizations and people by the folded names that the register keeps; made in three queries.

    `add` says whether names that nobody knows make new records, `publish` whether visitors may see these. What is
    made or spelled anew is written at once, in the name of `by`; `touched` holds it for the index.
    """

    def __init__(self, *, by: User, add: bool = True, publish: bool = False) -> None:
        self.by, self.add, self.publish = by, add, publish
        self.touched: set[Party | Organization | Person] = set()
        self._places: dict[str, Party] = {}
        self._parties: dict[str, Party] = {}
        self._organizations: dict[str, Organization] = {}
        self._listed: dict[str, Organization] = {}
        self._people: dict[str, Person] = {}
        self._seen: dict[str, Place | None] = {}
        self._spelled: set[tuple[Party | Organization, str]] = set()
        self._read()

    def _read(self) -> None:
        for spelled in PartyName.objects.select_related("party__merged_into").order_by("party_id", "pk"):
            self._remember_party(spelled.party.merged_into or spelled.party, spelled.name)
        for named in OrganizationName.objects.select_related("organization__merged_into").order_by("pk"):
            self._remember_organization(named.organization.merged_into or named.organization, named.name)
        for person in Person.objects.select_related("merged_into").order_by("pk"):
            self._people.setdefault(person.folded, person.merged_into or person)

    def _remember_party(self, party: Party, name: str) -> None:
        self._parties.setdefault(key_of(name), party)
        self._spelled.add((party, name))
        if party.atlas_key:
            self._places.setdefault(party.atlas_key, party)

    def _remember_organization(self, organization: Organization, name: str) -> None:
        self._organizations.setdefault(key_of(name), organization)
        if known := find_organization(name):
            self._listed.setdefault(known.key, organization)
        self._spelled.add((organization, name))

    def _place_of(self, name: str) -> Place | None:
        if name not in self._seen:
            self._seen[name] = place_of(name)
        return self._seen[name]

    def _find_party(self, name: str) -> Party | None:
        place = self._place_of(name)
        return self._places.get(place.key) if place else self._parties.get(key_of(name))

    def _is_known(self, name: str) -> bool:
        return self._place_of(name) is not None or key_of(name) in self._parties

    def check(self, *, parties: Sequence[str] = (), organization: str = "", people: Sequence[str] = ()) -> None:
        """Raises Unresolved where one of the names cannot be used, before anything is written for the others."""
        for name in (*parties, *people):
            _required_key(name)
        unknown = [name for name in parties if not self._is_known(name)]
        if unknown and not self.add:
            raise Unresolved(Hindrance.UNKNOWN_PARTY, unknown[0])
        known = organization and (find_organization(organization) or self.find_organization(organization))
        if organization and not self.add and not known:
            raise Unresolved(Hindrance.UNKNOWN_ORGANIZATION, organization)
        if organization:
            _required_key(organization)

    def count_parties(self, names: Sequence[str]) -> int:
        """How many different parties these names mean."""
        return len({self._identity(name) for name in names})

    def _identity(self, name: str) -> str:
        found, place = self._find_party(name), self._place_of(name)
        return found.ref if found else place.key if place else key_of(name)

    def party(self, name: str) -> Party:
        """The party that a document names: by the place behind the name, then by the register's own names.

        Where neither knows it, a new party; raises Unresolved as `check` does.
        """
        self.check(parties=[name])
        found = self._find_party(name)
        if found is None:
            found = new_party(name, self._place_of(name))
            found.published = self.publish
            add_party(by=self.by, party=found, names=(name,))
            self.touched.add(found)
            for spelled in (name, found.name_zh, found.name_en):
                if spelled:
                    self._remember_party(found, spelled)
        self._spell_party(found, name)
        return found

    def _spell_party(self, party: Party, name: str) -> None:
        if (party, name) not in self._spelled:
            name_party(by=self.by, party=party, name=name)
            self._remember_party(party, name)
            self.touched.add(party)
            self._show_official_name(party, name)

    def _show_official_name(self, party: Party, name: str) -> None:
        place = self._place_of(name)
        official = official_name(place.name_zh, party.name_zh, name) if place else party.name_zh
        if official != party.name_zh:
            rename_party(by=self.by, party=party, name_zh=official)

    def find_organization(self, name: str, name_en: str = "", acronym: str = "") -> Organization | None:
        """The organization that the register knows by one of the names, or the directory does; else by the acronym.

        An acronym alone does not join two bodies with different English names.
        """
        for spelled in (*_spellings(name), *((name_en,) if name_en else ())):
            if found := self._organizations.get(key_of(spelled)):
                return found
            if (known := find_organization(spelled)) and (found := self._listed.get(known.key)):
                return found
        found = self._organizations.get(key_of(acronym)) if acronym else None
        if found and name_en and found.name_en and likeness(name_en, found.name_en) < _SAME_BODY:
            return None
        return found

    def organization(self, name: str) -> Organization:
        """The organization that a document names; a new one where nobody knows it.

        Raises Unresolved as `check` does.
        """
        self.check(organization=name)
        found = self.find_organization(name)
        if found is None:
            found = Organization(published=self.publish)
            self.write_organization(found, name)
        self.spell_organization(found, name)
        return found

    def write_organization(self, organization: Organization, name: str) -> None:
        """Write a new organization, with the names that the directory has for it, and know it by them from now on."""
        known = find_organization(name)
        latin = is_latin(name)
        organization.name_zh = organization.name_zh or (known.name_zh if known else "" if latin else name)
        organization.name_en = organization.name_en or (known.name_en if known else name if latin else "")
        organization.acronym = organization.acronym or (known.acronym if known else "")
        add_organization(by=self.by, organization=organization)
        self.touched.add(organization)
        for name in (organization.name_zh, organization.name_en, organization.acronym):
            if name:
                self._remember_organization(organization, name)

    def spell_organization(self, organization: Organization, name: str) -> None:
        """Know an organization by one more spelling."""
        if name and (organization, name) not in self._spelled:
            name_organization(by=self.by, organization=organization, name=name)
            self._remember_organization(organization, name)
            self.touched.add(organization)

    def person(self, name: str) -> Person:
        """The person of that name; a new one where there is none yet."""
        key = _required_key(name)
        if key not in self._people:
            latin = is_latin(name)
            person = Person(name_zh="" if latin else name, name_en=name if latin else "", published=False)
            self._people[key] = add_person(by=self.by, person=person)
            self.touched.add(person)
        return self._people[key]
