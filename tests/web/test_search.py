"""The search page."""

import pytest
from django.test import Client
from django.utils.html import strip_tags

from hansa.web.found import marked
from tests.web.scene import Scene


@pytest.mark.parametrize("words", ["釜山", "Busan", "busan", "ＢＵＳＡＮ"])
def test_party_is_found_in_both_languages(as_reader: Client, scene: Scene, words: str) -> None:
    found = as_reader.get("/office/search/", {"q": words}).context["found"]

    assert f"/office/parties/{scene.busan.pk}/" in [one.address for one in found]
    assert all("<mark>" in one.snippet for one in found)


def test_kind_narrows_what_is_found(as_reader: Client, scene: Scene) -> None:
    found = as_reader.get("/office/search/", {"q": "釜山", "kind": "source"}).context["found"]

    assert [one.kind.name for one in found] == ["source"]


def test_words_of_a_source_lead_to_their_page(as_reader: Client, scene: Scene) -> None:
    response = as_reader.get("/office/search/", {"q": "意向書"})

    addresses = [(one.address, one.page) for one in response.context["found"]]
    assert addresses == [(f"/office/sources/{scene.source.pk}/#page-1", 1)]
    assert "Page 1" in response.content.decode()


def test_marks_are_put_around_the_words_and_all_else_is_escaped() -> None:
    text = marked("<b>Busan & Busan</b>", [(3, 8), (11, 16)])

    assert text == "&lt;b&gt;<mark>Busan</mark> &amp; <mark>Busan</mark>&lt;/b&gt;"
    assert strip_tags(text) == "&lt;b&gt;Busan &amp; Busan&lt;/b&gt;"


@pytest.mark.parametrize("words", ["", "   ", "查無此物", '"', "\x00"])
def test_nothing_found_is_an_answer_too(as_reader: Client, scene: Scene, words: str) -> None:
    response = as_reader.get("/office/search/", {"q": words})

    assert (response.status_code, response.context["found"]) == (200, [])
