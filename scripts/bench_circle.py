"""`make bench-circle`: how much of an annual report that Hansa wrote comes back when it is read again.

A register is made in a temporary folder from the documents that lie beside the checkout, or else from the examples,
all their facts admitted; its report is written in each format and language, read, and scored by `tests.reports.circle`.
"""

import runpy
import tempfile
from pathlib import Path

import click
from scripts.bench_check import documents, use_new_register


@click.command()
@click.option("--examples", is_flag=True, help="Load the examples, whatever lies beside the checkout.")
@click.option("--year", default=2022, show_default=True, help="The year reported.")
@click.option("--misses", metavar="SUFFIX", help="List what was missed and read in excess in this format, as .odt.")
@click.option("--language", default="zh-hant", show_default=True, help="The language of the list of misses.")
def main(year: int, misses: str | None, language: str, *, examples: bool) -> None:
    """Print what comes back by format, language and type of fact."""
    with tempfile.TemporaryDirectory(prefix="hansa-circle-") as folder:
        use_new_register(Path(folder), documents(examples=examples))
        measures = runpy.run_module("scripts.circle_measures")
        if misses:
            measures["list_misses"](year, misses, language)
        else:
            measures["measure"](year)


if __name__ == "__main__":
    main()
