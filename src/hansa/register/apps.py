"""The register as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The records of a city's relations."""

    name = "hansa.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
