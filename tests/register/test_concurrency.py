"""Two processes that work at once, in a register of their own: nothing lost, nothing done twice."""

from pathlib import Path

from scripts.bench_concurrency import faults, work_at_once

OPERATIONS = 100


def test_two_processes_lose_and_double_nothing(tmp_path: Path) -> None:
    assert faults(work_at_once(tmp_path, OPERATIONS), OPERATIONS) == []
