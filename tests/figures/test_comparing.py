"""Two numbers of one measure side by side."""

import datetime as dt

import pytest
from django.utils import timezone

from hansa.figures.comparing import Comparison, Side, compare, side, side_of
from hansa.register.domain.editing import add_record, change_record
from hansa.register.errors import RegisterError
from hansa.register.models import AgreementParty, CountingRule, Party, Step, User
from tests.factories import make_agreement, make_exchange, make_figure, make_office, make_party, make_user

pytestmark = pytest.mark.django_db
SEPTEMBER, DECEMBER = dt.date(2025, 9, 30), dt.date(2025, 12, 31)


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


@pytest.fixture
def editor(home: Party) -> User:
    return make_user("editor", office=make_office(home))


def told(comparison: Comparison) -> list[tuple[str, object, str, str]]:
    return [(one.label, one.change, one.reason.code, one.reason.words.zh) for one in comparison.items]


def partners(day: dt.date, **fields: str) -> Side:
    return side("partners_total", on=day, **fields)


def keep_rule(name: str, version: str, **fields: object) -> CountingRule:
    values = {"label_zh": name, "counts": "parties", "kinds": ["sister_city"]} | fields
    return CountingRule.objects.create(name=name, version=dt.date.fromisoformat(version), **values)


def test_what_was_signed_and_what_ended_between_two_days_is_told(home: Party) -> None:
    make_agreement(home, make_party("釜山市", country="KR"), signed="1966")
    make_agreement(home, make_party("卡托維茲市", country="PL"), signed="2025-11-03")
    ended = make_agreement(home, make_party("舊金山市", country="US"), signed="1990")
    Step.objects.create(agreement=ended, kind="ended", date="2025-10-01", first=dt.date(2025, 10, 1))
    make_agreement(home, make_party("格丁尼亞市", country="PL"), kind="friendship_city", signed="2025-12-01")

    found = compare(home, partners(SEPTEMBER), partners(DECEMBER))

    assert (found.one.value, found.other.value, found.difference, found.unexplained) == (2, 3, 1, 0)
    assert told(found) == [
        ("舊金山市", -1, "ended", "2025-10-01 終止"),
        ("卡托維茲市", 1, "signed", "2025-11-03 始簽署"),
        ("格丁尼亞市", 1, "signed", "2025-12-01 始簽署"),
    ]


def test_two_published_figures_say_what_their_records_leave_open(home: Party) -> None:
    make_agreement(home, make_party("卡托維茲市", country="PL"), signed="2025-11-03")
    earlier, later = (
        make_figure("姊妹市及友好夥伴城市", value, period, unit="個", home=home)
        for value, period in ((43, "2025-09"), (45, "2025-12"))
    )

    found = compare(home, side_of(earlier), side_of(later))

    assert (found.difference, found.explained, found.unexplained) == (2, 1, 1)
    assert (found.one.rest, found.other.rest) == (43, 44)
    assert [one.label for one in found.items] == ["卡托維茲市"]


def test_another_rule_counts_other_kinds_levels_and_countries(home: Party) -> None:
    keep_rule("wide", "2020-01-01", kinds=["sister_city", "mou"], abroad=False)
    keep_rule("cities", "2020-01-01", levels=["city"], undated=False)
    make_agreement(home, make_party("波茲南市", country="PL"), kind="mou", signed="2022")
    make_agreement(home, make_party("花蓮縣", country="TW"), signed="2001")
    make_agreement(home, make_party("關島", country="GU", kind="country"), signed="2001")
    make_agreement(home, make_party("大邱市", country="KR"))

    wide = compare(home, partners(DECEMBER), partners(DECEMBER, rule="wide"))
    narrow = compare(home, partners(DECEMBER), partners(DECEMBER, rule="cities@2020-01-01"))

    assert told(wide) == [
        ("波茲南市", 1, "kind", "此規則不計「合作備忘錄」"),
        ("花蓮縣", 1, "abroad", "國內對象，此規則不計"),
    ]
    assert told(narrow) == [
        ("大邱市", -1, "undated", "簽署日期不詳，此規則不計"),
        ("關島", -1, "level", "對象為「國家」，此規則不計"),
    ]


def test_a_figure_is_counted_by_the_rule_that_it_cites(home: Party) -> None:
    rule = keep_rule("partners", "2025-10-01")
    figure = make_figure("姊妹市及友好夥伴城市", 3, "2025-09", unit="個", home=home, rule=rule)

    assert [side_of(one).rule.ref for one in (figure,) if side_of(one).rule] == [rule.ref]  # type: ignore[union-attr]
    assert partners(SEPTEMBER).rule.ref == ""  # type: ignore[union-attr]
    assert partners(DECEMBER).rule.ref == rule.ref  # type: ignore[union-attr]


def test_what_was_entered_later_is_told(home: Party, editor: User) -> None:
    sides = [AgreementParty(party=party) for party in (home, make_party("釜山市", country="KR"))]
    before = timezone.now()
    add_record(by=editor, kind="agreement", values={"kind": "sister_city", "signed": "1966"}, parts={"sides": sides})

    found = compare(home, partners(DECEMBER, known=before), partners(DECEMBER))  # type: ignore[arg-type]

    today = timezone.localdate()
    assert told(found) == [("釜山市", 1, "entered", f"{today} 始登錄")]


def test_exchanges_differ_by_period_kind_and_number_of_people(home: Party, editor: User) -> None:
    tokyo = make_party("東京都", country="JP")
    values = {"kind": "inbound_visit", "title": "東京都訪團", "date": "2025-12-01", "home": home, "headcount": 5}
    visit = add_record(by=editor, kind="exchange", values=values, parts={"parties": [tokyo]})
    early = timezone.now()
    change_record(by=editor, record=visit, values={"headcount": 8})
    make_exchange(tokyo, home=home, date="2025-06-01", headcount=3, title="早訪團")
    months = {"first": dt.date(2025, 12, 1), "last": DECEMBER}
    year = {"first": dt.date(2025, 1, 1), "last": DECEMBER}

    people = compare(home, side("inbound_persons", **months, known=early), side("inbound_persons", **months))
    periods = compare(home, side("inbound_sessions", **months), side("inbound_sessions", **year))
    countries = compare(home, side("inbound_countries", **months), side("inbound_countries", **year))

    assert told(people) == [("東京都訪團", 3, "amount", "計為 5 與 8")]
    assert told(periods) == [("早訪團", 1, "period", "日期 2025-06-01，不在期間內")]
    assert told(countries) == []


def test_reported_figures_have_no_items(home: Party) -> None:
    one, other = (
        make_figure("消費爭議第一次申訴", value, year, unit="件", home=home)
        for value, year in ((5881, "2022"), (6000, "2023"))
    )

    found = compare(home, side_of(one), side_of(other))

    assert (found.items, found.difference, found.unexplained) == ((), 119, 119)


def test_what_cannot_be_compared_is_refused(home: Party) -> None:
    visits = make_figure("國際訪賓", 33, "2022", unit="案", home=home)
    persons = make_figure("國際訪賓", 220, "2022", unit="人次", home=home)

    with pytest.raises(RegisterError, match="count different things"):
        compare(home, side_of(visits), side_of(persons))
    with pytest.raises(RegisterError, match="its words tell no measure"):
        side_of(make_figure("路燈", 5, "2022", unit="盞", home=home))
    with pytest.raises(RegisterError, match="has no period"):
        side_of(make_figure("國際訪賓", 5, "", unit="案", home=home))
    with pytest.raises(RegisterError, match="no counting rule is called 'no-such'"):
        partners(DECEMBER, rule="no-such")
    with pytest.raises(RegisterError, match="the rule inbound counts exchanges"):
        partners(DECEMBER, rule="inbound")
    with pytest.raises(RegisterError, match="has no version 2000-01-01"):
        partners(DECEMBER, rule="partners@2000-01-01")
