"""`hansa merge`: two records become one, and come apart again."""

import pytest
from click.testing import CliRunner, Result

from hansa.cli.merge import command
from hansa.register.domain.installation import install
from hansa.register.models import Merge, Party
from tests.factories import make_party, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> None:
    install()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, standalone_mode=True)


def test_two_parties_are_merged_and_come_apart_again() -> None:
    kept, merged = make_party("釜山"), make_party("釜山市")

    result = run(kept.ref, merged.ref, "--reason", "同一城市")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{merged.ref} was merged into {kept.ref}; 2 records changed." in result.stderr
    assert Party.objects.get(pk=merged.pk).merged_into == kept
    assert Merge.objects.get().by.username == "hansa"

    result = run("--undo", merged.ref, "--reason", "不同城市")
    assert result.exit_code == 0
    assert f"{merged.ref} stands by itself again, apart from {kept.ref}." in result.stderr
    assert Party.objects.get(pk=merged.pk).merged_into is None


def test_merge_is_done_in_the_name_of_an_editor() -> None:
    kept, merged, editor = make_party("釜山"), make_party("釜山市"), make_user()
    reader = make_user("reader")

    refused = run(kept.ref, merged.ref, "--reason", "同一城市", "--by", reader.username)
    assert refused.stderr == f"hansa: {reader.username} may not merge these records: only editors of their office may\n"
    assert run(kept.ref, merged.ref, "--reason", "同一城市", "--by", "nobody").stderr.startswith(
        "hansa: nobody: there is"
    )
    assert run(kept.ref, merged.ref, "--reason", "同一城市", "--by", editor.username).exit_code == 0
    assert Merge.objects.get().by == editor


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("party-998", "party-999"), "hansa: party-998: there is no such record; see hansa list party\n"),
        (("--undo", "party-998"), "hansa: party-998: there is no such record; see hansa list party\n"),
        (("party-998",), "Error: Write two ids, KEPT and MERGED, or --undo with one.\n"),
        (("party-1", "party-2", "--undo", "party-3"), "Error: Write two ids, KEPT and MERGED, or --undo with one.\n"),
    ],
)
def test_wrong_call_is_refused_in_a_line(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments, "--reason", "同一城市")

    assert result.exit_code != 0 and result.stderr.endswith(message)


def test_what_cannot_be_merged_is_refused_in_a_line() -> None:
    party = make_party("釜山")

    result = run(party.ref, party.ref, "--reason", "同一城市")

    assert (result.exit_code, result.stderr) == (1, f"hansa: {party.ref} cannot be merged with itself.\n")
