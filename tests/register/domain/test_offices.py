"""Offices and units: kept by administrators, each change in the history."""

import pytest
from django.core.exceptions import PermissionDenied

from hansa.register.domain.offices import add_office, add_unit, change_office, rename_unit
from hansa.register.errors import RegisterError
from hansa.register.models import HistoryEntry, Office, Unit
from tests.factories import make_office, make_party, make_unit, make_user

pytestmark = pytest.mark.django_db


def test_administrator_adds_an_office_with_a_unit() -> None:
    by, home = make_user("administrator"), make_party("臺北市")

    office = add_office(by=by, name_zh="臺北市政府", name_en="Taipei City Government", home=home)
    unit = add_unit(by=by, office=office, name_zh="消防局")

    assert [(entry.action, entry.record, entry.after) for entry in HistoryEntry.objects.all()] == [
        (
            "add",
            f"office-{office.pk}",
            {"name_zh": "臺北市政府", "name_en": "Taipei City Government", "home": home.ref},
        ),
        ("add", f"unit-{unit.pk}", {"office": f"office-{office.pk}", "name_zh": "消防局"}),
    ]


def test_change_enters_what_differs_and_nothing_else() -> None:
    by, unit = make_user("administrator"), make_unit()

    rename_unit(by=by, unit=unit, name_zh="環境保護局")
    rename_unit(by=by, unit=unit, name_zh="環境保護局")
    change_office(by=by, office=unit.office, name_en="International Affairs")

    assert [(entry.before, entry.after) for entry in HistoryEntry.objects.all()] == [
        ({"name_zh": "環保局"}, {"name_zh": "環境保護局"}),
        ({}, {"name_en": "International Affairs"}),
    ]


def test_name_is_needed_and_once_in_an_office() -> None:
    by, unit = make_user("administrator"), make_unit()
    other = add_unit(by=by, office=unit.office, name_zh="文化局")

    for refused in (
        lambda: add_unit(by=by, office=unit.office, name_zh="環保局"),
        lambda: rename_unit(by=by, unit=other, name_zh="環保局"),
        lambda: rename_unit(by=by, unit=other, name_zh=" "),
        lambda: add_office(by=by, name_zh=unit.office.name_zh, home=unit.office.home),
        lambda: change_office(by=by, office=unit.office, name_zh=""),
    ):
        with pytest.raises(RegisterError):
            refused()

    assert (Office.objects.count(), Unit.objects.count(), HistoryEntry.objects.count()) == (1, 2, 1)


@pytest.mark.parametrize("role", ["reader", "officer", "editor"])
def test_only_administrators_keep_offices_and_units(role: str) -> None:
    by, office = make_user(role), make_office()

    with pytest.raises(PermissionDenied):
        add_office(by=by, name_zh="臺北市政府", home=office.home)
    with pytest.raises(PermissionDenied):
        change_office(by=by, office=office, name_zh="臺北市政府")
    with pytest.raises(PermissionDenied):
        add_unit(by=by, office=office, name_zh="消防局")
    with pytest.raises(PermissionDenied):
        rename_unit(by=by, unit=make_unit(office), name_zh="消防局")
