"""`make bench-check`: how many planted errors `hansa check` finds, and how often it cries wolf.

A register is made in a temporary folder and the documents loaded: the five that lie beside the checkout, where they
do, else the examples. Errors are planted in copies of their texts, at places where a fact is stated, and anywhere
where a number with a unit, a date or a post stands; and in drafts that tell the same in other words
(`tests/figures/checking/drafts`). The documents, the drafts and the reports that Hansa writes from the register are
checked as they are, too. What comes of it is counted by `errors_found`. On SQLite, or on the server that DATABASE_URL
names.
"""

import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click
import django
from scripts.bench_register import use_new_database

HOME = "高雄市"
_ROOT = Path(__file__).parents[1]
_SEEDS = _ROOT.parent / "shared" / "seeds"
_HANSA = Path(sys.executable).parent / "hansa"


def documents(*, examples: bool) -> list[Path]:
    """What is loaded: the documents beside the checkout; the examples where there are none, or where asked for."""
    beside = [] if examples else sorted(_SEEDS.glob("*.txt"))
    return beside or sorted((_ROOT / "examples/kaohsiung").iterdir())


def use_new_register(folder: Path, files: Sequence[Path]) -> None:
    """Make a register in the folder with the documents in it, and let this process work with it."""
    use_new_database(folder)
    for arguments in (("init", "--home", HOME), ("load", "--home", HOME, "--admit", "all", *map(str, files))):
        subprocess.run([str(_HANSA), *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.environ["DJANGO_SETTINGS_MODULE"] = "hansa.settings"
    django.setup()


@click.command()
@click.option("--errors", default=200, show_default=True, help="How many are planted in each group.")
@click.option("--each", default=10, show_default=True, help="How many in one copy, far apart.")
@click.option("--seed", default=5, show_default=True, help="Which of the many possible drawings.")
@click.option("--misses", is_flag=True, help="List what was not found, and the false alarms, with their words.")
@click.option("--examples", is_flag=True, help="Load the examples even where the documents are beside the checkout.")
def main(errors: int, each: int, seed: int, *, misses: bool, examples: bool) -> None:
    """Print how many of the planted errors are found, by kind and document."""
    files = documents(examples=examples)
    with tempfile.TemporaryDirectory(prefix="hansa-check-") as folder:
        use_new_register(Path(folder), files)
        measures = runpy.run_module("scripts.errors_found")
        measures["measure"](files, home=HOME, errors=errors, each=each, seed=seed, misses=misses)


if __name__ == "__main__":
    main()
