"""The office's pages: they answer, need as many queries for three records as for one, and escape what they show."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hansa.register.models import Office
from hansa.web.kinds import KINDS, address_of
from tests.factories import (
    make_agreement,
    make_exchange,
    make_fact,
    make_membership,
    make_organization,
    make_party,
    make_passage,
)
from tests.web.scene import Scene, make_scene

QUERIES = {
    "parties": 11,
    "agreements": 16,
    "memberships": 10,
    "organizations": 9,
    "exchanges": 7,
    "commitments": 12,
    "gifts": 10,
    "projects": 9,
    "people": 8,
    "figures": 10,
    "sources": 8,
    "facts": 8,
    "questions": 8,
}


@pytest.mark.parametrize("plural", [kind.plural for kind in KINDS])
@pytest.mark.parametrize("scenes", [1, 3])
def test_list_needs_a_fixed_number_of_queries(
    as_reader: Client, office: Office, django_assert_max_num_queries: DjangoAssertNumQueries, plural: str, scenes: int
) -> None:
    for _ in range(scenes):
        make_scene(make_party("高雄市"))

    with django_assert_max_num_queries(QUERIES[plural]):
        response = as_reader.get(reverse(f"web:{plural}"))

    assert response.status_code == 200


def test_every_record_has_a_page(as_reader: Client, scene: Scene) -> None:
    answers = {record.ref: as_reader.get(address_of(record.kind_of_record, record.pk)) for record in scene.records}

    assert {ref: response.status_code for ref, response in answers.items()} == dict.fromkeys(answers, 200)


@pytest.mark.parametrize("page", ["dashboard", "measures", "conflicts", "report", "search"])
def test_page_answers(as_reader: Client, scene: Scene, page: str) -> None:
    assert as_reader.get(reverse(f"web:{page}")).status_code == 200


@pytest.mark.parametrize("page", ["dashboard", "parties", "measures", "conflicts", "report", "search"])
def test_page_answers_while_the_register_is_empty(as_reader: Client, page: str) -> None:
    assert as_reader.get(reverse(f"web:{page}")).status_code == 200


def test_record_shows_its_evidence_with_a_link_to_the_passage(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(address_of("agreement", scene.agreement.pk)).content.decode()

    assert scene.admitted.passage.quote in page
    assert f"{address_of('source', scene.source.pk)}#p-{scene.admitted.passage.start}" in page


def test_source_marks_admitted_and_waiting_passages(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(address_of("source", scene.source.pk)).content.decode()

    assert page.count('<mark class="admitted">') == 2
    assert page.count('<mark class="waiting">') == 1
    assert f'id="p-{scene.proposed.passage.start}"' in page
    assert f'href="{address_of("agreement", scene.agreement.pk)}"' in page
    assert f'href="{address_of("fact", scene.proposed.pk)}"' in page


def test_source_needs_a_fixed_number_of_queries(
    as_reader: Client, scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        party = make_party(f"城市{number}")
        passage = make_passage(scene.source, number, number + 3)
        make_fact(make_agreement(scene.home, party), passage)
        make_fact(make_membership(party, scene.organization), passage)

    with django_assert_max_num_queries(28):
        as_reader.get(address_of("source", scene.source.pk))


def test_names_are_escaped_wherever_they_stand(as_reader: Client, scene: Scene) -> None:
    evil = "<script>alert(1)</script>"
    scene.busan.name_zh = scene.busan.name_en = evil
    scene.busan.save()
    scene.source.title, scene.source.text = evil, evil * 20
    scene.source.save()
    scene.admitted.passage.quote = evil
    scene.admitted.passage.save()
    scene.conflict.stated = evil
    scene.conflict.save()
    addresses = [address_of(record.kind_of_record, record.pk) for record in scene.records]
    addresses += [reverse(f"web:{kind.plural}") for kind in KINDS]
    addresses += [reverse(f"web:{page}") for page in ("dashboard", "conflicts", "measures")]

    pages = {address: as_reader.get(address).content.decode() for address in addresses}

    assert [address for address, page in pages.items() if "<script>alert" in page] == []
    assert "&lt;script&gt;alert" in pages[address_of("source", scene.source.pk)]


def test_website_that_is_no_web_address_is_no_link(as_reader: Client, scene: Scene) -> None:
    scene.organization.websites = ["javascript:alert(1)", "https://ports.example"]
    scene.organization.save()

    page = as_reader.get(address_of("organization", scene.organization.pk)).content.decode()

    assert 'href="javascript:' not in page and 'href="https://ports.example"' in page


def test_merged_record_leads_on_to_the_one_that_it_was_merged_into(as_reader: Client, scene: Scene) -> None:
    pusan = make_party("釜山直轄市", merged_into=scene.busan)

    assert as_reader.get(address_of("party", pusan.pk)).headers["Location"] == address_of("party", scene.busan.pk)


def test_party_names_the_cities_in_the_same_organizations(as_reader: Client, scene: Scene) -> None:
    league = make_organization("城市聯盟")
    make_membership(scene.home, league)
    for city, bodies in ((scene.busan, [scene.organization, league]), (make_party("大阪市"), [league])):
        for body in bodies:
            make_membership(city, body)
    make_membership(make_party("某校", kind="school"), league)

    response = as_reader.get(address_of("party", scene.home.pk))

    assert [(str(city), count) for city, count in response.context["companions"]] == [("釜山市", 2), ("大阪市", 1)]
    assert "2 organizations in common" in response.content.decode()


def test_party_needs_a_fixed_number_of_queries(
    as_reader: Client, scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        city = make_party(f"城市{number}")
        make_membership(city, scene.organization)
        make_agreement(scene.home, city)
        make_exchange(city, home=scene.home)

    with django_assert_max_num_queries(36):
        as_reader.get(address_of("party", scene.home.pk))


def test_record_that_is_not_there_is_not_found(as_reader: Client) -> None:
    assert as_reader.get(address_of("agreement", 999)).status_code == 404


def test_report_is_handed_over_as_a_file(as_reader: Client, scene: Scene) -> None:
    response = as_reader.get(reverse("web:report"), {"year": "2022", "suffix": ".md", "language": "zh-hant"})

    assert response.headers["Content-Disposition"] == 'attachment; filename="annual-report-2022-zh-hant.md"'
    assert "釜山" in response.content.decode()


@pytest.mark.parametrize("question", [{"year": "abc"}, {"year": "1"}, {"year": "2022", "suffix": ".exe"}])
def test_report_that_cannot_be_is_asked_again(as_reader: Client, scene: Scene, question: dict[str, str]) -> None:
    response = as_reader.get(reverse("web:report"), question)

    assert response.status_code == 200 and "Content-Disposition" not in response.headers


def test_measure_shows_the_records_counted(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(reverse("web:measure", args=["partners_total"]), {"year": "2022"}).content.decode()

    assert f'href="{address_of("party", scene.busan.pk)}"' in page


def test_measures_share_what_they_count(
    as_reader: Client, scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(50):
        response = as_reader.get(reverse("web:measures"), {"year": "2022"})

    told = [one for group in response.context["sections"] for one in group.answers]
    assert {one.key: one.value for one in told}["partners_total"] == 1


def test_measure_that_is_not_there_is_not_found(as_reader: Client) -> None:
    assert as_reader.get(reverse("web:measure", args=["nonsense"])).status_code == 404
