"""Memberships in organizations of cities, the seats that members hold, and joint projects, by the day."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils import timezone

from hansa.register.models import Membership, Project, Seat


def _lasts(on: dt.date) -> Q:
    begun = Q(since_first=None) | Q(since_first__lte=on)
    return begun & (Q(until_last=None) | Q(until_last__gte=on))


def memberships_current(on: dt.date | None = None) -> QuerySet[Membership]:
    """The memberships on a day (today), with member, organization and unit, merged ones left out; one query.

    One counts from the first day that its beginning may mean, to the last day that its end may mean; without a
    beginning or an end it counts always on that side. `renew_by` ends nothing: it is when somebody has to act.
    """
    current = Membership.objects.filter(_lasts(on or timezone.localdate()), merged_into=None)
    return current.select_related("party", "organization", "unit")


def seats_held(on: dt.date | None = None) -> QuerySet[Seat]:
    """The seats held on a day (today) by those who are members on it, with member and organization; one query."""
    on = on or timezone.localdate()
    held = Seat.objects.filter(_lasts(on), membership__in=memberships_current(on).values("pk"))
    return held.select_related("membership__party", "membership__organization")


def projects_under_way(on: dt.date | None = None) -> QuerySet[Project]:
    """The projects under way on a day (today), with organization and organizing city; one query."""
    under_way = Project.objects.filter(_lasts(on or timezone.localdate()))
    return under_way.select_related("organization", "organizing")


def affiliations(on: dt.date | None = None) -> list[tuple[int, int]]:
    """Who belongs to what on a day (today): the numbers of party and organization of each membership, by their names.

    One query.
    """
    pairs = memberships_current(on).select_related(None).order_by("organization", "party")
    return list(pairs.values_list("party_id", "organization_id"))


def published_memberships() -> QuerySet[Membership]:
    """The memberships of today that visitors may see."""
    return memberships_current().filter(published=True, party__published=True, organization__published=True)
