"""Dates of visits and meetings held against exchanges."""

import pytest

from hansa.figures.checking.visits import visits_are_held
from hansa.register.models import Party
from tests.figures.checking.small_register import fill, held_against, right, wrong

pytestmark = pytest.mark.django_db
findings = held_against(visits_are_held)


@pytest.fixture
def home() -> Party:
    return fill()


@pytest.mark.parametrize(
    ("text", "agreeing"),
    [
        ("2022年12月20日，市長與聖安東尼市長朗．尼倫伯格視訊。", "2022年12月20日"),
        ("On 20 December 2022 Mayor Ron Nirenberg of San Antonio spoke by video.", "20 December 2022"),
        ("羅達生副市長2022年7月24日至28日率團訪問八王子市。", "2022年7月24日至28日"),
        ("2022年7月25日，駒澤廣行副市長在八王子接待訪團。", "2022年7月25日"),
    ],
)
def test_day_of_an_exchange_agrees(text: str, agreeing: str, home: Party) -> None:
    found = findings(text, home)

    assert agreeing in right(found)
    assert wrong(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年12月21日，市長與聖安東尼市長朗．尼倫伯格視訊。", ("2022年12月21日", "2022年12月20日")),
        ("2023年12月20日，市長與聖安東尼市長朗．尼倫伯格視訊。", ("2023年12月20日", "2022年12月20日")),
        ("On 20 March 2022 Mayor Ron Nirenberg of San Antonio spoke by video.", ("20 March 2022", "20 December 2022")),
        ("羅達生副市長2022年7月14日至28日率團訪問八王子市。", ("2022年7月14日至28日", "2022年7月24日至28日")),
    ],
)
def test_slip_of_a_date_is_told_with_the_right_one(text: str, expected: tuple[str, str], home: Party) -> None:
    assert wrong(findings(text, home)) == [("differs", *expected)]


@pytest.mark.parametrize(
    "text",
    [
        "2019年5月3日，市長與聖安東尼市長朗．尼倫伯格通話。",
        "2022年12月21日，羅達生副市長出席聖誕點燈。",
        "2022年12月21日，市長接見巴黎市訪團。",
    ],
)
def test_another_occasion_is_left_alone(text: str, home: Party) -> None:
    assert wrong(findings(text, home)) == []
