"""`hansa template`: the office's own templates, kept, used and withdrawn."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from pytest_django import Settings

from hansa.cli.report import command as report
from hansa.cli.template import command
from hansa.register.models import Office, Template
from tests.factories import make_office, make_party
from tests.templates import docx_template

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


@pytest.fixture
def office() -> Office:
    return make_office(make_party("高雄市", country="TW"))


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    path = tmp_path / "letterhead.docx"
    path.write_bytes(docx_template("本府用紙", "{{ title }}（{{ year }}）", "{{ body }}"))
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)))


def first_words(folder: Path) -> str:
    """The first paragraph of the annual report."""
    path = folder / "report.docx"
    result = CliRunner().invoke(report, ["annual", "--year", "2022", "-o", str(path)])
    assert result.exit_code == 0
    return str(Document(io.BytesIO(path.read_bytes())).paragraphs[0].text)


def test_reports_are_written_in_the_template_until_it_is_withdrawn(
    office: Office, letterhead: Path, tmp_path: Path
) -> None:
    added = run("add", letterhead, "--for", "annual")
    assert (added.exit_code, added.stdout) == (0, "")
    assert first_words(tmp_path) == "本府用紙"

    assert run("withdraw", Template.objects.get().ref).exit_code == 0
    assert first_words(tmp_path) != "本府用紙"


def test_templates_are_listed_with_their_state(office: Office, letterhead: Path) -> None:
    run("add", letterhead, "--for", "list", "--title", "公文用紙")

    assert run("list").stdout.splitlines()[1].split()[1:] == [
        "list", ".docx", "in", "use", "公文用紙", "letterhead.docx",
    ]  # fmt: skip


def test_an_unknown_field_is_refused_in_one_line(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(docx_template("{{ body }}", "{{ mayor }}"))

    result = run("add", path, "--for", "annual")

    assert result.exit_code == 1
    assert result.stderr.startswith(f"hansa: {path}: The template has a field that is not known: {{{{ mayor }}}}.")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pptx"])
def test_our_own_form_is_there_to_begin_with(office: Office, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"start{suffix}"

    assert run("start", path).exit_code == 0
    assert run("add", path, "--for", "council" if suffix == ".pptx" else "annual").exit_code == 0


def test_what_is_no_template_is_told(office: Office) -> None:
    result = run("use", office.home.ref)

    assert (result.exit_code, result.stderr) == (
        1, f"hansa: {office.home.ref}: this is no template; see hansa template list\n",
    )  # fmt: skip
