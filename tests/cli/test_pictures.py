"""What is said of pages that are only pictures."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from hansa.cli.read import command
from tests.reading.formats.test_ocr import TYPED, scan


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (("-", TYPED), "page 1 is only a picture and was not read"),
        ((TYPED, "-", "-"), "pages 2–3 are only pictures and were not read"),
    ],
)
def test_pages_that_are_pictures_are_named_and_the_others_read(
    pages: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    path = scan(tmp_path / "a.pdf", *pages)
    result = CliRunner().invoke(command, [str(path)])
    assert result.exit_code == 0
    assert result.stderr == f"hansa: {path}: {said}; read with --ocr to have Tesseract try\n"


def test_scanned_document_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf", "-")
    result = CliRunner().invoke(command, [str(path)])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"hansa: {path}: holds only pictures of pages, no text (pages 1); read it with")
