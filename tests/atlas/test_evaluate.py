from pathlib import Path

import pytest

from hansa.atlas.evaluate import evaluate

ROWS = """name,country,latitude,longitude,population
Kaohsiung,Taiwan,22.63,120.3,2730000
Springfield,United States of America,37.21,-93.29,170188
Gdynia,Poland,0,0,1
Nowhere at all,Poland,54,18,1
"""


def test_answers_are_counted_by_whether_they_are_near(tmp_path: Path) -> None:
    path = tmp_path / "cities.csv"
    path.write_text(ROWS, encoding="utf-8")
    score = evaluate(path)
    assert (score.names, score.answered, score.right, score.suggested) == (4, 2, 1, 2)
    assert str(score) == "4 names, 2 answered, 1 right: 0.250 of all, 0.500 of answers; among five: 0.500"


CITIES = Path(__file__).parents[3] / "shared" / "data" / "twin_cities.csv"


@pytest.mark.skipif(not CITIES.exists(), reason="not run: the shared data are not beside the checkout")
def test_large_cities_of_the_world_are_found_where_they_are() -> None:
    score = evaluate(CITIES)
    assert score.right / score.names >= 0.955
    assert score.right / score.answered >= 0.98
    assert score.suggested / score.names >= 0.97
