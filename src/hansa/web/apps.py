"""The web pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """See the package's docstring."""

    name = "hansa.web"
    label = "web"
