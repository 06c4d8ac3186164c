"""Memberships in organizations of cities."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils import timezone

from hansa.register.models import Membership


def memberships_current(on: dt.date | None = None) -> QuerySet[Membership]:
    """The memberships on a day (today), with member, organization and unit, in one query.

    One counts from the first day that its beginning may mean, to the last day that its end may mean; without a
    beginning or an end it counts always on that side.
    """
    on = on or timezone.localdate()
    begun = Q(since_first=None) | Q(since_first__lte=on)
    not_ended = Q(until_last=None) | Q(until_last__gte=on)
    return Membership.objects.filter(begun & not_ended).select_related("party", "organization", "unit")


def affiliations(on: dt.date | None = None) -> list[tuple[int, int]]:
    """Who belongs to what on a day (today): the numbers of party and organization of each membership, by their names.

    One query.
    """
    pairs = memberships_current(on).select_related(None).order_by("organization", "party")
    return list(pairs.values_list("party_id", "organization_id"))


def published_memberships() -> QuerySet[Membership]:
    """The memberships of today that visitors may see."""
    return memberships_current().filter(published=True, party__published=True, organization__published=True)
