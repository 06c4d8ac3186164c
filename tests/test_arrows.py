"""The rooms and their arrows: imports go downwards only, and stand at the top of a file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "hansa"

# What each room may import, besides itself.
ALLOWED = {
    "facts": set(),
    "atlas": set(),
    "networks": set(),
    "reading": {"facts", "atlas"},
    "register": {"facts", "atlas", "reading", "networks", "settings"},
    "figures": {"facts", "atlas", "reading", "register"},
    "desks": {"facts", "atlas", "register"},
    "reports": {"facts", "atlas", "reading", "networks", "register", "figures", "desks"},
    "web": {"facts", "atlas", "reading", "networks", "register", "figures", "desks", "reports", "settings"},
    "public": {"facts", "atlas", "reading", "networks", "register", "figures", "desks", "reports", "settings"},
    "api": {"facts", "atlas", "reading", "networks", "register", "figures", "desks", "reports", "settings"},
    "cli": {"facts", "atlas", "reading", "networks", "register", "figures", "desks", "reports", "settings"},
    "settings": set(),
    "urls": {"web", "public", "api"},
}
WITHOUT_DJANGO = ("facts", "atlas", "reading", "networks")
FILES = sorted(
    path.relative_to(SOURCE) for path in SOURCE.rglob("*.py") if path.parent != SOURCE or path.stem != "__init__"
)


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, by their full names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_go_downwards(file: Path) -> None:
    rooms = {name.split(".")[1] for name in imported(SOURCE / file) if name.startswith("hansa.")}
    assert rooms - {room(file), "__version__"} <= ALLOWED[room(file)]


@pytest.mark.parametrize("file", [file for file in FILES if room(file) in WITHOUT_DJANGO], ids=str)
def test_lower_rooms_know_no_django(file: Path) -> None:
    assert [name for name in imported(SOURCE / file) if name.split(".")[0] == "django"] == []


def test_every_room_of_the_design_is_there() -> None:
    assert {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()} == {
        name for name in ALLOWED if name not in ("settings", "urls")
    }
