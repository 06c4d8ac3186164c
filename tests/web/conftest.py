"""The cast of the page tests: people of each role in one office, and a register with one record of each kind."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from hansa.register.enums import Role
from hansa.register.models import Office, User
from tests.factories import make_office, make_party, make_user
from tests.web.scene import Scene, make_scene


@pytest.fixture(autouse=True)
def failures(settings: Settings, tmp_path: Path) -> None:
    """Each test counts its own failed log-ins."""
    settings.CACHES = settings.CACHES | {"failures": settings.CACHES["failures"] | {"LOCATION": tmp_path / "failures"}}


@pytest.fixture
def office(db: None) -> Office:
    home = make_party("高雄市", name_en="Kaohsiung", country="TW")
    return make_office(home, name_en="International Office")


@pytest.fixture
def scene(office: Office) -> Scene:
    return make_scene(office.home)


@pytest.fixture
def reader(office: Office) -> User:
    return make_user(Role.READER, "reader", office=office)


@pytest.fixture
def editor(office: Office) -> User:
    return make_user(Role.EDITOR, "editor", office=office)


def client_of(user: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


@pytest.fixture
def as_reader(reader: User) -> Client:
    return client_of(reader)


@pytest.fixture
def as_editor(editor: User) -> Client:
    return client_of(editor)
