"""The facts of parties or organizations that are two again, placed anew: some came while they were one."""

from collections.abc import Iterable

from hansa.register.domain.admission.reconciling import Reconciling
from hansa.register.domain.admission.scope import concerned_by
from hansa.register.domain.merging.slate import split
from hansa.register.models import Agreement, Membership, Office, User

_UNITED = ("party", "organization")


def place_anew(by: User, refs: Iterable[str]) -> None:
    """Let the agreements and memberships of these parties and organizations hold what their facts give now.

    Home cities are left out: nearly all facts name them.
    """
    named = [split(one) for one in refs]
    if not all(kind in _UNITED for kind, _ in named):
        return
    homes = set(Office.objects.values_list("home", flat=True))
    parties = {number for kind, number in named if kind == "party"} - homes
    bodies = {number for kind, number in named if kind == "organization"}
    members = Membership.objects.filter(merged_into=None)
    within = members.filter(party__in=parties) | members.filter(organization__in=bodies)
    agreements = Agreement.objects.filter(merged_into=None, sides__party__in=parties)
    records = {
        "agreement": list(agreements.values_list("pk", flat=True).distinct()),
        "membership": list(within.values_list("pk", flat=True)),
        "organization": list(bodies),
    }
    Reconciling(by, concerned_by((), records), (), {}).carry_out()
