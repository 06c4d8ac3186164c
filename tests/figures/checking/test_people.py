"""People of a draft held against records and documents."""

import pytest

from hansa.figures.checking.people import people_are_held
from hansa.register.models import Party
from tests.figures.checking.small_register import fill, held_against, right, wrong

pytestmark = pytest.mark.django_db
findings = held_against(people_are_held)


@pytest.fixture
def home() -> Party:
    return fill()


@pytest.mark.parametrize(
    "text",
    [
        "2022年7月，副市長羅達生走訪八王子。",
        "時任市長羅達生曾走訪八王子。",
        "2022年12月，聖安東尼市長朗．尼倫伯格（Ron Nirenberg）出席。",
        "On 20 December 2022 Mayor Ron Nirenberg of San Antonio spoke by video.",
        "波蘭臺北辦事處處長高則叡來訪。",
        "駐日代表謝長廷與大使謝長廷是同一人，謝長廷大使。",
        "議員陳大文與會長林大方都不在紀錄中。",
        "羅達生副市長率團出訪，拜會市長。",
    ],
)
def test_what_is_known_or_not_known_is_not_called_wrong(text: str, home: Party) -> None:
    assert wrong(findings(text, home)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年7月，羅達生市長走訪八王子。", ("differs", "市長", "副市長")),
        ("2022年7月，羅達先副市長走訪八王子。", ("differs", "羅達先", "羅達生")),
        ("2022年12月20日，聖安東尼市長朗．尼倫柏格視訊致意。", ("differs", "朗．尼倫柏格", "朗．尼倫伯格")),
        ("2022年12月20日，市長朗．尼倫伯格（Ron Nirenburg）視訊。", ("differs", "Ron Nirenburg", "Ron Nirenberg")),
        ("In December 2022 Mayor Ron Nirenburg spoke by video.", ("differs", "Ron Nirenburg", "Ron Nirenberg")),
        ("In December 2022 Deputy Mayor Ron Nirenberg spoke by video.", ("differs", "Deputy Mayor", "Mayor")),
        ("2022年1月，波蘭臺北辦事處局長高則叡來訪。", ("differs", "局長", "處長")),
        ("2032年5月，羅達生市長走訪八王子。", ("ambiguous", "市長", "副市長")),
    ],
)
def test_another_name_or_post_is_told_with_the_right_one(
    text: str, expected: tuple[str, str, str], home: Party
) -> None:
    assert wrong(findings(text, home)) == [expected]


def test_place_of_a_finding_is_that_of_the_post(home: Party) -> None:
    text = "前言。\n2022年7月，羅達生市長走訪八王子。"

    [finding] = [one for one in findings(text, home) if one.verdict == "differs"]

    assert text[finding.start : finding.end] == "市長"
    assert finding.matter == "post"


def test_name_and_post_that_are_known_agree(home: Party) -> None:
    assert right(findings("2022年7月，羅達生副市長走訪八王子。", home)) == ["羅達生", "副市長"]
