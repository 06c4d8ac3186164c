"""What is not written down does not exist: settings, commands, rooms and links are looked up in the documents."""

import re
from pathlib import Path

import pytest

from hansa.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])


def test_every_setting_is_documented() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/hansa").rglob("*.py"))
    read = set(re.findall(r'"((?:HANSA|DATABASE)_[A-Z_]+)"', code))
    documented = set(
        re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert documented == read


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_a_guide(command: str) -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    assert f"hansa {command}" in texts


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 100
