"""The dashboard tells the user's city at a glance."""

from django.test import Client

from tests.factories import make_agreement, make_membership, make_party
from tests.web.scene import Scene


def test_dashboard_counts_what_the_register_holds_of_the_home_city(as_reader: Client, scene: Scene) -> None:
    neighbour = make_party("大阪", country="JP")
    make_agreement(scene.home, neighbour, kind="mou")
    make_agreement(neighbour, scene.busan)
    make_membership(neighbour, scene.organization)

    context = as_reader.get("/office/").context

    assert sorted(str(partner.party) for partner in context["partners"]) == ["大阪", "釜山市"]
    assert sorted(context["partner_kinds"]) == [("mou", 1), ("sister_city", 1)]
    assert (context["countries"], context["memberships"], context["proposed"], context["conflicts"]) == (2, 1, 1, 1)
    assert context["years"] == [(2022, 1)]
    assert [one.agreement for one in context["anniversaries"]] == [scene.agreement]
