"""Reported figures by the period that they are for."""

import datetime as dt

from django.db.models import QuerySet

from hansa.register.models import Figure


def figures_between(first: dt.date, last: dt.date) -> QuerySet[Figure]:
    """The figures whose whole period lies within the days from `first` to `last`, with their home city; one query.

    A figure for several years is no figure of one of them; one without a period is left out.
    """
    return Figure.objects.filter(first__gte=first, last__lte=last).select_related("home").order_by("first", "pk")
