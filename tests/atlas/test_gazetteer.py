import sqlite3
from pathlib import Path

import pytest

from hansa.atlas import gazetteer


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gazetteer, "PATH", tmp_path / "gazetteer.sqlite")
    return tmp_path / "gazetteer.sqlite"


def test_missing_gazetteer_names_the_command_that_makes_it(elsewhere: Path) -> None:
    with pytest.raises(gazetteer.GazetteerMissing, match="make setup"):
        gazetteer.connection()


def test_gazetteer_of_another_version_is_refused(elsewhere: Path) -> None:
    sqlite3.connect(elsewhere).close()
    with pytest.raises(gazetteer.GazetteerMissing, match="make setup"):
        gazetteer.connection()


def test_gazetteer_is_read_only() -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer.connection().execute("DELETE FROM place")
