"""Kept files: whole or not at all, and none taken away that somebody relies on."""

from pathlib import Path

import pytest

from hansa.register.documents import files_kept, keeping, path_of, remove_halves, sha256_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("年報", encoding="utf-8")
    return path


def test_file_is_taken_away_where_the_block_fails(file: Path) -> None:
    with pytest.raises(ValueError, match="no"), keeping() as keep:
        keep(file, sha256_of(file))
        raise ValueError("no")

    assert list(files_kept()) == []


def test_whole_file_left_by_a_killed_load_is_taken_over_and_stays(file: Path) -> None:
    with keeping() as keep:
        keep(file, sha256_of(file))
    with pytest.raises(ValueError, match="no"), keeping() as keep:
        keep(file, sha256_of(file))
        raise ValueError("no")

    assert list(files_kept()) == [path_of(sha256_of(file))]


def test_damaged_file_is_written_anew(file: Path) -> None:
    kept = path_of(sha256_of(file))
    kept.write_text("half", encoding="utf-8")

    with keeping() as keep:
        keep(file, sha256_of(file))

    assert sha256_of(kept) == kept.name


def test_halves_are_removed_and_whole_files_are_not(documents: Path) -> None:
    (documents / "0abc.77.part").write_text("x", encoding="utf-8")
    (documents / "0abc").write_text("x", encoding="utf-8")

    remove_halves()

    assert list(files_kept()) == [documents / "0abc"]
