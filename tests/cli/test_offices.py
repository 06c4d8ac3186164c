"""`hansa office`, `hansa unit` and who belongs to them."""

import pytest
from click.testing import CliRunner, Result

from hansa.cli.init import command as init
from hansa.cli.office import command as office
from hansa.cli.unit import command as unit
from hansa.cli.user import command as user
from hansa.register.models import Office, Unit, User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> None:
    CliRunner().invoke(init, [])


def run(*arguments: str) -> Result:
    commands = {"office": office, "unit": unit, "user": user}
    return CliRunner().invoke(commands[arguments[0]], arguments[1:])


def test_a_second_office_has_its_home_and_units() -> None:
    run("office", "add", "臺北市政府", "--english", "Taipei City Government", "--home", "臺北市")
    run("unit", "add", "消防局", "--office", "taipei city government")
    result = run("user", "add", "mei", "--role", "officer", "--office", "臺北市政府", "--unit", "消防局")

    mei = User.objects.get(username="mei")
    assert (result.exit_code, str(mei.office), str(mei.unit)) == (0, "臺北市政府", "消防局")
    assert [line.split()[-1] for line in run("office", "list").stdout.splitlines()[1:]] == ["高雄市", "臺北市"]
    assert run("unit", "list").stdout.splitlines()[1].split() == [str(mei.unit_id), "消防局", "臺北市政府"]


def test_what_is_renamed_keeps_its_number() -> None:
    run("unit", "add", "環保局")
    run("unit", "rename", "環保局", "--name", "環境保護局", "--english", "Environment")
    run("office", "change", str(Office.objects.get().pk), "--name", "行政暨國際處", "--home", "臺北市")

    assert [(held.name_zh, held.name_en) for held in Unit.objects.all()] == [("環境保護局", "Environment")]
    assert [(held.name_zh, str(held.home)) for held in Office.objects.all()] == [("行政暨國際處", "臺北市")]


def test_user_changes_role_and_unit_and_stops_working() -> None:
    run("unit", "add", "環保局")
    run("user", "add", "mei")

    run("user", "change", "mei", "--role", "officer", "--unit", "環保局")
    mei = User.objects.get(username="mei")
    assert (mei.role, str(mei.unit), mei.is_active) == ("officer", "環保局", True)
    run("user", "change", "mei", "--no-unit", "--inactive")
    mei.refresh_from_db()
    assert (mei.role, mei.unit, mei.is_active) == ("officer", None, False)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("office", "add", "高雄市政府", "--home", "高雄市"), "hansa: there is an office 高雄市政府 already"),
        (("office", "add", "某府", "--home", "某某某市"), "hansa: --home 某某某市: the atlas has no city"),
        (("office", "change", "99", "--name", "x"), "hansa: 99: there is no such office"),
        (("office", "change", "高雄市政府", "--name", ""), "hansa: a name is needed"),
        (("unit", "add", ""), "hansa: a name is needed"),
        (("unit", "rename", "消防局"), "hansa: 消防局: 高雄市政府 has no such unit"),
        (("user", "add", "mei", "--unit", "消防局"), "hansa: 消防局: 高雄市政府 has no such unit"),
        (("user", "change", "administrator", "--role", "reader"), "hansa: administrator is the only administrator"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: tuple[str, ...], line: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 1
    assert result.stderr.startswith(line) and result.stderr.count("\n") == 1
