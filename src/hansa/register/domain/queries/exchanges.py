"""Exchanges by the days on which they were."""

import datetime as dt

from django.db.models import QuerySet

from hansa.register.models import Exchange


def exchanges_between(first: dt.date, last: dt.date) -> QuerySet[Exchange]:
    """The dated exchanges that share a day with the days from `first` to `last`, oldest first.

    With home, parties and people, in three more queries however many there are. Those without a date, and merged ones,
    are left out.
    """
    return (
        Exchange.objects.filter(first__lte=last, last__gte=first, merged_into=None)
        .select_related("home")
        .prefetch_related("parties", "people__person")
        .order_by("first", "last", "pk")
    )
