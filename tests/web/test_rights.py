"""Denied by default: what visitors, readers and editors get at each address."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from hansa.register.enums import FactState
from hansa.web.urls import urlpatterns
from tests.web.scene import Scene

OPEN = {"web:login"}
# What everybody may do for themselves.
OWN = {"web:logout", "web:password", "web:check"}
ARGUMENTS = {
    "pk": 1,
    "key": "partners_total",
    "kind": "party",
    "kept": "party-1",
    "merged": "party-2",
    "size": "small",
    "name": "partners",
    "counts": "parties",
    "ending": "docx",
}


def addresses() -> Iterator[tuple[str, str]]:
    """The name and an address of every page of the office."""
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        wanted = set(pattern.pattern.converters)
        arguments = {name: value for name, value in ARGUMENTS.items() if name in wanted}
        yield f"web:{pattern.name}", reverse(f"web:{pattern.name}", kwargs=arguments)


ADDRESSES = list(addresses())


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "address"), ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_visitor_is_sent_to_log_in(client: Client, name: str, address: str, method: str) -> None:
    response = getattr(client, method)(address)

    if name in OPEN:
        assert response.status_code == 200
    else:
        assert response.headers["Location"] == f"{reverse('web:login')}?next={address}"


@pytest.mark.parametrize(("name", "address"), [pair for pair in ADDRESSES if pair[0] not in OPEN | OWN])
def test_reader_changes_nothing(as_reader: Client, scene: Scene, name: str, address: str) -> None:
    numbers = {f"web:edit_{record.kind_of_record}": record.pk for record in scene.records}
    numbers["web:picture"] = scene.picture.pk
    address = address.replace("/1/", f"/{numbers.get(name, scene.busan.pk)}/")

    assert as_reader.post(address, {"decision": "admit", "published": "1", "reason": "no"}).status_code in (403, 405)


def test_reader_is_offered_no_decision(as_reader: Client, scene: Scene) -> None:
    pages = [f"/office/facts/{scene.proposed.pk}/", f"/office/parties/{scene.busan.pk}/", "/office/conflicts/"]

    assert [page for page in pages if "csrf" in as_reader.get(page).content.decode().split("<main")[1]] == []


def test_editor_admits_a_fact(as_editor: Client, scene: Scene) -> None:
    response = as_editor.post(reverse("web:decide", args=[scene.proposed.pk]), {"decision": "admit"})

    scene.proposed.refresh_from_db()
    assert scene.proposed.state == FactState.ADMITTED
    assert scene.proposed.agreement is not None
    assert response.headers["Location"] == reverse("web:agreement", args=[scene.proposed.agreement.pk])


@pytest.mark.parametrize(("reason", "state"), [("a plan only", FactState.REFUSED), (" ", FactState.PROPOSED)])
def test_editor_refuses_a_fact_for_a_reason(as_editor: Client, scene: Scene, reason: str, state: str) -> None:
    as_editor.post(reverse("web:decide", args=[scene.proposed.pk]), {"decision": "refuse", "reason": reason})

    scene.proposed.refresh_from_db()
    assert scene.proposed.state == state


@pytest.mark.parametrize(("decision", "signed"), [("stated", "1967"), ("held", "1966-06-30")])
def test_editor_settles_a_conflict(as_editor: Client, scene: Scene, decision: str, signed: str) -> None:
    as_editor.post(reverse("web:settle", args=[scene.conflict.pk]), {"decision": decision, "reason": "the charter"})

    scene.agreement.refresh_from_db()
    scene.conflict.refresh_from_db()
    assert (scene.agreement.signed, scene.conflict.reason) == (signed, "the charter")


def test_editor_shows_and_hides_a_record(as_editor: Client, scene: Scene) -> None:
    address = reverse("web:publish", args=["party", scene.busan.pk])
    seen = []
    for published in ("1", "0"):
        as_editor.post(address, {"published": published})
        scene.busan.refresh_from_db()
        seen.append(scene.busan.published)

    assert seen == [True, False]


def test_form_without_its_token_is_refused(scene: Scene) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post(reverse("web:login"), {"username": "a", "password": "b"}).status_code == 403
