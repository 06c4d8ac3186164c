"""The triggers that keep the guards, in the words of each database."""

# ruff: noqa: S608 - nothing here comes from outside

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from hansa.register.guards.rules import GUARDS, Guard, exists

# An agreement may lack a side while a transaction is under way, not at its end.
TWO_SIDES = "agreement_has_two_parties"
_ONE_SIDED = (
    "merged_into_id IS NULL AND (SELECT count(*) FROM register_agreementparty side WHERE side.agreement_id = {0}) < 2"
)


def _events(guard: Guard) -> dict[str, str]:
    """When a guard looks, by a short name."""
    update = {"update": f"UPDATE OF {', '.join(guard.columns)}"}
    return update if guard.of_old_rows else {"insert": "INSERT", **update}


def _on_sqlite(guard: Guard) -> Iterator[str]:
    for event, when in _events(guard).items():
        yield (
            f"CREATE TRIGGER {guard.name}_{event} AFTER {when} ON {guard.table} BEGIN"
            f" SELECT RAISE(ABORT, '{guard.rule}') WHERE {guard.broken}; END"
        )


def _two_sides_on_sqlite() -> Iterator[str]:
    """SQLite puts off foreign keys only: agreements short of a side stand in a table whose rows refer to nothing."""
    yield "CREATE TABLE IF NOT EXISTS no_rows (id integer PRIMARY KEY)"
    yield (
        f"CREATE TABLE IF NOT EXISTS {TWO_SIDES}"
        " (id integer PRIMARY KEY REFERENCES no_rows (id) DEFERRABLE INITIALLY DEFERRED)"
    )
    events = (
        ("made", "INSERT ON register_agreement", "NEW.id"),
        ("merged", "UPDATE OF merged_into_id ON register_agreement", "NEW.id"),
        ("gone", "DELETE ON register_agreement", "OLD.id"),
        ("added", "INSERT ON register_agreementparty", "NEW.agreement_id"),
        ("left", "DELETE ON register_agreementparty", "OLD.agreement_id"),
        ("moved_away", "UPDATE OF agreement_id ON register_agreementparty", "OLD.agreement_id"),
        ("moved_here", "UPDATE OF agreement_id ON register_agreementparty", "NEW.agreement_id"),
    )
    for name, event, agreement in events:
        yield (
            f"CREATE TRIGGER guard_{TWO_SIDES}_{name} AFTER {event} BEGIN"
            f" DELETE FROM {TWO_SIDES} WHERE id = {agreement};"
            f" INSERT INTO {TWO_SIDES} SELECT id FROM register_agreement"
            f" WHERE id = {agreement} AND {_ONE_SIDED.format(agreement)}; END"
        )


def _function(name: str, rule: str, broken: str) -> str:
    """A function for triggers of PostgreSQL that refuses as a check of the rule's name does.

    It keeps the plan that it made when the tables were empty: unless it is told to use the indexes, it would read whole
    tables for every row of a large load.
    """
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off SET enable_hashjoin = off"
        f" SET enable_mergejoin = off AS $$ BEGIN IF {broken} THEN"
        f" RAISE EXCEPTION '{rule}' USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}';"
        " END IF; RETURN NULL; END $$"
    )


def _on_postgresql(guard: Guard) -> Iterator[str]:
    yield _function(guard.name, guard.rule, guard.broken)
    yield (
        f"CREATE TRIGGER {guard.name} AFTER {' OR '.join(_events(guard).values())} ON {guard.table}"
        f" FOR EACH ROW EXECUTE FUNCTION {guard.name}()"
    )


def _two_sides_on_postgresql() -> Iterator[str]:
    events = (
        ("agreement", "INSERT OR UPDATE OF merged_into_id ON register_agreement", "NEW.id"),
        ("side", "DELETE OR UPDATE OF agreement_id ON register_agreementparty", "OLD.agreement_id"),
    )
    for table, event, agreement in events:
        name = f"guard_{TWO_SIDES}_{table}"
        short = exists("register_agreement", f"id = {agreement} AND {_ONE_SIDED.format(agreement)}")
        yield _function(name, TWO_SIDES, short)
        yield (
            f"CREATE CONSTRAINT TRIGGER {name} AFTER {event} DEFERRABLE INITIALLY DEFERRED"
            f" FOR EACH ROW EXECUTE FUNCTION {name}()"
        )


# By database: the names of the guards that stand, and how one is removed; how a guard is made, and that of two sides.
_STANDING = {
    "sqlite": (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard!_%' ESCAPE '!'",
        "DROP TRIGGER {}",
    ),
    "postgresql": (
        "SELECT proname FROM pg_proc WHERE proname LIKE 'guard!_%' ESCAPE '!'",
        "DROP FUNCTION {}() CASCADE",
    ),
}
_MADE = {"sqlite": (_on_sqlite, _two_sides_on_sqlite), "postgresql": (_on_postgresql, _two_sides_on_postgresql)}


def take_down_guards(connection: BaseDatabaseWrapper) -> None:
    """Remove every guard that an earlier version or this one put up."""
    standing, drop = _STANDING[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(standing)
        for (name,) in cursor.fetchall():
            cursor.execute(drop.format(name))


def put_up_guards(connection: BaseDatabaseWrapper) -> None:
    """Have the database keep the guards, in place of those that stand."""
    take_down_guards(connection)
    each, two_sides = _MADE[connection.vendor]
    with connection.cursor() as cursor:
        for statement in (*two_sides(), *(one for guard in GUARDS for one in each(guard))):
            cursor.execute(statement)
