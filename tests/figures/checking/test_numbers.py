"""Which numbers of a draft claim something, and with which unit or noun."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.figures.checking.draft import Draft
from hansa.figures.checking.numbers import Number
from hansa.reading.document import Document


def numbers(text: str) -> list[Number]:
    return Draft(Document(text), "高雄市").numbers


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("全年接待訪賓34案、220人次。", ["34案", "220人次"]),
        ("節省經費約2億731萬3,663元。", ["2億731萬3,663元"]),
        ("達成率90.7%。", ["90.7%"]),
        ("共有二十三個友好城市。", ["二十三個"]),
        ("成為本市第36個姊妹市。", ["第36個"]),
        ("The city received 33 international visits with 1,220 visitors.", ["33", "1,220"]),
        ("The festival drew 1.5 million people, 45 percent of them from abroad.", ["1.5 million", "45 percent"]),
        ("Palau received 10,800 medical masks.", ["10,800"]),
    ],
)
def test_number_is_quoted_with_its_unit(text: str, quotes: list[str]) -> None:
    assert [number.quote for number in numbers(text)] == quotes


@pytest.mark.parametrize(
    "text",
    [
        "111年6月9日簽署協定。",
        "In March 2026 the two cities met.",
        "通過ISO 27001驗證。",
        "因應COVID-19疫情，改用A4紙。",
        "依據要點第3點及第56條第2項辦理。",
        "在四維行政中心9樓第6會議室舉行。",
        "請撥1950消費者服務專線，或電(07) 3368333。",
        "(2) 於中庭展出。",
        "每月以一個城市為主題。",
        "The Asian Network of Major Cities 21 is a network.",
        "7",
        "2026 高雄智慧城市展登場。",
    ],
)
def test_number_that_counts_nothing_is_left_out(text: str) -> None:
    assert numbers(text) == []


def test_number_of_a_table_cell_has_its_place_in_the_text() -> None:
    text = "項目\t數量\n電子公報\t124期\n"

    draft = Draft(Document(text), "高雄市")

    assert [text[slice(*number.place)] for number in draft.numbers] == ["124期"]


def test_noun_of_an_english_number_stands_behind_it() -> None:
    assert [number.noun for number in numbers("It has 11 member cities.")] == ["member cities"]


@given(st.integers(min_value=2, max_value=10**9))
def test_value_is_read_back(value: int) -> None:
    assert [number.value for number in numbers(f"全年受理申訴{value:,}件。")] == [Decimal(value)]
