"""Parties: the bodies that sign, join or take part, and the names they go by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import NameKind, PartyKind, PartyLevel, Script
from hansa.register.models.record import EdtfField, Record


class Party(Record):
    """A body that signs, joins or takes part: a city, region, country, school, port, company …"""

    kind_of_record = "party"

    kind = models.CharField(_("kind"), max_length=20, choices=PartyKind, default=PartyKind.CITY)
    name_zh = models.CharField(_("name in Chinese"), max_length=300, blank=True)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("ISO 3166-1 alpha-2 code"))
    subdivision = models.CharField(_("part of the country"), max_length=6, blank=True, help_text=_("ISO 3166-2 code"))
    level = models.CharField(_("level"), max_length=20, choices=PartyLevel, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    geonames_id = models.PositiveBigIntegerField(_("GeoNames id"), null=True, blank=True)
    wikidata = models.CharField(_("Wikidata id"), max_length=20, blank=True)
    atlas_key = models.CharField(_("key in the atlas"), max_length=100, blank=True)
    begun = EdtfField(_("exists since"))
    begun_first = models.DateField(_("exists since, not before"), null=True, blank=True)
    ended = EdtfField(_("existed until"))
    ended_last = models.DateField(_("existed until, not after"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["name_zh", "name_en", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name_zh="") | ~models.Q(name_en=""), name="party_has_a_name"),
            models.UniqueConstraint(
                fields=["atlas_key"],
                condition=~models.Q(atlas_key="") & models.Q(merged_into=None),
                name="party_once_per_place",
            ),
            models.CheckConstraint(
                condition=models.Q(begun_first=None)
                | models.Q(ended_last=None)
                | models.Q(ended_last__gte=models.F("begun_first")),
                name="party_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("pk")), name="party_not_part_of_itself"
            ),
            models.CheckConstraint(
                condition=models.Q(successor=None) | ~models.Q(successor=models.F("pk")),
                name="party_not_its_own_successor",
            ),
        ]

    def __str__(self) -> str:
        return self.name_zh or self.name_en


class PartyName(models.Model):
    """A name that a party goes by, in a language and script, of a kind, for a time; `folded` is the key of search."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="names", verbose_name=_("party"))
    name = models.CharField(_("name"), max_length=300)
    folded = models.CharField(max_length=300, db_index=True)
    kind = models.CharField(_("kind of name"), max_length=20, choices=NameKind, default=NameKind.SPELLING)
    language = models.CharField(_("language"), max_length=20, blank=True, help_text=_("Language tag, such as ja"))
    script = models.CharField(_("script"), max_length=4, choices=Script, blank=True)
    since = EdtfField(_("since"))
    until = EdtfField(_("until"))

    class Meta:
        verbose_name = _("name of a party")
        verbose_name_plural = _("names of parties")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["party", "name"], name="party_name_once")]

    def __str__(self) -> str:
        return self.name
