"""Exchanges: what a city did with parties abroad on an occasion."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import ExchangeKind
from hansa.register.models.party import Party
from hansa.register.models.person import Role
from hansa.register.models.record import EdtfField, Record


class Exchange(Record):
    """A visit, meeting, exhibition, donation or other thing done with parties abroad on an occasion.

    `home` is the city whose exchange it is; `parties` are its counterparts. `first` and `last` are the days that
    `date` covers, for searching and counting.
    """

    kind_of_record = "exchange"

    home = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="own_exchanges", verbose_name=_("own city")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ExchangeKind)
    title = models.CharField(_("title"), max_length=300, blank=True)
    date = EdtfField(_("date"))
    first = models.DateField(_("first day"), null=True, blank=True, db_index=True)
    last = models.DateField(_("last day"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    headcount = models.PositiveIntegerField(_("people who took part"), null=True, blank=True)
    attendance = models.PositiveIntegerField(_("public attendance"), null=True, blank=True)
    parties = models.ManyToManyField(Party, related_name="exchanges", blank=True, verbose_name=_("counterparts"))

    class Meta:
        verbose_name = _("exchange")
        verbose_name_plural = _("exchanges")
        ordering = ["-first", "pk"]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.date}".strip()


class Participant(Role):
    """Somebody named in an exchange."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="people", verbose_name=_("exchange"))

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["exchange", "person"], name="participant_once")]
