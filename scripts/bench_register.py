"""`make bench-register`: how fast a large register is filled, listed, counted and searched.

On SQLite, or on the server that DATABASE_URL names (scripts/with_postgresql.py makes one): first the world's twin
cities are imported and the seeds loaded, where these files lie beside the checkout, each into a database of its own;
then one is filled with exchanges of three counterparts each, and asked (`register_measures`). Data lie in a temporary
folder, and are gone afterwards.
"""

import os
import resource
import runpy
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import click
import django
import psycopg
from scripts.measured import head, line

_SHARED = Path(__file__).parents[2] / "shared"
_HANSA = Path(sys.executable).parent / "hansa"


def use_new_database(folder: Path) -> None:
    """Let whatever runs next have an empty database, and a folder of its own for it."""
    data = Path(tempfile.mkdtemp(dir=folder))
    os.environ["HANSA_DATA"] = str(data)
    if address := os.environ.get("DATABASE_URL"):
        name = f"bench_{secrets.token_hex(4)}"
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
        os.environ["DATABASE_URL"] = urlsplit(address)._replace(path=f"/{name}").geturl()


def command(what: str, wanted: float, *arguments: str) -> None:
    """Time a command of Hansa's; its memory is that of the largest command so far."""
    start = time.perf_counter()
    subprocess.run([str(_HANSA), *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    line(what, wanted, time.perf_counter() - start, "s")


def bring_in(folder: Path) -> None:
    """Import the twin cities and load the seeds, where they are."""
    if not _SHARED.exists():
        print(f"NOT RUN, {_SHARED} is not there: the twin cities and the seeds")
        return
    use_new_database(folder)
    command("the world's twin cities imported", 60, "import", "--format", "wikidata-csv", str(_SHARED / "data"))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    line("memory of that", 600, memory, "MB")
    use_new_database(folder)
    seeds = sorted(str(path) for path in (_SHARED / "seeds").iterdir())
    subprocess.run([str(_HANSA), "init", "--home", "高雄市"], check=True, stdout=subprocess.DEVNULL)
    command("the five seeds loaded and admitted", 20, "load", "--home", "高雄市", "--admit", "all", *seeds)


@click.command()
@click.option(
    "--exchanges", default=1_000_000, show_default=True, help="How many exchanges the register is filled with."
)
def main(exchanges: int) -> None:
    """Print the table for one database."""
    print(f"\n{'PostgreSQL' if os.environ.get('DATABASE_URL') else 'SQLite'}, {exchanges:,} exchanges")
    head()
    with tempfile.TemporaryDirectory(prefix="hansa-bench-") as folder:
        bring_in(Path(folder))
        use_new_database(Path(folder))
        os.environ["HANSA_BENCH_EXCHANGES"] = str(exchanges)
        os.environ["DJANGO_SETTINGS_MODULE"] = "hansa.settings"
        # Records can be imported only now.
        django.setup()
        runpy.run_module("scripts.register_measures", run_name="__main__")


if __name__ == "__main__":
    main()
