"""`python -m hansa.atlas.build`: make src/hansa/atlas/data/gazetteer.sqlite. Takes a few seconds; needs no network."""

import sqlite3
import sys
from pathlib import Path

from hansa.atlas import gazetteer
from hansa.atlas.build import geonames, hand, patterns
from hansa.atlas.build.draft import Draft


def build(path: Path) -> None:
    """Write the gazetteer to a file beside `path`, then put it in its place in one move.

    Raises ValueError, listing the rows, where a committed table names a city that GeoNames does not have.
    """
    partial = path.with_name("partial.sqlite")
    partial.unlink(missing_ok=True)
    connection = sqlite3.connect(partial)
    try:
        # The file is thrown away if this process dies: journal and waiting for the disk only cost time.
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;")
        connection.executescript(gazetteer.SCHEMA)
        draft = Draft(connection)
        geonames.add_cities(draft)
        hand.add_all(draft)
        draft.finish()
        patterns.add_patterns(connection)
        connection.commit()
        connection.execute("ANALYZE")
    finally:
        connection.close()
    partial.replace(path)


def main() -> None:
    """Make the gazetteer and say where it is."""
    try:
        build(gazetteer.PATH)
    except ValueError as error:
        sys.exit(f"the gazetteer was not made: {error}")
    print(f"gazetteer: {gazetteer.PATH} ({gazetteer.PATH.stat().st_size / 1e6:.0f} MB)", file=sys.stderr)


if __name__ == "__main__":
    main()
