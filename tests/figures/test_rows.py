"""Rows are fetched only as far as somebody looks at them."""

import pytest

from hansa.figures.rows import NO_ROWS, Row, Rows, rows_of

ROWS = [Row(f"party-{number}", str(number)) for number in range(5)]


def test_a_page_is_fetched_alone() -> None:
    asked: list[tuple[int, int]] = []

    def fetch(start: int, stop: int) -> list[Row]:
        asked.append((start, stop))
        return ROWS[start:stop]

    rows = Rows(5, fetch)

    assert rows[1:3] == tuple(ROWS[1:3])
    assert (rows[0], rows[-1], len(rows)) == (ROWS[0], ROWS[4], 5)
    assert asked == [(1, 3), (0, 1), (4, 5)]


def test_rows_are_like_the_list_of_them() -> None:
    rows = rows_of(ROWS)

    assert list(rows) == ROWS
    assert rows == ROWS and rows == rows_of(ROWS) and rows != NO_ROWS
    assert (rows[::2], rows[::-1], rows[9:]) == (tuple(ROWS[::2]), tuple(ROWS[::-1]), ())
    with pytest.raises(IndexError):
        rows[5]
