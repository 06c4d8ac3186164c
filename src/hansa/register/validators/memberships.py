"""What memberships and joint projects may not be."""

from collections.abc import Iterator
from typing import Any

from hansa.facts import is_edtf, span
from hansa.register.derived import key_of
from hansa.register.models import OrganizationName
from hansa.register.validators.draft import Draft, Problem, in_order, named
from hansa.register.validators.parties import existed_as_member


def _is_itself(party: Any, organization: Any) -> bool:
    """Whether a party is the organization, by the register or by a name that both go by. One query."""
    if party.pk and organization.party_id == party.pk:
        return True
    own = {key_of(name) for name in (organization.name_zh, organization.name_en) if name}
    keys = {key_of(name) for name in (party.name_zh, party.name_en) if name}
    spelled = OrganizationName.objects.filter(organization=organization, folded__in=keys) if organization.pk else None
    return bool(own & keys) or (spelled is not None and spelled.exists())


def _founded_later(founded: str, since: str) -> bool:
    if not (founded and since and is_edtf(founded)):
        return False
    first, last = span(founded).first, span(since).last
    return bool(first and last and last < first)


def membership(draft: Draft) -> Iterator[Problem]:
    """A party that exists is a member of another body that was founded, until after it joined, for a fee in a currency.

    One query.
    """
    held = draft.record
    party, organization = named(held, "party"), named(held, "organization")
    if party and organization and _is_itself(party, organization):
        yield "party", "membership_not_in_oneself"
    if party and not existed_as_member(party, held.since, held.until):
        yield "since" if held.since else "until", "membership_of_an_existing_party"
    if organization and _founded_later(organization.founded, held.since):
        yield "since", "membership_since_it_was_founded"
    if not in_order(held.since, held.until):
        yield "until", "membership_ends_after_it_began"
    yield from _fee(held)
    for prefix, seat in draft.problems("seats"):
        if not in_order(seat.since, seat.until):
            yield f"{prefix}until", "seat_ends_after_it_began"


def _fee(held: Any) -> Iterator[Problem]:
    if held.fee is not None and not held.currency:
        yield "currency", "membership_fee_in_a_currency"
    if held.fee is not None and held.fee < 0:
        yield "fee", "membership_fee_not_negative"


def project(draft: Draft) -> Iterator[Problem]:
    """A project has a title or is a number of projects, and ends after it began."""
    held = draft.record
    if not held.title and held.count is None:
        yield "title", "project_has_a_title_or_number"
    if not in_order(held.since, held.until):
        yield "until", "project_ends_after_it_began"
