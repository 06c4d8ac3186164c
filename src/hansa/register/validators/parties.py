"""What parties, people and organizations may not be."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from hansa.facts import span
from hansa.register.models import Agreement, Exchange, Membership
from hansa.register.validators.draft import Draft, Problem, could_exist, in_order, leads_back


def _outside(held: Any, first: str, last: str) -> Q:
    """Records that certainly lie before the party began or after it ended, by their first and last days."""
    outside = Q(pk__in=())
    if held.begun_first:
        outside |= Q(**{f"{last}__lt": held.begun_first})
    if held.ended_last:
        outside |= Q(**{f"{first}__gt": held.ended_last})
    return outside


def took_part_at_other_times(held: Any) -> bool:
    """Whether the register holds something of a party from before it began or after it ended. Three queries."""
    if not held.pk or not (held.begun_first or held.ended_last):
        return False
    exchanges = Exchange.objects.filter(Q(home=held) | Q(pk__in=held.exchanges.values("pk")), merged_into=None)
    if exchanges.filter(_outside(held, "first", "last")).exists():
        return True
    agreements = Agreement.objects.filter(pk__in=held.agreements.values("pk"), merged_into=None)
    if agreements.filter(_outside(held, "signed_first", "signed_last")).exists():
        return True
    terms = Membership.objects.filter(party=held, merged_into=None).values_list("since", "until")
    return not all(existed_as_member(held, since, until) for since, until in terms)


def existed_as_member(held: Any, since: str, until: str) -> bool:
    """Whether a party may have existed when it joined and when it left."""
    return all(could_exist(held, span(date).first, span(date).last) for date in (since, until) if date)


def _party(draft: Draft) -> Iterator[Problem]:
    held = draft.record
    if not (held.name_zh or held.name_en):
        yield "name_zh", "party_has_a_name"
    if held.subdivision and held.country and not held.subdivision.startswith(f"{held.country}-"):
        yield "subdivision", "subdivision_in_its_country"
    if leads_back(held, "parent"):
        yield "parent", "party_parent_not_circular"
    if leads_back(held, "successor"):
        yield "successor", "party_successor_not_circular"


def party(draft: Draft) -> Iterator[Problem]:
    """A party has a name, ended after it began, is neither part nor successor of itself, and was there when it acted.

    Three queries where its time is known, and one for each body above it and after it.
    """
    yield from _party(draft)
    if not in_order(draft.record.begun, draft.record.ended):
        yield "ended", "party_ends_after_it_began"
    elif took_part_at_other_times(draft.record):
        yield "begun" if draft.record.begun else "ended", "party_existed_then"
    for prefix, name in draft.problems("names"):
        if not in_order(name.since, name.until):
            yield f"{prefix}until", "party_name_ends_after_it_began"


def person(draft: Draft) -> Iterator[Problem]:
    """A person has a name."""
    if not (draft.record.name_zh or draft.record.name_en):
        yield "name_zh", "person_has_a_name"


def organization(draft: Draft) -> Iterator[Problem]:
    """An organization has a name, and is not its own member. One query where it is a party too."""
    held = draft.record
    if not (held.name_zh or held.name_en or held.acronym):
        yield "name_zh", "organization_has_a_name"
    standing = Membership.objects.filter(organization=held.pk, party=held.party_id, merged_into=None)
    if held.pk and held.party_id and standing.exists():
        yield "party", "membership_not_in_oneself"
