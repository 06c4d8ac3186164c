"""The register as a Django app."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

from hansa.register.guards import put_up_guards, take_down_guards


def _take_down(using: str, **_told: Any) -> None:
    take_down_guards(connections[using])


def _put_up(using: str, plan: Any = (), **_told: Any) -> None:
    # Where migrations are taken back, the tables may be gone.
    if not any(backwards for _migration, backwards in plan):
        put_up_guards(connections[using])


class RegisterConfig(AppConfig):
    """The records of a city's relations."""

    name = "hansa.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have guards taken down before migrations and put up after them; `guards.py` says why."""
        pre_migrate.connect(_take_down, sender=self)
        post_migrate.connect(_put_up, sender=self)
