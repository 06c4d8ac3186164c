"""Admitting what a document says of an organization, of a membership in it, and of its joint projects."""

from hansa import facts
from hansa.register.domain.admission.numbers import counted
from hansa.register.domain.admission.outcome import Outcome, Unresolved, stated
from hansa.register.domain.known import KnownNames
from hansa.register.domain.parties import key_of
from hansa.register.domain.recognition import is_latin
from hansa.register.enums import Hindrance
from hansa.register.models import Membership, Organization, Party, Project, Source


def admit_organization(fact: facts.Organization, names: KnownNames, source: Source, home: Party | None) -> Outcome:
    """Join the fact to the organization that it describes, or make one."""
    if not key_of(fact.name):
        raise Unresolved(Hindrance.NO_NAME, fact.name)
    name_en, acronym = stated(fact.name_en) or "", stated(fact.acronym) or ""
    held = names.find_organization(fact.name, name_en, acronym)
    organization = held or Organization(published=names.publish)
    outcome = Outcome(organization, joined=held is not None)
    latin = is_latin(fact.name)
    outcome.fill("name_en" if latin else "name_zh", fact.name)
    for field in ("name_en", "acronym", "purpose"):
        outcome.fill(field, getattr(fact, field))
    for field in ("kind", "headquarters"):
        outcome.hold(field, getattr(fact, field))
    outcome.date("founded", fact.founded)
    outcome.extend("founded_by", fact.founded_by)
    outcome.extend("websites", fact.website)
    outcome.extend("predecessors", fact.predecessors)
    _hold_members(outcome, organization, fact)
    if held:
        organization.save()
    else:
        names.write_organization(organization, fact.name)
    for name in (fact.name, name_en, acronym):
        names.spell_organization(organization, name)
    return outcome


def _hold_members(outcome: Outcome, organization: Organization, fact: facts.Organization) -> None:
    """Keep one count of each sort of member; another count of the same sort is a difference."""
    held = {count["of"]: count["count"] for count in organization.members}
    told = {members.of: members.count for members in stated(fact.members) or ()}
    other = {of: count for of, count in told.items() if held.get(of, count) != count}
    if other:
        outcome.differ("members", {of: held[of] for of in other}, other)
    organization.members = [{"count": count, "of": of} for of, count in (told | held).items()]


def admit_membership(fact: facts.Membership, names: KnownNames, source: Source, home: Party | None) -> Outcome:
    """Join the fact to the membership of this party in this organization, or make it: there is one of each pair."""
    names.check(parties=[fact.member], organization=fact.organization)
    organization = names.organization(fact.organization)
    party = names.party(fact.member)
    held = Membership.objects.filter(party=party, organization=organization).first()
    new = Membership(party=party, organization=organization, published=names.publish)
    outcome = Outcome(held or new, joined=held is not None)
    outcome.date("since", fact.since, "since_first")
    outcome.hold("role", fact.role)
    outcome.fill("office_name", fact.office)
    outcome.fill("through", fact.through)
    outcome.record.save()
    return outcome


def admit_project(fact: facts.Project, names: KnownNames, source: Source, home: Party | None) -> Outcome:
    """Join the fact to the organization's project of that title, or to its number of projects, or make it."""
    organizing, participating = stated(fact.organizing), stated(fact.participating) or ()
    parties = [*participating, organizing] if organizing else participating
    names.check(parties=parties, organization=fact.organization)
    title, count = stated(fact.title) or "", counted(fact.count)
    if not title and count is None:
        raise Unresolved(Hindrance.NO_PROJECT)
    organization = names.organization(fact.organization)
    same = (p for p in Project.objects.filter(organization=organization) if key_of(p.title) == key_of(title))
    held = next(same, None)
    project = held or Project(organization=organization, published=names.publish)
    outcome = Outcome(project, joined=held is not None)
    outcome.fill("title", fact.title)
    outcome.hold("count", count)
    if organizing:
        outcome.fill("organizing", names.party(organizing))
    project.save()
    taking_part = [names.party(name) for name in participating]
    new = set(taking_part) - set(project.participating.all())
    project.participating.add(*taking_part)
    if new:
        outcome.parts["participating"] = sorted(party.ref for party in new)
    return outcome
