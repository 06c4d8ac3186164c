"""Which measure words count the same sort of thing."""

import pytest

from hansa.figures.checking.units import compatible, is_bare


@pytest.mark.parametrize(("one", "other"), [("案", "場次"), ("人", "名"), ("個", "城市"), ("度", "度"), ("份", "本")])
def test_words_for_the_same_sort_of_thing_are_compatible(one: str, other: str) -> None:
    assert compatible(one, other)


@pytest.mark.parametrize(("one", "other"), [("案", "人次"), ("%", "件"), ("國", "個"), ("元", "件")])
def test_words_for_different_things_are_not(one: str, other: str) -> None:
    assert not compatible(one, other)


@pytest.mark.parametrize(("unit", "bare"), [("人次", True), ("", True), ("%", False), ("美元", False), ("NT$", False)])
def test_money_and_shares_are_never_told_without_their_unit(unit: str, bare: bool) -> None:
    assert is_bare(unit) is bare
