"""What digits tell of two numbers being the same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.figures.checking.digits import digits_tell, is_near


@pytest.mark.parametrize(
    ("one", "other"),
    [("13358", "13385"), ("13358", "1358"), ("13358", "133580"), ("90.7", "90.1"), ("207313663", "207313603")],
)
def test_slip_tells_more_than_another_number(one: str, other: str) -> None:
    assert digits_tell(Decimal(one), Decimal(other)) > digits_tell(Decimal(one), Decimal("777777"))


@given(st.decimals(min_value=0, max_value=10**9, places=1))
def test_equal_numbers_tell_most(value: Decimal) -> None:
    assert digits_tell(value, value) >= digits_tell(value, value + 1)
    assert is_near(value, [value])


@pytest.mark.parametrize(("value", "near"), [("134", True), ("1430", True), ("415", False)])
def test_near_is_a_slip_of_one_of_several(value: str, near: bool) -> None:
    assert is_near(Decimal(value), [Decimal(50), Decimal(143)]) is near
