"""Whether the site is up, for those who watch over it."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from hansa import __version__


@login_not_required
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answers 200 with the version once the database answers too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "version": __version__})
