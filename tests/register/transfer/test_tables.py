"""The tables: everything that the register holds has one, and every column has a name of its own in both languages."""

import pytest
from django.apps import apps

from hansa.register.models import User
from hansa.register.transfer.headings import headings_by_title, headings_of, sheet_title, table_named
from hansa.register.transfer.tables import Table, edited_tables, table_of, tables

MADE_ANEW = {"searchentry", "tally"}
RIGHTS_OF_DJANGO = {"user_groups", "user_user_permissions"}


def test_every_model_has_a_table_but_what_is_made_anew() -> None:
    models = {str(model._meta.model_name) for model in apps.get_app_config("register").get_models(True)}

    assert models - {str(table.model._meta.model_name) for table in tables()} == MADE_ANEW | RIGHTS_OF_DJANGO


def test_every_table_has_a_name_of_its_own() -> None:
    assert len({table.name for table in tables()}) == len(tables())


def test_no_password_leaves_the_register() -> None:
    assert {"password", "last_login"} & set(table_of(User).by_name) == set()


def test_what_documents_say_is_not_edited() -> None:
    edited = {table.name for table in edited_tables()}

    assert edited & {"facts", "sources", "passages", "conflicts", "history", "users", "commitment_passages"} == set()


@pytest.mark.parametrize("table", edited_tables(), ids=lambda table: table.name)
def test_what_follows_from_others_is_not_edited(table: Table) -> None:
    names = {column.name for column in table.edited_columns}

    assert names & {"folded", "first", "last", "signed_first", "created", "changed", "fixed", "merged_into"} == set()


@pytest.mark.parametrize("table", edited_tables(), ids=lambda table: table.name)
def test_every_column_of_a_sheet_has_a_head_of_its_own(table: Table) -> None:
    heads = [heading.titles["zh-Hant"] for heading in headings_of(table)]

    assert len(set(heads)) == len(heads)
    assert {one.text for one in headings_by_title(table).values()} == {one.text for one in headings_of(table)}


@pytest.mark.parametrize("table", edited_tables(), ids=lambda table: table.name)
def test_every_head_of_a_sheet_is_translated(table: Table) -> None:
    titles = [table.titles, *(column.titles for column in table.edited_columns)]

    assert [one for one in titles if one["zh-Hant"] == one["en"] and one["en"] != "ID"] == []


def test_every_sheet_has_a_title_of_its_own() -> None:
    assert len({sheet_title(table) for table in edited_tables()}) == len(edited_tables())


@pytest.mark.parametrize("title", ["締盟", "agreements", "締盟 (2)"])
def test_a_sheet_is_known_by_any_of_its_titles(title: str) -> None:
    found = table_named(title)

    assert found and found.name == "agreements"


def test_another_sheet_is_not_known() -> None:
    assert table_named("工作表1") is None
