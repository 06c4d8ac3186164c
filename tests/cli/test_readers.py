"""`--reader llm`: off unless configured, and then the same way into the register."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from hansa.cli.read import command
from hansa.facts import decode_fact
from tests.reading.language_model.server import gives, model

_TEXT = "花東市政府新聞稿\n\n本市與長崎市於2004年5月1日締結姊妹市。\n"
_TIE = {"type": "agreement", "kind": "sister_city", "parties": ["花東市", "長崎市"], "quote": "本市與長崎市"}


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_read_by_a_model_is_off_unless_configured(release: Path) -> None:
    result = CliRunner(env={"HANSA_LLM_URL": None}).invoke(command, [str(release), "--reader", "llm"])
    assert result.exit_code == 1
    assert result.stderr == "hansa: no language model is configured; set HANSA_LLM_URL and HANSA_LLM_MODEL\n"


def test_read_by_a_model_prints_what_holds(release: Path) -> None:
    with model(gives(_TIE, {**_TIE, "quote": "本市與巴黎市"})) as served:
        environment = {"HANSA_LLM_URL": served.url, "HANSA_LLM_MODEL": "small", "HANSA_LLM_KEY": "secret"}
        result = CliRunner(env=environment).invoke(command, [str(release), "--reader", "llm", "--home", "花東市"])
    facts = [decode_fact(line) for line in result.stdout.splitlines()]
    assert [fact.quote for fact in facts] == ["本市與長崎市"]
    assert "1 of the model's facts were refused: quote: not in the document" in result.stderr
    assert "secret" not in result.output


def test_read_by_a_model_names_the_file_where_the_server_fails(release: Path) -> None:
    environment = {"HANSA_LLM_URL": "http://127.0.0.1:9/v1", "HANSA_LLM_MODEL": "small"}
    result = CliRunner(env=environment).invoke(command, [str(release), "--reader", "llm"])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"hansa: {release}: the language model's server cannot be reached")
