"""Search over everything that the register holds."""

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hansa.register.search import search
from hansa.web.found import found
from hansa.web.kinds import BY_NAME, KINDS
from hansa.web.request import OfficeRequest

LIMIT = 100


@require_safe
def search_page(request: OfficeRequest) -> HttpResponse:
    """The records that hold the words, of all kinds or of one."""
    words = request.GET.get("q", "").strip()[:200]
    hits = search(words, user=request.user, limit=LIMIT) if words else []
    counts = Counter(hit.kind for hit in hits)
    kind = BY_NAME.get(request.GET.get("kind", ""))
    chosen = [hit for hit in hits if kind is None or hit.kind == kind.name]
    context = {
        "words": words,
        "found": found(chosen, request.user),
        "total": len(hits),
        "limit": LIMIT,
        "chosen": kind,
        "kinds": [(kind, counts[kind.name]) for kind in KINDS if counts[kind.name]],
    }
    return render(request, "web/search.html", context)
