"""Partners as of a day: who counts, and who does not."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.figures.measures import answer
from hansa.register.models import Party, Step
from tests.factories import make_agreement, make_figure, make_office, make_party

pytestmark = pytest.mark.django_db
YEAR_END = dt.date(2022, 12, 31)


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def test_partners_are_counted_once_however_many_agreements(home: Party) -> None:
    busan = make_party("釜山市", country="KR")
    make_agreement(home, busan, kind="sister_city", signed="1966-06-30")
    make_agreement(home, busan, kind="friendship_city", signed="1990")

    found = answer("partners_total", home, on=YEAR_END)

    assert (found.value, [row.ref for row in found.rows]) == (1, [busan.ref])


@pytest.mark.parametrize(
    ("signed", "counted"), [("2022-12-31", 1), ("2023-01-01", 0), ("2022", 1), ("", 1), ("2023", 0)]
)
def test_partners_count_from_the_day_of_signing(home: Party, signed: str, counted: int) -> None:
    make_agreement(home, make_party("熊本市", country="JP"), kind="friendship_city", signed=signed)

    assert answer("partners_friendship_city", home, on=YEAR_END).value == counted


def test_partners_leave_out_ended_domestic_and_other_bodies(home: Party) -> None:
    ended = make_agreement(home, make_party("舊金山市", country="US"), signed="1990")
    Step.objects.create(agreement=ended, kind="ended", date="2020", first=dt.date(2020, 1, 1))
    make_agreement(home, make_party("花蓮縣", country="TW"), signed="2001")
    make_agreement(home, make_party("某大學", country="JP", kind="university"), signed="2001")
    make_agreement(home, make_party("釜山市", country="KR"), kind="mou", signed="2001")

    assert answer("partners_total", home, on=YEAR_END).value == 0


def test_partner_countries_are_distinct(home: Party) -> None:
    for name, country in (("熊本市", "JP"), ("熊本縣", "JP"), ("釜山市", "KR"), ("某地", "")):
        make_agreement(home, make_party(name, country=country), signed="2001")

    found = answer("partner_countries", home, on=YEAR_END)

    assert found.value == 2
    assert sorted((row.note, row.amount) for row in found.rows) == [("", None), ("JP", 1), ("JP", 1), ("KR", 1)]


def test_agreements_in_force_are_counted_by_kind(home: Party) -> None:
    kept = make_agreement(home, make_party("波茲南市", country="PL"), kind="mou", signed="2022-03")
    make_agreement(make_party("甲市"), make_party("乙市"), kind="mou", signed="2022-03")

    found = answer("agreements_mou", home, on=YEAR_END)

    assert (found.value, [row.ref for row in found.rows]) == (1, [kept.ref])


@pytest.mark.parametrize("key", ["partners_total", "partner_countries", "agreements_mou"])
def test_queries_do_not_grow_with_the_records(home: Party, key: str) -> None:
    from_one = _queries(home, key, 1)

    assert _queries(home, key, 3) == from_one <= 8


def _queries(home: Party, key: str, records: int) -> int:
    for number in range(records):
        for kind in ("sister_city", "mou"):
            make_agreement(home, make_party(f"{records}{number}{kind}", country="JP"), kind=kind, signed="2001")
    with CaptureQueriesContext(connection) as queries:
        answer(key, home, on=YEAR_END)
    return len(queries)


def test_what_was_published_in_the_year_stands_beside_the_state_at_its_end(home: Party) -> None:
    make_agreement(
        home, make_party("布拉提斯拉瓦省", country="SK", kind="region"), kind="partnership", signed="2022-06-09"
    )
    published = make_figure("姊妹市及友好夥伴城市", 36, "2022-06-09", unit="個", home=home)
    make_figure("坐落於亞太地區之姊妹市及友好夥伴城市", 12, "2022", unit="個", home=home)
    make_figure("姊妹市及友好夥伴城市", 35, "2021", unit="個", home=home)

    found = answer("partners_total", home, on=YEAR_END)

    assert [(one.ref, one.value) for one in found.published] == [(published.ref, 36)]
    assert (found.value, found.differs) == (1, True)


@pytest.mark.parametrize(
    ("signed", "year", "years"),
    [
        ("1982", 2022, ["40"]),
        ("1982-03", 2022, ["40"]),
        ("1982", 2023, []),
        ("", 2022, []),
        ("2022-03-01", 2022, []),
        ("1980/1984", 2022, []),
        ("2004-02-29", 2024, ["20"]),
    ],
)
def test_anniversaries_are_multiples_of_five_years(home: Party, signed: str, year: int, years: list[str]) -> None:
    make_agreement(home, make_party("聖安東尼市", country="US"), signed=signed)

    found = answer("partner_anniversaries", home, first=dt.date(year, 1, 1), last=dt.date(year, 12, 31))

    assert (found.value, [row.note for row in found.rows]) == (len(years), years)


def test_memoranda_are_told_apart_by_their_parties(home: Party) -> None:
    abroad = [make_party(name, country="US") for name in ("亞利桑那州", "皮馬郡", "土桑市")]
    for number in (1, 2, 2, 3):
        make_agreement(home, *abroad[:number], kind="mou", signed="2025")

    found = [answer(f"memoranda_{many}lateral", home, on=dt.date(2025, 12, 31)) for many in ("bi", "tri", "multi")]

    assert [one.value for one in found] == [1, 2, 1]


def test_sister_schools_of_the_citys_schools_count(home: Party) -> None:
    schools = [make_party(name, kind="school") for name in ("仁武高中", "卡托維茲第三中學")]
    make_agreement(*schools, kind="sister_school", signed="2026", office=make_office(home))
    make_agreement(*schools, kind="sister_school", signed="2026", office=make_office(make_party("臺北市")))

    assert answer("agreements_sister_school", home, on=dt.date(2026, 12, 31)).value == 1
    assert answer("agreements_signed", home, first=dt.date(2026, 1, 1), last=dt.date(2026, 12, 31)).value == 0
