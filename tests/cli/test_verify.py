"""`hansa verify`: exit status 0 only where nothing was altered."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_django import Settings

from hansa.cli.verify import command
from hansa.register.documents import path_of
from hansa.register.domain.installation import install
from hansa.register.models import Source
from tests.register.loading import agreement, load_facts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def source(settings: Settings, tmp_path: Path) -> Source:
    settings.HANSA_DOCUMENTS = tmp_path / "kept"
    (tmp_path / "in").mkdir()
    install()
    load_facts(tmp_path / "in", [agreement("高雄市", "釜山")])
    return Source.objects.get()


def test_untouched_register_is_verified() -> None:
    result = CliRunner().invoke(command)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1].startswith("Nothing was altered: ")


def test_changed_document_is_named(source: Source) -> None:
    path_of(source.sha256).write_text("anders", encoding="utf-8")

    result = CliRunner().invoke(command)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{source.ref} (文件0): the document ")
    assert result.stderr.splitlines()[-1] == "hansa: problems found: 1"


def test_stray_document_is_told_and_no_problem(source: Source) -> None:
    stray = path_of(source.sha256).with_name("stray")
    stray.write_text("x", encoding="utf-8")

    result = CliRunner().invoke(command)

    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{stray}: belongs to no source" in result.stderr
