"""The command as a whole."""

import sys

import pytest
from click.testing import CliRunner

from hansa.atlas.gazetteer import GazetteerMissing
from hansa.cli import main


def called(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int | str | None:
    """The exit status of `hansa` with the arguments."""
    monkeypatch.setattr(sys, "argv", ["hansa", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.main()
    return ended.value.code


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["load", "--admit", "maybe", "x.txt"], "hansa: Invalid value for '--admit': 'maybe' is not one of "),
        (["read", "--colour", "x.txt"], "hansa: No such option '--colour'."),
        (["read"], "hansa: Missing argument 'FILE...'."),
        (["dance"], "hansa: No such command 'dance'."),
    ],
)
def test_a_wrong_call_is_one_line(
    arguments: list[str], line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, *arguments) == 2
    said = capsys.readouterr().err
    assert said.startswith(line) and said.count("\n") == 1


def test_a_refusal_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(monkeypatch, "report", "annual", "--year", "20x2", "-o", "x.odt") == 2
    assert capsys.readouterr().err.startswith("hansa: --year: '20x2' is no year")


def test_help_is_work_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(monkeypatch, "--help") in (0, None)
    assert "Commands:" in capsys.readouterr().out


# What stands first in the help of commands that have commands of their own.
_SUBCOMMANDS = {
    "office": ["add"],
    "picture": ["add"],
    "question": ["add"],
    "report": ["annual"],
    "rule": ["keep"],
    "template": ["add"],
    "unit": ["add"],
    "user": ["add"],
}


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_command_helps_with_an_example(name: str) -> None:
    words = [
        name,
        *_SUBCOMMANDS.get(name, []),
    ]

    result = CliRunner().invoke(main.hansa, [*words, "--help"])

    assert result.exit_code == 0
    assert f"Example: hansa {' '.join(words)}" in result.output


def test_missing_gazetteer_is_one_line_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_gazetteer(standalone_mode: bool) -> None:
        raise GazetteerMissing

    monkeypatch.setattr(main, "hansa", without_gazetteer)

    with pytest.raises(SystemExit, match=r"^hansa: the gazetteer of place names is missing .* make setup"):
        main.main()
