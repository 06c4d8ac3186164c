"""The people who work with Hansa."""

import pytest
from django.core.exceptions import ValidationError

from hansa.register.domain.users import change_password
from hansa.register.enums import Role
from hansa.register.models import HistoryEntry
from tests.factories import PASSWORD, make_user

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
