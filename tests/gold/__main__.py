"""`python -m tests.gold`: reads the gold sets and prints their scores; `--misses SET` tells what was missed."""

import argparse
import json
from collections.abc import Mapping

from tests.gold.floors import floor_of, keep
from tests.gold.scoring import Score
from tests.gold.sets import Result, misses, own_sets, scored, shared_sets, total

_HEAD = f"{'type':14}{'gold':>6}{'read':>6}{'prec':>8}{'recall':>8}{'F1':>8}{'fields':>8}"


def main() -> None:
    """Print what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", metavar="SET", help="print what was missed and read in excess in one set")
    parser.add_argument("--rules", action="store_true", help="print how often each rule is right, by how sure it is")
    parser.add_argument("--keep", action="store_true", help="make the scores of our own sets those that CI holds us to")
    arguments = parser.parse_args()
    sets = shared_sets() + own_sets()
    if arguments.misses:
        for gold in sets:
            if gold.name == arguments.misses:
                for name, how, fact in misses(gold):
                    print(how, name, json.dumps(fact, ensure_ascii=False))
        return
    results = {gold.name: scored(gold) for gold in sets}
    for name, result in results.items():
        _print_table(name, result)
    _print_bands(results, by_rule=arguments.rules)
    if arguments.keep:
        keep({gold.name: floor_of(results[gold.name]) for gold in own_sets()})


def _print_table(name: str, result: Result) -> None:
    print(f"{name}\n{_HEAD}")
    for kind in sorted(result.facts):
        _print_row(kind, result.facts[kind], result.fields[kind])
    _print_row("all", result.overall, total(result.fields))
    print()


def _print_row(kind: str, facts: Score, fields: Score) -> None:
    numbers = f"{facts.precision:8.3f}{facts.recall:8.3f}{facts.f1:8.3f}{fields.f1:8.3f}"
    print(f"{kind:14}{facts.gold:6}{facts.read:6}{numbers}")


def _print_bands(results: Mapping[str, Result], *, by_rule: bool) -> None:
    """How many of the facts that the reader was sure of are right, and of the others."""
    print(f"{'right of read':42}{'sure':>14}{'not sure':>16}")
    for name, result in results.items():
        print(f"{name:42}{_of(total(result.sure)):>14}{_of(total(result.unsure)):>16}")
    if by_rule:
        for rule in sorted({rule for result in results.values() for rule in (*result.sure, *result.unsure)}):
            sure = sum((result.sure[rule] for result in results.values()), Score())
            unsure = sum((result.unsure[rule] for result in results.values()), Score())
            print(f"{rule:42}{_of(sure):>14}{_of(unsure):>16}")


def _of(score: Score) -> str:
    return f"{score.both}/{score.read} {score.precision:.2f}" if score.read else "-"


if __name__ == "__main__":
    main()
