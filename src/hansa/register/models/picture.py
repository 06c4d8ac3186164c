"""Pictures of what is recorded: a signing, a visit, a gift."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.models.agreement import Agreement
from hansa.register.models.exchange import Exchange
from hansa.register.models.gift import Gift
from hansa.register.models.office import Unit
from hansa.register.models.party import Party
from hansa.register.models.record import EdtfField, WorkingRecord


class Picture(WorkingRecord):
    """A picture of an exchange, agreement, party or gift; the file is kept whole under its SHA-256."""

    kind_of_record = "picture"

    title = models.CharField(_("what it shows"), max_length=300)
    credit = models.CharField(_("credit"), max_length=300, blank=True)
    date = EdtfField(_("date"))
    exchange = models.ForeignKey(
        Exchange, models.PROTECT, null=True, blank=True, related_name="pictures", verbose_name=_("exchange")
    )
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="pictures", verbose_name=_("agreement")
    )
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="pictures", verbose_name=_("party")
    )
    gift = models.ForeignKey(
        Gift, models.PROTECT, null=True, blank=True, related_name="pictures", verbose_name=_("gift")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="pictures", verbose_name=_("unit responsible")
    )
    filename = models.CharField(_("file name"), max_length=300)
    media_type = models.CharField(_("media type"), max_length=100)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    width = models.PositiveIntegerField(_("width in pixels"))
    height = models.PositiveIntegerField(_("height in pixels"))

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="picture_has_a_title")]

    def __str__(self) -> str:
        return self.title
