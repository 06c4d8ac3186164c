"""The gold sets, read by the reader and scored: by type, by field, and by how sure the reader was."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hansa.facts import encode_fact
from hansa.reading.files import read_file
from tests.gold.scoring import Fact, Score, fields, pairs

HERE = Path(__file__).parent
SURE = 0.9
_SHARED = Path(__file__).parents[3] / "shared"


@dataclass(frozen=True)
class GoldSet:
    """Documents with their answers (`NAME.jsonl` to `NAME.txt` or `NAME_….txt`) and own cities."""

    name: str
    documents: tuple[Path, ...]
    answers: Path
    homes: Path

    def read(self) -> Iterator[tuple[str, list[Fact], list[Fact]]]:
        """Each document's name, the facts of the answers and the facts read."""
        homes = json.loads(self.homes.read_text(encoding="utf-8"))
        for path in sorted(path for folder in self.documents for path in folder.glob("*.txt")):
            name = path.stem.split("_")[0]
            answers = self.answers / f"{name}.jsonl"
            if not answers.exists():
                continue
            _, facts = read_file(path, homes.get(name))
            lines = answers.read_text(encoding="utf-8").splitlines()
            yield name, [json.loads(line) for line in lines if line], [json.loads(encode_fact(fact)) for fact in facts]


@dataclass
class Result:
    """Scores by type of fact, of the fields within matched facts by type, and right of all read by the rule."""

    facts: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    fields: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    sure: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    unsure: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))

    def add(self, gold: list[Fact], read: list[Fact]) -> None:
        """Count one document."""
        matched = pairs(gold, read)
        for fact in gold:
            self.facts[fact["type"]] += Score(gold=1)
        right = {j for _, j in matched}
        for at, fact in enumerate(read):
            self.facts[fact["type"]] += Score(read=1, both=at in right)
            band = self.sure if fact["score"] >= SURE else self.unsure
            band[fact["rule"]] += Score(read=1, both=at in right)
        for i, j in matched:
            self.fields[gold[i]["type"]] += fields(gold[i], read[j])

    @property
    def overall(self) -> Score:
        """All types together."""
        return total(self.facts)


def total(scores: dict[str, Score]) -> Score:
    """All scores together."""
    return sum(scores.values(), Score())


def own_sets() -> list[GoldSet]:
    """The sets of this folder, by name."""
    folders = sorted(path.parent for path in HERE.glob("*/homes.json"))
    return [GoldSet(path.name, (path / "documents",), path / "answers", path / "homes.json") for path in folders]


def shared_sets() -> list[GoldSet]:
    """The set that lies beside the checkout, where it does."""
    facts = _SHARED / "facts"
    if not facts.is_dir():
        return []
    return [GoldSet("shared", (facts / "documents", _SHARED / "seeds"), facts / "gold", facts / "homes.json")]


def scored(gold: GoldSet) -> Result:
    """The set read and scored."""
    result = Result()
    for _, answers, read in gold.read():
        result.add(answers, read)
    return result


def misses(gold: GoldSet) -> Iterator[tuple[str, str, Any]]:
    """By document, each fact of the answers that was `missed`, and each that was read in `excess`."""
    for name, answers, read in gold.read():
        matched = pairs(answers, read)
        found, right = {i for i, _ in matched}, {j for _, j in matched}
        yield from ((name, "missed", fact) for at, fact in enumerate(answers) if at not in found)
        yield from ((name, "excess", fact) for at, fact in enumerate(read) if at not in right)
