"""Texts as one character a token."""

from hypothesis import given
from hypothesis import strategies as st

from hansa.figures.checking.tokens import NUMBER, tokens_of


def test_each_character_word_and_number_is_a_token() -> None:
    tokens = tokens_of("高雄 (Kaohsiung)：1,606件、3.5%")

    assert [tokens.word(at) for at in range(len(tokens))] == ["高", "雄", "Kaohsiung", "1,606", "件", "3.5"]
    assert tokens.key[3] == tokens.key[5] == NUMBER


def test_words_are_the_same_token_in_any_case() -> None:
    assert tokens_of("MAYOR Mayor").key[0] == tokens_of("mayor").key


def test_number_of_an_item_is_no_part_of_the_year_behind_it() -> None:
    tokens = tokens_of("1.111年")

    assert [tokens.word(at) for at in range(len(tokens))] == ["1", "111", "年"]


def test_tokens_within_characters_are_those_that_stand_in_them() -> None:
    tokens = tokens_of("111年 7月，25日")

    assert tokens.within(5, 11) == (2, 6)
    assert tokens.words(*tokens.within(5, 11)) == "7月，25日"


@given(st.text(max_size=200))
def test_tokens_lie_in_order_within_the_text(text: str) -> None:
    tokens = tokens_of(text)
    edges = [edge for start, end in zip(tokens.starts, tokens.ends, strict=True) for edge in (start, end)]

    assert edges == sorted(edges)
    assert len(tokens.key) == len(tokens.starts)
