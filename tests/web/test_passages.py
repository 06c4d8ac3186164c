"""Cutting a document's text at its passages."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from hansa.web.passages import mark_passages


@dataclass(frozen=True)
class Place:
    start: int
    end: int


def cut(text: str, pages: list[int], *places: tuple[int, int]) -> list[list[tuple[str, int]]]:
    """The pieces of each page, with how many passages each stands in."""
    marked = mark_passages(text, pages, [Place(*place) for place in places])
    return [[(piece.text, len(piece.inside)) for piece in page.pieces] for page in marked]


def test_text_without_passages_is_one_piece() -> None:
    assert cut("abc", []) == [[("abc", 0)]]


def test_passage_is_cut_out() -> None:
    assert cut("abcde", [5], (1, 3)) == [[("a", 0), ("bc", 1), ("de", 0)]]


def test_overlapping_passages_share_a_piece() -> None:
    assert cut("abcdef", [6], (1, 4), (2, 6)) == [[("a", 0), ("b", 1), ("cd", 2), ("ef", 1)]]


def test_passage_over_a_page_break_goes_on() -> None:
    assert cut("abcdef", [3, 6], (2, 4)) == [[("ab", 0), ("c", 1)], [("d", 1), ("ef", 0)]]


def test_passage_inside_another_comes_first() -> None:
    pieces = mark_passages("abcdef", [6], [Place(0, 6), Place(2, 4)])[0].pieces

    assert pieces[1].inside == (Place(2, 4), Place(0, 6))
    assert [piece.anchor for piece in pieces] == [0, 2, None]
    assert [piece.ending for piece in pieces] == [(), (Place(2, 4),), (Place(0, 6),)]


def test_passage_outside_of_the_text_is_left_out() -> None:
    assert cut("abc", [3], (2, 9), (5, 6), (1, 1)) == [[("abc", 0)]]


@given(
    st.text(max_size=60),
    st.lists(st.integers(0, 70), max_size=5),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=8),
)
def test_pieces_put_together_are_the_text(text: str, ends: list[int], places: list[tuple[int, int]]) -> None:
    pages = cut(text, sorted(ends), *places)

    assert "".join(piece for page in pages for piece, _ in page) == text
