import sqlite3
from collections.abc import Iterator

import pytest

from hansa.atlas import Place, fold, gazetteer
from hansa.atlas.build.draft import ALTERNATE, Draft, size
from hansa.atlas.build.geonames import is_name

BIG = Place("g1", "Springfield", "", "US", "city", 1, 44.05, -123.02, 60_000, "OR")
SMALL = Place("g2", "Springfield", "", "US", "city", 2, 30.15, -85.61, 9_000, "FL")


@pytest.fixture
def draft() -> Iterator[Draft]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(gazetteer.SCHEMA)
    yield Draft(connection)
    connection.close()


@pytest.fixture
def springfields(draft: Draft) -> Draft:
    for place in (SMALL, BIG):
        draft.add_names(draft.add_place(place), (place.name_en, "Spring-Field"), size(place.population))
    draft.index()
    return draft


def test_find_city_gives_the_heaviest_namesake(springfields: Draft) -> None:
    found = springfields.find_city("SPRINGFIELD", "US")
    assert found is not None
    assert found[1] == BIG


def test_find_city_keeps_to_the_state_and_country(springfields: Draft) -> None:
    found = springfields.find_city("Springfield", "US", "FL")
    assert found is not None
    assert found[1] == SMALL
    assert springfields.find_city("Springfield", "CA") is None


def test_finish_keeps_the_best_weight_of_a_name(draft: Draft) -> None:
    place_id = draft.add_place(BIG)
    draft.add_names(place_id, ("Springfield",), 40 + ALTERNATE)
    draft.add_names(place_id, ("springfield", "春田", ""), 40)
    draft.finish()
    rows = draft.connection.execute("SELECT folded, weight FROM name ORDER BY folded").fetchall()
    assert rows == [("springfield", 40), (fold("春田"), 40)]


@pytest.mark.parametrize(
    ("name", "answer"), [("Gdynia", True), ("高雄", True), ("ge ding ni ya", False), ("KHH", False)]
)
def test_transliterations_and_airport_codes_are_no_names(name: str, answer: bool) -> None:
    assert is_name(name) is answer
