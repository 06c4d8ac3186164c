import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.atlas import NameFinder


def found(names: list[str], text: str) -> list[str]:
    return [text[start:end] for _, start, end in NameFinder(names).find(text)]


def test_a_name_is_given_with_its_number_and_place() -> None:
    assert NameFinder(["Gdynia", "高雄市"]).find("到高雄市看Gdynia") == [(1, 1, 4), (0, 5, 11)]


@pytest.mark.parametrize(
    ("names", "text", "words"),
    [
        (["York", "New York"], "New York, York", ["New York", "York"]),
        (["高雄", "高雄市"], "高雄市與高雄", ["高雄市", "高雄"]),
        (["Bern"], "Bernburg and Bern’s", ["Bern"]),
        (["Bern"], "Bern", ["Bern"]),
        (["Bern"], "到Bern參加", ["Bern"]),
        (["C40"], "C400 and C40.", ["C40"]),
        (["São Paulo"], "São Paulos São Paulo", ["São Paulo"]),
        (["Bern"], "\ud800Bern", ["Bern"]),
        (["Bern"], "", []),
        ([], "Bern", []),
    ],
)
def test_the_longest_whole_words_are_found(names: list[str], text: str, words: list[str]) -> None:
    assert found(names, text) == words


@pytest.mark.parametrize(
    ("names", "text", "words"),
    [
        (["Bad Homburg", "Bad Homburg v"], "Bad Homburg vor", ["Bad Homburg"]),
        (["San Jose", "Jose Mari"], "San Joses, San Josem, Jose Mari", ["Jose Mari"]),
        (["Bad Ems", "Ems Nord", "Nord See", "See"], "Bad Ems Nord See", ["Bad Ems", "Nord See"]),
        (["Bad Ems No", "Ems Nord", "Nord See", "See"], "Bad Ems Nord See", ["Ems Nord", "See"]),
    ],
)
def test_shorter_names_are_found_where_a_longer_one_ends_within_a_word(
    names: list[str], text: str, words: list[str]
) -> None:
    assert found(names, text) == words


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        NameFinder([""]).find("Bern")


def test_every_name_is_given_with_those_inside_and_across_others() -> None:
    assert NameFinder(["台北", "台北市", "北市長"]).every("台北市長") == [(1, 0, 3), (0, 0, 2), (2, 1, 4)]


@given(st.lists(st.text("ab 市.", min_size=1, max_size=5), max_size=8), st.text("ab 市.", max_size=40))
def test_what_is_found_is_every_name_taken_from_left_to_right(names: list[str], text: str) -> None:
    finder = NameFinder(names)
    taken: list[tuple[int, int]] = []
    for _, start, end in finder.every(text):
        if not taken or start >= taken[-1][1]:
            taken.append((start, end))
    assert [(start, end) for _, start, end in finder.find(text)] == taken
