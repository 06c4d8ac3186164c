"""Sources, the passages in them, and the facts that they state."""

from functools import reduce
from operator import and_, or_

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import Admit, FactState, FactType, Hindrance
from hansa.register.models.agreement import Agreement
from hansa.register.models.exchange import Exchange
from hansa.register.models.figure import Figure
from hansa.register.models.office import User
from hansa.register.models.organization import Membership, Organization, Project
from hansa.register.models.party import Party
from hansa.register.models.record import Record, WorkingRecord

RECORD_FIELDS = ("organization", "membership", "agreement", "exchange", "figure", "project")


def _only_record(name: str) -> Q:
    """The record field `name` is filled and no other; with an empty name, none is."""
    return reduce(and_, (Q(**{f"{field}__isnull": field != name}) for field in RECORD_FIELDS))


class Source(WorkingRecord):
    """A document kept in Hansa: the file itself under its SHA-256, and its text as it was read."""

    kind_of_record = "source"

    title = models.CharField(_("title"), max_length=300)
    filename = models.CharField(_("file name"), max_length=300)
    media_type = models.CharField(_("media type"), max_length=100)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    home = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="sources", verbose_name=_("own city")
    )
    text = models.TextField(_("text"))
    pages = models.JSONField(_("pages"), default=list, help_text=_("Offsets at which each page ends."))

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["sha256"], name="source_once")]

    def __str__(self) -> str:
        return self.title


class Passage(models.Model):
    """A place in a source with its words; `start` and `end` are character offsets into the source's text."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="passages", verbose_name=_("source"))
    page = models.PositiveIntegerField(_("page"), default=1)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("quote"))

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["source", "start", "end"]
        constraints = [
            models.UniqueConstraint(fields=["source", "start", "end"], name="passage_once"),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="passage_has_words"),
        ]

    def __str__(self) -> str:
        return self.quote


class Fact(Record):
    """What a document states, with its passage: proposed until somebody admits it into a record or refuses it."""

    kind_of_record = "fact"

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="facts", verbose_name=_("passage"))
    type = models.CharField(_("type"), max_length=20, choices=FactType)
    data = models.JSONField(_("what it states"))
    rule = models.CharField(_("rule"), max_length=100, blank=True)
    score = models.FloatField(_("score"), default=0)
    pinned = models.BooleanField(
        _("placed by a person"), default=False, help_text=_("A person decided which record it belongs to.")
    )
    let_in = models.CharField(
        _("let in"), max_length=10, choices=Admit, default=Admit.NONE, help_text=_("By which policy, or by a person.")
    )
    state = models.CharField(_("state"), max_length=20, choices=FactState, default=FactState.PROPOSED)
    hindrance = models.CharField(_("why it was left for review"), max_length=30, choices=Hindrance, blank=True)
    about = models.CharField(_("what hinders it"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    organization = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="facts")
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="facts")
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, blank=True, related_name="facts")
    exchange = models.ForeignKey(Exchange, models.PROTECT, null=True, blank=True, related_name="facts")
    figure = models.ForeignKey(Figure, models.PROTECT, null=True, blank=True, related_name="facts")
    project = models.ForeignKey(Project, models.PROTECT, null=True, blank=True, related_name="facts")

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["passage__source_id", "passage__start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="fact_admitted_to_the_record_of_its_type",
                condition=_only_record("") & ~Q(state="admitted")
                | reduce(or_, (_only_record(field) & Q(type=field, state="admitted") for field in RECORD_FIELDS)),
            ),
        ]

    def __str__(self) -> str:
        return self.passage.quote

    @property
    def why(self) -> str:
        """Why it is not admitted: a person's reason, else what hindered it, in the reader's language."""
        return self.reason or (str(Hindrance(self.hindrance).label) % {"about": self.about} if self.hindrance else "")

    @property
    def record(self) -> Record | None:
        """The record that the fact was admitted to, None while it is proposed or refused."""
        return getattr(self, self.type) if self.state == FactState.ADMITTED else None


class Conflict(models.Model):
    """An admitted fact says something else than the record holds; open until a person settles it with a reason."""

    fact = models.ForeignKey(Fact, models.CASCADE, related_name="conflicts", verbose_name=_("fact"))
    field = models.CharField(_("field"), max_length=50)
    held = models.JSONField(_("the record holds"))
    stated = models.JSONField(_("the fact states"))
    settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="settled", verbose_name=_("settled by")
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("conflict")
        verbose_name_plural = _("conflicts")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["fact", "field"], name="conflict_once")]

    def __str__(self) -> str:
        return f"{self.field}: {self.held} ≠ {self.stated}"
