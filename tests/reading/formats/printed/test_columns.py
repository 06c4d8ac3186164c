"""Pages in two columns."""

from hansa.reading.formats.printed.columns import by_columns, column_edge, regions
from tests.reading.formats.printed.drawing import line, row

LEFT = [line("左" * 20, 700 - 15 * at) for at in range(8)]
RIGHT = [line("右" * 20, 700 - 15 * at, left=300) for at in range(8)]


def test_columns_printed_line_by_line_are_read_one_after_the_other() -> None:
    across = [row(700 - 15 * at, (50, f"左{at}" * 10), (300, f"右{at}" * 10)) for at in range(8)]
    found = [printed.text[:2] for printed in by_columns(across)]
    assert found == [*(f"左{at}" for at in range(8)), *(f"右{at}" for at in range(8))]


def test_rows_of_a_table_are_no_columns_of_prose() -> None:
    table = [row(700 - 15 * at, (50, "年"), (300, "國家地區" * (1 + at % 3))) for at in range(8)]
    assert by_columns(table) == table


def test_each_column_has_its_own_margin() -> None:
    title = line("題" * 40, 730)
    assert [(len(lines), edge) for lines, edge in regions([title, *LEFT, *RIGHT], 550)] == [
        (1, 550),
        (8, 250),
        (8, 500),
    ]
    assert regions(LEFT, 550) == [(LEFT, 550)]
    assert column_edge([[*LEFT, *RIGHT], LEFT]) == 250
    assert column_edge([LEFT]) is None
