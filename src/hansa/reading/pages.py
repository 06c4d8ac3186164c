"""Numbers of pages, as a person writes them."""

from collections.abc import Iterable
from itertools import groupby


def page_numbers(numbers: Iterable[int]) -> str:
    """Numbers of pages, runs of them as the first and the last: `1–3, 7`."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(sorted(numbers)), lambda at: at[1] - at[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
