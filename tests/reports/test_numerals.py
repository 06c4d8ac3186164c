"""Numbers of headings and items."""

import pytest

from hansa.reports.blocks import Heading, Paragraph
from hansa.reports.numerals import anchor, chinese, heading_words, label, numbered


@pytest.mark.parametrize(
    ("number", "formal", "words"),
    [
        (1, True, "壹"),
        (4, True, "肆"),
        (12, True, "拾貳"),
        (10, False, "十"),
        (21, False, "二十一"),
        (99, False, "九十九"),
        (100, True, "100"),
    ],
)
def test_chinese_numerals(number: int, formal: bool, words: str) -> None:
    assert chinese(number, formal) == words


def test_labels_of_every_level() -> None:
    assert [label("zh-hant", (2,) * level, level) for level in range(1, 6)] == ["貳、", "二、", "（二）", "2.", "（2）"]
    assert [label("en", (2,) * level, level) for level in range(1, 6)] == ["2.", "2.2", "2.2.2", "(2)", "(b)"]


def test_items_past_z_are_counted_in_digits() -> None:
    assert [label("en", (number,), 5) for number in (26, 27)] == ["(z)", "(27)"]


def test_headings_are_counted_under_the_heading_above() -> None:
    blocks = (Heading(1, "甲"), Heading(2, "乙"), Paragraph(()), Heading(2, "丙"), Heading(1, "丁"), Heading(2, "戊"))

    paths = [path for block, path in numbered(blocks) if isinstance(block, Heading)]

    assert paths == [(1,), (1, 1), (1, 2), (2,), (2, 1)]
    assert anchor(paths[2]) == "section-1-2"
    assert heading_words("zh-hant", Heading(2, "丙"), paths[2]) == "二、丙"
    assert heading_words("en", Heading(2, "C"), paths[2]) == "1.2 C"
