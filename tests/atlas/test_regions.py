import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.atlas.build.regions import middle

POINT = st.tuples(st.floats(-80, 80), st.floats(-170, 170)).map(lambda p: (round(p[0], 3), round(p[1], 3)))


@pytest.mark.parametrize(
    ("points", "centre"),
    [
        ([(10.0, 20.0)], (10, 20)),
        ([(10.0, 20.0), (12.0, 24.0)], (11, 22)),
        ([(0.0, 0.0), (0.0, 6.0), (6.0, 0.0), (6.0, 6.0), (1.0, 1.0)], (3, 3)),
        ([(-17.0, 178.0), (-17.0, -178.0), (-19.0, 178.0), (-19.0, -178.0)], (-18, -180)),
    ],
)
def test_middle_of_points(points: list[tuple[float, float]], centre: tuple[float, float]) -> None:
    assert middle(points) == pytest.approx(centre)


@given(st.lists(POINT, min_size=1, max_size=30))
def test_middle_lies_among_the_points(points: list[tuple[float, float]]) -> None:
    latitude, _ = middle(points)
    assert min(p[0] for p in points) - 0.01 <= latitude <= max(p[0] for p in points) + 0.01
