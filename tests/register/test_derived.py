"""Derived columns: the days that dates cover, the keys of names, and when a trip's report is due."""

import datetime as dt

import pytest
from pytest_django import Settings

from hansa.register.derived import DERIVED, derive, report_due
from hansa.register.models import Agreement, Exchange, Membership, PartyName, Person


def test_days_follow_from_dates_as_precise_as_they_are() -> None:
    agreement = derive(Agreement(signed="1999-06", until="2004"))

    days = agreement.signed_first, agreement.signed_last, agreement.until_last
    assert days == (dt.date(1999, 6, 1), dt.date(1999, 6, 30), dt.date(2004, 12, 31))


def test_emptied_date_empties_its_days() -> None:
    membership = derive(Membership(since="", until="", since_first=dt.date(1999, 1, 1)))

    assert (membership.since_first, membership.until_last) == (None, None)


def test_open_interval_has_no_last_day() -> None:
    exchange = derive(Exchange(date="2022-05/.."))

    assert (exchange.first, exchange.last) == (dt.date(2022, 5, 1), None)


def test_names_are_found_by_their_folded_form() -> None:
    assert derive(PartyName(name="臺北市")).folded == derive(PartyName(name="台北市")).folded
    assert derive(Person(name_zh="", name_en="Ann Lee")).folded == derive(Person(name_en="ANN LEE")).folded


@pytest.mark.parametrize("model", DERIVED, ids=lambda model: model.__name__)
def test_table_names_columns_that_are_there(model: type) -> None:
    columns = {field.name for field in model._meta.concrete_fields}  # type: ignore[attr-defined]

    assert {name for one in DERIVED[model] for name in (one.column, *one.sources)} <= columns


@pytest.mark.parametrize(
    ("last", "due"),
    [("2025-05-20", dt.date(2025, 8, 20)), ("2025-11-30", dt.date(2026, 2, 28)), ("2025-12-31", dt.date(2026, 3, 31))],
)
def test_report_of_a_trip_is_due_three_months_after_its_last_day(last: str, due: dt.date) -> None:
    assert report_due(derive(Exchange(kind="outbound_visit", date=f"2025-05-01/{last}"))) == due


def test_report_is_due_after_as_many_months_as_are_set(settings: Settings) -> None:
    settings.HANSA_TRIP_REPORT_MONTHS = 1

    assert report_due(derive(Exchange(kind="outbound_visit", date="2025-05-20"))) == dt.date(2025, 6, 20)


def test_only_trips_with_a_last_day_owe_a_report() -> None:
    assert report_due(derive(Exchange(kind="inbound_visit", date="2025-05-20"))) is None
    assert report_due(derive(Exchange(kind="outbound_visit", date=""))) is None
