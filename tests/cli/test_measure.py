"""`hansa measure`: the list of measures, and one of them."""

import json

import pytest
from click.testing import CliRunner, Result

from hansa.cli.measure import command
from hansa.figures.measures import all_measures
from hansa.register.domain.installation import install
from hansa.register.models import Office, Party
from tests.factories import make_exchange, make_figure, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home() -> Party:
    install()
    office = Office.objects.select_related("home").first()
    assert office
    return office.home


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_every_measure_is_listed() -> None:
    told = [json.loads(line) for line in run("--json").stdout.splitlines()]

    assert [one["key"] for one in told] == [measure.key for measure in all_measures()]
    assert run("--search", "姊妹校").stdout.splitlines()[1].split() == [
        *("agreements_sister_school", "姊妹校", "Sister", "schools", "件", "international", "computed")
    ]


def test_a_measure_is_told_with_its_records_and_what_was_published(home: Party) -> None:
    visit = make_exchange(make_party("東京都", country="JP"), home=home, date="2022-03-01", headcount=12)
    make_exchange(home=home, date="2022-04-01")
    figure = make_figure("國際訪賓人次", 220, "2022", unit="人次", home=home)

    told = run("inbound_persons", "--year", "111", "--rows", "1").stdout
    [answer] = [json.loads(line) for line in run("inbound_persons", "--year", "2022", "--json").stdout.splitlines()]

    assert "國際訪賓人次 · Persons on inbound visits: 12 人次, 2022-01-01 to 2022-12-31" in told
    assert "1 of the records say nothing on the matter" in told and "and 1 more" in told
    assert (answer["value"], answer["rule"]["name"], answer["silent"]) == (12, "inbound", 1)
    assert answer["rows"][0] == {"id": visit.ref, "name": "參訪", "amount": 12, "note": "2022-03-01"}
    assert [(one["id"], one["value"]) for one in answer["published"]] == [(figure.ref, 220)]


def test_months_that_nobody_published_are_named(home: Party) -> None:
    for month in (1, 3):
        make_figure("消費爭議第一次申訴", 100, f"2022-0{month}", unit="件", home=home)

    told = run("consumer_complaints_first", "--from", "2022-01", "--to", "2022-03").stdout

    assert "200 件" in told
    assert "nothing was published for 2022-02-01 to 2022-02-28" in told


def test_figures_of_no_measure_are_listed(home: Party) -> None:
    make_figure("國際訪賓", 33, "2022", unit="案", home=home)
    lamps = make_figure("路燈", 5, "2022", unit="盞", home=home)

    told = run("--unknown")

    assert told.stderr == "2 figures, 1 of them of no measure\n"
    assert [line.split()[0] for line in told.stdout.splitlines()] == ["id", lamps.ref]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("guests", "--year", "2022"), "no measure is called guests; see hansa measure"),
        (("partners_total",), "write one of --year, --on, or --from with --to"),
        (("partners_total", "--on", "soon"), "--on soon: no day"),
        (("partners_total", "--year", "12022"), "--year: the year 12022 is out of range"),
        (("inbound_sessions", "--from", "2022-03", "--to", "2022-01"), "write a period that ends after it begins"),
        (("partners_total", "--on", "2022", "--rule", "none"), "no counting rule is called 'none'"),
        (
            ("partners_total", "--on", "2022", "--rule", "inbound"),
            "partners_total counts parties, and the rule inbound",
        ),
        (("partners_total", "--on", "2022", "--known", "then"), "--known then: no moment"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)

    assert result.exit_code != 0
    assert said in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_measure_is_told_in_parts(home: Party) -> None:
    make_exchange(make_party("東京都", country="JP"), home=home, date="2022-03-01")

    told = run("inbound_sessions", "--year", "2022", "--by", "country").stdout
    answer = json.loads(run("inbound_sessions", "--year", "2022", "--by", "month", "--json").stdout)
    refused = run("consumer_enquiries", "--year", "2022", "--by", "country").stderr

    assert told.splitlines()[-1].split() == ["JP", "日本", "Japan", "1"]
    assert answer["parts"] == [{"key": "2022-03", "name": {"zh": "2022-03", "en": "2022-03"}, "value": 1}]
    assert refused == "hansa: consumer_enquiries is reported; it has no records to tell by country\n"
