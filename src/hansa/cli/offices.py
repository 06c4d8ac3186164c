"""Offices and units as commands name them: by number, or by their name in either language."""

from django.db.models import Q

from hansa.cli.refusal import Refusal
from hansa.register.models import Office, Unit


def _named(text: str) -> Q:
    by_name = Q(name_zh=text) | Q(name_en__iexact=text)
    return by_name | Q(pk=int(text)) if text.isascii() and text.isdecimal() else by_name


def office_of(text: str | None) -> Office:
    """The office that is meant, the first one where none is named. Raises Refusal where there is no such office."""
    offices = Office.objects.order_by("pk")
    office = offices.filter(_named(text)).first() if text else offices.first()
    if office is None:
        raise Refusal(f"{text or 'office'}: there is no such office; see hansa office list")
    return office


def unit_of(text: str, office: Office | None) -> Unit:
    """The unit of the office that is meant. Raises Refusal where the office has no such unit."""
    unit = Unit.objects.filter(_named(text), office=office).first()
    if unit is None:
        raise Refusal(f"{text}: {office or 'no office'} has no such unit; see hansa unit list")
    return unit
