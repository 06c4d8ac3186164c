"""The commands by which people decide facts: admit, refuse, join, split, undo, conflicts, settle."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from hansa.cli import admit, conflicts, join, refuse, settle, split, undo
from hansa.register.domain.installation import install
from hansa.register.enums import Admit
from hansa.register.models import Agreement, Conflict, Fact, HistoryEntry, Office
from tests.factories import make_user
from tests.register.loading import agreement, load_facts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> None:
    install()


def run(module: object, *arguments: str) -> Result:
    command = module.command  # type: ignore[attr-defined]
    assert isinstance(command, click.Command)
    return CliRunner().invoke(command, arguments)


@pytest.fixture
def two(tmp_path: Path) -> list[Fact]:
    """Two facts that make one agreement, and contradict each other."""
    for signed in ("1966-06-30", "1968"):
        load_facts(tmp_path, [agreement("高雄市", "釜山", signed=signed, quote=f"締盟{signed}")])
    return list(Fact.objects.order_by("pk"))


def test_facts_are_admitted_in_somebody_s_name(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山"), agreement("高雄市", "熊本市", quote="再")], admit=Admit.NONE)
    editor = make_user(office=Office.objects.get())
    facts = [fact.ref for fact in Fact.objects.order_by("pk")]

    result = run(admit, *facts, "--by", editor.username)

    assert result.exit_code == 0
    records = [fact.record for fact in Fact.objects.order_by("pk")]
    assert result.stderr.splitlines() == [
        f"{fact} belongs to {record.ref}" for fact, record in zip(facts, records, strict=True) if record
    ]
    assert set(Fact.objects.values_list("decided_by__username", flat=True)) == {editor.username}


def test_fact_that_cannot_be_admitted_is_one_line_and_nothing_is_done(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山"), agreement("高雄市", "高雄", quote="再")], admit=Admit.NONE)
    good, bad = (fact.ref for fact in Fact.objects.order_by("pk"))

    result = run(admit, good, bad)

    assert (result.exit_code, Agreement.objects.count()) == (1, 0)
    why = "an agreement needs two parties, and all these names mean one"
    assert result.stderr.splitlines()[-1] == f"hansa: {bad}: {why}; see hansa admit {bad} --candidates"


def test_candidates_of_a_fact_are_listed(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966")])
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote="再")], admit=Admit.NONE)

    result = run(admit, Fact.objects.get(state="proposed").ref, "--candidates")

    assert "to be reviewed" in result.stderr
    assert Agreement.objects.get().ref in result.stdout and " 1.00 " in result.stdout
    assert Fact.objects.filter(state="proposed").exists()


def test_fact_is_refused_and_that_is_undone(two: list[Fact]) -> None:
    assert run(refuse, two[1].ref, "--reason", "誤植").stderr == f"{two[1].ref} is refused\n"
    assert Conflict.objects.count() == 0

    result = run(undo, two[1].ref, "--reason", "再看")

    assert result.stderr == f"{two[1].ref} is as it was before it was decided (refuse)\n"
    assert Conflict.objects.count() == 1


def test_fact_is_split_and_joined_again(two: list[Fact]) -> None:
    held = Agreement.objects.get()
    assert run(split, two[1].ref, "--reason", "另一份").exit_code == 0
    assert Agreement.objects.count() == 2

    result = run(join, two[1].ref, held.ref, "--reason", "同一份")

    assert result.stderr == f"{two[1].ref} belong to {held.ref}\n"
    assert Fact.objects.get(pk=two[1].pk).record == held


def test_conflict_is_listed_settled_and_opened_again(two: list[Fact]) -> None:
    conflict, held = Conflict.objects.get(), Agreement.objects.get()
    ref = f"conflict-{conflict.pk}"
    [line] = run(conflicts, "--json").stdout.splitlines()
    assert json.loads(line) | {"id": ref, "record": held.ref, "stated": "1968"} == json.loads(line)

    assert run(settle, ref, "--take", "stated", "--reason", "依原件").stderr == f"{ref} is settled\n"
    assert Agreement.objects.get().signed == "1968"
    assert run(conflicts).stderr == "There are no open conflicts.\n"

    assert run(undo, ref, "--reason", "再看").stderr == f"{ref} is open again\n"
    assert Agreement.objects.get().signed == "1966-06-30"
    assert ref in run(conflicts).stdout


@pytest.mark.parametrize(
    ("command", "arguments", "line"),
    [
        (admit, ["fact-9999"], "hansa: fact-9999: there is no such record; see hansa list fact"),
        (admit, ["party-1"], "hansa: party-1: no fact; see hansa list facts"),
        (admit, ["nonsense"], "hansa: nonsense: no id; write a kind and a number, such as agreement-12"),
        (refuse, ["fact-9999", "--reason", "x"], "hansa: fact-9999: there is no such record; see hansa list fact"),
        (
            settle,
            ["conflict-9", "--take", "held", "--reason", "x"],
            "hansa: conflict-9: there is no such conflict; see hansa conflicts",
        ),
        (undo, ["conflict-x", "--reason", "x"], "hansa: conflict-x: there is no such conflict; see hansa conflicts"),
        (undo, ["party-1", "--reason", "x"], "hansa: party-1 is not merged."),
    ],
)  # fmt: skip
def test_what_is_not_there_is_one_line(command: object, arguments: list[str], line: str) -> None:
    party = str(HistoryEntry.objects.filter(record__startswith="party-").values_list("record", flat=True)[0])
    arguments = [party if one == "party-1" else one for one in arguments]

    result = run(command, *arguments)

    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, line.replace("party-1", party))


def test_readers_decide_nothing(two: list[Fact]) -> None:
    reader = make_user("reader")

    result = run(refuse, two[0].ref, "--reason", "x", "--by", reader.username)

    assert (result.exit_code, Agreement.objects.count()) == (1, 1)
    assert result.stderr == f"hansa: {reader.username} may not decide this: only editors of the office may\n"
