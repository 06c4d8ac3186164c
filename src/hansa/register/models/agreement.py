"""Agreements: what two or more parties signed, who signed, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import AgreementKind, StepKind
from hansa.register.models.party import Party
from hansa.register.models.person import Role
from hansa.register.models.record import EdtfField, Record


class Agreement(Record):
    """What two or more parties signed or entered. Its state is derived from its steps."""

    kind_of_record = "agreement"

    kind = models.CharField(_("kind"), max_length=20, choices=AgreementKind, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    signed = EdtfField(_("signed"))
    signed_first = models.DateField(_("signed not before"), null=True, blank=True, db_index=True)
    signed_last = models.DateField(_("signed not after"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    subjects = models.JSONField(_("fields of cooperation"), default=list, blank=True)
    parties = models.ManyToManyField(
        Party, through="AgreementParty", related_name="agreements", verbose_name=_("parties")
    )

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-signed_first", "pk"]

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
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["first", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}".strip()
