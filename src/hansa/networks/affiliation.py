"""Who meets whom: the ties that members have through the organizations that they share."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)
Organization = TypeVar("Organization", bound=Hashable)


def companions(member: Member, edges: Iterable[tuple[Member, Organization]]) -> list[tuple[Member, int]]:
    """The other members that share an organization with `member`, each with the number that they share.

    `edges` are (member, organization) pairs, in any order, possibly repeated. Most shared first; among equals the
    order in which the edges first name them. Time grows with the number of edges.
    """
    members_of: defaultdict[Organization, dict[Member, None]] = defaultdict(dict)
    for one, organization in edges:
        members_of[organization][one] = None
    shared: Counter[Member] = Counter()
    for members in members_of.values():
        if member in members:
            shared.update(other for other in members if other != member)
    return shared.most_common()
