"""What visitors may see, and no more: an agreement without its unpublished parties' names is no agreement to show."""

from django.db.models import Prefetch, QuerySet

from hansa.register.domain.queries.agreements import published_agreements
from hansa.register.domain.queries.evidence import evidence_of
from hansa.register.domain.queries.memberships import published_memberships
from hansa.register.models import Agreement, Fact, Organization, Signatory
from hansa.register.models.record import Record


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
    """The facts that a published record rests on, as far as they stand in published sources."""
    return evidence_of(record).filter(passage__source__published=True).defer("passage__source__text")
