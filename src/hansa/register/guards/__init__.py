"""Guards: rules between rows that the database keeps by triggers, against everything that writes past the validators.

Each is named after its rule in `validators/sentences.py`, and refuses with that name. They are taken down before
migrations and put up after them, because SQLite drops a table's triggers whenever it alters the table, and does not
alter a table that others' triggers look into.
"""

from hansa.register.guards.triggers import put_up_guards, take_down_guards

__all__ = ["put_up_guards", "take_down_guards"]
