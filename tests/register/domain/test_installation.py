"""Making the register."""

import pytest

from hansa.register.domain.history import broken_links
from hansa.register.domain.installation import home_of_office, install, is_installed, resolve_home
from hansa.register.errors import RegisterError
from hansa.register.models import HistoryEntry, Office, Party, User

pytestmark = pytest.mark.django_db


def test_register_has_home_office_and_administrator() -> None:
    installed = install(home="高雄市")

    assert is_installed()
    home = home_of_office()
    assert (str(home), home.country, home.published, home.atlas_key != "") == ("高雄市", "TW", True, True)
    assert installed.office.name_zh == "高雄市政府"
    user = User.objects.get(username=installed.username)
    assert (user.role, user.office) == ("administrator", installed.office)
    assert user.check_password(installed.password) and len(installed.password) >= 16


def test_every_step_is_in_the_history() -> None:
    installed = install(home="臺南市", office="國際關係科")

    refs = list(HistoryEntry.objects.values_list("action", "record"))
    user = User.objects.get(username=installed.username)
    assert refs == [
        ("add", home_of_office().ref),
        ("publish", installed.office.home.ref),
        ("add", f"office-{installed.office.pk}"),
        ("add", f"user-{user.pk}"),
    ]
    assert list(broken_links()) == []


def test_passwords_are_random() -> None:
    first = install(home="高雄市").password
    User.objects.filter(username="administrator").update(username="former")

    assert install(home="臺南市").password != first


def test_home_that_is_no_city_is_refused_and_nothing_made() -> None:
    with pytest.raises(RegisterError, match="--home 虛構之丘: the atlas has no city of this name"):
        install(home="虛構之丘")

    assert (Office.objects.count(), Party.objects.count()) == (0, 0)
    assert not is_installed()


def test_no_office_is_a_clear_word() -> None:
    with pytest.raises(RegisterError, match="make one with: hansa init"):
        home_of_office()


def test_home_is_found_again_under_another_spelling() -> None:
    assert resolve_home("Kaohsiung") == resolve_home("高雄市") == resolve_home("高雄市政府")
