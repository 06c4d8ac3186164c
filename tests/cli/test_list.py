"""`hansa list`: the records of one kind as a table or as JSON Lines."""

import json

import pytest
from click.testing import CliRunner, Result

from hansa.cli.list import command
from hansa.cli.tables import shortened, table, width
from hansa.register.domain.installation import install
from hansa.register.models import RECORD_KINDS
from tests.factories import (
    make_agreement,
    make_commitment,
    make_exchange,
    make_fact,
    make_figure,
    make_gift,
    make_membership,
    make_organization,
    make_party,
    make_person,
    make_project,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> None:
    install()


def list_kind(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


@pytest.mark.parametrize("kind", ["agreements", "agreement", "Agreements"])
def test_agreements_are_a_table(kind: str) -> None:
    held = make_agreement(make_party("釜山"), make_party("熊本"), signed="1966", title="合作書")

    result = list_kind(kind)

    assert result.stdout.splitlines() == [
        f"id{' ' * (len(held.ref) - 2)}  kind         signed  parties     title",
        f"{held.ref}  sister_city  1966    釜山, 熊本  合作書",
    ]


def test_every_kind_is_one_json_object_a_line() -> None:
    home, league = make_party("釜山"), make_organization()
    make_person()
    make_fact(make_agreement(home, make_party("熊本")))
    make_membership(home, league)
    make_exchange(home, date="2022-06-09")
    make_project(league)
    make_figure(value=33.5, unit="案")
    make_commitment()
    make_gift(party=home)

    for kind, model in RECORD_KINDS.items():
        result = list_kind(kind, "--json")
        records = [json.loads(line) for line in result.stdout.splitlines()]
        assert (result.exit_code, len(records)) == (0, model._default_manager.count())
        assert {record["id"].split("-")[0] for record in records} == {kind}


def test_figure_is_written_with_its_number() -> None:
    make_figure("訪賓", value=1234)
    make_figure("比率", value=90.7)

    values = [json.loads(line)["value"] for line in list_kind("figures", "--json").stdout.splitlines()]

    assert values == [1234, 90.7]
    assert "1,234" in list_kind("figures").stdout


def test_nothing_to_list_is_said_on_standard_error() -> None:
    result = list_kind("projects")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "There are no projects yet.\n")


def test_unknown_kind_is_refused_in_one_line() -> None:
    result = list_kind("jewels")

    assert result.exit_code == 1
    assert result.stderr == (
        "hansa: jewels: no kind of record; write one of agreements, commitments, exchanges, facts, figures, gifts, "
        "memberships, "
        "organizations, parties, people, projects, sources\n"
    )


def test_wide_characters_take_two_columns() -> None:
    assert (width("釜山 ab"), width("é")) == (7, 1)
    assert table(("a", "b"), [("釜山", "1"), ("x", "22")]) == "a     b\n釜山  1\nx     22"
    assert shortened("釜山廣域市", 7) == "釜山廣…"
