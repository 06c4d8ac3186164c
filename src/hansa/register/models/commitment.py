"""Commitments: what was promised to partners, and what reports of trips recommend, followed to an end."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import CommitmentKind, CommitmentState
from hansa.register.models.agreement import Agreement
from hansa.register.models.exchange import Exchange
from hansa.register.models.office import Unit
from hansa.register.models.party import Party
from hansa.register.models.record import EdtfField, WorkingRecord
from hansa.register.models.source import Passage


class Commitment(WorkingRecord):
    """Something promised in an agreement or exchange, or recommended after a trip: who does it, by when, how far."""

    kind_of_record = "commitment"

    kind = models.CharField(_("kind"), max_length=20, choices=CommitmentKind, default=CommitmentKind.PROMISE)
    text = models.TextField(_("what is to be done"))
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="commitments", verbose_name=_("agreement")
    )
    clause = models.CharField(_("clause"), max_length=20, blank=True)
    exchange = models.ForeignKey(
        Exchange, models.PROTECT, null=True, blank=True, related_name="commitments", verbose_name=_("exchange")
    )
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("by whom"),
        help_text=_("The party that promised."),
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="commitments", verbose_name=_("unit responsible")
    )
    due = EdtfField(_("due"))
    due_last = models.DateField(_("due, not after"), null=True, blank=True, db_index=True)
    state = models.CharField(
        _("state"), max_length=20, choices=CommitmentState, default=CommitmentState.OPEN, db_index=True
    )
    result = models.TextField(_("what came of it"), blank=True)
    passages = models.ManyToManyField(Passage, related_name="commitments", blank=True, verbose_name=_("evidence"))

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["due_last", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(agreement=None) | ~models.Q(exchange=None),
                name="commitment_from_an_agreement_or_exchange",
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="commitment_has_words"),
        ]

    def __str__(self) -> str:
        return self.text
