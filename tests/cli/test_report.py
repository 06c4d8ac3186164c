"""`hansa report`: writes the year's report, or says in one line why not."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hansa.cli.report import command
from hansa.register.models import Figure, Office
from hansa.reports.render import pdf
from tests.factories import make_figure, make_office, make_party, make_revision

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    office = make_office(make_party("高雄市", country="TW"))
    make_figure("消費諮詢", 13358, "2022", unit="人次", home=office.home)
    return office


def report(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, ["annual", *map(str, arguments)])


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf", ".html", ".md"])
def test_the_report_is_written_in_every_format(office: Office, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"

    result = report("--year", "2022", "-o", path)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Wrote {path}: 國際事務處, 2022.\n"
    assert path.stat().st_size > 400


def test_a_year_of_the_republic_is_understood(office: Office, tmp_path: Path) -> None:
    result = report("--year", "111", "-o", tmp_path / "report.MD", "--language", "en")

    assert result.exit_code == 0
    assert "In 2022, consumer enquiries numbered 13,358." in (tmp_path / "report.MD").read_text(encoding="utf-8")


def test_what_has_to_be_confirmed_is_listed(office: Office, tmp_path: Path) -> None:
    figure = Figure.objects.get()
    held = {"section": "", "records": {figure.ref: {"measure": figure.measure, "value": "13000", "unit": figure.unit}}}
    revision = make_revision(figure.ref, "諮詢均獲妥處。", office=office, held=held)

    result = report("--year", "2022", "-o", tmp_path / "report.md")

    assert result.stderr.splitlines()[1:] == [
        f"To be confirmed: {figure.ref} ({revision.ref})",
        f"  {figure.ref}, value: was 13,000, is 13,358",
        f"  {figure.ref}, period: was （無）, is 111年",
    ]


@pytest.mark.parametrize("year", ["abc", "1899", "2101", "-1", "2022-23"])
def test_a_bad_year_is_refused_in_one_line(office: Office, tmp_path: Path, year: str) -> None:
    result = report(f"--year={year}", "-o", tmp_path / "report.md")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("hansa: --year: ")
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["report.txt", "report", "none/report.md", "folder.md"])
def test_a_bad_file_is_refused_in_one_line(office: Office, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.md").mkdir()

    result = report("--year", "2022", "-o", tmp_path / name)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"hansa: {tmp_path / name}: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("city", "reason"),
    [("臺南市", "no office works for 臺南市; there are offices for 高雄市"), ("無此城市市", "the atlas has no city")],
)
def test_a_city_without_office_is_refused(office: Office, tmp_path: Path, city: str, reason: str) -> None:
    result = report("--year", "2022", "-o", tmp_path / "report.md", "--home", city)

    assert result.exit_code == 1
    assert reason in result.stderr


def test_a_missing_font_is_one_line(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_families", lambda: frozenset[str]())

    result = report("--year", "2022", "-o", tmp_path / "report.pdf")

    assert result.exit_code == 1
    assert "fonts-noto-cjk" in result.stderr
    assert list(tmp_path.iterdir()) == []
