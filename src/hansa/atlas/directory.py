"""The directory of international city organizations, and of the bodies they are commonly named beside."""

from dataclasses import dataclass
from functools import cache

from hansa.atlas.folding import fold
from hansa.atlas.tables import parts, read_table


@dataclass(frozen=True)
class KnownOrganization:
    """An organization that cities join or work with.

    `key` identifies it for good (`iclei`). `name_zh` is the name in Taiwan's usage, `names` other names in use,
    `acronym` the short form or ''. `kind` is comprehensive, thematic or national, or 'other' for a body that is
    not one of cities. `website` is an address or ''.
    """

    key: str
    name_zh: str
    name_en: str
    acronym: str
    kind: str
    website: str
    names: tuple[str, ...]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name and the acronym, the names shown first."""
        found = (self.name_zh, self.name_en, self.acronym, *self.names)
        return tuple(dict.fromkeys(name for name in found if name))


@cache
def organizations() -> dict[str, KnownOrganization]:
    """All organizations of the directory by key."""
    return {
        row["key"]: KnownOrganization(
            row["key"],
            row["name_zh"],
            row["name_en"],
            row["acronym"],
            row["kind"],
            row["website"],
            tuple(parts(row["names"])),
        )
        for row in read_table("organizations")
    }


@cache
def _names() -> dict[str, KnownOrganization]:
    found: dict[str, KnownOrganization] = {}
    for organization in organizations().values():
        for name in organization.all_names:
            found.setdefault(fold(name), organization)
    return found


def find_organization(name: str) -> KnownOrganization | None:
    """The organization of a name, in Chinese or English, or an acronym; None where the directory has none.

    A name that carries its acronym in brackets (`世界大都會協會（Metropolis）`) is found by either.
    """
    bare, _, inner = name.replace("（", "(").partition("(")
    for form in (name, bare, inner.rstrip("）) ")):
        folded = fold(form).removeprefix("the ")
        if folded and (found := _names().get(folded)):
            return found
    return None
