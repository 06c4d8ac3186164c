"""Logging in: the form that slows guessers down, and its page."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hansa.web.throttle import forget_failures, is_throttled, note_failure


class LoginForm(AuthenticationForm):
    """Name and password; after too many failures from one place, the answer is no for a quarter of an hour."""

    error_messages = {
        "invalid_login": _("The name or the password is not right. Mind capital letters in both."),
        "inactive": _("This account has been closed."),
        "throttled": _("Too many attempts failed. Wait a quarter of an hour, then try again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("User name")
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control form-control-lg"

    def clean(self) -> dict[str, Any]:
        """Checks the throttle before the password, and notes what comes of it."""
        username = self.data.get("username", "")
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        if is_throttled(username, address):
            raise ValidationError(self.error_messages["throttled"], code="throttled")
        try:
            cleaned = super().clean()
        except ValidationError:
            note_failure(username, address)
            raise
        forget_failures(username, address)
        return cleaned


class Login(LoginView):
    """The log-in page; somebody who is in goes on to the dashboard."""

    template_name = "web/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True
