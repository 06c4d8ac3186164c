"""Agreements: where they stand on a day, which are in force, and which anybody may see.

`domain/standing.py` has the rule in words, and tells of one agreement why it stands where it does.
"""

import datetime as dt
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from hansa.register.domain.standing import BEGINNING, LEADING, OUT_OF_FORCE, RENEWING, TURNING
from hansa.register.enums import AgreementState, Renewal, StepKind
from hansa.register.models import Agreement, AgreementParty, Step


def sides(path: str = "sides") -> "Prefetch[str, QuerySet[AgreementParty], str]":
    """The sides of agreements with their parties, to be fetched along `path` in one query for all of them.

    Joined, because Django asks SQLite for a thousand parties and more with an expression too deep for it.
    """
    return Prefetch(path, AgreementParty.objects.select_related("party"))


def with_parties(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """With their parties, as one more query for all of them together."""
    return agreements.prefetch_related(sides())


def _steps(*kinds: StepKind) -> QuerySet[Step]:
    return Step.objects.filter(agreement=OuterRef("pk"), kind__in=kinds)


def _happened(on: dt.date) -> Q:
    return Q(first=None) | Q(first__lte=on)


def _begun(on: dt.date) -> Q:
    undated = Exists(_steps(*BEGINNING).filter(_happened(on))) | ~Exists(_steps(*LEADING, StepKind.SIGNED))
    return Q(signed_last__lte=on) | Q(signed_last=None) & Q(undated)


def _later(relation: str, on: dt.date) -> Exists:
    return Exists(Agreement.objects.filter(_begun(on), merged_into=None, **{relation: OuterRef("pk")}))


def _latest_turn(on: dt.date) -> Subquery:
    undated = Case(When(kind__in=OUT_OF_FORCE, then=Value(dt.date.max)), default=Value(dt.date.min))
    turns = _steps(*TURNING).filter(_happened(on)).annotate(day=Coalesce("first", undated, output_field=DateField()))
    return Subquery(turns.order_by("-day", "-pk").values("kind")[:1])


def _expired(on: dt.date) -> Q:
    renewed = Exists(_steps(*RENEWING).filter(first__gt=OuterRef("until_last"), first__lte=on))
    return Q(until_last__lt=on) & ~Q(renewal=Renewal.AUTOMATIC) & ~Q(renewed)


def with_state(agreements: QuerySet[Agreement], on: dt.date | None = None) -> QuerySet[Any]:
    """With `state`, an AgreementState, as each stands on a day (today); in the same query."""
    on = on or timezone.localdate()
    approved = Exists(_steps(StepKind.COUNCIL_APPROVED).filter(_happened(on)))
    return agreements.annotate(turn=_latest_turn(on)).annotate(
        state=Case(
            When(_later("supersedes", on), then=Value(AgreementState.SUPERSEDED)),
            When(_later("upgrades", on), then=Value(AgreementState.UPGRADED)),
            When(turn__in=OUT_OF_FORCE, then=F("turn")),
            When(_begun(on), then=Case(
                When(_expired(on), then=Value(AgreementState.EXPIRED)),
                default=Value(AgreementState.IN_FORCE),
            )),
            When(approved, then=Value(AgreementState.APPROVED)),
            default=Value(AgreementState.PROPOSED),
            output_field=CharField(),
        )
    )  # fmt: skip


def agreements_in_force(on: dt.date | None = None) -> QuerySet[Agreement]:
    """The agreements in force on a day (today), with their parties, merged ones left out; two queries."""
    standing = with_state(Agreement.objects.filter(merged_into=None), on)
    return with_parties(standing.filter(state=AgreementState.IN_FORCE))


def published_agreements() -> QuerySet[Agreement]:
    """The agreements in force today that visitors may see."""
    return agreements_in_force().filter(published=True)
