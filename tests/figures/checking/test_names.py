"""Names one character or letter off."""

import pytest

from hansa.figures.checking.names import names_are_known
from hansa.register.models import Party
from tests.figures.checking.small_register import fill, held_against, wrong

pytestmark = pytest.mark.django_db
findings = held_against(names_are_known)


@pytest.fixture
def home() -> Party:
    return fill()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本市與聖安明尼市往來密切。", ("聖安明尼市", "聖安東尼市")),
        ("八王里市長來訪。", ("八王里市", "八王子市")),
        ("卡多維茲市來函。", ("卡多維茲市", "卡托維茲市")),
        ("亞太域市合作網召開年會。", ("亞太域市合作網", "亞太城市合作網")),
        ("Katowica is a partner.", ("Katowica", "Katowice")),
        ("The mayor of San Antomio called.", ("San Antomio", "San Antonio")),
    ],
)
def test_name_nearly_known_is_told_with_the_known_one(text: str, expected: tuple[str, str] | None, home: Party) -> None:
    assert wrong(findings(text, home)) == ([("differs", *expected)] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "熊本熊在熊本城前與熊本縣民合影。",
        "訪團在本市停留三日，與本市簽約。",
        "聖安東尼奧的市民。",
        "大都市的交通。",
        "The Katowices and San Antonians were there.",
    ],
)
def test_other_words_and_names_are_left_alone(text: str, home: Party) -> None:
    assert wrong(findings(text, home)) == []
