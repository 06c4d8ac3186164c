"""The counting rules in use."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hansa.figures.measures import answer
from hansa.figures.rulebook import Rulebook, UnknownRule, keep_version
from hansa.figures.rules import PARTNERS, CountingRule, built_in
from hansa.figures.words import Words
from hansa.register.errors import RegisterError
from hansa.register.models import HistoryEntry, User
from tests.factories import make_agreement, make_office, make_party, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make_user("editor", office=make_office())


def version(day: str, **changed: object) -> CountingRule:
    fields = {
        "name": "partners",
        "counts": "parties",
        "label": Words("締盟城市", "Partners"),
        "kinds": ("sister_city",),
    }
    return CountingRule(version=day, **fields | changed)  # type: ignore[arg-type]


def test_the_rules_that_come_with_hansa_hold_until_somebody_keeps_others() -> None:
    rulebook = Rulebook()

    assert rulebook.names() == [rule.name for rule in built_in()]
    assert rulebook.rule("partners", dt.date(1950, 1, 1)) == PARTNERS


def test_a_version_holds_from_its_day_on(editor: User) -> None:
    for day in ("2020-01-01", "2025-01-01"):
        keep_version(by=editor, rule=version(day, note=day), reason="市府決定")
    rulebook = Rulebook()

    notes = [rulebook.rule("partners", dt.date(year, 6, 1)).note for year in (2019, 2020, 2024, 2026)]

    assert notes == ["", "2020-01-01", "2020-01-01", "2025-01-01"]
    assert rulebook.named("partners@2020-01-01", dt.date(2026, 1, 1)).note == "2020-01-01"
    assert HistoryEntry.objects.filter(record__startswith="rule-", reason="市府決定").count() == 2


def test_measures_count_by_the_version_that_holds_on_the_day(editor: User) -> None:
    home = editor.office.home  # type: ignore[union-attr]
    make_agreement(home, make_party("布拉提斯拉瓦省", country="SK"), kind="partnership", signed="2019")
    keep_version(by=editor, rule=version("2020-01-01"))

    found = [answer("partners_total", home, on=dt.date(year, 12, 31)) for year in (2019, 2020)]

    assert [(one.value, one.rule.version if one.rule else "") for one in found] == [
        (1, PARTNERS.version),
        (0, "2020-01-01"),
    ]


def test_a_rule_counts_states_dates_and_a_fixed_day(editor: User) -> None:
    home = editor.office.home  # type: ignore[union-attr]
    make_agreement(home, make_party("釜山市", country="KR"), signed="1966")
    make_agreement(home, make_party("大邱市", country="KR"))
    make_agreement(
        home, make_party("某市", country="US"), signed="1990", until="2000", until_last=dt.date(2000, 12, 31)
    )

    def count(**changed: object) -> int | float:
        rule = version("2020-01-01", **changed)
        return float(answer("partners_total", home, on=dt.date(2022, 1, 1), rule=rule).value)

    assert (count(), count(undated=False), count(states=("in_force", "expired"))) == (2, 1, 3)
    assert count(as_of=dt.date(1995, 1, 1), undated=False) == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"kinds": ("donation",)}, "kinds"),
        ({"levels": ("planet",)}, "levels"),
        ({"states": ("gone",)}, "states"),
        ({"counts": "exchanges", "kinds": (), "states": ("in_force",)}, "states"),
        ({"name": ""}, "name"),
        ({"counts": "gifts"}, "counts"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(editor: User, changed: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        keep_version(by=editor, rule=version("2020-01-01", **changed))

    assert field in refused.value.error_dict


def test_rules_are_kept_by_editors_once_a_day(editor: User) -> None:
    keep_version(by=editor, rule=version("2020-01-01"))

    with pytest.raises(ValidationError):
        keep_version(by=editor, rule=version("2020-01-01"))
    with pytest.raises(PermissionDenied):
        keep_version(by=make_user("officer"), rule=version("2021-01-01"))


def test_what_is_no_rule_is_told() -> None:
    with pytest.raises(UnknownRule, match="no counting rule is called 'guests'; there are agreements-declaration"):
        Rulebook().rule("guests", dt.date(2020, 1, 1))
    with pytest.raises(RegisterError, match="the rule partners has no version 1900-01-01; it has"):
        Rulebook().named("partners@1900-01-01", dt.date(2020, 1, 1))
