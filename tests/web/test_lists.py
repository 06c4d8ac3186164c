"""The pages of lists: a table narrowed by its filters, and the same as a file."""

import pytest
from django.test import Client
from django.urls import reverse

from hansa.reports.lists import LISTS
from hansa.web.kinds import address_of
from tests.web.scene import Scene


def test_lists_are_named_with_what_they_are_for(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(reverse("web:lists")).content.decode()

    assert [name for name in LISTS if reverse("web:list_of", args=[name]) not in page] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_a_page(as_reader: Client, scene: Scene, name: str) -> None:
    assert as_reader.get(reverse("web:list_of", args=[name])).status_code == 200


def test_rows_lead_to_their_records(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(reverse("web:list_of", args=["partners"])).content.decode()

    assert f'<a href="{address_of("agreement", scene.agreement.pk)}">{scene.agreement.ref}</a>' in page


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf", ".xlsx", ".ods", ".csv"])
def test_the_same_is_a_file(as_reader: Client, scene: Scene, suffix: str) -> None:
    response = as_reader.get(reverse("web:list_of", args=["partners"]), {"language": "zh-hant", "format": suffix})

    assert response.headers["Content-Disposition"] == f'attachment; filename="partners-zh-hant{suffix}"'
    assert len(response.content) > 100


def test_a_file_has_whole_addresses(as_reader: Client, scene: Scene) -> None:
    response = as_reader.get(reverse("web:list_of", args=["partners"]), {"format": ".odt", "language": "en"})

    assert response.status_code == 200
    assert as_reader.get("/office/lists/partners/?format=.txt").headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"from": "2026-02-01", "to": "2026-01-01"}, "The end lies before the beginning."),
        ({"year": "2025", "to": "2026-01-01"}, "Choose a year, or days, not both."),
        ({"year": "9"}, "Ensure this value is greater than or equal to 1900."),
        ({"country": "<b>"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_meant_is_said_at_the_field(
    as_reader: Client, scene: Scene, filters: dict[str, str], told: str
) -> None:
    page = as_reader.get(reverse("web:list_of", args=["visitors"]), filters | {"language": "en"}).content.decode()

    assert told in page
    assert "<table" not in page


def test_an_unknown_list_is_not_found(as_reader: Client, scene: Scene) -> None:
    assert as_reader.get(reverse("web:list_of", args=["nonsense"])).status_code == 404
