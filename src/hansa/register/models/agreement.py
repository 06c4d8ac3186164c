"""Agreements: what two or more parties signed, who signed, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import AgreementKind, DateBasis, Field, PartyLevel, Renewal, StepKind
from hansa.register.models.office import Unit
from hansa.register.models.party import Party
from hansa.register.models.person import Role
from hansa.register.models.record import EdtfField, WorkingRecord


class Agreement(WorkingRecord):
    """What two or more parties signed or entered. Its state is derived from its steps."""

    kind_of_record = "agreement"

    kind = models.CharField(_("kind"), max_length=20, choices=AgreementKind, blank=True)
    level = models.CharField(_("level"), max_length=20, choices=PartyLevel, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    signed = EdtfField(_("signed"))
    signed_first = models.DateField(_("signed not before"), null=True, blank=True, db_index=True)
    signed_last = models.DateField(_("signed not after"), null=True, blank=True)
    date_basis = models.CharField(_("what the date is of"), max_length=20, choices=DateBasis, blank=True)
    until = EdtfField(_("valid until"))
    until_last = models.DateField(_("valid until, not after"), null=True, blank=True, db_index=True)
    renewal = models.CharField(_("when its term is over"), max_length=20, choices=Renewal, blank=True)
    motive = models.TextField(_("motive"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("unit responsible")
    )
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name=_("supersedes")
    )
    upgrades = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="upgraded_to", verbose_name=_("upgrades")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    place = models.CharField(_("place"), max_length=300, blank=True)
    subjects = models.JSONField(_("fields of cooperation in its own words"), default=list, blank=True)
    parties = models.ManyToManyField(
        Party, through="AgreementParty", related_name="agreements", verbose_name=_("parties")
    )

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-signed_first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_first=None)
                | models.Q(until_last=None)
                | models.Q(until_last__gte=models.F("signed_first")),
                name="agreement_ends_after_it_was_signed",
            ),
            models.CheckConstraint(
                condition=models.Q(supersedes=None) | ~models.Q(supersedes=models.F("pk")),
                name="agreement_does_not_supersede_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(upgrades=None) | ~models.Q(upgrades=models.F("pk")),
                name="agreement_does_not_upgrade_itself",
            ),
        ]

    def __str__(self) -> str:
        parties = " × ".join(str(side.party) for side in self.sides.all())
        return f"{parties} {self.title or self.get_kind_display()}".strip()


class AgreementParty(models.Model):
    """A party to an agreement, with its name kept exactly as signed."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="sides", verbose_name=_("agreement"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="sides", verbose_name=_("party"))
    name_as_signed = models.CharField(_("name as signed"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("party to an agreement")
        verbose_name_plural = _("parties to agreements")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "party"], name="agreement_party_once")]

    def __str__(self) -> str:
        return self.name_as_signed or str(self.party)


class AgreementText(models.Model):
    """One language version of an agreement, with its title."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="texts", verbose_name=_("agreement"))
    language = models.CharField(_("language"), max_length=20, help_text=_("Language tag, such as ja"))
    title = models.CharField(_("title"), max_length=300, blank=True)
    authentic = models.BooleanField(_("authentic"), default=True)

    class Meta:
        verbose_name = _("language version of an agreement")
        verbose_name_plural = _("language versions of agreements")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "language"], name="agreement_text_once")]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class SignedName(models.Model):
    """A party's name exactly as one language version of an agreement gives it."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signed_names", verbose_name=_("agreement"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="signed_names", verbose_name=_("party"))
    language = models.CharField(_("language"), max_length=20, help_text=_("Language tag, such as ja"))
    name = models.CharField(_("name as signed"), max_length=300)

    class Meta:
        verbose_name = _("name as signed")
        verbose_name_plural = _("names as signed")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "party", "language"], name="signed_name_once")]

    def __str__(self) -> str:
        return self.name


class AgreementField(models.Model):
    """A field of cooperation of an agreement, from the common vocabulary."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="fields", verbose_name=_("agreement"))
    field = models.CharField(_("field of cooperation"), max_length=20, choices=Field, db_index=True)

    class Meta:
        verbose_name = _("field of cooperation of an agreement")
        verbose_name_plural = _("fields of cooperation of agreements")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "field"], name="agreement_field_once")]

    def __str__(self) -> str:
        return str(self.get_field_display())


class Clause(models.Model):
    """A clause of an agreement that one wants to find again: its number and its words."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="clauses", verbose_name=_("agreement"))
    number = models.CharField(_("number"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=20, blank=True)
    text = models.TextField(_("words"))

    class Meta:
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.text}".strip()


class Signatory(Role):
    """Somebody who signed an agreement."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatories", verbose_name=_("agreement"))

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "person"], name="signatory_once")]


class Step(models.Model):
    """A dated event of an agreement: approached, signed, renewed, ended …; `first` is the first day of `date`."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="steps", verbose_name=_("agreement"))
    kind = models.CharField(_("kind"), max_length=20, choices=StepKind)
    date = EdtfField(_("date"))
    first = models.DateField(_("not before"), null=True, blank=True)
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("party"),
        help_text=_("Whose step it is, such as the city whose council approved."),
    )
    document = models.CharField(_("document"), max_length=300, blank=True, help_text=_("Number or title."))
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["first", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}".strip()
