"""`hansa rule`: the counting rules, and new versions of them."""

import json

import pytest
from click.testing import CliRunner, Result

from hansa.cli.rule import command
from hansa.figures.rules import built_in
from hansa.register.domain.installation import install
from hansa.register.models import CountingRule, HistoryEntry
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> None:
    install()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def listed(*arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("list", *arguments, "--json").stdout.splitlines()]


def test_the_rules_that_come_with_hansa_are_listed() -> None:
    assert [rule["name"] for rule in listed()] == [rule.name for rule in built_in()]
    assert "partners-sister_city" in run("list").stdout


def test_a_new_version_keeps_what_is_not_given() -> None:
    result = run("keep", "partners", "--version", "2027-01-01", "--levels", "city", "--note", "只計城市")

    kept = CountingRule.objects.get()
    assert (result.exit_code, result.stderr) == (0, f"{kept.ref}: partners, 2027-01-01\n")
    assert (kept.levels, kept.kinds) == (["city"], ["sister_city", "friendship_city", "partnership"])
    assert [rule["version"] for rule in listed("partners")] == ["2026-11-22", "2027-01-01"]
    assert HistoryEntry.objects.get(record=kept.ref).reason == "只計城市"


def test_a_rule_of_a_new_name_says_what_it_counts() -> None:
    refused = run("keep", "partners-and-memoranda", "--kinds", "sister_city,mou")
    kept = run("keep", "partners-and-memoranda", "--counts", "parties", "--label", "締盟及備忘錄城市", "--kinds", "mou")

    assert refused.stderr == (
        "hansa: partners-and-memoranda: there is no such rule; for a new one say what it counts, --counts parties\n"
    )
    assert kept.exit_code == 0
    assert listed()[-1]["label"] == {"zh": "締盟及備忘錄城市", "en": "partners-and-memoranda"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kinds", "donation"), "kinds: What this rule counts has no such kind."),
        (("--levels", "planet"), "levels: No party has such a kind."),
        (("--states", "gone"), "states: What this rule counts has no such state."),
        (("--by", "nobody"), "nobody: there is no such user"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_in_a_line(arguments: tuple[str, ...], said: str) -> None:
    result = run("keep", "partners", *arguments)

    assert (result.exit_code, CountingRule.objects.count()) == (1, 0)
    assert said in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_version_is_kept_once_and_by_editors_only() -> None:
    reader = make_user("reader")
    assert "may not decide this" in run("keep", "partners", "--by", reader.username).stderr

    assert run("keep", "partners", "--version", "2027-01-01").exit_code == 0
    assert "version" in run("keep", "partners", "--version", "2027-01-01").stderr
