"""International organizations of cities, memberships in them and their joint projects."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import OrganizationKind, Renewal
from hansa.register.models.office import Unit
from hansa.register.models.party import Party
from hansa.register.models.record import EdtfField, Record, WorkingRecord


class Organization(Record):
    """A standing body that cities join."""

    kind_of_record = "organization"

    name_zh = models.CharField(_("name in Chinese"), max_length=300, blank=True)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)
    acronym = models.CharField(_("acronym"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind, blank=True)
    founded = EdtfField(_("founded"))
    founded_by = models.JSONField(_("founded by"), default=list, blank=True)
    headquarters = models.CharField(_("headquarters"), max_length=300, blank=True)
    websites = models.JSONField(_("websites"), default=list, blank=True)
    members = models.JSONField(
        _("members"), default=list, blank=True, help_text=_("Counts as published, each with what is counted.")
    )
    predecessors = models.JSONField(_("predecessors"), default=list, blank=True)
    purpose = models.TextField(_("purpose"), blank=True)
    wikidata = models.CharField(_("Wikidata id"), max_length=20, blank=True)
    party = models.OneToOneField(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organization",
        verbose_name=_("as a party"),
        help_text=_("The same body where it signs or takes part."),
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["acronym", "name_zh", "name_en", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name_zh="") | ~models.Q(name_en="") | ~models.Q(acronym=""),
                name="organization_has_a_name",
            ),
        ]

    def __str__(self) -> str:
        name = self.name_zh or self.name_en
        return f"{name} ({self.acronym})" if self.acronym and self.acronym != name else name


class OrganizationName(models.Model):
    """A spelling under which documents name an organization; `folded` is the key it is found by."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="names", verbose_name=_("organization"))
    name = models.CharField(_("name"), max_length=300)
    folded = models.CharField(max_length=300, db_index=True)

    class Meta:
        verbose_name = _("name of an organization")
        verbose_name_plural = _("names of organizations")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="organization_name_once")]

    def __str__(self) -> str:
        return self.name


class Membership(WorkingRecord):
    """A party belongs to an organization: in a role, from a date, through the unit responsible."""

    kind_of_record = "membership"

    party = models.ForeignKey(Party, models.PROTECT, related_name="memberships", verbose_name=_("member"))
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="memberships", verbose_name=_("organization")
    )
    role = models.CharField(_("role"), max_length=300, blank=True)
    since = EdtfField(_("since"))
    until = EdtfField(_("until"))
    since_first = models.DateField(_("since, not before"), null=True, blank=True, db_index=True)
    until_last = models.DateField(_("until, not after"), null=True, blank=True)
    office_name = models.CharField(_("unit responsible, as written"), max_length=300, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("unit responsible")
    )
    through = models.CharField(_("held through"), max_length=300, blank=True)
    fee = models.DecimalField(_("yearly fee"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217 code, such as TWD"))
    renewal = models.CharField(_("when its term is over"), max_length=20, choices=Renewal, blank=True)
    renew_by = models.DateField(_("to be renewed by"), null=True, blank=True, db_index=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organization", "party", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["party", "organization"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(since_first=None)
                | models.Q(until_last=None)
                | models.Q(until_last__gte=models.F("since_first")),
                name="membership_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=models.Q(fee=None) | ~models.Q(currency=""), name="membership_fee_in_a_currency"
            ),
            models.CheckConstraint(
                condition=models.Q(fee=None) | models.Q(fee__gte=0), name="membership_fee_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} – {self.organization}"


class Seat(models.Model):
    """A seat that a member holds in a body of the organization, such as its executive committee, for a term."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="seats", verbose_name=_("membership"))
    body = models.CharField(_("body"), max_length=300)
    post = models.CharField(_("post"), max_length=300, blank=True)
    since = EdtfField(_("since"))
    since_first = models.DateField(_("since, not before"), null=True, blank=True)
    until = EdtfField(_("until"))
    until_last = models.DateField(_("until, not after"), null=True, blank=True)

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["since_first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since_first=None)
                | models.Q(until_last=None)
                | models.Q(until_last__gte=models.F("since_first")),
                name="seat_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.post}".strip()


class Project(WorkingRecord):
    """A joint project inside an organization, or, where only their number is published, that number."""

    kind_of_record = "project"

    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="projects", verbose_name=_("organization")
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    organizing = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects_organized",
        verbose_name=_("organizing city"),
    )
    participating = models.ManyToManyField(
        Party, blank=True, related_name="projects", verbose_name=_("participating cities")
    )
    count = models.PositiveIntegerField(_("number of projects"), null=True, blank=True)
    since = EdtfField(_("since"))
    since_first = models.DateField(_("since, not before"), null=True, blank=True)
    until = EdtfField(_("until"))
    until_last = models.DateField(_("until, not after"), null=True, blank=True)

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["organization", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title="") | ~models.Q(count=None), name="project_has_a_title_or_number"
            ),
            models.CheckConstraint(
                condition=models.Q(since_first=None)
                | models.Q(until_last=None)
                | models.Q(until_last__gte=models.F("since_first")),
                name="project_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.organization} × {self.count}"
