"""Who is named in the year's exchanges and agreements, with the body for which each stands there."""

from collections import defaultdict
from collections.abc import Iterable

from hansa.atlas.folding import fold
from hansa.register.models import Party
from hansa.register.models.person import Role
from hansa.reports.outline.items import Participant
from hansa.reports.outline.names import named

# How documents call the city that they are of.
_OURSELVES = ("本市", "本府", "市府", "本處")
# Who stands without a body in so many happenings that share no counterpart, came with none of them.
_OFTEN = 3
# One happening: its counterparts' numbers, and the people who are named in it.
Company = tuple[frozenset[int], Iterable[Role]]


class People:
    """The people of a year: a body that a record leaves out is taken from another record of the year.

    A record often says 陳市長 only, because its document is the city's own. Whoever holds the same post elsewhere with
    a body holds it there; whoever appears bare with ever other counterparts is the home city's.
    """

    def __init__(self, home: Party, companies: Iterable[Company]) -> None:
        self._names = [fold(name.removesuffix("市")) for name in (home.name_zh, home.name_en) if name]
        self._bodies: dict[tuple[int, str], set[str]] = defaultdict(set)
        self._bare: dict[tuple[int, str], list[frozenset[int]]] = defaultdict(list)
        for parties, roles in companies:
            for role in roles:
                held = (role.person_id, role.post)
                if role.of:
                    self._bodies[held].add(role.of)
                else:
                    self._bare[held].append(parties)

    def named(self, roles: Iterable[Role]) -> tuple[Participant, ...]:
        """The people of one happening, in its order."""
        return tuple(self._participant(role) for role in roles)

    def _participant(self, role: Role) -> Participant:
        held = (role.person_id, role.post)
        body = role.of or self._elsewhere(held)
        ours = self._is_ours(body) if body else self._goes_with_none(held)
        return Participant(named(role.person), role.post, body, ours, getattr(role, "role", ""))

    def _elsewhere(self, held: tuple[int, str]) -> str:
        bodies = self._bodies[held]
        return next(iter(bodies)) if held[1] and len(bodies) == 1 else ""

    def _is_ours(self, body: str) -> bool:
        return body.startswith(_OURSELVES) or any(fold(body).startswith(name) for name in self._names)

    def _goes_with_none(self, held: tuple[int, str]) -> bool:
        seen = self._bare[held]
        return len(seen) >= _OFTEN and not frozenset.intersection(*seen)
