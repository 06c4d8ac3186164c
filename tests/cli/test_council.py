"""`hansa report council` and `hansa picture`."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_django import Settings

from hansa.cli.main import hansa
from hansa.register.models import Exchange, Picture
from tests.factories import make_exchange, make_office, make_party, make_user
from tests.pictures import jpeg

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


@pytest.fixture
def visit() -> Exchange:
    home = make_party("高雄市", country="TW")
    office = make_office(home)
    return make_exchange(make_party("關島", country="GU"), date="2026-03-05", home=home, office=office)


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(hansa, list(words))
    return result.exit_code, result.stderr


def council(file: Path, first: str = "2025-07-01", last: str = "2026-03-31", *more: str) -> tuple[int, str]:
    return run("report", "council", "--from", first, "--to", last, "-o", str(file), *more)


@pytest.mark.parametrize("suffix", [".pptx", ".odp", ".pdf"])
def test_slides_are_written(visit: Exchange, tmp_path: Path, suffix: str) -> None:
    code, said = council(tmp_path / f"report{suffix}", "2025-07-01", "2026-03-31", "--language", "en")

    assert (code, said[:5]) == (0, "Wrote")
    assert (tmp_path / f"report{suffix}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("file", "first", "last", "said"),
    [
        ("report.odt", "2025-07-01", "2026-03-31", "a council report is written as one of .pptx, .odp, .pdf"),
        ("report.pptx", "July", "2026-03-31", "--from: 'July' is no day"),
        ("report.pptx", "2026-04-01", "2026-03-31", "the period ends (2026-03-31) before it begins (2026-04-01)"),
    ],
)
def test_wrong_option_is_one_line(tmp_path: Path, file: str, first: str, last: str, said: str) -> None:
    code, error = council(tmp_path / file, first, last)

    assert code == 2
    assert said in error
    assert error.count("\n") == 1


def test_broken_picture_is_told(visit: Exchange, tmp_path: Path) -> None:
    file = tmp_path / "signing.jpg"
    file.write_bytes(jpeg())
    run("picture", "add", str(file), "--to", visit.ref, "--title", "合影")
    (tmp_path / "documents" / Picture.objects.get().sha256).write_bytes(b"gone")

    code, said = council(tmp_path / "report.pptx")

    assert code == 0
    assert "照片「合影」" in said.splitlines()[0]


def test_picture_is_kept_and_removed(visit: Exchange, tmp_path: Path) -> None:
    file = tmp_path / "signing.jpg"
    file.write_bytes(jpeg())

    added = run("picture", "add", str(file), "--to", visit.ref, "--title", "合影", "--credit", "新聞局")
    picture = Picture.objects.get()
    removed = run("picture", "remove", picture.ref)

    assert added == (0, f"Kept {file} as {picture.ref}, 64 × 48 pixels.\n")
    assert removed == (0, f"{picture.ref} was removed.\n")
    assert Picture.objects.count() == 0


def test_what_cannot_be_kept_is_one_line(visit: Exchange, tmp_path: Path) -> None:
    file = tmp_path / "signing.jpg"
    file.write_bytes(jpeg())
    text = tmp_path / "text.jpg"
    text.write_text("no picture")
    reader = make_user("reader", "reader")
    lines = [
        run("picture", "add", str(text), "--to", visit.ref, "--title", "合影"),
        run("picture", "add", str(tmp_path / "nothing.jpg"), "--to", visit.ref, "--title", "合影"),
        run("picture", "add", str(file), "--to", "exchange-999999", "--title", "合影"),
        run("picture", "add", str(file), "--to", visit.ref, "--title", ""),
        run("picture", "add", str(file), "--to", visit.ref, "--title", "合影", "--by", "nobody"),
        run("picture", "add", str(file), "--to", visit.ref, "--title", "合影", "--by", reader.username),
        run("picture", "remove", visit.ref),
    ]

    assert [(code, said.count("\n")) for code, said in lines] == [(1, 1)] * len(lines)
    assert Picture.objects.count() == 0
