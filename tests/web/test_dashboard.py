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

    assert {one.key: one.value for one in context["in_force"]} == {"partners_sister_city": 1, "agreements_mou": 1}
    assert (context["total"].value, context["countries"].value) == (1, 1)
    assert (context["memberships"], context["proposed"], context["conflicts"]) == (1, 1, 1)
    assert context["years"] == [(2022, 1)]
    assert [one.agreement for one in context["anniversaries"]] == [scene.agreement]


def test_dashboard_and_measures_say_the_same(as_reader: Client, scene: Scene) -> None:
    make_agreement(scene.home, make_party("大阪", country="JP"), kind="friendship_city")

    shown = as_reader.get("/office/").context["in_force"]

    counted = {
        one.key: one.value for group in as_reader.get("/office/measures/").context["sections"] for one in group.answers
    }
    assert shown and {one.key: one.value for one in shown} == {one.key: counted[one.key] for one in shown}
