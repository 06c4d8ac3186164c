"""What changed against the year before, and why."""

import pytest

from hansa.register.models import Party
from hansa.reports.outline.changes import answers_of, change_items
from hansa.reports.outline.items import ChangeItem
from tests.factories import make_agreement, make_exchange, make_figure, make_party, make_rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", name_en="Kaohsiung", country="TW")


def changes(home: Party) -> dict[str, ChangeItem]:
    return {item.key: item for item in change_items(2022, answers_of(home, 2021), answers_of(home, 2022))}


def test_partners_added_and_ended_are_named(home: Party) -> None:
    old, kept, new = (make_party(name, country="JP") for name in ("舊友市", "老友市", "新友市"))
    make_agreement(home, old, signed="2010", until="2022-03", until_last="2022-03-31")
    make_agreement(home, kept, signed="2011")
    make_agreement(home, new, signed="2022-06-09")
    make_agreement(home, make_party("再友市", country="JP"), signed="2022-07-01")

    item = changes(home)["partners_sister_city"]

    assert (item.before, item.now) == (2, 3)
    assert (set(item.added), set(item.ended)) == ({"新友市", "再友市"}, {"舊友市"})


def test_few_happenings_of_both_years_are_named(home: Party) -> None:
    partner = make_party("熊本市", country="JP")
    for date, title in (("2021-05-01", "舊展"), ("2022-05-01", "新展"), ("2022-06-01", "又一展")):
        make_exchange(partner, kind="exhibition", date=date, title=title, home=home)

    assert changes(home)["exchanges_exhibition"].reasons == (("rows", "舊展", "新展、又一展"),)


def test_figures_reported_for_unlike_periods_and_in_unlike_words_say_so(home: Party) -> None:
    make_figure("市政會議", 50, "2021", unit="次", home=home, measure_key="municipal_meetings")
    make_figure("市政會議召開", 44, "2022-01/2022-11", unit="次", home=home, measure_key="municipal_meetings")

    item = changes(home)["municipal_meetings"]

    assert (item.before, item.now) == (50, 44)
    assert item.reasons == (("words", "市政會議 次", "市政會議召開 次"), ("period", "2021", "2022-01/2022-11"))


def test_a_number_published_in_one_year_and_counted_in_the_other_says_so(home: Party) -> None:
    make_exchange(make_party("熊本市", country="JP"), date="2021-05-01", home=home)
    make_figure("國際訪賓", 33, "2022", unit="案", home=home, measure_key="inbound_sessions")

    item = changes(home)["inbound_sessions"]

    assert (item.before, item.now, item.reasons) == (1, 33, (("counted", "counted", "published"),))


def test_a_number_counted_by_another_rule_says_so(home: Party) -> None:
    make_agreement(home, make_party("友市", country="JP"), signed="2010")
    make_rule("partners", "2022-01-01", kinds=["sister_city"], states=["in_force"])

    ((kind, before, now), *_) = changes(home)["partners_total"].reasons

    assert (kind, now) == ("rule", "partners 2022-01-01")
    assert before.startswith("partners ")


def test_what_one_year_alone_holds_is_not_compared(home: Party) -> None:
    make_exchange(make_party("熊本市", country="JP"), date="2022-05-01", home=home)

    assert "inbound_sessions" not in changes(home)
