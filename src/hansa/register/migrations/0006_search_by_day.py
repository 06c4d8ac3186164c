"""Search by day: entries whose ids are in the order of the answers, one for each page of a source, and the tally.

The index is made anew when the register is next opened: what it holds follows from the records.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

WORDS = "title_terms, open_terms, terms, facets"
NEW_WORDS = "new.title_terms, new.open_terms, new.terms, new.facets"
OLD_WORDS = "old.title_terms, old.open_terms, old.terms, old.facets"
TALLIED = "kind, year, country, subkind, home, published"
TALLY = (
    "CREATE TABLE register_tally (kind varchar(20) NOT NULL, year integer NOT NULL, country varchar(2) NOT NULL,"
    " subkind varchar(20) NOT NULL, home bigint NOT NULL, published bool NOT NULL, number bigint NOT NULL,"
    f" PRIMARY KEY ({TALLIED}))"
)
SQLITE = [
    # Sums over it read it through.
    f"{TALLY} WITHOUT ROWID",
    # Words are kept once, in the entries; without places and lengths, which nobody asks for.
    f"CREATE VIRTUAL TABLE register_search USING fts5({WORDS}, content='register_searchentry', content_rowid='id',"
    " detail='column', columnsize=0, tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER register_search_added AFTER INSERT ON register_searchentry BEGIN"
    f" INSERT INTO register_search(rowid, {WORDS}) VALUES (new.id, {NEW_WORDS});"
    f" INSERT INTO register_tally({TALLIED}, number)"
    " SELECT new.kind, year.value, country.value, new.subkind, new.home, new.published, 1"
    " FROM json_each(new.years) AS year, json_each(new.countries) AS country WHERE true"
    f" ON CONFLICT({TALLIED}) DO UPDATE SET number = number + 1; END",
    "CREATE TRIGGER register_search_taken AFTER DELETE ON register_searchentry BEGIN"
    f" INSERT INTO register_search(register_search, rowid, {WORDS}) VALUES ('delete', old.id, {OLD_WORDS});"
    " UPDATE register_tally SET number = number - 1 WHERE kind = old.kind"
    " AND year IN (SELECT value FROM json_each(old.years))"
    " AND country IN (SELECT value FROM json_each(old.countries))"
    " AND subkind = old.subkind AND home = old.home AND published = old.published; END",
]
VECTOR = "tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array({}, ' '), ''))) STORED"
COUNTED = (
    "INSERT INTO register_tally({columns}, number)"
    " SELECT kind, year::integer, country, subkind, home, published, {sign}count(*) FROM {rows},"
    " jsonb_array_elements_text(years) AS year, jsonb_array_elements_text(countries) AS country"
    " GROUP BY 1, 2, 3, 4, 5, 6"
    " ON CONFLICT ({columns}) DO UPDATE SET number = register_tally.number + excluded.number"
)
POSTGRESQL = [
    TALLY,
    # The words are taken as they are: PostgreSQL's own parser would part or drop some that FTS5 keeps.
    "ALTER TABLE register_searchentry"
    " ADD COLUMN open_vector "
    + VECTOR.format("CASE WHEN published THEN title_terms || ' ' || open_terms || ' ' || facets END") + ","
    " ADD COLUMN vector " + VECTOR.format("title_terms || ' ' || open_terms || ' ' || terms || ' ' || facets"),
    "CREATE INDEX register_search_open ON register_searchentry USING gin(open_vector) WHERE open_vector IS NOT NULL",
    "CREATE INDEX register_search_all ON register_searchentry USING gin(vector)",
    # Once a statement: one by one, a million changes of one number would each wait to be passed over by the next.
    "CREATE FUNCTION register_search_added() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    + COUNTED.format(columns=TALLIED, sign="", rows="added") + "; RETURN NULL; END $$",
    "CREATE FUNCTION register_search_taken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    + COUNTED.format(columns=TALLIED, sign="-", rows="taken") + "; RETURN NULL; END $$",
    "CREATE TRIGGER register_search_added AFTER INSERT ON register_searchentry REFERENCING NEW TABLE AS added"
    " FOR EACH STATEMENT EXECUTE FUNCTION register_search_added()",
    "CREATE TRIGGER register_search_taken AFTER DELETE ON register_searchentry REFERENCING OLD TABLE AS taken"
    " FOR EACH STATEMENT EXECUTE FUNCTION register_search_taken()",
]


def take_words_out(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the words of the older index; its triggers and columns go with the table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE register_search")


def index_words(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let the database index the words of search entries and count them: on SQLite by FTS5, else by tsvector."""
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("register", "0005_bad_input")]

    operations = [
        migrations.DeleteModel("SearchEntry"),
        migrations.RunPython(take_words_out, migrations.RunPython.noop),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("record", models.CharField(db_index=True, max_length=50)),
                ("kind", models.CharField(max_length=20)),
                ("page", models.PositiveIntegerField(default=0)),
                ("start", models.PositiveIntegerField(default=0)),
                ("subkind", models.CharField(blank=True, max_length=20)),
                ("home", models.BigIntegerField(default=0)),
                ("published", models.BooleanField(default=False)),
                ("years", models.JSONField(default=list)),
                ("countries", models.JSONField(default=list)),
                ("title", models.CharField(max_length=300)),
                ("open_text", models.TextField()),
                ("text", models.TextField()),
                ("title_terms", models.TextField()),
                ("open_terms", models.TextField()),
                ("terms", models.TextField()),
                ("facets", models.TextField()),
            ],
            options={"ordering": ["-pk"]},
        ),
        # The table itself is made below, kept in the order of its key.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Tally",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "kind", "year", "country", "subkind", "home", "published",
                                blank=True, editable=False, primary_key=True, serialize=False,
                            ),
                        ),
                        ("kind", models.CharField(max_length=20)),
                        ("year", models.IntegerField()),
                        ("country", models.CharField(blank=True, max_length=2)),
                        ("subkind", models.CharField(blank=True, max_length=20)),
                        ("home", models.BigIntegerField()),
                        ("published", models.BooleanField()),
                        ("number", models.BigIntegerField()),
                    ],
                )
            ]
        ),
        migrations.RunPython(index_words, migrations.RunPython.noop),
    ]
