from pathlib import Path

import pytest

from hansa.atlas.evaluate import main

ROWS = """name,country,latitude,longitude,population
Kaohsiung,Taiwan,22.63,120.3,2730000
Gdynia,Poland,0,0,1
Nowhere at all,Poland,54,18,1
"""


def test_answers_are_counted_by_whether_they_are_near(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cities.csv"
    path.write_text(ROWS, encoding="utf-8")
    main(path, verbose=False)
    assert capsys.readouterr().out == "3 names, 2 answered, 1 right: 0.333 of all, 0.500 of answers\n"


CITIES = Path(__file__).parents[3] / "shared" / "data" / "twin_cities.csv"


@pytest.mark.skipif(not CITIES.exists(), reason="not run: the shared data are not beside the checkout")
def test_large_cities_of_the_world_are_found_where_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    main(CITIES, verbose=False)
    share = capsys.readouterr().out.split(": ")[1].split()
    assert float(share[0]) >= 0.93
    assert float(share[3]) >= 0.975
