"""`make bench-council`: how fast the council's slides are written, the whole command, in each format.

From a register with the five seeds, where these lie beside the checkout, and from one with 10,000 records in the period
reported. Data lie in a temporary folder, and are gone afterwards.
"""

import os
import runpy
import tempfile
from pathlib import Path

import django
from scripts.bench_register import command, use_new_database
from scripts.measured import head

_SHARED = Path(__file__).parents[2] / "shared"
_SECONDS = 5
PERIOD = ("--from", "2025-07-01", "--to", "2026-03-31")


def slides(what: str, folder: Path) -> None:
    """Time the command for each format, in both languages."""
    for suffix in (".pptx", ".odp", ".pdf"):
        for language in ("zh-hant", "en"):
            file = str(folder / f"report{suffix}")
            options = (*PERIOD, "--language", language, "-o", file)
            command(f"{what}, {suffix}, {language}", _SECONDS, "report", "council", *options)


def main() -> None:
    """Print the table."""
    head()
    with tempfile.TemporaryDirectory(prefix="hansa-bench-") as name:
        folder = Path(name)
        use_new_database(folder)
        if _SHARED.exists():
            seeds = sorted(str(path) for path in (_SHARED / "seeds").iterdir())
            command("the five seeds loaded", 20, "load", "--home", "高雄市", "--admit", "all", *seeds)
            slides("five seeds", folder)
        use_new_database(folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "hansa.settings"
        # Records can be imported only now.
        django.setup()
        runpy.run_module("scripts.council_material", run_name="__main__")
        slides("10,000 records", folder)


if __name__ == "__main__":
    main()
