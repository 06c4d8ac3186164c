"""A register in which every column of every table holds something: rows made by walking the models.

`python -m tests.register.transfer.filling FOLDER` makes one in a new database and exports it.
"""

import datetime as dt
import hashlib
import json
import os
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import django
from django.apps import apps

if not apps.ready:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from django.core.management import call_command
from django.db import connection, models, transaction

from hansa.register.derived import derive
from hansa.register.documents import path_of
from hansa.register.domain.history import Change, enter_all, request_id
from hansa.register.domain.users import system_user
from hansa.register.domain.verification import text_hash
from hansa.register.enums import FactState
from hansa.register.models import (
    AgreementParty,
    Commitment,
    Conflict,
    Fact,
    HistoryEntry,
    HistoryHead,
    Membership,
    Passage,
    Picture,
    Source,
    Template,
    User,
)
from hansa.register.models.merge import Merge
from hansa.register.models.record import EdtfField
from hansa.register.models.source import RECORD_FIELDS
from hansa.register.rows import insert, pass_over_numbers
from hansa.register.search import rebuild_index
from hansa.register.transfer.exporting import export_folder
from hansa.register.transfer.tables import Table, tables

ROWS = 3
# What files of any format may stumble over.
TEXTS = ('=1+1 "高雄"', "two\nlines\r\nand a tab\t", " 臺北, ünïcödé 🏙️; 'x' ", "+886 7 \x0b null", "@_x0041_ [a]")
DAY = dt.date(2023, 5, 3)


@transaction.atomic
def fill() -> None:
    """Fill every table, links and all; the history with a true chain, the sources with true documents."""
    token = request_id.set("a run")
    enter_all(
        by=system_user(),
        changes=[
            *(
                Change("change", f"agreement-{n}", {"n": n}, {"title": t}, "why", ["fact-1"])
                for n, t in enumerate(TEXTS)
            ),
            *(Change("keep", f"source-{n}", after={"text_sha256": text_hash(text_of_source(n))}) for n in rows()),
        ],
    )
    request_id.reset(token)
    for table in tables():
        if table.model in (HistoryEntry, HistoryHead):
            continue
        if table.model is User:
            User.objects.create_user(
                "mei", "mei@example.org", "secret", first_name="美", last_name="林", office_id=1, unit_id=1
            )
            continue
        made = [row_of(table, number) for number in (range(1, 7) if table.model in (Fact, AgreementParty) else rows())]
        columns = [column.field for column in table.columns]
        insert(
            table.model,
            [field.column for field in columns],
            [[ready(field, getattr(row, field.attname)) for field in columns] for row in made],
        )
        pass_over_numbers(table.model)
    rebuild_index()


def rows() -> range:
    """The numbers of the rows of a table."""
    return range(1, ROWS + 1)


def ready(field: Any, value: Any) -> Any:
    """A value as the database takes it."""
    if isinstance(field, models.JSONField):
        return json.dumps(value)
    return field.get_db_prep_save(value, connection)


def row_of(table: Table, number: int) -> models.Model:
    """A row with something in each of its columns, as far as the database lets it."""
    row: Any = table.model(id=number)
    for column in table.columns:
        if not column.field.primary_key:
            setattr(row, column.field.attname, value_of(column.field, table, number))
    if isinstance(row, Fact):
        row.type = RECORD_FIELDS[number - 1]
        row.state = FactState.ADMITTED
        for name in RECORD_FIELDS:
            setattr(row, f"{name}_id", 1 if name == row.type else None)
    if isinstance(row, AgreementParty):
        row.agreement_id, row.party_id = (number + 1) // 2, other(number // 2) if number % 2 == 0 else (number + 1) // 2
    if isinstance(row, Membership):
        row.party_id = other(number)
    if isinstance(row, Commitment):
        row.exchange_id = 1 if number > 1 else None
    if isinstance(row, Source | Picture | Template):
        row.sha256, row.size = keep(f"{table.name} {number}".encode())
        row.text = text_of_source(number)  # of a source; the others have none
    if isinstance(row, Passage):
        row.source_id, row.start, row.end = number, 0, len(text_of_source(number))
        row.quote = " ".join(text_of_source(number).split())
    return derive(row)


def keep(content: bytes) -> tuple[str, int]:
    """Keep a file with this content; gives its SHA-256 and its size."""
    sha256 = hashlib.sha256(content).hexdigest()
    path_of(sha256).parent.mkdir(parents=True, exist_ok=True)
    path_of(sha256).write_bytes(content)
    return sha256, len(content)


def other(number: int) -> int:
    """Another row than this one."""
    return number % ROWS + 1


def text_of_source(number: int) -> str:
    """The text of a source."""
    return f"{TEXTS[number % len(TEXTS)]} {number}"


def value_of(field: Any, table: Table, number: int) -> Any:
    """Something that a column may hold, different in each row where it has to be."""
    if isinstance(field, models.ForeignKey):
        return link_of(field, number)
    if field.choices:
        codes = [code for code, _label in field.flatchoices]
        return codes[number % len(codes)]
    if isinstance(field, EdtfField):
        return ("2023-05-03", "2023-05-03/2023-05-03", "2023-05-03")[number % ROWS]
    if isinstance(field, models.JSONField):
        return json_of(field, number)
    simple = next((make for kind, make in _SIMPLE.items() if isinstance(field, kind)), None)
    return simple(number) if simple else words(field, number)


def link_of(field: Any, number: int) -> int | None:
    """The row that a link points to: another one of its table, never itself or in a circle."""
    if field.remote_field.model is User:
        return system_user().pk
    if field.remote_field.model is field.model:
        return (1 if number == ROWS else None) if field.name == "merged_into" else number - 1 or None
    return (number + 1) // 2 if number > ROWS else number


def json_of(field: Any, number: int) -> Any:
    """What a column of JSON holds: counts, nested objects, page ends, or texts."""
    nested = {"z": [1.5, None, True], "a": {"臺": TEXTS[number % ROWS]}}
    if field.model in (Fact, Conflict, Merge) and field.name != "fixed":
        return nested
    return {"members": [{"count": number, "of": "cities"}], "pages": [number]}.get(field.name, list(TEXTS[:number]))


def words(field: Any, number: int) -> str:
    """A text with what may go wrong in it; a short one where little room is."""
    if (field.max_length or 1000) < 60:
        return {"currency": "TWD", "country": "JP"}.get(field.name, f"Q{number}")
    return f"{field.model.__name__}{TEXTS[number % len(TEXTS)]} {number}"


_SIMPLE: dict[Any, Any] = {
    models.BooleanField: lambda number: number % 2 == 0,
    models.DateTimeField: lambda number: dt.datetime(2024, 2, 29, 23, 59, 59, number, tzinfo=dt.UTC),
    models.DateField: lambda number: DAY,
    models.TimeField: lambda number: dt.time(23, 59, number),
    models.DecimalField: lambda number: Decimal(f"1234567.{number}"),
    models.FloatField: lambda number: 0.1 + number,
    models.IntegerField: lambda number: 2**31 - number,
}


def main(folder: Path) -> None:
    """Make a filled register and export it."""
    call_command("migrate", verbosity=0, interactive=False)
    fill()
    export_folder(folder, lambda _word: None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
