"""Which exchanges a rule counts: the database and the records say the same."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hansa.figures.answers import Asked
from hansa.figures.exchanges import countries_met, counts_exchange, exchanges_counted, why_not
from hansa.figures.rules import EXCHANGES, INBOUND, CountingRule
from hansa.register.models import Exchange, Party
from tests.factories import make_exchange, make_party

DATES = ("2022-03-30/2022-04-02", "2022-04-01", "2022-04", "2022", "2021-12-31/2022-01-03", "2022-02/2022-04", "")
PERIODS = (
    (dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
    (dt.date(2022, 3, 1), dt.date(2022, 3, 31)),
    (dt.date(2022, 4, 1), dt.date(2022, 4, 30)),
    (dt.date(2022, 2, 1), dt.date(2022, 4, 30)),
)
COUNTERPARTS = (
    ("東京都", "JP", "region"),
    ("臺中市", "TW", "city"),
    ("美國在台協會", "", "office"),
    ("首爾市", "KR", "city"),
)
RULES = (
    EXCHANGES,
    INBOUND,
    replace(EXCHANGES, abroad=False),
    replace(EXCHANGES, levels=("city",)),
    replace(EXCHANGES, kinds=("donation", "inbound_visit"), levels=("office",)),
)


EXCHANGE = st.tuples(
    st.sampled_from(DATES),
    st.sampled_from(("inbound_visit", "donation")),
    st.lists(st.sampled_from(range(4)), unique=True),
)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EXCHANGE, max_size=6), st.sampled_from(RULES), st.sampled_from(PERIODS))
def test_the_database_counts_what_the_records_tell(
    told: list[tuple[str, str, list[int]]], rule: CountingRule, period: tuple[dt.date, dt.date]
) -> None:
    home = make_party("高雄市", country="TW")
    parties = [make_party(name, country=code, kind=kind) for name, code, kind in COUNTERPARTS]
    for date, kind, places in told:
        make_exchange(*(parties[place] for place in places), home=home, date=date, kind=kind)
    asked = Asked(home, *period)

    by_database = set(exchanges_counted(rule, asked).values_list("pk", flat=True))

    assert by_database == {one.pk for one in Exchange.objects.all() if counts_exchange(rule, asked, one)}


@pytest.mark.django_db
def test_why_an_exchange_does_not_count_is_told() -> None:
    home, tokyo, taichung = (
        make_party(name, country=code) for name, code in (("高雄市", "TW"), ("東京都", "JP"), ("臺中市", "TW"))
    )
    asked = Asked(home, dt.date(2022, 1, 1), dt.date(2022, 12, 31))
    offices = replace(INBOUND, levels=("office",))

    def why(*parties: Party, rule: CountingRule = INBOUND, home: Party = home, **fields: str) -> str:
        return why_not(rule, asked, make_exchange(*parties, home=home, **({"date": "2022-03-01"} | fields)))

    assert why(tokyo) == ""
    assert why(tokyo, date="2021") == "period"
    assert why(tokyo, kind="donation") == "kind"
    assert why(tokyo, rule=offices) == "level"
    assert why(taichung) == "abroad"
    assert why(tokyo, home=tokyo) == "home"


@pytest.mark.django_db
def test_countries_are_the_same_for_few_and_for_many(monkeypatch: pytest.MonkeyPatch) -> None:
    home = make_party("高雄市", country="TW")
    for name, code in (("東京都", "JP"), ("首爾市", "KR"), ("大阪市", "JP"), ("臺中市", "TW"), ("某處", "")):
        make_exchange(make_party(name, country=code), home=home, date="2022-03-01")
    asked = Asked(home, dt.date(2022, 1, 1), dt.date(2022, 12, 31))

    few = countries_met(INBOUND, asked)
    monkeypatch.setattr("hansa.figures.exchanges._MANY", 1)

    assert few == countries_met(INBOUND, asked) == ["JP", "KR"]
