"""The counting rules: by which the measures count, with their versions, and new versions by editors."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hansa.figures.computed import COMPUTED
from hansa.figures.rulebook import Rulebook, UnknownRule, keep_version
from hansa.figures.rules import CountingRule
from hansa.figures.words import Words
from hansa.register.enums import Counted
from hansa.register.rules import may_add
from hansa.web.forms.measures import RuleForm
from hansa.web.request import OfficeRequest, allow


@require_safe
def rule_list(request: OfficeRequest) -> HttpResponse:
    """The newest version of each rule, by what it counts."""
    latest = Rulebook().latest()
    groups = [(label, value, [rule for rule in latest if rule.counts == value]) for value, label in Counted.choices]
    context = {"kinds_of_rules": groups, "may_add": may_add(request.user, "rule")}
    return render(request, "web/rules.html", context)


@require_safe
def rule_page(request: OfficeRequest, name: str) -> HttpResponse:
    """One rule with all its versions, the newest first, and the measures that count by it."""
    versions = _versions(name)
    measures = [measure for measure in COMPUTED if measure.rule and measure.rule.name == name]
    context = {
        "rule": versions[-1],
        "versions": versions[::-1],
        "measures": measures,
        "may_add": may_add(request.user, "rule") and versions[-1].counts in Counted.values,
    }
    return render(request, "web/rule.html", context)


def _versions(name: str) -> list[CountingRule]:
    try:
        return Rulebook().versions(name)
    except UnknownRule as error:
        raise Http404(str(error)) from error


@require_http_methods(["GET", "HEAD", "POST"])
def new_version(request: OfficeRequest, name: str) -> HttpResponse:
    """The form of a new version of a rule, filled in with the newest."""
    allow(may_add(request.user, "rule"))
    return _form(request, _versions(name)[-1], is_new=False)


@require_http_methods(["GET", "HEAD", "POST"])
def new_rule(request: OfficeRequest, counts: str) -> HttpResponse:
    """The form of a rule of a new name."""
    allow(may_add(request.user, "rule"))
    if counts not in Counted.values:
        raise Http404(counts)
    return _form(request, CountingRule("", "", counts, Words("", "")), is_new=True)


def _form(request: OfficeRequest, rule: CountingRule, *, is_new: bool) -> HttpResponse:
    form = RuleForm(rule, request.POST if request.method == "POST" else None, is_new=is_new)
    if request.method == "POST" and form.is_valid() and _keep(request, form):
        return redirect("web:rule_versions", form.given.name)
    context = {"form": form, "rule": rule, "is_new": is_new}
    return render(request, "web/rule_form.html", context)


def _keep(request: OfficeRequest, form: RuleForm) -> bool:
    """Whether the rule was kept; what is wrong with it is told at its fields."""
    if form.given.name in Rulebook().names() and form.rule.name == "":
        form.add_error("name", _("There is a rule of this name; make a new version of it."))
        return False
    try:
        keep_version(by=request.user, rule=form.given, reason=form.given.note)
    except ValidationError as error:
        for field, told in error.error_dict.items():
            form.add_error(field if field in form.fields else None, told)
        return False
    messages.success(request, _("Kept."))
    return True
