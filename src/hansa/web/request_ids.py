"""An id for each request, by which the history tells which changes one click has made."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from hansa.register.domain.history import request_id


class RequestId:
    """Middleware under which entries of the history carry the request's id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response; the id is the request's own, whatever its sender says."""
        before = request_id.set(f"page-{uuid.uuid4().hex}")
        try:
            return self.get_response(request)
        finally:
            request_id.reset(before)
