"""Exchanges: what a city did with parties abroad on an occasion."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import ExchangeKind, Field, ParticipantRole
from hansa.register.models.agreement import Agreement
from hansa.register.models.office import Unit
from hansa.register.models.party import Party
from hansa.register.models.person import Role
from hansa.register.models.record import EdtfField, WorkingRecord


class Exchange(WorkingRecord):
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
    summary = models.TextField(_("summary"), blank=True)
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="exchanges", verbose_name=_("serves")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="exchanges", verbose_name=_("unit responsible")
    )
    report_due = models.DateField(_("report due"), null=True, blank=True, db_index=True)
    report_handed_in = models.DateField(_("report handed in"), null=True, blank=True)
    report_title = models.CharField(_("title of the report"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    topics = models.JSONField(_("topics"), default=list, blank=True)
    headcount = models.PositiveIntegerField(_("people who took part"), null=True, blank=True)
    attendance = models.PositiveIntegerField(_("public attendance"), null=True, blank=True)
    parties = models.ManyToManyField(Party, related_name="exchanges", blank=True, verbose_name=_("counterparts"))

    class Meta:
        verbose_name = _("exchange")
        verbose_name_plural = _("exchanges")
        ordering = ["-first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first=None) | models.Q(last=None) | models.Q(last__gte=models.F("first")),
                name="exchange_ends_after_it_began",
            ),
        ]
        indexes = [
            # Measures count from this index alone, without a look at the rows.
            models.Index(
                fields=["home", "kind", "first", "last", "headcount", "attendance", "date"],
                condition=models.Q(merged_into=None),
                name="exchange_counted",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.date}".strip()


class Participant(Role):
    """Somebody named in an exchange."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="people", verbose_name=_("exchange"))
    role = models.CharField(_("role"), max_length=20, choices=ParticipantRole, blank=True)
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for"),
        help_text=_("The party that the person came for."),
    )

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["exchange", "person"], name="participant_once")]


class ExchangeField(models.Model):
    """A field of cooperation that an exchange was about, from the common vocabulary."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="fields", verbose_name=_("exchange"))
    field = models.CharField(_("field of cooperation"), max_length=20, choices=Field, db_index=True)

    class Meta:
        verbose_name = _("field of cooperation of an exchange")
        verbose_name_plural = _("fields of cooperation of exchanges")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["exchange", "field"], name="exchange_field_once")]

    def __str__(self) -> str:
        return str(self.get_field_display())


class ProgrammeItem(models.Model):
    """An item of a visit's programme: when, where, what, and with whom."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="programme", verbose_name=_("exchange"))
    day = models.DateField(_("day"), null=True, blank=True)
    time = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    title = models.CharField(_("what happens"), max_length=300)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("with"))
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("item of the programme")
        verbose_name_plural = _("items of the programme")
        ordering = ["day", "time", "pk"]

    def __str__(self) -> str:
        return self.title


class CostLine(models.Model):
    """What one thing of an exchange cost, and from which budget it was paid."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="costs", verbose_name=_("exchange"))
    item = models.CharField(_("what for"), max_length=300)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3, help_text=_("ISO 4217 code, such as TWD"))
    budget = models.CharField(_("paid from"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("cost")
        verbose_name_plural = _("costs")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(currency=""), name="cost_in_a_currency"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="cost_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.amount} {self.currency}"
