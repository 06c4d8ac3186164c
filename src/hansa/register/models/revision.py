"""What officers changed in the words of a report, kept for its next run."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.models.office import Unit
from hansa.register.models.record import WorkingRecord


class Revision(WorkingRecord):
    """An officer's words in place of those that Hansa wrote for one item of a report, or beside them.

    `report` names the report (`annual-2022`), `item` the place: the ref of the record that the item tells of, or a
    place of the outline (`general.affairs.errands+1`, an item that the officer added). `made` are the words that Hansa
    had written when they were revised, `held` what the records said then, so that a later change of them is noticed.
    """

    kind_of_record = "revision"

    report = models.CharField(_("report"), max_length=100)
    language = models.CharField(_("language"), max_length=20)
    item = models.CharField(_("item"), max_length=100)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="revisions", verbose_name=_("unit responsible")
    )
    made = models.TextField(_("what had been written"), blank=True)
    held = models.JSONField(_("what the records held"), default=dict, blank=True)
    text = models.TextField(_("words"), blank=True)
    left_out = models.BooleanField(_("left out of the report"), default=False)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["report", "language", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "report", "language", "item"], name="revision_once"),
        ]

    def __str__(self) -> str:
        return f"{self.report}, {self.item}"
