"""`hansa check`: what it prints of a draft, and how it refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from hansa.cli.check import command
from hansa.register.models import HistoryEntry, Office, Party
from tests.factories import make_figure, make_office, make_party

pytestmark = pytest.mark.django_db
DRAFT = "111年接待國際訪賓34案、220人次。\n111年修剪行道樹8,120株。\n"


@pytest.fixture
def office() -> Office:
    office = make_office(make_party("高雄市", country="TW", atlas_key="TW/KHH"))
    make_figure("國際訪賓", 33, "2022", unit="案", home=office.home)
    make_figure("國際訪賓人次", 220, "2022", unit="人次", home=office.home)
    return office


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_table_shows_what_differs_and_the_counts_of_all(office: Office, draft: Path) -> None:
    result = run(draft)

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "place   verdict  matter  in the draft  should be  why",
        "line 1  differs  number  34案          33         The register holds: 國際訪賓 33 案 (2022)",
    ]
    assert result.stderr == f"{draft}: 1 differs, 0 ambiguous, 1 agrees, 1 unknown\n"


def test_all_shows_what_agrees_and_what_is_not_known_after_what_differs(office: Office, draft: Path) -> None:
    result = run(draft, "--all")

    assert [line.split()[:5] for line in result.stdout.splitlines()[1:]] == [
        ["line", "1", "differs", "number", "34案"],
        ["line", "1", "agrees", "number", "220人次"],
        ["line", "2", "unknown", "number", "8,120株"],
    ]


@pytest.mark.parametrize(
    ("encoding", "ends"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("cp950", "\r\n"), ("utf-16", "\r\n")]
)
def test_json_gives_a_line_a_finding_with_characters_of_the_decoded_file(
    office: Office, draft: Path, encoding: str, ends: str
) -> None:
    text = DRAFT.replace("\n", ends)
    draft.write_bytes(text.encode(encoding))

    found = [json.loads(line) for line in run(draft, "--json").stdout.splitlines()]

    assert [(one["verdict"], text[one["start"] : one["end"]], one["quote"], one["expected"]) for one in found] == [
        ("differs", "34案", "34案", "33"),
        ("agrees", "220人次", "220人次", ""),
        ("unknown", "8,120株", "8,120株", ""),
    ]


def test_commented_draft_is_written_beside_the_table(office: Office, tmp_path: Path) -> None:
    path, output = tmp_path / "draft.docx", tmp_path / "checked.docx"
    document = Document()
    document.add_paragraph("111年接待國際訪賓34案。")
    document.save(str(path))

    result = run(path, "-o", output)

    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == f"Wrote {output}."
    assert [comment.text for comment in Document(str(output)).comments] != []


def test_check_changes_nothing(office: Office, draft: Path) -> None:
    before = (Party.objects.count(), HistoryEntry.objects.count())

    run(draft, "--home", "大阪市")

    assert (Party.objects.count(), HistoryEntry.objects.count()) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "does not exist"),
        (["empty.txt"], "is empty"),
        (["draft.txt", "--home", "大阪市"], "--home 大阪市: the register holds no such city"),
        (["draft.txt", "-o", "checked.txt"], "comments go into .docx or .odt"),
        (["draft.txt", "-o", "nowhere/checked.docx"], "a folder that is there"),
        (["draft.txt", "-o", "checked.docx"], "cannot hold comments"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(
    office: Office, draft: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(draft.parent)
    (draft.parent / "empty.txt").touch()

    result = run(*arguments)

    assert result.exit_code != 0
    assert message in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr
