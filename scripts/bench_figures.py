"""`make bench-figures`: how long the computed measures take over a large register, and how many queries.

On SQLite, or on the server that DATABASE_URL names (scripts/with_postgresql.py makes one). The register is filled with
exchanges of three counterparts each; data lie in a temporary folder, and are gone afterwards.
"""

import os
import runpy
import tempfile
from pathlib import Path

import click
import django
from scripts.bench_register import use_new_database
from scripts.measured import head


@click.command()
@click.option(
    "--exchanges", default=1_000_000, show_default=True, help="How many exchanges the register is filled with."
)
def main(exchanges: int) -> None:
    """Print the table for one database."""
    print(f"\n{'PostgreSQL' if os.environ.get('DATABASE_URL') else 'SQLite'}, {exchanges:,} exchanges")
    head()
    with tempfile.TemporaryDirectory(prefix="hansa-bench-") as folder:
        use_new_database(Path(folder))
        os.environ["HANSA_BENCH_EXCHANGES"] = str(exchanges)
        os.environ["DJANGO_SETTINGS_MODULE"] = "hansa.settings"
        # Records can be imported only now.
        django.setup()
        runpy.run_module("scripts.figures_asked", run_name="__main__")


if __name__ == "__main__":
    main()
