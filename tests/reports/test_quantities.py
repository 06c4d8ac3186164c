"""Values as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.reports.quantities import chinese_quantity, grouped


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("13358.0000", "人次", "13,358人次"),
        ("90.7000", "%", "90.7%"),
        ("207313663", "元", "2億731萬3,663元"),
        ("152250000", "元", "1億5,225萬元"),
        ("9999", "元", "9,999元"),
        ("10000", "元", "1萬元"),
        ("12345.5", "元", "12,345.5元"),
        ("0", "件", "0件"),
    ],
)
def test_chinese_quantities(value: str, unit: str, words: str) -> None:
    assert chinese_quantity(Decimal(value), unit) == words


@given(st.integers(min_value=0, max_value=10**15))
def test_sums_of_money_mean_what_they_say(value: int) -> None:
    words = chinese_quantity(Decimal(value), "元").removesuffix("元").replace(",", "")
    total = 0
    for mark, worth in (("億", 10**8), ("萬", 10**4)):
        number, _, words = words.partition(mark) if mark in words else ("0", mark, words)
        total += int(number) * worth
    assert total + int(words or 0) == value


@given(st.integers(min_value=0, max_value=10**18))
def test_thousands_are_parted_without_loss(value: int) -> None:
    assert int(grouped(value).replace(",", "")) == value
