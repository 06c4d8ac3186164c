"""Gifts given and received, their value, and where they are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hansa.register.enums import GiftDirection
from hansa.register.models.exchange import Exchange
from hansa.register.models.office import Unit
from hansa.register.models.party import Party
from hansa.register.models.person import Person
from hansa.register.models.record import EdtfField, WorkingRecord


class Gift(WorkingRecord):
    """A gift given to or received from a party on an occasion."""

    kind_of_record = "gift"

    direction = models.CharField(_("given or received"), max_length=20, choices=GiftDirection)
    title = models.CharField(_("what it is"), max_length=300)
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="gifts", verbose_name=_("to or from")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="gifts", verbose_name=_("person")
    )
    exchange = models.ForeignKey(
        Exchange, models.PROTECT, null=True, blank=True, related_name="gifts", verbose_name=_("occasion")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="gifts", verbose_name=_("unit responsible")
    )
    date = EdtfField(_("date"))
    first = models.DateField(_("first day"), null=True, blank=True, db_index=True)
    last = models.DateField(_("last day"), null=True, blank=True)
    value = models.DecimalField(
        pgettext_lazy("of a gift", "value"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217 code, such as TWD"))
    kept_at = models.CharField(_("where it is kept"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("gift")
        verbose_name_plural = _("gifts")
        ordering = ["-first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value=None) | ~models.Q(currency=""), name="gift_value_in_a_currency"
            ),
            models.CheckConstraint(
                condition=models.Q(value=None) | models.Q(value__gte=0), name="gift_value_not_negative"
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="gift_has_a_title"),
            models.CheckConstraint(
                condition=models.Q(first=None) | models.Q(last=None) | models.Q(last__gte=models.F("first")),
                name="gift_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.title
