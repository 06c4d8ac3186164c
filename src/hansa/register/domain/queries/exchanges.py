"""Exchanges by the days on which they were."""

import datetime as dt

from django.db.models import Prefetch, QuerySet

from hansa.register.models import Exchange, Participant


def people() -> "Prefetch[str, QuerySet[Participant], str]":
    """The people of exchanges, to be fetched in one query for all of them; joined as the `sides` of agreements are."""
    return Prefetch("people", Participant.objects.select_related("person", "party"))


def exchanges_between(first: dt.date, last: dt.date) -> QuerySet[Exchange]:
    """The dated exchanges that share a day with the days from `first` to `last`, oldest first.

    With home, parties and people, in two more queries however many there are. Those without a date, and merged ones,
    are left out.
    """
    return (
        Exchange.objects.filter(first__lte=last, last__gte=first, merged_into=None)
        .select_related("home")
        .prefetch_related("parties", people())
        .order_by("first", "last", "pk")
    )
