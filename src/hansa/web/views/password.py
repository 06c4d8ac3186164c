"""One's own password, changed by somebody who knows the old one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from hansa.register.domain.users import change_password
from hansa.web.request import OfficeRequest
from hansa.web.throttle import forget_failures, is_throttled, note_failure


class PasswordForm(PasswordChangeForm):
    """The old password and twice the new one; whoever found a session open may not guess the old one for long."""

    error_messages = {
        "password_incorrect": gettext_lazy("This is not your present password."),
        "password_mismatch": gettext_lazy("The two new passwords are not the same."),
        "throttled": gettext_lazy("Too many attempts failed. Wait a quarter of an hour, then try again."),
    }

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._address = address
        labels = (_("Present password"), _("New password"), _("New password, once more"))
        for field, label in zip(self.fields.values(), labels, strict=True):
            field.label = label
            field.widget.attrs["class"] = "form-control"

    def clean_old_password(self) -> str:
        """The old password, if it is right; failures count with those of logging in."""
        name = self.user.get_username()
        if is_throttled(name, self._address):
            raise ValidationError(self.error_messages["throttled"], code="throttled")
        try:
            old = str(super().clean_old_password())
        except ValidationError:
            note_failure(name, self._address)
            raise
        forget_failures(name, self._address)
        return old


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password_page(request: OfficeRequest) -> HttpResponse:
    """The form; with a good answer the new password holds, and this session alone goes on."""
    form = PasswordForm(request.user, request.POST or None, address=request.META.get("REMOTE_ADDR", ""))
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/password.html", {"form": form})
    change_password(by=request.user, user=request.user, password=form.cleaned_data["new_password1"])
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Your password was changed. Everywhere else you are logged out."))
    return redirect("web:dashboard")
