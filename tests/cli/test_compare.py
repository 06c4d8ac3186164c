"""`hansa compare`: two numbers side by side."""

import json

import pytest
from click.testing import CliRunner, Result

from hansa.cli.compare import command
from hansa.register.domain.installation import install
from hansa.register.models import Office, Party
from tests.factories import make_agreement, make_figure, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home() -> Party:
    install()
    office = Office.objects.select_related("home").first()
    assert office
    make_agreement(office.home, make_party("卡托維茲市", country="PL"), signed="2025-11-03")
    return office.home


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def figures(home: Party) -> list[str]:
    published = ((43, "2025-09"), (45, "2025-12"))
    return [make_figure("姊妹市及友好夥伴城市", value, period, unit="個", home=home).ref for value, period in published]


def test_two_figures_are_laid_side_by_side(home: Party) -> None:
    refs = figures(home)

    told, plain = run(*refs).stdout, json.loads(run(*refs, "--json").stdout)

    assert "signed only on 2025-11-03" in told
    assert "the records of the register do not explain +1" in told
    assert (plain["difference"], plain["explained"], plain["unexplained"]) == (2, 1, 1)
    assert [(one["name"], one["change"], one["reason"]) for one in plain["items"]] == [("卡托維茲市", 1, "signed")]


def test_a_figure_is_laid_beside_the_register(home: Party) -> None:
    [ref, _] = figures(home)

    plain = json.loads(run(ref, "--json").stdout)

    assert (plain["one"]["value"], plain["one"]["counted"], plain["other"]["value"]) == (43, 0, 1)


def test_a_measure_is_compared_on_two_days_and_by_two_rules() -> None:
    days = json.loads(run("--measure", "partners_total", "--on", "2025-09", "--on", "2025-12", "--json").stdout)
    rules = json.loads(
        run(
            *("--measure", "partners_total", "--on", "2025", "--json"),
            *("--rule", "partners", "--rule", "partners-friendship_city"),
        ).stdout
    )

    assert [one["reason"] for one in days["items"]] == ["signed"]
    assert [(one["change"], one["reason"]) for one in rules["items"]] == [(-1, "kind")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "write one or two figures, or --measure KEY"),
        (("--measure", "partners_total"), "write one or two figures, or --measure KEY"),
        (("figure-999",), "figure-999: there is no such figure"),
        (("party-1",), "party-1: there is no such figure"),
        (("--measure", "guests", "--on", "2022"), "no measure is called guests"),
        (("--measure", "partners_total", "--on", "2022", "--rule", "none"), "no counting rule is called 'none'"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_a_line(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)

    assert result.exit_code != 0
    assert said in result.stderr and len(result.stderr.splitlines()) == 1
