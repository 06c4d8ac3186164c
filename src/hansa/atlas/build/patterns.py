import sqlite3


def add_patterns(connection: sqlite3.Connection) -> None:
    pass
