"""`hansa load` on real files: good and bad together, twice, and as one program."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_django import Settings

from hansa.cli.load import command
from hansa.register.models import Agreement, Exchange, Fact, Office, Party, Source, User
from tests.reading.language_model.server import gives, model

pytestmark = pytest.mark.django_db

TEXT = "國際事務報告\n\n一、民國112年5月3日，本市與日本熊本市簽署合作備忘錄，由雙方市長代表簽署。\n"


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> Path:
    settings.HANSA_DOCUMENTS = tmp_path / "kept"
    return tmp_path / "kept"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "報告.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def load(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_load_admits_and_prints_a_summary(report: Path) -> None:
    result = load(report, "--admit", "all")

    assert result.exit_code == 0
    head, row, total = result.stdout.splitlines()
    assert head.split("  ")[0] == "file"
    read = Fact.objects.count()
    assert read > 0 and row.split()[:4] == ["報告.txt", Source.objects.get().ref, str(read), str(read)]
    assert total.startswith("in all")
    assert str(Agreement.objects.get()).startswith("高雄市 × 熊本")


def test_load_makes_the_register_where_there_is_none(report: Path) -> None:
    result = load(report)

    assert "Made a register for 高雄市. Log in as administrator with the password " in result.stderr
    assert (Office.objects.count(), User.objects.filter(username="administrator").count()) == (1, 1)


def test_load_leaves_facts_for_review_unless_told_otherwise(report: Path) -> None:
    load(report)

    assert set(Fact.objects.values_list("state", flat=True)) == {"proposed"}
    assert Agreement.objects.count() == 0


def test_load_again_changes_nothing_and_says_so(report: Path) -> None:
    load(report, "--admit", "all")
    before = (Party.objects.count(), Fact.objects.count())

    result = load(report, "--admit", "all")

    assert result.exit_code == 0
    assert f"{report}: kept already, nothing was changed" in result.stderr
    assert (Party.objects.count(), Fact.objects.count(), Source.objects.count()) == (*before, 1)


def test_bad_file_is_named_and_the_others_are_loaded(report: Path, tmp_path: Path, documents: Path) -> None:
    empty, missing = tmp_path / "empty.pdf", tmp_path / "missing.txt"
    empty.touch()

    result = load(empty, missing, report)

    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if line.startswith("hansa: ")]
    assert lines[0].startswith(f"hansa: {empty}: ")
    assert lines[1].startswith(f"hansa: {missing}: ")
    assert lines[2] == "hansa: 2 of 3 files could not be read"
    assert [file.name for file in documents.iterdir()] == [Source.objects.get().sha256]


@pytest.mark.parametrize("folder", ["", "missing/deeper"])
def test_folder_or_nothing_is_no_document(tmp_path: Path, folder: str) -> None:
    result = load(tmp_path / folder)

    assert (result.exit_code, Source.objects.count()) == (1, 0)


def test_unknown_home_is_refused_in_one_line(report: Path) -> None:
    load(report.parent / "missing.txt")

    result = load(report, "--home", "虛構之丘")

    assert result.exit_code == 1
    assert result.stderr.startswith("hansa: --home 虛構之丘: the atlas has no city of this name")
    assert len(result.stderr.splitlines()) == 1
    assert Source.objects.count() == 0


def test_home_of_the_call_is_the_source_s(report: Path) -> None:
    load(report, "--home", "臺南市", "--admit", "all")

    assert str(Source.objects.get().home) == "臺南市"
    assert all(str(exchange.home) == "臺南市" for exchange in Exchange.objects.all())


def test_disk_that_refuses_is_one_line_and_nothing_is_loaded(
    report: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents.write_text("a file where the folder should be", encoding="utf-8")

    result = load(report)

    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("hansa: nothing was loaded: ")
    assert Source.objects.count() == 0


def test_load_by_a_model_leaves_its_facts_for_review(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tie = {
        "type": "agreement",
        "kind": "mou",
        "parties": ["高雄市", "熊本市"],
        "quote": "本市與日本熊本市簽署合作備忘錄",
    }
    with model(gives(tie)) as served:
        monkeypatch.setenv("HANSA_LLM_URL", served.url)
        monkeypatch.setenv("HANSA_LLM_MODEL", "small")
        result = load(report, "--reader", "llm", "--admit", "sure")

    assert result.exit_code == 0
    assert [(fact.rule, fact.state) for fact in Fact.objects.all()] == [("language_model", "proposed")]
