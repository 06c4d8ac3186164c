"""The scores that CI holds the reader to: what it has reached it may not lose."""

import json
from pathlib import Path

from tests.gold.sets import Result, total

_FILE = Path(__file__).parent / "floors.json"


def floor_of(result: Result) -> dict[str, float]:
    """The F1 of each type, of all, and of the fields, in thousandths rounded down."""
    reached = {kind: score.f1 for kind, score in sorted(result.facts.items())}
    reached |= {"all": result.overall.f1, "fields": total(result.fields).f1}
    return {name: int(f1 * 1000) / 1000 for name, f1 in reached.items()}


def floors() -> dict[str, dict[str, float]]:
    """The committed scores by set."""
    kept: dict[str, dict[str, float]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return kept


def keep(reached: dict[str, dict[str, float]]) -> None:
    """Make these the committed scores."""
    _FILE.write_text(json.dumps(reached, indent=1) + "\n", encoding="utf-8")
