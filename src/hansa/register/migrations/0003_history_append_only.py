"""The history can only grow: the database itself refuses to change or delete an entry, whoever asks it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = [
    "CREATE TRIGGER register_history_not_changed BEFORE UPDATE ON register_historyentry"
    " BEGIN SELECT RAISE(ABORT, 'entries of the history are never changed'); END",
    "CREATE TRIGGER register_history_not_deleted BEFORE DELETE ON register_historyentry"
    " BEGIN SELECT RAISE(ABORT, 'entries of the history are never deleted'); END",
]
POSTGRESQL = [
    "CREATE FUNCTION register_history_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " RAISE EXCEPTION 'entries of the history are never changed or deleted'"
    " USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER register_history_not_changed BEFORE UPDATE ON register_historyentry"
    " FOR EACH ROW EXECUTE FUNCTION register_history_kept()",
    "CREATE TRIGGER register_history_not_deleted BEFORE DELETE ON register_historyentry"
    " FOR EACH ROW EXECUTE FUNCTION register_history_kept()",
]


def keep_history(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the triggers of the database that is there."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("register", "0002_records_in_full")]
    operations = [migrations.RunPython(keep_history, migrations.RunPython.noop)]
