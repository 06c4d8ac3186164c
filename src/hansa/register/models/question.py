"""Questions of the council and the answers given to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hansa.register.enums import QuestionState
from hansa.register.models.office import Unit
from hansa.register.models.record import WorkingRecord


class Question(WorkingRecord):
    """What a councillor asked, and what was answered; `citations` are the records that the answer rests on."""

    kind_of_record = "question"

    session = models.CharField(_("session"), max_length=300, blank=True)
    date = models.DateField(_("date"), db_index=True)
    councillor = models.CharField(_("councillor"), max_length=300)
    words = models.TextField(_("question"))
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="questions", verbose_name=_("unit responsible")
    )
    due = models.DateField(_("due"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=QuestionState, default=QuestionState.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    answered = models.DateField(_("answered on"), null=True, blank=True)

    class Meta:
        verbose_name = _("council question")
        verbose_name_plural = _("council questions")
        ordering = ["-date", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(words=""), name="question_has_words"),
            models.CheckConstraint(
                condition=models.Q(answered=None) | models.Q(answered__gte=models.F("date")),
                name="question_answered_after_it_was_asked",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class QuestionCitation(models.Model):
    """A record that the answer to a question rests on, by its ref; `words` say what was taken from it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="citations", verbose_name=_("council question"))
    record = models.CharField(_("record"), max_length=50)
    words = models.CharField(_("what was taken from it"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("record cited")
        verbose_name_plural = _("records cited")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["question", "record"], name="question_cites_once")]

    def __str__(self) -> str:
        return self.record
