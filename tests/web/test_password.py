"""Changing one's own password."""

import pytest
from django.test import Client
from django.urls import reverse

from hansa.register.models import User
from hansa.register.models.history import HistoryEntry
from tests.factories import PASSWORD
from tests.web.conftest import client_of

ADDRESS = "/office/password/"
NEW = "seven-harbours-at-dawn"


def answers(old: str = PASSWORD, new: str = NEW, again: str = NEW) -> dict[str, str]:
    return {"old_password": old, "new_password1": new, "new_password2": again}


def test_password_is_changed_and_this_session_goes_on(as_reader: Client, reader: User) -> None:
    response = as_reader.post(ADDRESS, answers())

    reader.refresh_from_db()
    assert reader.check_password(NEW)
    assert response.headers["Location"] == reverse("web:dashboard")
    assert as_reader.get(reverse("web:dashboard")).status_code == 200


def test_other_sessions_end(as_reader: Client, reader: User) -> None:
    elsewhere = client_of(reader)

    as_reader.post(ADDRESS, answers())

    assert elsewhere.get(reverse("web:dashboard")).headers["Location"].startswith(reverse("web:login"))


@pytest.mark.parametrize(
    ("posted", "field"),
    [
        (answers(old="wrong"), "old_password"),
        (answers(again="another-harbour"), "new_password2"),
        (answers(new="short", again="short"), "new_password2"),
        (answers(new="password123", again="password123"), "new_password2"),
    ],
)
def test_password_that_will_not_do_changes_nothing(
    as_reader: Client, reader: User, posted: dict[str, str], field: str
) -> None:
    response = as_reader.post(ADDRESS, posted)

    reader.refresh_from_db()
    assert list(response.context["form"].errors) == [field]
    assert reader.check_password(PASSWORD)
    assert not HistoryEntry.objects.filter(action="change password").exists()


def test_old_password_is_not_guessed_for_long(as_reader: Client, reader: User) -> None:
    for _ in range(5):
        as_reader.post(ADDRESS, answers(old="wrong"))

    as_reader.post(ADDRESS, answers())

    reader.refresh_from_db()
    assert reader.check_password(PASSWORD)


def test_name_in_the_header_leads_to_the_page(as_reader: Client) -> None:
    assert f'href="{ADDRESS}"' in as_reader.get(reverse("web:dashboard")).content.decode()
