"""What was merged, with all that undoing needs, and what a person has told apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.models.office import User


class Merge(models.Model):
    """One record merged into another: who, when and why, and what each record touched held before and after.

    `changes` has for each ref the names that differ: `{"before": {...}, "after": {...}}`, as the history has them.
    """

    kept = models.CharField(_("kept"), max_length=50, db_index=True)
    merged = models.CharField(_("merged into it"), max_length=50, db_index=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="merges", verbose_name=_("by"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    reason = models.CharField(_("reason"), max_length=300)
    changes = models.JSONField(_("changes"), default=dict)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_reason = models.CharField(_("why it was undone"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["merged"], condition=models.Q(undone_at=None), name="merged_once"),
        ]

    def __str__(self) -> str:
        return f"{self.merged} → {self.kept}"


class Distinction(models.Model):
    """A person said that two records are not the same; they are not proposed as duplicates until that is undone."""

    one = models.CharField(_("record"), max_length=50, db_index=True)
    other = models.CharField(_("other record"), max_length=50, db_index=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="distinctions", verbose_name=_("by"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    reason = models.CharField(_("reason"), max_length=300)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("distinction")
        verbose_name_plural = _("distinctions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"], condition=models.Q(undone_at=None), name="told_apart_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} ≠ {self.other}"
