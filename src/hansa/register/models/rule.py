"""Counting rules: which records a measure counts, kept as records so that a published number can cite its rule."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import Counted
from hansa.register.models.record import Record


class CountingRule(Record):
    """Which records count: their kinds, the levels of their parties, their states, as of which day.

    A rule is known by its name; a change of it is a new version, dated with the day from which it holds. Empty lists
    leave out nothing.
    """

    kind_of_record = "rule"

    name = models.CharField(_("name"), max_length=100, help_text=_("Lower-case letters and hyphens: partners-all."))
    version = models.DateField(_("version"), help_text=_("The day from which the rule holds as it is."))
    label_zh = models.CharField(_("name in Chinese"), max_length=300)
    label_en = models.CharField(_("name in English"), max_length=300, blank=True)
    counts = models.CharField(_("what it counts"), max_length=20, choices=Counted)
    kinds = models.JSONField(_("kinds"), default=list, blank=True)
    levels = models.JSONField(_("levels"), default=list, blank=True)
    states = models.JSONField(_("states"), default=list, blank=True)
    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("A fixed day; without one, the day that is asked for.")
    )
    undated = models.BooleanField(_("those without a date count"), default=True)
    abroad = models.BooleanField(_("parties abroad only"), default=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("counting rule")
        verbose_name_plural = _("counting rules")
        ordering = ["name", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="rule_version_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="rule_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.label_zh or self.label_en} {self.version}"
