"""Figures: numbers published for a measure and a period."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.models.party import Party
from hansa.register.models.record import EdtfField, WorkingRecord
from hansa.register.models.rule import CountingRule


class Figure(WorkingRecord):
    """A number that a city reported for a stated thing and period, in the document's words; `folded` finds them."""

    kind_of_record = "figure"

    home = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="figures", verbose_name=_("own city")
    )
    measure = models.CharField(_("what is counted"), max_length=300)
    folded = models.CharField(max_length=300, blank=True, db_index=True)
    value = models.DecimalField(_("value"), max_digits=24, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=300, blank=True)
    period = EdtfField(_("period"))
    first = models.DateField(_("first day"), null=True, blank=True, db_index=True)
    last = models.DateField(_("last day"), null=True, blank=True)
    section = models.CharField(_("section"), max_length=300, blank=True)
    measure_key = models.CharField(
        _("measure that it is of"),
        max_length=100,
        blank=True,
        help_text=_("The measure that it is of, where a person said so; else its words say it."),
    )
    rule = models.ForeignKey(
        CountingRule, models.PROTECT, null=True, blank=True, related_name="figures", verbose_name=_("counting rule")
    )

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["-first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first=None) | models.Q(last=None) | models.Q(last__gte=models.F("first")),
                name="figure_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.value:,f}".rstrip("0").rstrip(".") + f" {self.unit}"
