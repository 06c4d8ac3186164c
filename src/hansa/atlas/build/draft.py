"""The gazetteer while it is being made: places and weighted names go in, the ordered name table comes out."""

import math
import sqlite3
from collections.abc import Iterable, Iterator
from operator import attrgetter

from hansa.atlas.folding import fold
from hansa.atlas.gazetteer import COLUMNS
from hansa.atlas.places import Place

# What a name counts beside its namesakes, added to ten times the logarithm of the population (0 to 75). A name that
# merely occurs among a place's alternates needs ten times the people to beat another place's main name.
ALTERNATE = -10
JOINED = -15
KEPT_BY_HAND = 15
COUNTRY = 200
# dataclasses.astuple copies every value deeply, which takes longer than all the rest.
_values = attrgetter(*COLUMNS)


def size(population: int) -> int:
    """The part of a name's weight that comes from the place's population."""
    return round(10 * math.log10(population + 10))


class Draft:
    """Collects places and names; names wait in a table of their own, since sorting once is faster than inserting."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute("CREATE TEMP TABLE waiting (folded TEXT, place INTEGER, weight INTEGER)")

    def add_place(self, place: Place) -> int:
        """Keep a place and return its row's id."""
        marks = ", ".join("?" * len(COLUMNS))
        values = _values(place)
        cursor = self.connection.execute(f"INSERT INTO place ({', '.join(COLUMNS)}) VALUES ({marks})", values)  # noqa: S608 - constants
        return cursor.lastrowid or 0

    def add_names(self, place_id: int, names: Iterable[str], weight: int) -> None:
        """Keep names of a place under their folded form."""
        folded = {fold(name) for name in names} - {""}
        self.connection.executemany("INSERT INTO waiting VALUES (?, ?, ?)", [(f, place_id, weight) for f in folded])

    def show(self, place_id: int, name_zh: str) -> None:
        """Keep the Chinese name to show, unless the place has one."""
        self.connection.execute("UPDATE place SET name_zh = ? WHERE id = ? AND name_zh = ''", (name_zh, place_id))

    def index(self) -> None:
        """Make the names added so far findable by `find_city`."""
        self.connection.execute("CREATE INDEX temp.waiting_folded ON waiting (folded)")

    def find_city(self, name: str, country: str, admin1: str = "") -> tuple[int, Place] | None:
        """The city of GeoNames that weighs most under a name, with its row's id."""
        columns = ", ".join(f"place.{column}" for column in COLUMNS)
        row = self.connection.execute(
            f"SELECT place.id, {columns} FROM waiting JOIN place ON place.id = waiting.place"  # noqa: S608 - constants
            " WHERE folded = ? AND country = ? AND kind = 'city' AND (admin1 = ? OR ? = '')"
            " ORDER BY weight DESC, place.id LIMIT 1",
            (fold(name), country, admin1, admin1),
        ).fetchone()
        return (row[0], Place(*row[1:])) if row else None

    def cities(self, condition: str) -> Iterator[tuple[int, Place]]:
        """The cities that meet a condition in SQL, with their rows' ids."""
        columns = ", ".join(COLUMNS)
        rows = self.connection.execute(f"SELECT id, {columns} FROM place WHERE kind = 'city' AND {condition}")  # noqa: S608 - constants
        return ((row[0], Place(*row[1:])) for row in rows)

    def finish(self) -> None:
        """Write the names in order, each once per place with its best weight."""
        self.connection.execute(
            "INSERT INTO name SELECT folded, place, max(weight) FROM waiting GROUP BY folded, place ORDER BY 1, 2"
        )
        self.connection.execute("DROP TABLE waiting")
        self.connection.execute("CREATE UNIQUE INDEX place_key ON place (key)")
