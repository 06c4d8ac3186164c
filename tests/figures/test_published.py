"""What documents published, as the answer of a reported measure."""

import datetime as dt

import pytest

from hansa.figures.answers import Answer
from hansa.figures.measures import answer
from hansa.register.models import Party
from tests.factories import make_figure, make_party

pytestmark = pytest.mark.django_db
YEAR = {"first": dt.date(2022, 1, 1), "last": dt.date(2022, 12, 31)}


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def publish(home: Party, *told: tuple[float, str], words: str = "消費爭議第一次申訴", unit: str = "件") -> None:
    for value, period in told:
        make_figure(words, value, period, unit=unit, home=home)


def ask(home: Party, key: str = "consumer_complaints_first") -> Answer:
    return answer(key, home, **YEAR)


def gaps(found: Answer) -> list[tuple[str, str]]:
    return [(gap.first.isoformat(), gap.last.isoformat()) for gap in found.missing]


def test_the_figure_of_the_period_is_the_answer(home: Party) -> None:
    publish(home, (5881, "2022"), (10, "2022-01"), (9, "2021"))

    found = ask(home)

    assert (found.value, found.is_known, len(found.rows), gaps(found)) == (5881, True, 1, [])
    assert [one.value for one in found.published] == [5881, 10]


def test_months_are_added_up_and_those_missing_named(home: Party) -> None:
    publish(home, *((10, f"2022-{month:02}") for month in range(1, 13) if month not in (5, 6, 12)))

    found = ask(home)

    assert (found.value, gaps(found)) == (90, [("2022-05-01", "2022-06-30"), ("2022-12-01", "2022-12-31")])


def test_no_day_is_counted_twice(home: Party) -> None:
    publish(home, (30, "2022-01/2022-03"), (10, "2022-02"), (40, "2022-04/2022-12"))

    assert (ask(home).value, len(ask(home).rows)) == (70, 2)


def test_a_rate_is_never_added_up(home: Party) -> None:
    publish(home, (90.7, "2022-01"), (80, "2022-02"), words="綠色採購達成率", unit="%")
    part = ask(home, "green_procurement_rate")
    publish(home, (85.5, "2022"), words="綠色採購達成率", unit="%")

    assert (part.is_known, len(part.published)) == (False, 2)
    assert float(ask(home, "green_procurement_rate").value) == 85.5


def test_of_a_state_the_latest_figure_counts(home: Party) -> None:
    publish(home, (44, "2022-03"), (46, "2022-09"), words="經管市有宿舍", unit="間")

    assert ask(home, "housing_units").value == 46


def test_an_occasion_leaves_nothing_open(home: Party) -> None:
    publish(home, (2, "2022-09-01/2022-09-07"), words="資通安全研習課程", unit="場次")

    assert (ask(home, "security_courses").value, gaps(ask(home, "security_courses"))) == (2, [])


def test_figures_of_several_sites_are_added_up(home: Party) -> None:
    for place in ("甲", "乙"):
        publish(home, (2, "2022"), words=f"{place}大樓自衛消防編組訓練", unit="次")

    assert (ask(home, "fire_drills").value, len(ask(home, "fire_drills").rows)) == (4, 2)


def test_what_was_not_published_is_not_known(home: Party) -> None:
    assert (ask(home).is_known, ask(home).value) == (False, 0)
