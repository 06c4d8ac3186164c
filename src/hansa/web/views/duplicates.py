"""Records that may be the same: side by side, to be merged, or told apart for a reason."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hansa.register.domain.merging.distinctions import tell_apart
from hansa.register.domain.merging.rules import MERGEABLE
from hansa.register.domain.merging.slate import split
from hansa.register.domain.queries.duplicates import Proposal, duplicates
from hansa.register.errors import RegisterError
from hansa.register.rules import Somebody, may_admit, may_merge
from hansa.web.beside import Row, Side, rows, sides_of
from hansa.web.held import record_of
from hansa.web.kinds import BY_NAME
from hansa.web.request import OfficeRequest, allow

PER_PAGE = 20


@dataclass(frozen=True)
class Pair:
    """Two records that may be the same, with the score and its reasons, ready for the page."""

    one: Side
    other: Side
    score: float
    reasons: tuple[str, ...]
    may_merge: bool

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both records."""
        return self.one, self.other

    @property
    def rows(self) -> list[Row]:
        """What tells them apart."""
        return rows(self.one, self.other)


def _pairs(kind: str, page: Page[Proposal], user: Somebody) -> list[Pair]:
    numbers = {split(ref)[1] for proposal in page for ref in (proposal.one, proposal.other)}
    sides = sides_of(kind, numbers, user)
    return [
        Pair(
            sides[proposal.one],
            sides[proposal.other],
            proposal.score,
            proposal.reasons,
            may_merge(user, sides[proposal.one].record, sides[proposal.other].record),
        )
        for proposal in page
        if proposal.one in sides and proposal.other in sides
    ]


@require_safe
def duplicate_list(request: OfficeRequest) -> HttpResponse:
    """The proposals of one kind, the likeliest first, a page at a time."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in MERGEABLE else MERGEABLE[0]
    page = Paginator(duplicates(kind), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "kinds": [BY_NAME[one] for one in MERGEABLE],
        "kind": BY_NAME[kind],
        "page": page,
        "pairs": _pairs(kind, page, request.user),
    }
    return render(request, "web/duplicates.html", context)


@require_POST
def not_the_same(request: OfficeRequest) -> HttpResponse:
    """Tell two records apart for a reason; they are proposed no more."""
    allow(may_admit(request.user))
    one, other = (record_of(request.POST.get(name, ""), request.user) for name in ("one", "other"))
    allow(may_merge(request.user, one, other))
    try:
        tell_apart(by=request.user, one=one, other=other, reason=request.POST.get("reason", ""))
        messages.success(request, _("They are not the same, and will not be proposed again."))
    except RegisterError as error:
        messages.error(request, str(error))
    return redirect(f"{reverse('web:duplicates')}?kind={one.kind_of_record}")
