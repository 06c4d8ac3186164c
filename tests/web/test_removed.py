"""A record that was taken out of the register still answers to those who read everything: with its history."""

import pytest
from django.test import Client

from hansa.register.domain.history import enter
from hansa.register.domain.users import system_user
from hansa.web.kinds import address_of

pytestmark = pytest.mark.django_db
ADDRESS = address_of("gift", 77)


@pytest.fixture
def removed() -> None:
    """A gift of which only the history is left."""
    enter(by=system_user(), action="remove", record="gift-77", before={"title": "琉璃花瓶"}, reason="重複登錄")


@pytest.mark.usefixtures("removed")
def test_page_tells_what_was_removed_and_why(as_reader: Client) -> None:
    response = as_reader.get(ADDRESS)

    assert response.status_code == 410
    assert "重複登錄" in response.content.decode()


@pytest.mark.usefixtures("removed")
def test_visitor_is_not_told(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302


def test_record_that_never_was_is_not_found(as_reader: Client) -> None:
    assert as_reader.get(ADDRESS).status_code == 404
