"""Changes of parties, people and organizations: adding one, and adding a spelling under which it is found."""

from django.db import transaction

from hansa.register.derived import key_of as key_of
from hansa.register.domain.history import enter
from hansa.register.models import Organization, OrganizationName, Party, PartyName, Person, User
from hansa.register.states import own_state_of


@transaction.atomic(savepoint=False)
def add_party(*, by: User, party: Party, names: tuple[str, ...] = ()) -> Party:
    """Write a new party with the spellings that it is found by, besides its two names. One history entry."""
    party.save()
    spellings = dict.fromkeys(name for name in (party.name_zh, party.name_en, *names) if name)
    PartyName.objects.bulk_create(PartyName(party=party, name=name, folded=key_of(name)) for name in spellings)
    enter(by=by, action="add", record=party, after={**own_state_of(party), "names": list(spellings)})
    return party


@transaction.atomic(savepoint=False)
def name_party(*, by: User, party: Party, name: str) -> None:
    """Keep one more spelling under which documents name the party. One history entry; none where it is kept already."""
    _, new = PartyName.objects.get_or_create(party=party, name=name, defaults={"folded": key_of(name)})
    if new:
        enter(by=by, action="name", record=party, after={"name": name})


@transaction.atomic(savepoint=False)
def rename_party(*, by: User, party: Party, name_zh: str) -> None:
    """Show the party under another Chinese name; it is still found under the old one. One history entry."""
    before, party.name_zh = party.name_zh, name_zh
    party.save(update_fields=["name_zh", "changed"])
    enter(by=by, action="rename", record=party, before={"name_zh": before}, after={"name_zh": name_zh})


@transaction.atomic(savepoint=False)
def add_organization(*, by: User, organization: Organization, names: tuple[str, ...] = ()) -> Organization:
    """Write a new organization with the spellings that it is found by. One history entry."""
    organization.save()
    own = (organization.name_zh, organization.name_en, organization.acronym)
    spellings = dict.fromkeys(name for name in (*own, *names) if name)
    OrganizationName.objects.bulk_create(
        OrganizationName(organization=organization, name=name, folded=key_of(name)) for name in spellings
    )
    enter(by=by, action="add", record=organization, after={**own_state_of(organization), "names": list(spellings)})
    return organization


@transaction.atomic(savepoint=False)
def name_organization(*, by: User, organization: Organization, name: str) -> None:
    """Keep one more spelling of the organization. One history entry; none where it is kept already."""
    _, new = OrganizationName.objects.get_or_create(
        organization=organization, name=name, defaults={"folded": key_of(name)}
    )
    if new:
        enter(by=by, action="name", record=organization, after={"name": name})


@transaction.atomic(savepoint=False)
def add_person(*, by: User, person: Person) -> Person:
    """Write a new person, found by the folded name. One history entry."""
    person.folded = key_of(person.name_zh or person.name_en)
    person.save()
    enter(by=by, action="add", record=person, after=own_state_of(person))
    return person
