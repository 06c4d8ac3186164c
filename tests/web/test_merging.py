"""Merging on a page: what will be is shown before, done for a reason, told on the survivor, and can be undone."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hansa.register.models import Merge, Party
from hansa.web.kinds import address_of
from tests.factories import make_agreement, make_membership, make_party
from tests.web.scene import Scene


@pytest.fixture
def pusan(scene: Scene) -> Party:
    """Busan a second time, with an agreement and a membership of its own."""
    pusan = make_party("", name_en="Pusan", country="KR", begun="1949")
    make_agreement(scene.home, pusan, kind="mou")
    make_membership(pusan, scene.organization)
    make_membership(scene.busan, scene.organization)
    return pusan


def address(kept: Party, merged: Party) -> str:
    return reverse("web:merge", args=[kept.ref, merged.ref])


def test_page_shows_what_the_record_will_hold(as_editor: Client, scene: Scene, pusan: Party) -> None:
    response = as_editor.get(address(scene.busan, pusan))

    assert {row.label: (row.kept, row.merged, row.now, str(row.whence)) for row in response.context["outcomes"]} == {
        "Name in Chinese": ("釜山市", "", "釜山市", "kept as it is"),
        "Name in English": ("Busan", "Pusan", "Busan", "kept as it is"),
        "Kind": ("City", "City", "City", "the same in both"),
        "Country": ("South Korea", "South Korea", "South Korea", "the same in both"),
        "Exists since": ("", "1949", "1949", "from the other"),
        "Names": ("", "", "Pusan", "united"),
    }
    assert response.context["named"] == "Agreements 1"
    assert len(response.context["united"]) == 1
    assert not Merge.objects.exists()


def test_editor_merges_for_a_reason_and_the_survivor_says_so(as_editor: Client, scene: Scene, pusan: Party) -> None:
    response = as_editor.post(address(scene.busan, pusan), {"reason": "one city"}, follow=True)

    assert response.redirect_chain == [(address_of("party", scene.busan.pk), 302)]
    assert "one city" in response.content.decode()
    assert reverse("web:unmerge", args=[pusan.ref]) in response.content.decode()
    assert as_editor.get(address_of("party", pusan.pk)).headers["Location"] == address_of("party", scene.busan.pk)


def test_nothing_is_merged_without_a_reason(as_editor: Client, scene: Scene, pusan: Party) -> None:
    page = as_editor.post(address(scene.busan, pusan), {"reason": " "}).content.decode()

    assert "Write why they are the same." in page
    assert not Merge.objects.exists()


def test_records_that_cannot_be_one_are_refused_with_the_reason(as_editor: Client, scene: Scene) -> None:
    page = as_editor.get(address(scene.home, scene.busan)).content.decode()

    assert "would be left with one" in page and "<form method" not in page.split('class="page-body"')[1]


def test_merged_pair_leads_to_the_survivor(as_editor: Client, scene: Scene, pusan: Party) -> None:
    as_editor.post(address(scene.busan, pusan), {"reason": "one city"})

    assert as_editor.get(address(scene.busan, pusan)).headers["Location"] == address_of("party", scene.busan.pk)


@pytest.mark.parametrize(("reason", "stands"), [("a namesake", True), ("", False)])
def test_editor_undoes_a_merge_for_a_reason(
    as_editor: Client, scene: Scene, pusan: Party, reason: str, stands: bool
) -> None:
    as_editor.post(address(scene.busan, pusan), {"reason": "one city"})

    as_editor.post(reverse("web:unmerge", args=[pusan.ref]), {"reason": reason})

    pusan.refresh_from_db()
    assert (pusan.merged_into is None) is stands


def test_record_that_is_not_merged_cannot_be_undone(as_editor: Client, scene: Scene) -> None:
    assert as_editor.post(reverse("web:unmerge", args=[scene.busan.ref]), {"reason": "x"}).status_code == 404


def test_reader_neither_merges_nor_undoes(as_reader: Client, as_editor: Client, scene: Scene, pusan: Party) -> None:
    assert as_reader.get(address(scene.busan, pusan)).status_code == 403
    as_editor.post(address(scene.busan, pusan), {"reason": "one city"})

    page = as_reader.get(address_of("party", scene.busan.pk)).content.decode()
    assert "Merged into this record" in page and "csrf" not in page.split("<main")[1]


@pytest.mark.parametrize("records", [1, 3])
def test_preview_needs_a_fixed_number_of_queries(
    as_editor: Client, scene: Scene, pusan: Party, django_assert_max_num_queries: DjangoAssertNumQueries, records: int
) -> None:
    for number in range(records):
        make_agreement(pusan, make_party(f"城市{number}"))

    with django_assert_max_num_queries(80):
        as_editor.get(address(scene.busan, pusan))
