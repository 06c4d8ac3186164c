"""`make bench-report`: how long `hansa report annual` takes from a register of ten thousand records, by format.

The register is made once in a temporary folder: exchanges of twenty years, with people and topics, figures of each
section for every year, agreements, and memberships. The year reported fills about twenty pages. Each format is written
three times, by the command as a user calls it, and the median counts. On SQLite, or on the server that DATABASE_URL
names.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import django
from scripts.bench_register import use_new_database
from scripts.measured import head, line

_HANSA = Path(sys.executable).parent / "hansa"
_SUFFIXES = (".odt", ".docx", ".pdf", ".html", ".md")
_WANTED = 5.0
_TIMES = 3


def _seconds(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([str(_HANSA), *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


@click.command()
@click.option("--records", default=10_000, show_default=True, help="How many records the register holds.")
def main(records: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(prefix="hansa-report-") as folder:
        use_new_database(Path(folder))
        subprocess.run([str(_HANSA), "init", "--home", "高雄市"], check=True, stdout=subprocess.DEVNULL)
        os.environ["DJANGO_SETTINGS_MODULE"] = "hansa.settings"
        # Records can be imported only now.
        django.setup()
        from scripts.report_material import fill  # noqa: PLC0415 - models are there only after set-up

        held = fill(records)
        print(f"{'PostgreSQL' if os.environ.get('DATABASE_URL') else 'SQLite'}, {held:,} records")
        head()
        for suffix in _SUFFIXES:
            file = str(Path(folder) / f"report{suffix}")
            times = [_seconds("report", "annual", "--year", "2022", "-o", file) for _ in range(_TIMES)]
            line(f"hansa report annual --year 2022 -o report{suffix}", _WANTED, statistics.median(times), "s")


if __name__ == "__main__":
    main()
