"""Parties and people that no document calls for."""

from django.db import transaction

from hansa.atlas.places import Place
from hansa.register.derived import key_of as key_of
from hansa.register.domain.history import enter
from hansa.register.domain.recognition import new_party
from hansa.register.models import Party, PartyName, Person, User
from hansa.register.search import index_records
from hansa.register.states import own_state_of, state_of


@transaction.atomic
def add_place(*, by: User, name: str, place: Place) -> Party:
    """Write a place of the atlas as a party, found by its names and this one. One history entry; the index follows."""
    party = new_party(name, place)
    party.save()
    names = dict.fromkeys(one for one in (party.name_zh, party.name_en, name) if one)
    PartyName.objects.bulk_create(PartyName(party=party, name=one, folded=key_of(one)) for one in names)
    enter(by=by, action="add", record=party, after=state_of(party))
    index_records([party])
    return party


@transaction.atomic(savepoint=False)
def add_person(*, by: User, person: Person) -> Person:
    """Write a new person, found by the folded name. One history entry."""
    person.folded = key_of(person.name_zh or person.name_en)
    person.save()
    enter(by=by, action="add", record=person, after=own_state_of(person))
    return person
