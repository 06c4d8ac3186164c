"""How much room words take."""

from hypothesis import given
from hypothesis import strategies as st

from hansa.reports.council.fitting import ELLIPSIS, LINE, clipped, height, lines, size_for, width

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120)


def test_chinese_takes_as_many_lines_as_its_characters_need() -> None:
    assert lines("高" * 30, 20, 21 * 10) == 3


def test_words_are_not_parted_where_there_is_room() -> None:
    assert lines("Administration and International Affairs", 20, width("Administration and", 20) + 1) == 3


def test_word_wider_than_the_room_is_broken() -> None:
    assert lines("W" * 100, 20, 200) >= width("W" * 100, 20) // 200


@given(WORDS, st.integers(12, 40), st.integers(60, 900), st.integers(1, 5))
def test_clipped_words_fit(text: str, size: int, room: int, most: int) -> None:
    cut = clipped(text, size, room, most)

    assert lines(cut, size, room) <= most
    assert cut == text or (cut.endswith(ELLIPSIS) and text.startswith(cut.removesuffix(ELLIPSIS)))


@given(WORDS, st.integers(12, 40), st.integers(60, 900))
def test_height_is_that_of_the_lines(text: str, size: int, room: int) -> None:
    assert height(text, size, room) == lines(text, size, room) * size * LINE


def test_largest_size_that_fits_is_taken() -> None:
    assert size_for("高雄市", 200, 60, (40.0, 30.0, 20.0)) == 40.0
    assert size_for("高雄市" * 40, 200, 60, (40.0, 30.0, 20.0)) == 20.0
