"""An office's own templates, in place of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import ReportKind
from hansa.register.models.record import WorkingRecord


class Template(WorkingRecord):
    """A document that gives a report its page, styles, head and foot; the file is kept under its SHA-256.

    One of an office, kind of report and suffix is in use.
    """

    kind_of_record = "template"

    report = models.CharField(_("report"), max_length=20, choices=ReportKind)
    suffix = models.CharField(_("format"), max_length=10)
    title = models.CharField(_("title"), max_length=300)
    filename = models.CharField(_("file name"), max_length=300)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    in_use = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        ordering = ["report", "suffix", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "report", "suffix"],
                condition=models.Q(in_use=True),
                name="template_in_use_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title
