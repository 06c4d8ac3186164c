"""The page of the report to the council."""

import pytest
from django.test import Client

from hansa.reports.council.report import MEDIA_TYPES
from tests.web.scene import Scene

ADDRESS = "/office/council/"
CHOSEN = {"first": "2022-01-01", "last": "2022-12-31", "language": "en", "suffix": ".pptx", "session": "第七次定期大會"}


def test_form_offers_the_last_months(as_reader: Client) -> None:
    form = as_reader.get(ADDRESS).context["form"]

    assert form.initial["first"].day == 1
    assert (form.initial["last"] - form.initial["first"]).days in range(180, 186)


def test_slides_are_looked_through(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(ADDRESS, CHOSEN)

    titles = [slide.title for slide in page.context["deck"].slides]
    assert (titles[0], titles[-1]) == ("Business report: International Office", "Thank you")
    assert "Exchanges by country" in page.content.decode()


@pytest.mark.parametrize(("suffix", "media_type"), MEDIA_TYPES.items())
def test_file_is_handed_over(as_reader: Client, scene: Scene, suffix: str, media_type: str) -> None:
    response = as_reader.get(ADDRESS, CHOSEN | {"suffix": suffix, "download": "1"})

    assert response.headers["Content-Type"] == media_type
    name = f"council-report-2022-01-01-2022-12-31-en{suffix}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"last": "2021-01-01"}, "last"), ({"first": "no day"}, "first"), ({"suffix": ".doc"}, "suffix")],
)
def test_wrong_choice_is_told_at_its_field(as_reader: Client, wrong: dict[str, str], field: str) -> None:
    assert list(as_reader.get(ADDRESS, CHOSEN | wrong).context["form"].errors) == [field]


def test_period_without_data_says_so(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(ADDRESS, CHOSEN | {"first": "1950-01-01", "last": "1950-12-31"})

    assert "The register holds nothing on this period." in page.content.decode()
