"""A measure's number by country, kind, field, goal, unit and month."""

import datetime as dt

import pytest

from hansa.figures.answers import Asked
from hansa.figures.breakdowns import breakdown, ways_of
from hansa.figures.measures import measure_named
from hansa.register.errors import RegisterError
from hansa.register.models import ExchangeField, Party
from tests.factories import make_agreement, make_exchange, make_party, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def parts(key: str, home: Party, by: str) -> list[tuple[str, str, int]]:
    measure, asked = measure_named(key), Asked(home, dt.date(2022, 1, 1), dt.date(2022, 12, 31))
    assert measure.rule
    return [(part.key, part.label.zh, part.value) for part in breakdown(measure, measure.rule, asked, by)]


def test_visits_are_told_by_country_each_once(home: Party) -> None:
    tokyo, osaka, seoul = (
        make_party(name, country=code) for name, code in (("東京都", "JP"), ("大阪市", "JP"), ("首爾市", "KR"))
    )
    make_exchange(tokyo, osaka, seoul, home=home, date="2022-03-01", headcount=10)
    make_exchange(tokyo, home=home, date="2022-04-01", headcount=5)
    make_exchange(make_party("某處"), home=home, date="2022-05-01", headcount=2)
    make_exchange(home=home, date="2022-06-01", headcount=1)

    assert parts("inbound_sessions", home, "country") == [("JP", "日本", 2), ("KR", "韓國", 1), ("", "未載明", 2)]
    assert [value for _, _, value in parts("inbound_persons", home, "country")] == [15, 10, 3]


def test_exchanges_are_told_by_field_and_goal(home: Party) -> None:
    port = make_exchange(home=home, date="2022-03-01")
    ExchangeField.objects.create(exchange=port, field="port")
    make_exchange(home=home, date="2022-03-02", kind="donation")

    assert parts("exchanges_total", home, "field") == [("port", "港口航運", 1), ("", "未載明", 1)]
    assert [key for key, _, _ in parts("exchanges_total", home, "sdg")] == ["14", "8", "9", ""]
    assert parts("exchanges_total", home, "kind") == [("donation", "捐贈", 1), ("inbound_visit", "國際訪賓", 1)]


def test_exchanges_are_told_by_unit_and_month(home: Party) -> None:
    unit = make_unit(name_zh="港務局")
    make_exchange(home=home, date="2022-03-01/2022-04-02", unit=unit)
    make_exchange(home=home, date="2022")

    assert parts("exchanges_total", home, "unit") == [(str(unit.pk), "港務局", 1), ("", "未載明", 1)]
    assert parts("exchanges_total", home, "month") == [("2022-03", "2022-03", 1), ("", "未載明", 1)]


def test_partners_are_told_by_country_and_kind(home: Party) -> None:
    busan = make_party("釜山市", country="KR")
    make_agreement(home, busan, signed="1966")
    make_agreement(home, busan, kind="friendship_city", signed="1990")
    make_agreement(home, make_party("熊本市", country="JP"), kind="friendship_city", signed="2017")

    assert parts("partners_total", home, "kind") == [("friendship_city", "友好城市", 2), ("sister_city", "姊妹市", 1)]
    assert parts("partners_total", home, "country") == [("JP", "日本", 1), ("KR", "韓國", 1)]


def test_a_part_has_its_rows(home: Party) -> None:
    visit = make_exchange(make_party("東京都", country="JP"), home=home, date="2022-03-01", headcount=5)
    measure, asked = measure_named("inbound_persons"), Asked(home, dt.date(2022, 1, 1), dt.date(2022, 12, 31))
    assert measure.rule

    [part] = breakdown(measure, measure.rule, asked, "country")

    assert [(row.ref, row.amount) for row in part.rows] == [(visit.ref, 5)]


def test_what_cannot_be_parted_is_refused(home: Party) -> None:
    assert ways_of(measure_named("memberships_current")) == ()
    with pytest.raises(RegisterError, match="partners_total is not told by month; it is by country, kind"):
        parts("partners_total", home, "month")
