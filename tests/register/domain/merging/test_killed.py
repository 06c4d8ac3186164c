"""A process killed in the midst of a merge leaves all of it or nothing."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("killed.py")
ROOT = Path(__file__).parents[4]


def test_killed_merge_leaves_all_or_nothing(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HANSA_DATA": str(tmp_path), "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}

    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path)], env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    *killed, last = done.stdout.split("\n")[:-1]
    assert (len(killed) > 10, set(killed), last) == (True, {"none"}, "all")
