"""People who sign, lead and take part."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.models.record import Record


class Person(Record):
    """Somebody named in documents, by the Chinese and the Latin form of the name where both are known."""

    kind_of_record = "person"

    name_zh = models.CharField(_("name in Chinese"), max_length=300, blank=True)
    name_en = models.CharField(_("name in Latin letters"), max_length=300, blank=True)
    folded = models.CharField(max_length=300, db_index=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name_zh", "name_en", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name_zh="") | ~models.Q(name_en=""), name="person_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name_zh or self.name_en


class Role(models.Model):
    """What a person does in an agreement or exchange: the post they hold, and where. Abstract."""

    person = models.ForeignKey(Person, models.PROTECT, verbose_name=_("person"))
    post = models.CharField(_("post"), max_length=300, blank=True)
    of = models.CharField(_("of"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.of}{self.post} {self.person}".strip()
