"""`make bench-concurrency`: two processes admit and edit at once, in one register.

Nine of ten operations edit one exchange, each adding one to its headcount and giving it a topic of its own. The others
admit facts: both processes try every fact, and one of them must be told that it is decided. None may be lost, none done
twice, and the chain of the history must hold. On SQLite, or on the server that DATABASE_URL names. Data lie in a
temporary folder, and are gone afterwards.
"""

import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import psycopg

PROCESSES = 2
# One operation of so many admits a fact.
EVERY = 10
_ROOT = Path(__file__).parents[1]


def environment(folder: Path) -> dict[str, str]:
    """What programs must be started with to use a register of their own in this folder, empty as yet."""
    told = {"HANSA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "hansa.settings"}
    if address := os.environ.get("DATABASE_URL"):
        name = f"separate_{secrets.token_hex(4)}"
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
        told["DATABASE_URL"] = urlsplit(address)._replace(path=f"/{name}").geturl()
    return {**os.environ, **told}


def start(folder_of: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    """A process that does a part of the work (`concurrent_work`), and prints what came of it as JSON."""
    command = [sys.executable, "-m", "scripts.concurrent_work", *arguments]
    return subprocess.Popen(
        command, env=folder_of, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def answer(process: "subprocess.Popen[str]") -> Any:
    """What a process printed. Raises RuntimeError with its last words where it failed."""
    printed, said = process.communicate()
    if process.returncode:
        raise RuntimeError(said.strip().splitlines()[-1] if said.strip() else f"ended with {process.returncode}")
    return json.loads(printed)


def work_at_once(folder: Path, operations: int) -> dict[str, Any]:
    """Let the processes do so many operations together in a new register; what came of them, and in what time."""
    env = environment(folder)
    each = operations // PROCESSES
    answer(start(env, "prepare", str(each // EVERY)))
    began = time.perf_counter()
    working = [start(env, "work", str(number), str(each), str(EVERY)) for number in range(PROCESSES)]
    did = [answer(process) for process in working]
    seconds = time.perf_counter() - began
    totals = {name: sum(one[name] for one in did) for name in did[0]}
    return {**totals, **answer(start(env, "look")), "seconds": round(seconds, 1)}


def faults(came: dict[str, Any], operations: int) -> list[str]:
    """What was lost or done twice; nothing, if all is well."""
    facts = operations // PROCESSES // EVERY
    edits = operations - facts * PROCESSES
    due = {
        "edited": edits, "headcount": edits, "topics": edits, "admitted": facts, "refused": facts, "records": facts,
        "facts_admitted": facts, "problems": [],
    }  # fmt: skip
    return [f"{name}: {came[name]}, not {value}" for name, value in due.items() if came[name] != value]


@click.command()
@click.option("--operations", default=10_000, show_default=True)
def main(operations: int) -> None:
    """Print what came of it; exit status 1 if anything was lost or done twice."""
    with tempfile.TemporaryDirectory(prefix="hansa-concurrency-") as folder:
        came = work_at_once(Path(folder), operations)
    print(f"{'PostgreSQL' if os.environ.get('DATABASE_URL') else 'SQLite'}: {json.dumps(came)}")
    print(f"{operations / came['seconds']:.0f} operations a second, of {PROCESSES} processes together")
    if wrong := faults(came, operations):
        sys.exit("\n".join(wrong))
    print("none lost, none done twice, nothing to be found by hansa verify")


if __name__ == "__main__":
    main()
