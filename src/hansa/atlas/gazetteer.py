"""The gazetteer's file: where it is, how it is opened for reading, and what a row of it is."""

import os
import sqlite3
from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "data" / "gazetteer.sqlite"
# Raised when the tables' shape changes, so that an older file is made anew instead of misread.
VERSION = 2
COLUMNS = (
    "key", "name_en", "name_zh", "country", "kind", "geonames_id", "latitude", "longitude", "population", "admin1",
    "parent", "subdivision",
)  # fmt: skip
SCHEMA = f"""
CREATE TABLE place (id INTEGER PRIMARY KEY, {", ".join(COLUMNS)});
CREATE TABLE name (folded TEXT, place INTEGER, weight INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE TABLE pattern (text TEXT, flags TEXT, refs TEXT);
PRAGMA user_version = {VERSION};
"""


class GazetteerMissing(RuntimeError):
    """The gazetteer has not been made yet, or by an older version; the message names the command that makes it."""

    def __init__(self) -> None:
        super().__init__("the gazetteer of place names is missing or out of date; make it with: make setup")


def connection() -> sqlite3.Connection:
    """The gazetteer, opened once per process for reading only. Raises GazetteerMissing."""
    # SQLite forbids carrying a connection into a forked process.
    return _open(PATH, os.getpid())


@cache
def _open(path: Path, process: int) -> sqlite3.Connection:
    if not path.exists():
        raise GazetteerMissing
    # Immutable: no locks, no journal; the file only changes at set-up. Shared by threads, since nobody writes.
    opened = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    if opened.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        opened.close()
        raise GazetteerMissing
    return opened
