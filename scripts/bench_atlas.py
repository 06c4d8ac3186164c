"""`make bench-atlas`: how right and how fast names are resolved to places.

- Right: the cities of a CSV file with positions (`../shared/data/twin_cities.csv`, or the file named) are asked for by
  name and country; an answer within 40 km is right (`hansa.atlas.evaluate`).
- Fast: names that each occur once, so that no cache helps, by `lookup` and by the bare SQLite query on the same names
  and tables. The ratio is the time of the query by that of `lookup`: 1.0 were as fast.
- Start: the first lookup in a new process that imports nothing else, and that process's memory.
"""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hansa.atlas import fold, gazetteer, lookup
from hansa.atlas.evaluate import evaluate

_CITIES = Path(__file__).parents[2] / "shared" / "data" / "twin_cities.csv"
_BATCH, _ROUNDS = 2_000, 9
_QUERY = (
    f"SELECT weight, {', '.join(f'place.{column}' for column in gazetteer.COLUMNS)}"  # noqa: S608 - constants
    " FROM name JOIN place ON place.id = name.place WHERE folded = ?"
)
_FIRST = """
import resource, time
start = time.perf_counter()
from hansa.atlas.lookup import lookup
assert lookup("Kaohsiung", "TW") is not None
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

Name = tuple[str, str]


def _names() -> list[Name]:
    """Names of cities with their countries, no two of which are cached as one, in no order."""
    rows = gazetteer.connection().execute("SELECT name_en, country FROM place WHERE kind = 'city' ORDER BY id")
    found = list({fold(name): (name, country) for name, country in rows}.values())
    random.Random(1).shuffle(found)  # noqa: S311 - no secret
    return found


def _microseconds(work: Callable[[Name], object], names: list[Name]) -> float:
    start = time.perf_counter()
    for name in names:
        work(name)
    return (time.perf_counter() - start) / len(names) * 1e6


def _query(name: Name) -> object:
    return gazetteer.connection().execute(_QUERY, (name[0],)).fetchall()


def _exact(what: str, work: Callable[[Name], object], names: list[Name]) -> None:
    """Print the medians over rounds, in each of which the query and the lookup are asked for the same new names."""
    bare, ours = [], []
    for at in range(0, _BATCH * _ROUNDS, _BATCH):
        batch = names[at : at + _BATCH]
        folded = [(fold(name), country) for name, country in batch]
        _microseconds(_query, folded)  # The pages of these names are in memory for both.
        bare.append(_microseconds(_query, folded))
        fold.cache_clear()
        ours.append(_microseconds(work, batch))
    query, found = statistics.median(bare), statistics.median(ours)
    print(f"{what}: {found:.1f} µs, bare query {query:.1f} µs, ratio {query / found:.2f}")


def _first() -> None:
    """Print the medians over new processes."""
    command = [sys.executable, "-c", _FIRST]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() for _ in range(5)]
    seconds, megabytes = (statistics.median(float(run[at]) for run in runs) for at in (0, 1))
    print(f"first lookup in a new process: {seconds:.3f} s with the import, {megabytes:.0f} MB")


def main() -> None:
    """Print a line for each number."""
    _first()  # Before this process grows: a child's count of memory begins with its parent's.
    cities = Path(sys.argv[1]) if len(sys.argv) > 1 else _CITIES
    if cities.exists():
        print(evaluate(cities))
    else:
        print(f"not measured: {cities} is not there; name a CSV file with name, country, latitude, longitude")
    names, size = _names(), _BATCH * _ROUNDS
    _exact("name", lambda name: lookup(name[0]), names[:size])
    _exact("name and country", lambda name: lookup(*name), names[size : 2 * size])


if __name__ == "__main__":
    main()
