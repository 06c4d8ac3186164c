"""`hansa user`: who may log in."""

import pytest
from click.testing import CliRunner, Result

from hansa.cli.init import command as init
from hansa.cli.user import command
from hansa.register.models import HistoryEntry, User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> None:
    CliRunner().invoke(init, [])


def user(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def password_in(result: Result) -> str:
    return result.stdout.split("password ")[1].split()[0]


def test_a_new_user_can_log_in_in_the_role() -> None:
    result = user("add", "mei", "--role", "officer")

    mei = User.objects.get(username="mei")
    assert (result.exit_code, mei.role, str(mei.office)) == (0, "officer", "高雄市政府")
    assert mei.check_password(password_in(result))


def test_a_new_password_replaces_the_old_one() -> None:
    old = password_in(user("add", "mei"))

    new = password_in(user("password", "mei"))

    mei = User.objects.get(username="mei")
    assert (mei.check_password(old), mei.check_password(new)) == (False, True)


def test_passwords_stay_out_of_the_history() -> None:
    secret = password_in(user("add", "mei"))

    assert not HistoryEntry.objects.filter(after__icontains=secret).exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("add", "administrator"), "hansa: administrator: there is a user of this name"),
        (("add", "<b>"), "hansa: <b>: a name is made of letters"),
        (("password", "nobody"), "hansa: nobody: there is no such user"),
        (("password", "hansa"), "hansa: hansa: there is no such user"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: tuple[str, ...], line: str) -> None:
    result = user(*arguments)

    assert result.exit_code == 1
    assert result.stderr.startswith(line) and result.stderr.count("\n") == 1


def test_the_list_leaves_the_program_out() -> None:
    user("add", "mei", "--role", "editor")

    rows = [line.split() for line in user("list").stdout.splitlines()]

    assert rows == [
        ["name", "role", "office", "unit", "active"],
        ["administrator", "administrator", "高雄市政府", "yes"],
        ["mei", "editor", "高雄市政府", "yes"],
    ]
