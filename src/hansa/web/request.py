"""The request of somebody who has logged in, as the pages of the office see it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from hansa.register.models import Party, User


class OfficeRequest(HttpRequest):
    """A request that the log-in middleware let through: its user is one of ours."""

    user: User


def home_of(user: User) -> Party | None:
    """The city that the user's office works for; None for somebody without an office."""
    return user.office.home if user.office else None


def allow(allowed: bool) -> None:
    """Go on only with what the rules allow. Raises PermissionDenied, which becomes a page that says so."""
    if not allowed:
        raise PermissionDenied


def back(request: HttpRequest) -> str:
    """The page of ours from which a form says that it was sent; empty where it says none."""
    address = request.POST.get("back", "")
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""
