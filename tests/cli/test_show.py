"""`hansa show`: one record with its evidence, conflicts and history."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_django import Settings

from hansa.cli.installation import ensure_installed
from hansa.cli.show import command
from hansa.register.derived import derive
from hansa.register.domain.facts import refuse_fact
from hansa.register.domain.history import changing
from hansa.register.domain.installation import install
from hansa.register.domain.publishing import publish
from hansa.register.domain.users import system_user
from hansa.register.models import Agreement, Fact, Figure, HistoryEntry
from tests.factories import make_party
from tests.register.loading import agreement, figure, load_facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(settings: Settings, tmp_path: Path) -> Agreement:
    settings.HANSA_DOCUMENTS = tmp_path / "kept"
    (tmp_path / "in").mkdir()
    install()
    for signed in ("1966-06-30", "1968"):
        load_facts(tmp_path / "in", [agreement("高雄市", "釜山", signed=signed, quote=f"{signed}締盟")])
    return Agreement.objects.get()


def show(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_record_is_shown_with_what_it_rests_on(held: Agreement) -> None:
    text = show(held.ref).stdout

    first, second = Fact.objects.order_by("pk")
    start, end = first.passage.start, first.passage.end
    assert f"id: {held.ref}\nkind: sister_city\nsigned: 1966-06-30\nparties: 高雄市, 釜山\n" in text
    assert f"  1966-06-30締盟\n    文件0, page 1, characters {start}–{end} ({first.ref})" in text
    assert f"  signed: 1966-06-30 held, 1968 stated by {second.ref} (open)" in text
    assert text.count(" hansa admit") == 2


def test_json_holds_the_same(held: Agreement) -> None:
    shown = json.loads(show(held.ref, "--json").stdout)

    assert (shown["id"], shown["signed"], shown["kind"]) == (held.ref, "1966-06-30", "sister_city")
    assert [evidence["quote"] for evidence in shown["evidence"]] == ["1966-06-30締盟", "1968締盟"]
    assert [conflict["stated"] for conflict in shown["conflicts"]] == ["1968"]
    assert [entry["action"] for entry in shown["history"]] == ["admit", "admit"]


@pytest.mark.parametrize("ref", ["source", "fact", "party"])
def test_other_kinds_are_shown_too(held: Agreement, ref: str) -> None:
    facts = {"source": Fact.objects.all()[0].passage.source.ref, "fact": Fact.objects.all()[0].ref}
    wanted = facts.get(ref) or held.sides.all()[1].party.ref

    shown = json.loads(show(wanted, "--json").stdout)

    assert shown["id"] == wanted and shown["evidence"]


def test_merged_record_is_shown_as_its_survivor() -> None:
    install()
    survivor = make_party("釜山廣域市")
    old = make_party("釜山", merged_into=survivor)

    assert json.loads(show(old.ref, "--json").stdout)["id"] == survivor.ref


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("agreement-999", "agreement-999: there is no such record; see hansa list agreement"),
        ("jewel-1", "jewel: no kind of record; write one of agreements, "),
        ("agreement", "agreement: no id; write a kind and a number, such as agreement-12"),
        ("agreement-x", "agreement-x: no id; write a kind and a number"),
        ("agreement-9999999999999999999999", "agreement-9999999999999999999999: no id"),
    ],
)
def test_unknown_id_is_refused_in_one_line(ref: str, message: str) -> None:
    install()

    result = show(ref)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"hansa: {message}") and len(result.stderr.splitlines()) == 1


def test_record_is_shown_as_it_was_known(held: Agreement) -> None:
    first, second = HistoryEntry.objects.filter(record=held.ref).order_by("pk")[:2]
    with changing(by=system_user(), action="edit", record=held, reason="from the archive"):
        held.signed = "1965"
        derive(held).save()

    then = json.loads(show(held.ref, "--json", "--known", first.at.isoformat()).stdout)

    assert (then["signed"], [entry["action"] for entry in then["history"]]) == ("1966-06-30", [first.action])
    assert [evidence["quote"] for evidence in then["evidence"]] == ["1966-06-30締盟"]
    assert second.at < HistoryEntry.objects.latest("pk").at
    assert "signed: 1966-06-30 → 1965" in show(held.ref).stdout and "because: from the archive" in show(held.ref).stdout


def test_record_of_later_is_refused(held: Agreement) -> None:
    result = show(held.ref, "--known", "2001-01-01")

    assert (result.exit_code, result.stderr) == (1, f"hansa: {held.ref}: the register did not hold it at 2001-01-01\n")


def test_changes_of_a_run_are_shown_with_its_id(held: Agreement) -> None:
    ensure_installed()
    publish(by=system_user(), record=held)

    last = show(held.ref).stdout.splitlines()[-1]
    assert "publish" in last and last.endswith("]") and "[command-" in last


@pytest.mark.usefixtures("held")
def test_removed_record_says_when_and_why(tmp_path: Path) -> None:
    load_facts(tmp_path / "in", [figure("訪賓", 33)])
    removed, fact = Figure.objects.get(), Fact.objects.get(type="figure")
    refuse_fact(by=system_user(), fact=fact, reason="只是預估")

    result = CliRunner().invoke(command, [removed.ref])

    assert result.exit_code != 0
    assert f"{removed.ref} was removed on 2" in result.output and fact.ref in result.output
