from hypothesis import given
from hypothesis import strategies as st

from hansa.networks.affiliation import companions

EDGES = [("Kaohsiung", "CITYNET"), ("Taipei", "CITYNET"), ("Taipei", "SCI"), ("Kaohsiung", "SCI"), ("Seoul", "CITYNET")]


def test_companions_are_ranked_by_what_they_share() -> None:
    assert companions("Kaohsiung", EDGES) == [("Taipei", 2), ("Seoul", 1)]


def test_a_member_of_nothing_has_no_companions() -> None:
    assert companions("Busan", EDGES) == []


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3))))
def test_sharing_is_mutual_and_repetition_changes_nothing(edges: list[tuple[int, int]]) -> None:
    for member in {one for one, _ in edges}:
        shared = dict(companions(member, edges + edges))
        assert shared == dict(companions(member, edges))
        assert all(dict(companions(other, edges))[member] == count for other, count in shared.items())
