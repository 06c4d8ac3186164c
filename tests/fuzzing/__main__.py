"""`python -m tests.fuzzing 10000`: reads so many damaged files of each format, and prints what came of them."""

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

from tests.fuzzing.outcomes import Outcome, Watched
from tests.fuzzing.samples import samples

_GOOD = ("facts", "refused")


def main() -> None:
    """Run, print one row a format, then each file that went wrong; exit status 1 where one did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="files of each format")
    parser.add_argument("--formats", help="suffixes, parted by commas: .pdf,.docx")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first seed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at once")
    arguments = parser.parse_args()
    good = samples()
    wrong: list[tuple[str, Outcome]] = []
    print(
        f"{'format':8}{'files':>8}{'facts':>8}{'refused':>9}{'wrong':>7}{'slowest s':>11}{'memory MB':>11}", flush=True
    )
    for suffix in arguments.formats.split(",") if arguments.formats else good:
        seeds = range(arguments.first, arguments.first + arguments.count)
        outcomes = _read_all(good, suffix, seeds, arguments.jobs)
        counts = Counter(outcome.result for outcome in outcomes)
        bad = [(suffix, outcome) for outcome in outcomes if outcome.result not in _GOOD]
        slowest = max(outcome.seconds for outcome in outcomes)
        memory = max(outcome.memory for outcome in outcomes) // 1_000_000
        print(
            f"{suffix:8}{len(outcomes):8}{counts['facts']:8}{counts['refused']:9}{len(bad):7}{slowest:11.1f}{memory:11}",
            flush=True,
        )
        for _, outcome in bad[:20]:
            print(f"  seed {outcome.seed}: {outcome.result} {outcome.said}", flush=True)
        wrong += bad
    raise SystemExit(bool(wrong))


def _read_all(good: dict[str, bytes], suffix: str, seeds: range, jobs: int) -> list[Outcome]:
    shares = [seeds[at::jobs] for at in range(jobs)]
    with ThreadPoolExecutor(jobs) as pool:
        return [outcome for share in pool.map(_read, repeat(good), repeat(suffix), shares) for outcome in share]


def _read(good: dict[str, bytes], suffix: str, seeds: Sequence[int]) -> list[Outcome]:
    watched = Watched(good)
    try:
        return [watched.read(suffix, seed) for seed in seeds]
    finally:
        watched.close()


if __name__ == "__main__":
    main()
