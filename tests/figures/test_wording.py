"""The words by which a figure is known to be of a measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.figures.wording import Said, bare, country_in, plain, wordings


@pytest.mark.parametrize(
    ("written", "words", "weight"),
    [
        ("消費+諮詢", "消費事件諮詢", 8),
        ("消費+諮詢!法律", "消費者法律諮詢", 0),
        ("消費+諮詢", "消費事件", 0),
        ("=調解", "調解", 5),
        ("=調解", "調解會議", 0),
        ("=姊妹市", "本市姊妹市總數", 7),
        ("調解, 調解會議", "調解會議", 8),
        ("consumer enquiries", "Consumer  Enquiries", 36),
        ("COUNTRY+姊妹市", "波蘭姊妹市", 10),
        ("", "調解", 0),
    ],
)
def test_all_words_of_an_alternative_are_wanted(written: str, words: str, weight: float) -> None:
    assert wordings(written).weight(Said(plain(words))) == weight


def test_words_around_count_less_and_never_alone() -> None:
    wanted = wordings("鳳山+會議室")

    assert wanted.weight(Said("會議室", "鳳山")) == 4
    assert wanted.weight(Said("會議室", "", "鳳山")) == 3.5
    assert wanted.weight(Said("場地", "鳳山會議室", "鳳山會議室")) == 0


def test_small_differences_of_writing_do_not_count() -> None:
    assert plain("姐妹市 與「友好 城市」") == plain("姊妹市及友好城市")
    assert bare(plain("本市國際訪賓數")) == "訪賓"


def test_countries_are_found_by_their_names() -> None:
    assert (country_in("高雄及波蘭"), country_in("某處")) == ("波蘭", "")


@given(st.text())
def test_plain_words_stay_plain(words: str) -> None:
    assert plain(plain(words)) == plain(words)
