"""`hansa read`: facts on standard output, words on standard error."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hansa.cli.read import command
from hansa.facts import decode_fact

TIES = (
    "花東市國際締盟城市一覽表\n國別\t城市\t關係\t締結日期\n"
    "日本\t長崎市\t姊妹市\t2004/5/1\n韓國\t濟州市\t友好城市\t2011/9/3\n"
)


@pytest.fixture
def ties(tmp_path: Path) -> Path:
    path = tmp_path / "ties.txt"
    path.write_text(TIES, encoding="utf-8")
    return path


def read(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_read_prints_one_valid_fact_per_line(ties: Path) -> None:
    result = read(ties, "--home", "花東市")
    facts = [decode_fact(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert result.stderr == ""
    assert facts
    assert all(fact.quote in " ".join(TIES.split()) for fact in facts)


def test_read_names_the_file_that_it_cannot_read_and_reads_the_others(ties: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.pdf"
    result = read(missing, empty, ties)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"hansa: {missing}: does not exist; check the name and the folder",
        f"hansa: {empty}: is empty; save it again where it came from",
    ]
    assert result.stdout == read(ties).stdout


def test_read_without_a_file_says_how_it_is_used() -> None:
    result = read()
    assert result.exit_code == 2
    assert "Missing argument 'FILE...'" in result.stderr


def test_read_helps_with_an_example() -> None:
    assert "hansa read report-2022.odt" in read("--help").stdout


def test_reading_text_starts_without_django_and_without_the_other_formats(ties: Path) -> None:
    script = (
        "import sys; from click.testing import CliRunner; from hansa.cli.read import command\n"
        f"CliRunner().invoke(command, [{str(ties)!r}])\n"
        "print(sorted({'django', 'docx', 'lxml', 'pypdfium2', 'selectolax'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
