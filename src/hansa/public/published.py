"""What visitors may see, and no more."""

from django.db.models import Prefetch, Q, QuerySet

from hansa.register.domain.queries.agreements import published_agreements
from hansa.register.domain.queries.evidence import evidence_of
from hansa.register.domain.queries.memberships import published_memberships
from hansa.register.models import Agreement, Fact, Organization, Signatory
from hansa.register.models.record import Record
from hansa.register.models.source import RECORD_FIELDS


def shown_agreements() -> QuerySet[Agreement]:
    """The published agreements of which every party is published, with those signatories who are."""
    signatories = Signatory.objects.filter(person__published=True).select_related("person")
    return (
        published_agreements()
        .exclude(sides__party__published=False)
        .prefetch_related(Prefetch("signatories", signatories), "steps")
    )


def shown_organizations() -> QuerySet[Organization]:
    """The published organizations that a published member belongs to."""
    return Organization.objects.filter(pk__in=published_memberships().values("organization"), merged_into=None)


def shown_evidence(record: Record) -> QuerySet[Fact]:
    """The facts admitted to a published record.

    A passage that also states something of a record which is not published is left out: its words would tell of it.
    """
    unpublished = Q()
    for field in RECORD_FIELDS:
        unpublished |= Q(**{f"passage__facts__{field}__published": False})
    own = evidence_of(record).filter(**{record.kind_of_record: record})
    return own.exclude(pk__in=own.filter(unpublished).values("pk")).defer("passage__source__text")
