"""Where documents disagree with the register, until somebody settles it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.rules import may_admit
from hansa.web.held import held
from hansa.web.request import OfficeRequest
from hansa.web.views.sources import record_ref

PER_PAGE = 50


@require_safe
def conflict_list(request: OfficeRequest) -> HttpResponse:
    """The open conflicts, oldest first, each with its record and the passage that says otherwise."""
    page = Paginator(open_conflicts().defer("fact__passage__source__text"), PER_PAGE).get_page(request.GET.get("page"))
    conflicts = list(page)
    found = held({record_ref(conflict.fact) for conflict in conflicts}, request.user)
    rows = [(conflict, found.get(record_ref(conflict.fact))) for conflict in conflicts]
    return render(request, "web/conflicts.html", {"page": page, "rows": rows, "may_settle": may_admit(request.user)})
