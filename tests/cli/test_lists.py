"""`hansa report list`: writes a list in every format, or says in one line why not."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hansa.cli.report import command
from hansa.register.models import Office
from hansa.reports.lists import LISTS
from tests.factories import make_agreement, make_office, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    office = make_office(make_party("高雄市", country="TW"))
    make_agreement(office.home, make_party("釜山市", name_en="Busan", country="KR"), signed="1966-06-30")
    return office


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)))


def test_lists_are_named_with_their_filters(office: Office) -> None:
    result = run("lists")

    assert [line.split()[0] for line in result.stdout.splitlines()] == ["name", *LISTS]
    assert "--years --year --from --to --on --kind --country --unit" in result.stdout


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf", ".xlsx", ".ods", ".csv"])
def test_a_list_is_written_in_every_format(office: Office, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"partners{suffix}"

    result = run("list", "partners", "-o", path, "--on", "115年3月31日")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Wrote {path}: 高雄市締盟城市一覽表, 1 rows.\n"
    assert path.stat().st_size > 200


def test_a_list_is_narrowed_by_its_filters(office: Office, tmp_path: Path) -> None:
    result = run("list", "partners", "-o", tmp_path / "p.CSV", "--country", "日本", "--language", "en")

    assert result.stderr.endswith("Partner cities, 0 rows.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "no list is called 'nonsense'; there are partners, memberships"),
        (["partners", "--years", "3"], "this list knows no --years; it takes --on, --country, --kind, --unit"),
        (["results", "--years", "0"], "--years 0: write a number of years from 1 to 100"),
        (["results", "--years", "１２"], "--years １２: write a number of years from 1 to 100"),
        (["results", "--kind", "mous"], "--kind mous: write one of sister_city"),
        (["partners", "--on", "2026-02-30"], "--on 2026-02-30: no day"),
        (["partners", "--on", "2026"], "--on 2026: no day"),
        (["partners", "--country", "Nowhere"], "--country Nowhere: no country"),
        (["partners", "--unit", "無此局"], "--unit 無此局: the office has no unit of this name"),
        (["visitors", "--by", "week"], "--by week: write one of month, quarter, year"),
        (["visitors", "--year", "2025", "--to", "2025-01-01"], "--year and --from or --to"),
        (["visitors", "--from", "2025-02-01", "--to", "2025-01-01"], "--to 2025-01-01 lies before --from 2025-02-01"),
        (["visitors", "--year", "twenty"], "--year: 'twenty' is no year"),
    ],
)
def test_a_bad_question_is_refused_in_one_line(office: Office, tmp_path: Path, arguments: list[str], told: str) -> None:
    result = run("list", *arguments, "-o", tmp_path / "list.csv")

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["list.txt", "list", "none/list.csv"])
def test_a_bad_file_is_refused_in_one_line(office: Office, tmp_path: Path, name: str) -> None:
    result = run("list", "partners", "-o", tmp_path / name)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"hansa: {tmp_path / name}: ")
