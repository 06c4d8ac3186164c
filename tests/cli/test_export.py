"""`hansa export`."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from hansa.cli.main import hansa
from hansa.register.domain.installation import install
from hansa.register.models import Source
from tests.factories import make_source

pytestmark = pytest.mark.django_db


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(hansa, ["export", *words])
    return result.exit_code, result.output


@pytest.fixture(autouse=True)
def installed() -> None:
    install()


def test_a_folder_is_written(tmp_path: Path) -> None:
    code, _output = run("-o", str(tmp_path / "out"))

    assert code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["csv", "documents", "jsonl", "register.xlsx"]


def test_a_workbook_is_written(tmp_path: Path) -> None:
    assert run("-o", str(tmp_path / "out.xlsx"))[0] == 0

    assert "締盟" in load_workbook(tmp_path / "out.xlsx").sheetnames


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    assert run("-o", str(tmp_path / "out"))[0] == 0


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")

    code, output = run("-o", str(tmp_path / "out"))

    assert (code, "is there already" in output) == (1, True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    assert run("-o", str(tmp_path / "none" / "out.xlsx"))[0] == 1


def test_a_missing_document_is_told_after_the_rest_is_written(tmp_path: Path) -> None:
    make_source()

    code, output = run("-o", str(tmp_path / "out"))

    assert (code, f"missing in the data folder: {Source.objects.get().filename}" in output) == (1, True)
    assert (tmp_path / "out" / "register.xlsx").exists()
