"""The command as a whole."""

import pytest
from click.testing import CliRunner

from hansa.atlas.gazetteer import GazetteerMissing
from hansa.cli import main


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_command_helps_with_an_example(name: str) -> None:
    words = [name, "annual"] if name == "report" else [name]

    result = CliRunner().invoke(main.hansa, [*words, "--help"])

    assert result.exit_code == 0
    assert f"Example: hansa {' '.join(words)}" in result.output


def test_missing_gazetteer_is_one_line_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_gazetteer() -> None:
        raise GazetteerMissing

    monkeypatch.setattr(main, "hansa", without_gazetteer)

    with pytest.raises(SystemExit, match=r"^hansa: the gazetteer of place names is missing .* make setup"):
        main.main()
