"""What every record of the register has in common."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Record(models.Model):
    """A thing that the register holds under an id that never changes and is never used again.

    `ref` (`agreement-12`) is that id as people and commands write it. A merged record keeps its row and points to
    the one that it was merged into. `published` says whether visitors who have not logged in may see it. `fixed` names
    the fields and parts that a person has set: what documents say changes them no more.
    """

    kind_of_record: ClassVar[str]

    created = models.DateTimeField(_("entered"), auto_now_add=True)
    changed = models.DateTimeField(_("changed"), auto_now=True)
    published = models.BooleanField(_("published"), default=False)
    fixed = models.JSONField(_("set by a person"), default=list, blank=True)

    class Meta:
        abstract = True

    @property
    def ref(self) -> str:
        """The id as written outside: the kind and the number."""
        return f"{self.kind_of_record}-{self.pk}"


class WorkingRecord(Record):
    """A record that an office works on: it alone edits it. One without an office is common property of editors."""

    office = models.ForeignKey(
        "register.Office", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("office")
    )

    class Meta:
        abstract = True


class EdtfField(models.CharField):  # type: ignore[type-arg]
    """A date as precise as it is known, in EDTF; empty where it is not known."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("max_length", 50)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
