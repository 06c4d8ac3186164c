"""The fact that an organization makes, and whether two names are of one organization."""

from msgspec import UNSET

from hansa.atlas import fold
from hansa.facts import Organization
from hansa.reading.context import Proof
from hansa.reading.rules.organizations.profile import Profile
from hansa.reading.values.organizations import Body

_LONG = 9


def organization(body: Body, told: Profile, kind: str, proof: Proof) -> Organization:
    """The fact of an organization with what was told of it."""
    return Organization(
        name=body.name,
        name_en=body.name_en or UNSET,
        acronym=body.acronym or UNSET,
        kind=kind or UNSET,
        **told.fields,
        **proof,
    )


def alike(one: Body, other: Body) -> bool:
    """Whether two bodies share a name, the name of one is most of the other's, or one is the other's initials."""
    ours, theirs = [fold(name) for name in one.names], [fold(name) for name in other.names]
    same = any(a == b or (len(a) > _LONG and len(b) > _LONG and (a in b or b in a)) for a in ours for b in theirs)
    return same or _initials(one) in other.names or _initials(other) in one.names


def _initials(body: Body) -> str:
    letters = "".join(word[0] for word in body.name_en.split() if word[0].isupper())
    return letters if len(letters) > 1 else body.name
