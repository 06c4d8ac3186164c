"""`python -m hansa.atlas.evaluate FILE`: how many names of a CSV file are found where the file says they are.

The file has the columns name, country, latitude and longitude; an answer within 40 km is right.
"""

import csv
import sys
from dataclasses import replace
from pathlib import Path

from hansa.atlas.countries import country_code
from hansa.atlas.lookup import lookup
from hansa.atlas.places import Place

_NEAR = 40.0


def _is_near(found: Place, latitude: float, longitude: float) -> bool:
    kilometres = found.distance(replace(found, latitude=latitude, longitude=longitude))
    return kilometres is not None and kilometres <= _NEAR


def main(path: Path, verbose: bool) -> None:
    """Print the counts; with `verbose` every name that was not found or found elsewhere, too."""
    total = answered = right = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            total += 1
            found = lookup(row["name"], country_code(row["country"]))
            answered += found is not None
            near = found is not None and _is_near(found, float(row["latitude"]), float(row["longitude"]))
            right += near
            if verbose and not near:
                print(row["name"], row["country"], row["population"], found, sep="\t")
    shares = f"{right / total:.3f} of all, {right / answered:.3f} of answers"
    print(f"{total} names, {answered} answered, {right} right: {shares}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv[2:])
