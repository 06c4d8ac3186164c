"""Offices, their units and the people who work with Hansa."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import Role
from hansa.register.models.party import Party


class Office(models.Model):
    """An organization that works with Hansa, for one home city."""

    name_zh = models.CharField(_("name in Chinese"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)
    home = models.ForeignKey(Party, models.PROTECT, related_name="offices", verbose_name=_("own city"))

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name_zh


class Unit(models.Model):
    """A bureau or division of an office, which holds memberships and agreements of its own."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="units", verbose_name=_("office"))
    name_zh = models.CharField(_("name in Chinese"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["office", "name_zh"], name="unit_once")]

    def __str__(self) -> str:
        return self.name_zh


class User(AbstractUser):
    """Somebody who logs in, with a role in one office. The user `hansa` is the program itself, and cannot log in."""

    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.READER)
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="users", verbose_name=_("office")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="users", verbose_name=_("unit"))

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"
