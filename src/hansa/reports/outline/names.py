"""The names by which a report calls parties, people and organizations."""

from hansa.register.models import Organization, Party, Person
from hansa.reports.outline.items import Named

# What a place is, at the end of its Chinese name.
_DIVISIONS = tuple("市縣州省郡區鎮鄉村町道都府")


def named(record: Party | Person | Organization) -> Named:
    """A record's names as the register shows them."""
    return Named(record.name_zh, record.name_en)


def party_named(party: Party) -> Named:
    """A party's names, the Chinese one with its division where documents write it so: 熊本市, and not 熊本.

    Reads the party's spellings, which are to be fetched before.
    """
    name = party.name_zh
    if not name or name.endswith(_DIVISIONS):
        return named(party)
    spellings = [spelling.name for spelling in party.names.all()]
    full = [spelling for spelling in spellings if spelling.startswith(name) and spelling.endswith(_DIVISIONS)]
    return Named(min(full, key=len, default=name), party.name_en)


def organization_named(organization: Organization) -> Named:
    """An organization's names, each with the acronym."""
    short = organization.acronym

    def with_short(name: str) -> str:
        return f"{name} ({short})" if short and name and short not in name else name

    return Named(with_short(organization.name_zh), with_short(organization.name_en) or short)
