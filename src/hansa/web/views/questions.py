"""The answer to a council question: its words kept, the question marked as answered, the document handed over."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from hansa.register.access import fetch, fetch_for_editing
from hansa.register.domain.editing import Overtaken
from hansa.register.domain.questions import answer_question
from hansa.register.models import Question
from hansa.register.rules import may_propose
from hansa.reports.answers.pack import pack_of
from hansa.reports.answers.writing import ANSWER_SUFFIXES, write_answer
from hansa.reports.render import MEDIA_TYPES
from hansa.reports.render.pdf import FontMissing
from hansa.web.kinds import address_of
from hansa.web.packs import language_read, office_of
from hansa.web.request import OfficeRequest, allow


class AnswerForm(forms.Form):
    """The words of an answer, the day on which it was given (none for a draft), and the version that was looked at."""

    text = forms.CharField(
        label=gettext_lazy("Answer"), required=False, widget=forms.Textarea({"class": "form-control", "rows": 16})
    )
    answered = forms.DateField(
        label=gettext_lazy("Answered on"),
        required=False,
        widget=forms.DateInput({"class": "form-control", "type": "date"}, "%Y-%m-%d"),
    )
    version = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)


@require_POST
def keep_answer(request: OfficeRequest, pk: int) -> HttpResponse:
    """Keep the words: as a draft, or with its day as the answer that was given."""
    allow(may_propose(request.user))
    question = cast(Question, fetch_for_editing("question", pk, request.user))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Not saved: write the day as 2026-04-20."))
        return redirect(address_of("question", pk))
    given = request.POST.get("keep") == "answered"
    try:
        _keep(request, question, form, given=given)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except Overtaken:
        messages.error(request, _("Not saved: somebody else changed the answer in the meantime. Look at it again."))
    else:
        messages.success(request, _("The question is answered.") if given else _("The draft was saved."))
    return redirect(address_of("question", pk))


def _keep(request: OfficeRequest, question: Question, form: AnswerForm, *, given: bool) -> None:
    chosen = form.cleaned_data
    office = office_of(question, request.user)
    refs = pack_of(question, office, language_read()).refs if office else ()
    if given and not chosen["answered"]:
        raise ValidationError(_("Say on which day it was answered."))
    answer_question(
        by=request.user,
        question=question,
        text=chosen["text"],
        answered=chosen["answered"] if given else None,
        cited=[(ref, "") for ref in refs],
        version=chosen["version"] or 0,
    )


@require_safe
def answer_file(request: OfficeRequest, pk: int) -> HttpResponse:
    """The answer as a document: the words that were entered, else (or with `draft`) what Hansa drafts."""
    question = cast(Question, fetch("question", pk, request.user))
    office, ending = office_of(question, request.user), request.GET.get("format", ANSWER_SUFFIXES[0])
    if office is None or ending not in ANSWER_SUFFIXES:
        raise Http404(f"no answer in {ending}")
    try:
        content = write_answer(question, ending, language_read(), office, draft="draft" in request.GET)
    except FontMissing as error:
        messages.error(request, str(error))
        return redirect(address_of("question", pk))
    response = HttpResponse(content, content_type=MEDIA_TYPES[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="{question.ref}{ending}"'
    return response
