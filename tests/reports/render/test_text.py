"""Text as every format can hold it."""

import pytest

from hansa.reports.render.text import address, by_direction, isolated, printable


def test_controls_and_marks_that_turn_the_text_are_taken_out() -> None:
    assert printable("甲\x00\n乙\u202e丙\u2066") == "甲 乙丙"


def test_words_from_right_to_left_are_told_apart() -> None:
    assert list(by_direction("與محمد الفاسي 3人")) == [("與", False), ("محمد الفاسي", True), (" 3人", False)]
    assert isolated("אב 3") == "אב\u200e 3"
    assert isolated("高雄 3") == "高雄 3"


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
        ("https://a.example/高 雄", "https://a.example/%E9%AB%98%20%E9%9B%84"),
        ("https://a.example/%20%", "https://a.example/%20%25"),
        ("https://a.example/[x]#a#b", "https://a.example/%5Bx%5D#a%23b"),
    ],
)
def test_addresses_hold_what_addresses_may(link: str, told: str) -> None:
    assert address(link) == told
