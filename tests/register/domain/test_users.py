"""The people who work with Hansa."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hansa.register.domain.users import add_user, change_password, change_user
from hansa.register.enums import Role
from hansa.register.errors import RegisterError
from hansa.register.models import HistoryEntry, User
from tests.factories import PASSWORD, make_office, make_unit, make_user

pytestmark = pytest.mark.django_db
NEW = "seven-harbours-at-dawn"


def test_change_of_a_password_leaves_one_entry_without_it() -> None:
    user = make_user(Role.READER)

    change_password(by=user, user=user, password=NEW)

    entry = HistoryEntry.objects.get()
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert (entry.by, entry.action, entry.record) == (user, "change password", f"user-{user.pk}")
    assert (entry.before, entry.after) == ({}, {})


def test_password_that_breaks_a_rule_is_refused() -> None:
    user = make_user(Role.READER)

    with pytest.raises(ValidationError):
        change_password(by=user, user=user, password="short")

    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert not HistoryEntry.objects.exists()


def test_somebody_moves_to_another_unit_in_another_role() -> None:
    by, unit, user = make_user(Role.ADMINISTRATOR), make_unit(), make_user(Role.READER, "mei")

    change_user(by=by, user=user, role=Role.OFFICER, office=unit.office, unit=unit, is_active=True)

    entry = HistoryEntry.objects.get()
    assert (entry.before, entry.after) == (
        {"role": "reader"},
        {"role": "officer", "office": f"office-{unit.office_id}", "unit": f"unit-{unit.pk}"},
    )


def test_somebody_whose_work_has_ended_stays_by_name() -> None:
    by, user = make_user(Role.ADMINISTRATOR), make_user(Role.EDITOR)

    change_user(by=by, user=user, role=user.role, office=None, unit=None, is_active=False)

    assert User.objects.get(pk=user.pk).is_active is False
    assert (HistoryEntry.objects.get().before, HistoryEntry.objects.get().after) == (
        {"active": True},
        {"active": False},
    )


def test_last_administrator_stays_one() -> None:
    only = make_user(Role.ADMINISTRATOR)

    with pytest.raises(RegisterError, match="only administrator"):
        change_user(by=only, user=only, role=Role.EDITOR, office=None, unit=None, is_active=True)

    assert User.objects.get().role == Role.ADMINISTRATOR


def test_unit_of_another_office_is_refused() -> None:
    by, unit = make_user(Role.ADMINISTRATOR), make_unit()

    for office in (None, make_office(unit.office.home)):
        with pytest.raises(RegisterError, match="no unit of"):
            add_user(by=by, username="mei", password=NEW, role=Role.OFFICER, office=office, unit=unit)


@pytest.mark.parametrize("role", [Role.READER, Role.OFFICER, Role.EDITOR])
def test_only_administrators_let_others_in(role: str) -> None:
    by = make_user(role)

    with pytest.raises(PermissionDenied):
        add_user(by=by, username="mei", password=NEW, role=Role.READER)
    with pytest.raises(PermissionDenied):
        change_user(by=by, user=by, role=Role.ADMINISTRATOR, office=None, unit=None, is_active=True)
