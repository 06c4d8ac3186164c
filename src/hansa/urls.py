"""Every address of the site, by face."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from hansa.api.health import health

urlpatterns = [
    path("health", health, name="health"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("office/", include("hansa.web.urls")),
    path("", include("hansa.public.urls")),
]
