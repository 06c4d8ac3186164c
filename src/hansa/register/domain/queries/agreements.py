"""Agreements: which are in force, and which anybody may see."""

import datetime as dt

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from hansa.register.enums import StepKind
from hansa.register.models import Agreement, Step

OUT_OF_FORCE = (StepKind.SUSPENDED, StepKind.ENDED)
# Steps that decide whether an agreement is in force; the others only lead up to it.
DECISIVE = (StepKind.SIGNED, StepKind.RENEWED, StepKind.UPGRADED, *OUT_OF_FORCE)


def with_parties(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """With their parties, as two more queries for all of them together."""
    return agreements.prefetch_related("sides__party")


def agreements_in_force(on: dt.date | None = None) -> QuerySet[Agreement]:
    """The agreements in force on a day (today), with their parties; three queries however many there are.

    An agreement counts from the last day that its date of signing may mean, one without a date always; it counts no
    more from the first day that its suspension or end may mean, until it is renewed.
    """
    on = on or timezone.localdate()
    decisive = Step.objects.filter(Q(first=None) | Q(first__lte=on), agreement=OuterRef("pk"), kind__in=DECISIVE)
    latest = Subquery(decisive.order_by("-first", "-pk").values("kind")[:1])
    signed = Agreement.objects.filter(Q(signed_last=None) | Q(signed_last__lte=on)).annotate(state=latest)
    return with_parties(signed.filter(Q(state=None) | ~Q(state__in=OUT_OF_FORCE)))


def published_agreements() -> QuerySet[Agreement]:
    """The agreements in force today that visitors may see."""
    return agreements_in_force().filter(published=True)
