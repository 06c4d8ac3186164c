"""`hansa list`: the records of one kind as a table or as JSON Lines."""

import csv
import io
import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hansa.cli.list import command
from hansa.cli.tables import shortened, table, width
from hansa.register.derived import derive, key_of
from hansa.register.domain.history import enter
from hansa.register.domain.installation import install
from hansa.register.domain.users import system_user
from hansa.register.models import RECORD_KINDS, Agreement, AgreementField, PartyName, Step
from hansa.register.search import rebuild_index
from hansa.register.states import state_of
from tests.factories import (
    make_agreement,
    make_commitment,
    make_exchange,
    make_fact,
    make_figure,
    make_gift,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_person,
    make_picture,
    make_project,
    make_question,
    make_revision,
    make_rule,
    make_template,
    make_unit,
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
        f"id{' ' * (len(held.ref) - 2)}  kind         signed  state     parties     title",
        f"{held.ref}  sister_city  1966    in_force  釜山, 熊本  合作書",
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
    make_rule()
    make_question()
    make_picture()
    make_revision()
    make_template()

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
        "organizations, parties, people, pictures, projects, questions, revisions, rules, sources, templates\n"
    )


def test_wide_characters_take_two_columns() -> None:
    assert (width("釜山 ab"), width("é")) == (7, 1)
    assert table(("a", "b"), [("釜山", "1"), ("x", "22")]) == "a     b\n釜山  1\nx     22"
    assert shortened("釜山廣域市", 7) == "釜山廣…"


def ids(*arguments: str) -> list[str]:
    result = list_kind(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


@pytest.fixture
def pacts() -> list[str]:
    """A sister city of Japan from 1966 to 2000, and a memorandum with a Korean one on culture, of a unit."""
    office = make_office(make_party("甲市"))
    kumamoto = make_party("熊本", name_en="Kumamoto", country="JP")
    PartyName.objects.create(party=kumamoto, name="熊本市", folded=key_of("熊本市"))
    early = make_agreement(make_party("乙市"), kumamoto, signed="1966", office=office)
    derive(Step(agreement=early, kind="ended", date="2000")).save()
    busan = make_party("釜山", country="KR")
    late = make_agreement(make_party("丙市"), busan, kind="mou", signed="2015-03-02", unit=make_unit(office))
    AgreementField.objects.create(agreement=late, field="culture")
    for record in Agreement.objects.all():
        enter(by=system_user(), action="add", record=record, after=state_of(record))
    rebuild_index()
    return [early.ref, late.ref]


FILTERS = [
    ("--kind mou", [1]),
    ("--party 熊本市", [0]),
    ("--party Kumamoto", [0]),
    ("--country kr", [1]),
    ("--state ended", [0]),
    ("--state in_force", [1]),
    ("--state in_force --on 1999-12-31", [0]),
    ("--on 1999-12-31", [0]),
    ("--field culture", [1]),
    ("--unit 環保局", [1]),
    ("--office 國際事務處", [0]),
    ("--year 1966", [0]),
    ("--from 1966-07-01 --to 2015-03-01", [0]),
    ("--from 2015-03-02", [1]),
    ("--to 2015-03-01", [0]),
    ("--text 釜山", [1]),
    ("--party 熊本 --kind mou", []),
    ("--limit 1", [1]),
]


@pytest.mark.parametrize(("arguments", "expected"), FILTERS)
def test_agreements_are_narrowed(pacts: list[str], arguments: str, expected: list[int]) -> None:
    assert ids("agreements", *arguments.split()) == [pacts[index] for index in expected]


@pytest.mark.parametrize(("arguments", "expected"), [one for one in FILTERS if one[0] != "--limit 1"])
def test_agreements_of_a_moment_are_narrowed_alike(pacts: list[str], arguments: str, expected: list[int]) -> None:
    assert ids("agreements", "--known", "2999-01-01", *arguments.split()) == [pacts[index] for index in expected]


def test_register_of_before_held_nothing(pacts: list[str]) -> None:
    result = list_kind("agreements", "--known", "2001-01-01")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No agreements are like that.\n")


def test_memberships_and_exchanges_are_narrowed() -> None:
    home, league = make_party("釜山", country="KR"), make_organization("甲盟")
    membership = derive(make_membership(home, league, since="2001", until="2009"))
    membership.save()
    visit = make_exchange(home, date="2022-06-09")

    assert ids("memberships", "--organization", "甲盟", "--on", "2005-01-01") == [membership.ref]
    assert ids("memberships", "--on", "2010-01-01") == []
    assert ids("exchanges", "--party", home.ref, "--year", "2022", "--country", "KR") == [visit.ref]
    assert ids("exchanges", "--on", "2022-06-10") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("gifts --field culture", "--field: a gift is not narrowed by it; these are: agreement, exchange"),
        ("agreements --kind visit", "--kind visit: write one of sister_city, friendship_city, "),
        ("agreements --state open", "--state open: write one of proposed, approved, in_force, "),
        (
            "agreements --party 無名",
            "--party 無名: the register knows none of this name; write a name or an id (party-12)",
        ),
        ("people --year 2020", "a person has no day: it is not narrowed by one"),
        ("exchanges --year 2020 --to 2020-01-01", "--year and --from or --to: write one or the other"),
        ("exchanges --from 2020-01-01 --to 2019-01-01", "--to 2019-01-01 lies before --from 2020-01-01"),
        ("parties --known yesterday", "yesterday: no moment; write a day such as 2024-05-01, or 2024-05-01T14:30"),
    ],
)
def test_filter_that_makes_no_sense_is_refused_in_one_line(arguments: str, message: str) -> None:
    result = list_kind(*arguments.split())

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"hansa: {message}") and len(result.stderr.splitlines()) == 1


def test_csv_has_a_head_row_and_no_formulas() -> None:
    make_party("=1+1", name_en="-Busan", latitude=-7.5)

    rows = list(csv.DictReader(io.StringIO(list_kind("parties", "--csv").stdout)))

    [row] = [row for row in rows if row["latitude"] == "-7.5"]
    assert (row["name_zh"], row["name_en"]) == ("'=1+1", "'-Busan")
    assert list_kind("gifts", "--csv").stdout.startswith("id,")


@pytest.mark.parametrize("arguments", [(), ("--on", "2020-01-01"), ("--known", "2999-01-01")])
def test_more_records_take_no_more_queries(arguments: tuple[str, ...], django_assert_max_num_queries: Any) -> None:
    def add(number: int) -> None:
        record = make_agreement(make_party(f"甲{number}"), make_party(f"乙{number}"))
        enter(by=system_user(), action="add", record=record, after=state_of(record))

    add(0)
    with django_assert_max_num_queries(60) as few:
        ids("agreements", *arguments)
    for number in range(1, 4):
        add(number)

    with django_assert_max_num_queries(len(few)):
        assert len(ids("agreements", *arguments)) == 4
