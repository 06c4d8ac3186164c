"""The organizations of the register as a draft names them, and who belongs to them."""

from hansa.atlas.finder import NameFinder
from hansa.atlas.folding import scan
from hansa.reading.patterns import regex
from hansa.register.models import Membership, Organization, OrganizationName

_SHORTEST, _LONGEST_ACRONYM = 3, 8
# What is a word before it is a name.
_PLAIN = regex(r"城市聯盟|城市組織|國際組織|聯合會")


class Organizations:
    """The organizations of the register by the names under which documents name them; three queries."""

    def __init__(self) -> None:
        self.rows = Organization.objects.filter(merged_into=None).in_bulk()
        names = OrganizationName.objects.filter(organization__merged_into=None)
        spelled = list(names.values_list("name", "organization"))
        for number, one in self.rows.items():
            spelled += [(name, number) for name in (one.name_zh, one.name_en, one.acronym) if name]
        written: dict[str, int] = {}
        for name, number in spelled:
            key = scan(name)
            if len(name) >= _SHORTEST and not _PLAIN.fullmatch(name):
                written.setdefault(key, number)
        self._numbers = list(written.values())
        self._finder = NameFinder(list(written))
        self.memberships = list(Membership.objects.filter(merged_into=None).select_related("party"))

    def named(self, text: str) -> list[tuple[int, int, int]]:
        """The organizations that a text names: the number of each, and where its name stands."""
        found = self._finder.find(scan(text))
        return [(self._numbers[index], start, end) for index, start, end in found if _is_written(text[start:end])]

    def joined(self, organization: int, member: int) -> list[Membership]:
        """The memberships of a party, or of one of its bodies, in an organization."""
        return [
            one
            for one in self.memberships
            if one.organization_id == organization and member in (one.party_id, one.party.parent_id)
        ]


def _is_written(name: str) -> bool:
    """Whether what was found is a name as it is written: an acronym in capitals."""
    return len(name) > _LONGEST_ACRONYM or not name.isascii() or not name.islower()
