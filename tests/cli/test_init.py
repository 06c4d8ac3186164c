"""`hansa init`: makes the register once, and says who logs in how."""

import pytest
from click.testing import CliRunner, Result

from hansa.cli.init import command
from hansa.register.models import HistoryEntry, Office, User

pytestmark = pytest.mark.django_db


def init(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_init_prints_the_login_once() -> None:
    result = init("--home", "臺南市", "--office", "國際關係科", "--office-en", "International Relations")

    office, user = Office.objects.get(), User.objects.get(username="administrator")
    assert (result.exit_code, str(office.home)) == (0, "臺南市")
    assert (office.name_zh, office.name_en) == ("國際關係科", "International Relations")
    password = result.stdout.split("password ")[1].split()[0]
    assert user.check_password(password)


def test_init_again_changes_nothing() -> None:
    init()
    entries = HistoryEntry.objects.count()

    result = init("--home", "Kaohsiung")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "The register of 高雄市 is there already; nothing was changed.\n"
    assert HistoryEntry.objects.count() == entries


def test_init_for_another_city_is_refused() -> None:
    init()

    result = init("--home", "臺南市")

    assert result.exit_code == 1
    assert result.stderr.startswith("hansa: --home 臺南市: there is a register for 高雄市 already")
    assert Office.objects.count() == 1


@pytest.mark.parametrize("installed", [True, False])
def test_init_for_no_city_is_refused_in_one_line(installed: bool) -> None:
    if installed:
        init()

    result = init("--home", "虛構之丘")

    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert result.stderr.startswith("hansa: --home 虛構之丘: the atlas has no city of this name")
