import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.facts import Span, is_edtf, span

DATES = st.dates(min_value=dt.date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2022-06-09", dt.date(2022, 6, 9), dt.date(2022, 6, 9)),
        ("2022-07-24/2022-07-28", dt.date(2022, 7, 24), dt.date(2022, 7, 28)),
        ("2025-01/2025-12", dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        ("2022-05/..", dt.date(2022, 5, 1), None),
        ("../2022-05", None, dt.date(2022, 5, 31)),
    ],
)
def test_span_covers_the_days_meant(text: str, first: dt.date | None, last: dt.date | None) -> None:
    assert span(text) == Span(first, last)


@pytest.mark.parametrize(
    "text", ["", "22", "2022-13", "2022-02-30", "2022/2021", "../..", "2022-6-9", "民國111年", "２０２２"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_edtf(text)


def test_the_refusal_says_what_to_write() -> None:
    with pytest.raises(ValueError, match="write 2022, 2022-06 or 2022-06-09"):
        span("June 2022")


@given(DATES, DATES)
def test_an_interval_meets_both_its_ends(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    whole = span(f"{first}/{last}")
    assert whole.meets(span(str(first)))
    assert whole.meets(span(str(last)))


@given(DATES, DATES)
def test_meeting_is_mutual(one: dt.date, other: dt.date) -> None:
    a, b = span(str(one)), span(f"{other:%Y-%m}")
    assert a.meets(b) == b.meets(a)
