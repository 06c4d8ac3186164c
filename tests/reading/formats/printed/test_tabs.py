"""Text that was typed with tabs and printed."""

from hansa.reading.formats.printed.lines import PrintedLine
from hansa.reading.formats.printed.tabs import TabStops, find_tab_stops, set_tabs, tabbed
from tests.reading.formats.printed.drawing import line, row

INCH = 36.0
# Half an inch between stops: a cell ends before the next begins, wherever that is.
TYPED = (
    ("城市", "國家", "年份", "備註"),
    ("木更津市", "日本", "2004", "互訪"),
    ("高知", "日本", "", "洽談中"),
)  # fmt: skip


def typed(cells: tuple[str, ...], top: float) -> PrintedLine:
    """A line of cells with a tab between each two."""
    words: list[tuple[float, str]] = []
    place = 0.0
    for cell in cells:
        if cell:
            words.append((place, cell))
        place = ((place + 10 * len(cell)) // INCH + 1) * INCH
    return row(top, *words)


def test_cells_of_text_with_tabs_are_told_by_the_stops() -> None:
    lines = [typed(cells, 700 - 15 * at) for at, cells in enumerate(TYPED)]
    stops = find_tab_stops([lines])
    assert stops == TabStops(0, INCH)
    for printed in lines:
        set_tabs(printed, stops)
    assert [rows for rows, _ in tabbed(lines, 500, stops)] == [[list(cells) for cells in TYPED]]


def test_columns_of_a_table_are_no_tab_stops() -> None:
    lines = [row(700 - 15 * at, (0, "城市"), (113.4, "國家"), (190, "年份")) for at in range(4)]
    assert find_tab_stops([lines]) is None


def test_row_that_goes_over_lines_is_one() -> None:
    stops = TabStops(0, INCH)
    lines = [
        typed(("城市", "備註"), 700),
        typed(("高知", "一" * 20), 688),
        line("二三", 676, left=0),
        line("附記", 640, left=0),
    ]
    for printed in lines:
        set_tabs(printed, stops)
    found = [(rows, [part.text for part in rest]) for rows, rest in tabbed(lines, 240, stops)]
    assert found == [([["城市", "備註"], ["高知", f"{'一' * 20}\n二三"]], []), ([], ["附記"])]


def test_tab_after_an_items_number_makes_no_row() -> None:
    item = row(700, (0, "1."), (INCH, "更新燈具"))
    set_tabs(item, TabStops(0, INCH))
    assert "\t" not in item.text


def test_space_between_figures_and_chinese_is_no_tab_though_it_ends_at_a_stop() -> None:
    date = row(700, (0, "民國"), (22.5, "1"), (INCH, "年度"))
    date.words[1].right = INCH - 2.5
    date.words[2].gap = 2.5
    set_tabs(date, TabStops(0, INCH))
    assert "\t" not in date.text
