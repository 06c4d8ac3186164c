"""What is planted: errors where something is stated, the same at each run, told with their places."""

import random

import pytest
from scripts.planted_errors import KINDS, Place, level, places_anywhere, places_of_facts, plant, totals

from hansa.facts import Exchange, Figure, PersonNamed
from hansa.reading.document import Document
from hansa.reading.reader import read_facts

TEXT = (
    "111年6月9日，港都市長王大明率團訪問，全年接待33案、220人次。\n宿舍44間，包括首長宿舍3間、單房間30間及眷舍11間。\n"
)


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - chance that repeats itself is what is wanted


def _words(text: str, places: list[Place]) -> list[tuple[str, str]]:
    return [(place.kind, text[place.start : place.end]) for place in places]


def test_places_anywhere_are_numbers_dates_and_posts() -> None:
    assert _words(TEXT, places_anywhere(TEXT)) == [
        ("year", "111"),
        ("date", "6"),
        ("date", "9"),
        ("post", "市長"),
        ("number", "33"),
        ("number", "220"),
        ("number", "44"),
        ("total", "44"),
        ("number", "3"),
        ("number", "30"),
        ("number", "11"),
    ]


def test_places_of_facts_are_what_facts_state() -> None:
    quote = TEXT.split("\n")[0]
    facts = [
        Figure(measure="接待", value=220, unit="人次", quote=quote, start=0, end=len(quote)),
        Exchange(kind="inbound_visit", people=[PersonNamed(name="王大明")], quote=quote, start=0, end=len(quote)),
    ]
    assert _words(TEXT, places_of_facts(TEXT, facts)) == [
        ("year", "111"),
        ("date", "6"),
        ("date", "9"),
        ("post", "市長"),
        ("name", "王大明"),
        ("number", "220"),
        ("total", "44"),
    ]


def test_totals_are_sums_of_their_neighbours() -> None:
    text = "節省2萬元及3萬元，共5萬元，另有7萬元。"
    assert _words(text, list(totals(text))) == [("total", "5萬")]


@pytest.mark.parametrize("seed", range(20))
def test_planting_changes_each_place_and_nothing_else(seed: int) -> None:
    text = TEXT + "On 8 September 2025 the Deputy Mayor of Testville received 1,420 guests, the second such visit.\n"
    taken: list[Place] = []
    for place in places_anywhere(text):
        if not taken or taken[-1].end <= place.start:
            taken.append(place)
    copy, planted = plant(text, taken, _chance(seed))
    assert [copy[one.start : one.end] for one in planted] == [one.now for one in planted]
    assert all(one.was != one.now for one in planted)
    for one in reversed(planted):
        copy = copy[: one.start] + one.was + copy[one.end :]
    assert copy == text


def test_planting_is_the_same_with_the_same_seed() -> None:
    places = places_anywhere(TEXT)[:6]
    assert plant(TEXT, places, _chance(3)) == plant(TEXT, places, _chance(3))


def test_names_of_a_fact_read_are_places() -> None:
    text = "2025年9月，高雄市與格丁尼亞市簽署姊妹市協定。\n"
    places = places_of_facts(text, read_facts(Document(text), "高雄市"))
    assert ("name", "格丁尼亞市") in _words(text, places)
    assert {place.kind for place in places} <= set(KINDS)


def test_level_keeps_every_character_in_its_place() -> None:
    assert level("一\r\n二") == "一  二"
