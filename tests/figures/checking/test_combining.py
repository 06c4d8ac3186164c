"""One finding for each place."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.figures.checking.combining import combined
from hansa.figures.checking.finding import Finding


def finding(verdict: Any, start: int = 0, end: int = 3, matter: Any = "number", **fields: Any) -> Finding:
    return Finding(start, end, "34案", "接待34案。", verdict, matter, "34", **fields)


NUMBER = {"checker": "numbers_are_held", "records": ("figure-1",)}
WORDING = {"checker": "repeated_wrongly", "records": ("source-1",)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (finding("differs", matter="sum"), finding("agrees", **NUMBER)),
        (finding("agrees", **NUMBER), finding("differs", **WORDING)),
        (finding("unknown", **NUMBER), finding("differs", **WORDING)),
        (finding("differs", **WORDING), finding("ambiguous", **NUMBER)),
        (finding("differs", **WORDING), finding("unknown", checker="numbers_are_held")),
        (finding("differs", matter="date"), finding("agrees", matter="date")),
        (finding("agrees", **WORDING), finding("unknown")),
        (finding("differs", 1, 3, matter="name"), finding("differs", 0, 9, matter="name")),
    ],
    ids=lambda one: f"{one.verdict} {one.matter} {one.checker}",
)
def test_first_of_two_at_one_place_stands(first: Finding, second: Finding) -> None:
    assert combined([first, second]) == combined([second, first]) == [first]


def test_findings_of_different_places_stand_in_the_order_of_the_draft() -> None:
    assert combined([finding("unknown", 9, 12), finding("differs", 0, 3), finding("agrees", 3, 9)]) == [
        finding("differs", 0, 3),
        finding("agrees", 3, 9),
        finding("unknown", 9, 12),
    ]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9), st.sampled_from(["differs", "agrees", "unknown"]))))
def test_no_two_findings_overlap_and_none_is_lost_where_nothing_does(drawn: list[tuple[int, int, str]]) -> None:
    findings = [finding(verdict, start, start + length) for start, length, verdict in drawn]

    kept = combined(findings)

    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert all(any(one.start < other.end and other.start < one.end for other in kept) for one in findings)
