"""An exported folder, restored: the same register, byte for byte, on either database."""

import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import transaction

from hansa.register.domain.history import enter
from hansa.register.domain.installation import install
from hansa.register.domain.users import add_user, system_user
from hansa.register.domain.verification import problems
from hansa.register.models import HistoryEntry, Party, SearchEntry, Source, User
from hansa.register.transfer.bringing_in import bring_in
from hansa.register.transfer.exporting import export_folder
from hansa.register.transfer.problems import NotBroughtIn
from hansa.register.transfer.restoring import holds_nothing, restore
from tests.factories import make_party
from tests.register.transfer.filling import fill

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]


class Undone(Exception):
    """Ends a block whose writing is taken back."""


def quiet(_word: str) -> None:
    pass


def exported(folder: Path) -> Path:
    export_folder(folder, quiet)
    return folder


def filled_elsewhere(folder: Path) -> Path:
    """The export of a filled register that is not there any more."""
    try:
        with transaction.atomic():
            fill()
            exported(folder)
            raise Undone
    except Undone:
        return folder


def files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def differing(one: Path, other: Path) -> list[Path]:
    assert files(one) == files(other)
    return [path for path in files(one) if not filecmp.cmp(one / path, other / path, shallow=False)]


def test_a_register_with_everything_in_it_comes_back_byte_for_byte(tmp_path: Path) -> None:
    folder = filled_elsewhere(tmp_path / "one")

    restore(folder, quiet)

    assert differing(folder, exported(tmp_path / "two")) == []


def test_a_register_comes_back_from_json_lines_alone(tmp_path: Path) -> None:
    folder = filled_elsewhere(tmp_path / "one")
    for path in (folder / "csv").iterdir():
        path.unlink()
    (folder / "csv").rmdir()

    restore(folder, quiet)

    assert [path for path in differing(folder, drop_csv(exported(tmp_path / "two")))] == []


def drop_csv(folder: Path) -> Path:
    for path in (folder / "csv").iterdir():
        path.unlink()
    (folder / "csv").rmdir()
    return folder


def test_a_register_of_sqlite_comes_back_on_any_database(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    subprocess.run(
        [sys.executable, "-m", "tests.register.transfer.filling", str(tmp_path / "one")],
        env={**environment, "HANSA_DATA": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=ROOT,
        check=True,
    )

    restore(tmp_path / "one", quiet)

    assert differing(tmp_path / "one", exported(tmp_path / "two")) == []


def test_verify_finds_nothing_more_after_than_before(tmp_path: Path) -> None:
    try:
        with transaction.atomic():
            fill()
            before = list(problems())
            exported(tmp_path / "one")
            raise Undone
    except Undone:
        pass

    restore(tmp_path / "one", quiet)

    assert list(problems()) == before


def test_what_is_restored_is_found(tmp_path: Path) -> None:
    restore(filled_elsewhere(tmp_path / "one"), quiet)

    assert SearchEntry.objects.filter(record="party-2").exists()


def test_restoring_takes_the_place_of_the_installation(tmp_path: Path) -> None:
    folder = filled_elsewhere(tmp_path / "one")
    made = install()

    bring_in(by=system_user(), source=folder, progress=quiet)

    assert differing(folder, exported(tmp_path / "two")) == []
    assert not User.objects.filter(username=made.username).exists()


def test_a_user_of_the_installation_keeps_the_password(tmp_path: Path) -> None:
    made = install()
    folder = exported(tmp_path / "one")
    User.objects.filter(username=made.username).update(password="kept")

    restore(folder, quiet)

    assert User.objects.get(username=made.username).password == "kept"


def test_a_user_who_is_new_has_no_password(tmp_path: Path) -> None:
    restore(filled_elsewhere(tmp_path / "one"), quiet)

    assert not User.objects.get(username="mei").has_usable_password()


def test_the_history_can_still_only_grow(tmp_path: Path) -> None:
    restore(filled_elsewhere(tmp_path / "one"), quiet)

    with pytest.raises(Exception, match="entries of the history are never"), transaction.atomic():
        HistoryEntry.objects.all().delete()


def test_a_new_record_gets_a_number_of_its_own(tmp_path: Path) -> None:
    restore(filled_elsewhere(tmp_path / "one"), quiet)

    assert make_party("新城").pk > 3
    enter(by=system_user(), action="add", record="party-4")


def test_everything_that_is_wrong_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    folder = filled_elsewhere(tmp_path / "one")
    replace(folder / "csv" / "parties.csv", "party-2", "city-2")
    replace(folder / "csv" / "gifts.csv", "1234567.2", "much")

    with pytest.raises(NotBroughtIn) as refused:
        restore(folder, quiet)

    assert {str(problem).split(":")[0] for problem in refused.value.problems} == {
        "parties.csv, row 2, column id",
        "parties.csv, row 3, column parent",
        "parties.csv, row 3, column successor",
        "gifts.csv, row 2, column value",
    }
    assert not Party.objects.exists()


def replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="")


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    folder = filled_elsewhere(tmp_path / "one")
    replace(folder / "csv" / "gifts.csv", "person-2", "person-99")

    with pytest.raises(NotBroughtIn, match="1 problems"):
        restore(folder, quiet)

    assert not Party.objects.exists()


def test_an_altered_document_is_refused_and_none_is_kept(tmp_path: Path, documents: Path) -> None:
    folder = filled_elsewhere(tmp_path / "one")
    for path in documents.iterdir():
        path.unlink()
    sorted((folder / "documents").iterdir())[0].write_bytes(b"altered")

    with pytest.raises(Exception, match="changed while it was read"):
        restore(folder, quiet)

    assert list(documents.iterdir()) == []
    assert not Source.objects.exists()


def test_a_register_holds_something_once_anything_is_in_it() -> None:
    install()
    assert holds_nothing()

    make_party("釜山")

    assert not holds_nothing()


def test_a_register_with_a_colleague_is_not_overwritten() -> None:
    install()

    add_user(by=system_user(), username="mei", password="correct horse", role="reader")

    assert not holds_nothing()
