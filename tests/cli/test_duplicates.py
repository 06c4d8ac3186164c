"""`hansa duplicates`: pairs that may be the same, as a table or as JSON Lines, and the saying that they are not."""

import json

import pytest
from click.testing import CliRunner, Result

from hansa.cli.duplicates import command
from hansa.register.domain.installation import install
from hansa.register.models import Distinction, Party
from tests.factories import make_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Party, Party]:
    install()
    return make_party("虛構市"), make_party("虛構")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_pairs_are_a_table_with_their_reasons(two: tuple[Party, Party]) -> None:
    one, other = two

    head, line = run("parties").stdout.splitlines()

    assert head.split() == ["score", "id", "name", "other", "id", "name", "why"]
    assert line.split()[:5] == ["0.55", one.ref, "虛構市", other.ref, "虛構"]
    assert line.endswith("the same name but for words such as 市 or City of")


def test_json_holds_the_same(two: tuple[Party, Party]) -> None:
    one, other = two

    [pair] = map(json.loads, run("--json").stdout.splitlines())

    assert (pair["one"], pair["other"], pair["score"]) == (one.ref, other.ref, 0.55)
    assert pair["reasons"] == ["the same name but for words such as 市 or City of"]


def test_pair_is_told_apart_and_proposed_again(two: tuple[Party, Party]) -> None:
    refs = [party.ref for party in two]

    assert run("--not-the-same", *refs, "--reason", "兩處").exit_code == 0
    assert run("parties").stderr == "No records look the same.\n"
    assert Distinction.objects.get().reason == "兩處"
    assert run("--maybe-the-same", *refs, "--reason", "再查").exit_code == 0
    assert len(run("parties").stdout.splitlines()) == 2


def test_what_cannot_be_done_is_refused_in_a_line(two: tuple[Party, Party]) -> None:
    one, other = (party.ref for party in two)

    assert run("figures").stderr.startswith("hansa: figures: these are not merged; write one of party, ")
    assert run("--not-the-same", one, other).stderr == "hansa: Write why they are not the same.\n"
    assert run("--maybe-the-same", one, other, "--reason", "再查").stderr == "hansa: These two were not told apart.\n"
