"""`python -m hansa.atlas.evaluate FILE`: how many names of a CSV file are found where the file says they are.

The file has the columns name, country, latitude and longitude; an answer within 40 km is right.
"""

import csv
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from hansa.atlas.countries import country_code
from hansa.atlas.lookup import candidates, lookup
from hansa.atlas.places import Place

_NEAR = 40.0


@dataclass
class Score:
    """How many names were asked for, answered, answered right, and right among the five suggested."""

    names: int = 0
    answered: int = 0
    right: int = 0
    suggested: int = 0

    def __str__(self) -> str:
        shares = f"{self.right / self.names:.3f} of all, {self.right / self.answered:.3f} of answers"
        counts = f"{self.names} names, {self.answered} answered, {self.right} right"
        return f"{counts}: {shares}; among five: {self.suggested / self.names:.3f}"


def evaluate(path: Path, *, verbose: bool = False) -> Score:
    """Ask for every name of the file; with `verbose` print those that were not found or found elsewhere."""
    score = Score()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            country, latitude, longitude = country_code(row["country"]), float(row["latitude"]), float(row["longitude"])
            found = lookup(row["name"], country)
            right = found is not None and _is_near(found, latitude, longitude)
            score.names += 1
            score.answered += found is not None
            score.right += right
            # A right answer is the first of the suggestions, which need not be asked for then.
            suggested = () if right else candidates(row["name"], country)
            score.suggested += right or any(_is_near(p, latitude, longitude) for p in suggested)
            if verbose and not right:
                print(row["name"], row["country"], found, sep="\t")
    return score


def _is_near(found: Place, latitude: float, longitude: float) -> bool:
    kilometres = found.distance(replace(found, latitude=latitude, longitude=longitude))
    return kilometres is not None and kilometres <= _NEAR


if __name__ == "__main__":
    print(evaluate(Path(sys.argv[1]), verbose="-v" in sys.argv[2:]))
