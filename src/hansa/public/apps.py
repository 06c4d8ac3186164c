"""The public pages as a Django app."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """See the package's docstring."""

    name = "hansa.public"
    label = "public"
