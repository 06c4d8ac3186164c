"""What holds for every measure."""

import datetime as dt
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.figures.computed import COMPUTED
from hansa.figures.measures import UnknownMeasure, all_measures, answer, answers, measure_named
from hansa.figures.page import measures_page
from tests.factories import make_agreement, make_exchange, make_figure, make_membership, make_organization, make_party

PAGE = Path(__file__).parents[2] / "docs/measures.md"
YEAR = (dt.date(2022, 1, 1), dt.date(2022, 12, 31))
KEYS = [measure.key for measure in all_measures()]


def test_the_page_of_measures_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == measures_page()


@pytest.mark.django_db
def test_answers_are_those_of_the_single_measures_in_few_queries() -> None:
    home = make_party("高雄市", country="TW")
    make_agreement(home, make_party("釜山市", country="KR"), signed="1966")
    make_exchange(make_party("大阪市", country="JP"), home=home, date="2022-03-01", headcount=5)
    make_membership(home, make_organization(), since="2006")
    make_figure("國際訪賓", 33, "2022", unit="案", home=home)

    with CaptureQueriesContext(connection) as queries:
        together = answers(home, *YEAR)

    assert together == [answer(measure.key, home, first=YEAR[0], last=YEAR[1]) for measure in COMPUTED]
    assert len(queries) <= 40


def test_keys_are_used_once() -> None:
    assert len(KEYS) == len(set(KEYS))


def test_counts_of_distinct_things_are_never_summed() -> None:
    summed = [measure.key for measure in COMPUTED if measure.unit.zh in ("國", "個") and measure.summed_over]
    countries = [measure.key for measure in all_measures() if measure.unit.zh == "國" and measure.summed_over]
    assert (summed, countries) == ([], [])


@pytest.mark.django_db
@pytest.mark.parametrize("key", KEYS)
def test_an_empty_register_gives_nought_without_rows(key: str) -> None:
    found = answer(key, make_party(), first=dt.date(2022, 1, 1), last=dt.date(2022, 12, 31))

    assert (found.value, tuple(found.rows), found.published, found.differs) == (0, (), (), False)
    assert found.is_known is not measure_named(key).is_reported


@pytest.mark.django_db
def test_questions_without_their_days_are_refused() -> None:
    home, day = make_party(), dt.date(2022, 1, 1)

    with pytest.raises(UnknownMeasure, match="no measure is called 'guests'"):
        answer("guests", home, on=day)
    with pytest.raises(ValueError, match="give first and last, not a day"):
        answer("inbound_sessions", home, on=day)
    with pytest.raises(ValueError, match="needs a period"):
        answer("partners_total", home)
    with pytest.raises(ValueError, match="needs a period"):
        answer("partners_total", home, first=day, last=dt.date(2021, 1, 1))
