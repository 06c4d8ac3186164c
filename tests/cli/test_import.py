"""`hansa import`, and what is left of it when it is killed."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from hansa.cli.main import hansa
from hansa.register.domain.installation import install
from hansa.register.models import Party
from hansa.register.transfer.exporting import export_folder, export_workbook

ROOT = Path(__file__).parents[2]


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(hansa, ["import", *words])
    return result.exit_code, result.output


def edited(folder: Path, country: str) -> Path:
    """A workbook in which the home city's country was edited."""
    path = folder / "register.xlsx"
    export_workbook(path, lambda _word: None)
    book = load_workbook(path)
    heads = [cell.value.split("\n")[0] for cell in book["締約方"][1]]
    book["締約方"].cell(2, heads.index("國家") + 1).value = country
    book.save(path)
    return path


@pytest.mark.django_db
def test_a_workbook_is_brought_in(tmp_path: Path) -> None:
    install()

    code, output = run(str(edited(tmp_path, "日本")))

    assert (code, Party.objects.get().country) == (0, "JP")
    assert output.endswith("records added: 0\nrecords changed: 1\n")


@pytest.mark.django_db
def test_what_is_wrong_is_listed_in_english_and_nothing_is_changed(tmp_path: Path) -> None:
    install()

    code, output = run(str(edited(tmp_path, "Atlantis")))

    assert (code, Party.objects.get().country) == (1, "TW")
    assert "sheet 締約方, row 2, column 國家: “Atlantis” is no country" in output
    assert output.endswith("hansa: nothing was changed; what is wrong: 1\n")


@pytest.mark.django_db
def test_a_folder_is_restored(tmp_path: Path) -> None:
    install()
    export_folder(tmp_path / "out", lambda _word: None)

    code, output = run(str(tmp_path / "out"))

    assert (code, "parties: 1\n" in output) == (0, True)


@pytest.mark.django_db
def test_twin_cities_are_brought_in(tmp_path: Path) -> None:
    write_cities(tmp_path, 3)

    code, output = run(str(tmp_path), "--format", "wikidata-csv")

    assert (code, output.endswith("parties added: 3\nparties joined: 0\nparties there already: 0\n"
                                  "agreements added: 2\nagreements there already: 0\n")) == (0, True)  # fmt: skip


def test_a_file_that_is_not_there_is_refused() -> None:
    assert run("nowhere.xlsx") == (1, "hansa: nowhere.xlsx: there is no such file or folder\n")


def write_cities(folder: Path, count: int) -> None:
    cities = [f"Q{number},City {number},Norway,60,{number / 1000},1" for number in range(1, count + 1)]
    relations = [f"Q{number},Q{number + 1}" for number in range(1, count)]
    (folder / "twin_cities.csv").write_text(
        "\n".join(["wikidata,name,country,latitude,longitude,population", *cities, ""]), encoding="utf-8"
    )
    (folder / "twin_relations.csv").write_text("\n".join(["wikidata_a,wikidata_b", *relations, ""]), encoding="utf-8")


@pytest.mark.parametrize("after", [0.0, 0.15, 0.4])
def test_an_import_that_is_killed_leaves_nothing(after: float, tmp_path: Path) -> None:
    write_cities(tmp_path, 2000)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HANSA_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT / "src")}
    hansa_command = [sys.executable, "-c", "from hansa.cli.main import main; main()"]
    subprocess.run([*hansa_command, "init"], env=environment, check=True, capture_output=True)
    process = subprocess.Popen(
        [*hansa_command, "import", str(tmp_path), "--format", "wikidata-csv"],
        env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stderr
    next(line for line in process.stderr if line.endswith("writing\n"))
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stderr.close()

    database = sqlite3.connect(tmp_path / "data" / "hansa.sqlite3")
    counts = [
        database.execute(f"SELECT count(*) FROM register_{table}").fetchone()[0]  # noqa: S608
        for table in ("party", "agreement")
    ]
    database.close()
    # The home city; or all of it, where the kill came too late.
    assert counts in ([1, 0], [2001, 1999])
    verified = subprocess.run([*hansa_command, "verify"], env=environment, check=False, capture_output=True, text=True)
    assert (verified.returncode, verified.stdout) == (0, "")
