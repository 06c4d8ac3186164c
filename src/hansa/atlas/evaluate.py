"""`python -m hansa.atlas.evaluate FILE`: how many names of a CSV file are found where the file says they are.

The file has the columns name, country, latitude and longitude; an answer within 40 km is right.
"""

import csv
import math
import sys
from pathlib import Path

from hansa.atlas.countries import country_code
from hansa.atlas.lookup import lookup
from hansa.atlas.places import Place

_NEAR = 40.0
_EARTH = 6371.0


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two positions in degrees, along the earth's surface."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, position)) for position in (a, b))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(chord))


def _is_near(found: Place, position: tuple[float, float]) -> bool:
    if found.latitude is None or found.longitude is None:
        return False
    return distance((found.latitude, found.longitude), position) <= _NEAR


def main(path: Path, verbose: bool) -> None:
    """Print the counts; with `verbose` every name that was not found or found elsewhere, too."""
    total = answered = right = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            total += 1
            found = lookup(row["name"], country_code(row["country"]))
            answered += found is not None
            position = (float(row["latitude"]), float(row["longitude"]))
            near = found is not None and _is_near(found, position)
            right += near
            if verbose and not near:
                print(row["name"], row["country"], row["population"], found, sep="\t")
    shares = f"{right / total:.3f} of all, {right / answered:.3f} of answers"
    print(f"{total} names, {answered} answered, {right} right: {shares}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv[2:])
