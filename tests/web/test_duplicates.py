"""The page of records that may be the same: side by side, told apart for a reason by those who may."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hansa.register.models import Distinction
from hansa.register.models.record import Record
from tests.factories import make_agreement, make_fact, make_organization, make_party, make_person
from tests.web.scene import Scene

KINDS = ("party", "person", "organization", "agreement", "exchange")


def page_of(client: Client, kind: str) -> str:
    return client.get(reverse("web:duplicates"), {"kind": kind}).content.decode()


def two_cities() -> tuple[Record, Record]:
    return make_party("虛構市", country="KR"), make_party("虛構", country="KR")


def apart(client: Client, one: Record, other: Record, reason: str) -> int:
    return client.post(reverse("web:not_the_same"), {"one": one.ref, "other": other.ref, "reason": reason}).status_code


def test_pair_stands_side_by_side_with_what_names_and_proves_it(as_reader: Client, scene: Scene) -> None:
    one, other = make_party("虛構市", country="KR"), make_party("虛構", begun="1949")
    fact = make_fact(make_agreement(scene.home, one))

    response = as_reader.get(reverse("web:duplicates"))

    [pair] = response.context["pairs"]
    assert [(row.label, row.one, row.other) for row in pair.rows] == [
        ("Name in Chinese", "虛構市", "虛構"),
        ("Kind", "City", "City"),
        ("Country", "South Korea", ""),
        ("Exists since", "", "1949"),
    ]
    assert (pair.one.named, pair.other.named) == ("Agreements 1", "")
    assert fact.passage.quote in response.content.decode()
    assert (pair.one.record, pair.other.record) == (one, other)


@pytest.mark.parametrize("kind", KINDS)
def test_page_answers_while_nothing_looks_the_same(as_reader: Client, scene: Scene, kind: str) -> None:
    assert "Nothing looks the same" in page_of(as_reader, kind)


def test_kind_that_is_not_merged_is_passed_over(as_reader: Client, scene: Scene) -> None:
    assert as_reader.get(reverse("web:duplicates"), {"kind": "figure"}).context["kind"].name == "party"


@pytest.mark.parametrize("pairs", [1, 3])
def test_duplicates_need_a_fixed_number_of_queries(
    as_editor: Client, scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries, pairs: int
) -> None:
    for number in range(pairs):
        for name in (f"虛構{number}市", f"虛構{number}"):
            make_fact(make_agreement(scene.home, make_party(name)))

    with django_assert_max_num_queries(48):
        response = as_editor.get(reverse("web:duplicates"))

    assert len(response.context["pairs"]) == pairs


def test_editor_tells_two_records_apart(as_editor: Client, scene: Scene) -> None:
    one, other = two_cities()

    apart(as_editor, one, other, "two towns")

    assert [(str(said), said.reason) for said in Distinction.objects.all()] == [
        (f"{one.ref} ≠ {other.ref}", "two towns")
    ]
    assert "Nothing looks the same" in page_of(as_editor, "party")


def test_records_are_not_told_apart_without_a_reason(as_editor: Client, scene: Scene) -> None:
    apart(as_editor, *two_cities(), " ")

    assert not Distinction.objects.exists()


def test_reader_is_offered_no_decision(as_reader: Client, as_editor: Client, scene: Scene) -> None:
    one, other = two_cities()

    assert "csrf" in page_of(as_editor, "party").split("<main")[1]
    assert "csrf" not in page_of(as_reader, "party").split("<main")[1]
    assert apart(as_reader, one, other, "no") == 403


@pytest.mark.parametrize("ref", ["party-999", "figure-1", "nonsense", "party-", f"party-{'9' * 40}"])
def test_record_that_is_not_there_is_not_told_apart(as_editor: Client, scene: Scene, ref: str) -> None:
    address = reverse("web:not_the_same")

    assert as_editor.post(address, {"one": scene.busan.ref, "other": ref, "reason": "x"}).status_code in (302, 404)
    assert not Distinction.objects.exists()


def test_people_and_organizations_are_proposed_too(as_reader: Client, scene: Scene) -> None:
    for _ in range(2):
        make_person("陳小明")
        make_organization("環境聯盟", acronym="EA")

    assert "the same name in Chinese" in page_of(as_reader, "person")
    assert "the same acronym" in page_of(as_reader, "organization")
