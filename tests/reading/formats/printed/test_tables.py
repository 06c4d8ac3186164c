"""Tables without rules: rows of words in columns kept apart by space."""

from hansa.reading.formats.printed.lines import PrintedLine
from hansa.reading.formats.printed.tables import Table, unruled
from tests.reading.formats.printed.drawing import line, row


def read(lines: list[PrintedLine]) -> list[object]:
    """Tables as their rows, lines as their text."""
    return [part.rows if isinstance(part, Table) else part.text for part in unruled(lines)]


def test_columns_kept_apart_by_space_are_rows() -> None:
    lines = [
        line("前文", 715),
        row(700, (50, "城市"), (200, "國家"), (300, "年份")),
        row(685, (50, "長崎市"), (200, "日本"), (300, "2004")),
        row(670, (50, "關係未明之市"), (300, "2011")),
        line("以上三列。", 600),
    ]
    assert read(lines) == [
        "前文",
        [["城市", "國家", "年份"], ["長崎市", "日本", "2004"], ["關係未明之市", "", "2011"]],
        "以上三列。",
    ]


def test_cells_over_several_lines_are_whole_where_rows_stand_further_apart() -> None:
    lines = [
        row(700, (50, "城市"), (200, "國家"), (300, "說明")),
        row(666, (50, "長崎市"), (200, "日本")),  # in the middle of its row
        line("每年互派", 672, left=300),
        line("學生", 660, left=300),
        row(630, (50, "濟州市"), (200, "韓國"), (300, "2011年")),
    ]
    assert read(lines) == [
        [["城市", "國家", "說明"], ["長崎市", "日本", "每年互派\n學生"], ["濟州市", "韓國", "2011年"]]
    ]


def test_table_ends_where_words_stand_in_other_columns() -> None:
    lines = [
        row(700, (50, "日期"), (150, "事由")),
        row(685, (50, "8月"), (150, "市長率團來訪")),
        row(670, (50, "9月"), (150, "代表團來訪")),
        row(655, (50, "承辦單位聯絡人"), (300, "陳君")),
    ]
    assert read(lines) == [[["日期", "事由"], ["8月", "市長率團來訪"], ["9月", "代表團來訪"]], "承辦單位聯絡人   陳君"]


def test_labels_and_numbered_items_are_no_tables() -> None:
    labels = [row(700 - 15 * at, (50, "單位："), (200, "市府")) for at in range(3)]
    items = [row(700 - 15 * at, (50, f"{at}."), (90, "更新燈具")) for at in range(3)]
    assert read(labels) == ["單位：   市府"] * 3
    assert read(items) == [f"{at}.   更新燈具" for at in range(3)]


def test_lines_far_from_each_other_are_no_rows() -> None:
    lines = [row(700, (50, "甲"), (200, "乙"), (300, "丙")), row(500, (50, "丁"), (200, "戊"), (300, "己"))]
    assert read(lines) == ["甲   乙   丙", "丁   戊   己"]
