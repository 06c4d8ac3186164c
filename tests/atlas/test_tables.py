import pytest

from hansa.atlas.folding import scan
from hansa.atlas.gazetteer import connection
from hansa.atlas.tables import DATA, read_table

TABLES = sorted(path.stem for path in DATA.glob("*.tsv") if path.stem != "han")


@pytest.mark.parametrize("name", TABLES)
def test_table_says_where_it_comes_from_and_when(name: str) -> None:
    head = [line for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert "202" in " ".join(head)
    assert any(word in " ".join(head) for word in ("Source:", "by hand"))


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_the_columns_of_the_head_and_no_more(name: str) -> None:
    for row in read_table(name):
        assert None not in row, row


def test_taiwan_has_its_counties_and_townships() -> None:
    rows = read_table("taiwan")
    assert (sum(not row["parent"] for row in rows), sum(bool(row["parent"]) for row in rows)) == (22, 368)


def test_every_guard_is_of_a_name_that_is_looked_for() -> None:
    patterns = {row[0] for row in connection().execute("SELECT text FROM pattern")}
    assert {row["name"] for row in read_table("guards") if scan(row["name"]) not in patterns} == set()
