"""The world's twin cities: parties and agreements, once."""

from pathlib import Path

import pytest

from hansa.register.domain.users import system_user
from hansa.register.domain.verification import problems
from hansa.register.models import Agreement, HistoryEntry, Party, SearchEntry
from hansa.register.transfer.problems import NotBroughtIn
from hansa.register.transfer.wikidata import import_twin_cities
from tests.factories import make_agreement, make_party

pytestmark = pytest.mark.django_db
CITIES = """wikidata,name,country,latitude,longitude,population
Q16520,Busan,South Korea,35.18,129.075,3429000
Q181557,Kaohsiung,Taiwan,22.615,120.297,2770000
Q65,Los Angeles,United States of America,34.05223,-118.24368,3976322
Q999,Busan,South Korea,10,10,1
"""
RELATIONS = "wikidata_a,wikidata_b\nQ16520,Q181557\nQ181557,Q16520\nQ16520,Q65\n"
COUNTS = ("parties added", "parties joined", "parties there already", "agreements added", "agreements there already")


def imported(folder: Path, cities: str = CITIES, relations: str = RELATIONS) -> tuple[int, ...]:
    (folder / "twin_cities.csv").write_text(cities, encoding="utf-8")
    (folder / "twin_relations.csv").write_text(relations, encoding="utf-8")
    counts = import_twin_cities(by=system_user(), folder=folder, progress=lambda _word: None)
    assert tuple(counts) == COUNTS
    return tuple(counts.values())


def test_cities_become_parties_at_their_place(tmp_path: Path) -> None:
    imported(tmp_path)

    busan = Party.objects.get(wikidata="Q16520")
    assert (busan.name_zh, busan.name_en, busan.country, busan.atlas_key) == ("釜山", "Busan", "KR", "g1838524")
    assert [str(name) for name in busan.names.all()] == ["釜山", "Busan"]


def test_a_city_elsewhere_is_not_the_place_of_that_name(tmp_path: Path) -> None:
    imported(tmp_path)

    elsewhere = Party.objects.get(wikidata="Q999")
    assert (elsewhere.atlas_key, elsewhere.name_zh, elsewhere.latitude) == ("", "", 10.0)


def test_relations_become_sister_city_agreements_once(tmp_path: Path) -> None:
    assert imported(tmp_path) == (4, 0, 0, 2, 0)

    made = Agreement.objects.get(parties__wikidata="Q181557")
    assert (made.kind, [side.party.wikidata for side in made.sides.all()]) == ("sister_city", ["Q16520", "Q181557"])


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path)
    entries = HistoryEntry.objects.count()

    assert imported(tmp_path) == (0, 0, 4, 0, 2)
    assert HistoryEntry.objects.count() == entries == 6


def test_a_party_of_the_place_is_joined_and_keeps_what_it_holds(tmp_path: Path) -> None:
    busan = make_party("釜山廣域市", atlas_key="g1838524", name_en="Pusan", fixed=["country"])

    assert imported(tmp_path)[:3] == (3, 1, 0)

    busan.refresh_from_db()
    assert (busan.wikidata, busan.name_zh, busan.name_en, busan.country) == ("Q16520", "釜山廣域市", "Pusan", "")
    assert [str(name) for name in busan.names.all()] == ["Busan"]


def test_an_agreement_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    make_agreement(make_party(wikidata="Q181557"), make_party("釜山", wikidata="Q16520"), signed="1966")

    assert imported(tmp_path)[3:] == (1, 1)


def test_what_comes_in_is_found_and_proved(tmp_path: Path) -> None:
    imported(tmp_path)

    assert SearchEntry.objects.filter(kind="agreement").count() == 2
    assert list(problems()) == []


def test_everything_that_is_wrong_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    cities = f"{CITIES}Q1,,Norway,north,200,0\nQ65,Twice,Norway,60,10,0\n,Nowhere,Norway,60,10,0\n"

    with pytest.raises(NotBroughtIn) as refused:
        imported(tmp_path, cities, f"{RELATIONS}Q65,Q7\nQ65,Q65\n")

    assert sorted({problem.place for problem in refused.value.problems}) == [
        "twin_cities.csv, row 6, column latitude",
        "twin_cities.csv, row 6, column longitude",
        "twin_cities.csv, row 6, column name_zh",
        "twin_cities.csv, row 7, column wikidata",
        "twin_cities.csv, row 8, column wikidata",
        "twin_relations.csv, row 5, column wikidata_b",
        "twin_relations.csv, row 6",
    ]
    assert not Party.objects.exists()


@pytest.mark.parametrize("cities", ["", "name,country\n", "\ufeff\x00"])
def test_a_file_without_the_columns_is_refused(cities: str, tmp_path: Path) -> None:
    with pytest.raises(NotBroughtIn) as refused:
        imported(tmp_path, cities, "wikidata_a,wikidata_b\n")

    assert "has no column" in str(refused.value.problems[0])


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotBroughtIn) as refused:
        import_twin_cities(by=system_user(), folder=tmp_path, progress=lambda _word: None)

    assert [problem.place for problem in refused.value.problems] == ["twin_cities.csv", "twin_relations.csv"]
