"""Commands killed as `kill -9` does it, at a chosen moment: nothing of what they do may be there, or all of it.

python -m tests.register.killing go MOMENT ARGUMENTS…   prints what the register holds, and what verification says;
                                                       then runs a command of Hansa's: MOMENT is the number of the
                                                       statement before which it is killed, 0 for never, `copying`
                                                       for the middle of copying a document; prints their number
python -m tests.register.killing try COUNT FILE…        by hand: kills a load of these files at so many moments
"""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.db import connection
from scripts.bench_concurrency import environment

from hansa.cli.installation import ensure_installed
from hansa.cli.main import hansa
from hansa.register.domain.verification import problems
from hansa.register.models import RECORD_KINDS, Conflict, Fact, HistoryEntry, Merge, Passage, SearchEntry
from hansa.register.states import State, states_of

_ROOT = Path(__file__).parents[2]
_COUNTED = (Conflict, Fact, HistoryEntry, Merge, Passage, SearchEntry)
# It differs from one run to another.
_TIME = "decided_at"


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _copy_half(source: Any, target: Any) -> None:
    target.write(source.read(10))
    target.flush()
    _die()


def run(moment: str, *arguments: str) -> int:
    """Run a command of Hansa's here, and be killed at the moment; else how many statements there were."""
    if moment == "copying":
        shutil.copyfileobj = _copy_half  # type: ignore[assignment]
    last = 0 if moment == "copying" else int(moment)
    count = 0

    def execute(go_on: Callable[..., Any], *told: Any) -> Any:
        nonlocal count
        count += 1
        if count == last:
            _die()
        return go_on(*told)

    with connection.execute_wrapper(execute):
        hansa(list(arguments), standalone_mode=False)
    return count


def look() -> dict[str, Any]:
    """The hash of all that records hold, how many rows there are, and what verification says."""
    held: dict[str, dict[int, State]] = {
        kind: states_of(kind, model._default_manager.values_list("pk", flat=True))
        for kind, model in RECORD_KINDS.items()
    }
    told = {kind: {number: state | {_TIME: ""} for number, state in states.items()} for kind, states in held.items()}
    return {
        "held": hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest(),
        "rows": {table.__name__: table._default_manager.count() for table in _COUNTED},
        "problems": list(problems()),
    }


Held = dict[str, Any]


def go(env: dict[str, str], moment: str, *command: str) -> tuple[Held, int | None]:
    """Run a command in a register of its own until the moment.

    Gives what the register held before, and how many statements there were, None where it was killed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.register.killing", "go", moment, *command],
        env=env, cwd=_ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    lines = done.stdout.splitlines()
    return json.loads(lines[0]), None if done.returncode else int(lines[-1])


def try_moments(count: int, files: Sequence[str]) -> None:
    """Kill a load of these files at moments by chance, each time going on in the same register; print each."""
    load = ["load", "--home", "高雄市", "--admit", "all", *files]
    with tempfile.TemporaryDirectory(prefix="hansa-killing-") as folder:
        whole, killed = (environment(Path(tempfile.mkdtemp(dir=folder))) for _ in range(2))
        statements = go(whole, "0", *load)[1] or 0
        nothing, _ = go(killed, "0", "list", "parties")
        for _ in range(count):
            moment = random.randint(1, statements)  # noqa: S311 - no secret
            held, _ = go(killed, str(moment), *load)
            assert held == nothing
            print(f"killed before statement {moment} of {statements}; nothing was left of the one before", flush=True)
        assert go(killed, "0", *load)[0] == nothing
        assert go(killed, "0", "list", "parties")[0] == go(whole, "0", "list", "parties")[0]
        print("loaded then, the register holds what one does in which nothing was killed")


if __name__ == "__main__":
    what, first, *others = sys.argv[1:]
    if what == "try":
        try_moments(int(first), others)
    else:
        ensure_installed()
        print(json.dumps(look()), flush=True)
        print(run(first, *others))
