"""The names by which a report calls parties, people and organizations."""

from hansa.register.models import Organization, Party, Person
from hansa.reports.outline.items import Named


def named(record: Party | Person | Organization) -> Named:
    """A record's names as the register shows them."""
    return Named(record.name_zh, record.name_en)


def organization_named(organization: Organization) -> Named:
    """An organization's names, each with the acronym."""
    short = organization.acronym

    def with_short(name: str) -> str:
        return f"{name} ({short})" if short and name and short not in name else name

    return Named(with_short(organization.name_zh), with_short(organization.name_en) or short)
