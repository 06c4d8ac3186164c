"""Facts that wait for a person, by source and reason; many are admitted at once."""

from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from hansa.register.access import fetch, records
from hansa.register.domain.facts import admit_each
from hansa.register.enums import FactState, Hindrance
from hansa.register.models import Fact
from hansa.register.rules import may_admit, may_decide
from hansa.web.deciding import meanings_of
from hansa.web.filters import FactFilter, choice
from hansa.web.names import fact_label
from hansa.web.request import OfficeRequest, allow, back
from hansa.web.statements import stated

PER_PAGE = 25


class WaitingFilter(FactFilter):
    """By source, reason and type."""

    # All of them wait.
    state = None  # type: ignore[assignment]
    source = choice(_("Source"), [])
    why = choice(_("Why it waits"), [])

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The sources and reasons of facts that wait."""
        waiting = self.records.order_by().values_list
        sources = sorted(waiting("passage__source_id", "passage__source__title").distinct(), reverse=True)
        present = set(waiting("hindrance", flat=True).distinct())
        return {
            "source": [(str(number), title) for number, title in sources],
            "why": [(one.value, str(one.label) % {"about": "…"}) for one in Hindrance if one in present],
        }

    def narrow(self, records: Any) -> Any:
        """By source, reason and type."""
        lookups = {"source": "passage__source", "why": "hindrance", "type": "type"}
        return records.filter(**{lookup: self.chosen(name) for name, lookup in lookups.items() if self.chosen(name)})


@require_safe
def waiting_list(request: OfficeRequest) -> HttpResponse:
    """The facts that wait, by source and place in it, each with its quote, what it states and why it waits."""
    user = request.user
    form = WaitingFilter(request.GET, records("fact", user).filter(state=FactState.PROPOSED), user)
    page = Paginator(form.filter(), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(fact, stated(fact.data), may_decide(user, fact.passage.source)) for fact in page]
    context = {"form": form, "page": page, "rows": rows, "may_admit": may_admit(user)}
    return render(request, "web/waiting.html", context)


@require_safe
def meanings(request: OfficeRequest, pk: int) -> HttpResponse:
    """What a fact that waits may mean, to be put below it."""
    fact = cast(Fact, fetch("fact", pk, request.user))
    context = {
        "fact": fact,
        "meanings": meanings_of(fact, request.user),
        "may_decide": may_decide(request.user, fact.passage.source),
    }
    return render(request, "web/parts/meanings.html", context)


@require_POST
def admit_chosen(request: OfficeRequest) -> HttpResponse:
    """Admit the facts that are ticked; what hinders one of them is told, the others go in."""
    allow(may_admit(request.user))
    numbers = [int(number) for number in request.POST.getlist("fact") if number.isdecimal()][:PER_PAGE]
    facts = [fact for fact in records("fact", request.user).filter(pk__in=numbers)]
    allow(may_decide(request.user, *(fact.passage.source for fact in facts)))
    left = admit_each(by=request.user, facts=facts)
    for fact in facts:
        if fact.pk in left:
            messages.error(request, f"{fact_label(fact)}: {left[fact.pk]}")
    admitted = len(facts) - len(left)
    told = ngettext("%(count)s fact was admitted.", "%(count)s facts were admitted.", admitted)
    (messages.success if admitted else messages.warning)(request, told % {"count": admitted})
    return redirect(back(request) or "web:waiting")
