"""Shares, differences and growth beside the numbers that they follow from."""

import pytest

from hansa.figures.checking.shares import shares_come_out
from tests.figures.checking.saying import said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("受理申訴40件中，調解成立30件，占75%。", "75%"),
        ("調解成立30件，占全部40件的75%。", "75%"),
        ("調解成立196件，占全部5,881件之3.3%。", "3.3%"),
        ("受訪50人中有45人滿意，滿意度90%。", "90%"),
        ("調解147件，其中成立98件，成立率66.7%。", "66.7%"),
        ("預算數500萬元，決算數450萬元，執行率90%。", "90%"),
        ("Of 147 cases, 98 were settled (66.7%).", "66.7%"),
        ("Visitors grew by 25% from 1,000 to 1,250.", "25%"),
        ("30 of 40 cases (75%) were settled.", "75%"),
        ("75% (30 of 40) were settled.", "75%"),
        ("接待33案，較前一年12案增加21案。", "21案"),
        ("訪賓由12案增加至33案，成長175%。", "175%"),
        ("Visits rose from 12 to 33, an increase of 21.", "21"),
    ],
)
def test_what_follows_from_its_numbers_agrees(text: str, place: str) -> None:
    assert said(shares_come_out, text) == [("agrees", place, "")]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("受理申訴40件中，調解成立30件，占57%。", "57%", "75"),
        ("調解成立196件，占全部5,881件之4.3%。", "4.3%", "3.3"),
        ("30 of 40 cases, or 70 per cent, were settled.", "70 per cent", "75"),
        ("接待33案，較前一年12案增加12案。", "12案", "21"),
        ("接待12案，較前一年33案減少12案。", "12案", "21"),
        ("訪賓由12案增加至33案，成長157%。", "157%", "175"),
        ("112年用電120萬度，113年用電108萬度，減少15萬度。", "15萬度", "12萬"),
        ("Visits fell from 33 to 12, a decrease of 12.", "12", "21"),
    ],
)
def test_what_does_not_follow_differs(text: str, place: str, expected: str) -> None:
    assert said(shares_come_out, text) == [("differs", place, expected)]


def test_rate_told_besides_a_difference_is_checked_too() -> None:
    text = "112年用電120萬度，113年用電108萬度，減少12萬度，節電率12%。"
    assert said(shares_come_out, text) == [("agrees", "12萬度", ""), ("differs", "12%", "10")]


@pytest.mark.parametrize(
    "text",
    [
        "受理申訴40件，調解30件，滿意度95%。",
        "受理申訴40件中30件成立，滿意度95%。",
        "電子簽核比率及交換使用率符合45%及70%目標。",
        "接待33案，較前一年12案增加許多，其中日本9案。",
        "10 of the 12 members met in 2019 and 40% came by train.",
    ],
)
def test_numbers_that_do_not_follow_from_each_other_are_passed_over(text: str) -> None:
    assert said(shares_come_out, text) == []
