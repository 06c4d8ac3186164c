"""The history: one entry per change, never altered, each chained to the one before by its hash."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.models.office import User


class HistoryEntry(models.Model):
    """Who changed which record, when, how and why. `record` is its ref, which outlives every name."""

    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(User, models.PROTECT, related_name="history", verbose_name=_("by"))
    action = models.CharField(_("action"), max_length=50)
    record = models.CharField(_("record"), max_length=50, db_index=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    rests_on = models.JSONField(
        _("rests on"), default=list, blank=True, help_text=_("The facts and sources that the change rests on.")
    )
    request = models.CharField(_("request"), max_length=64, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.record}"


class HistoryHead(models.Model):
    """The end of the chain, in one row: how many entries there are and the last one's hash.

    Whoever writes an entry locks this row first, so that two writers cannot follow the same entry; and an entry cut
    off the end is missed by it.
    """

    entries = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.entries} {self.hash}"
