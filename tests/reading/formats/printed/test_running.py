"""What stands at the edges of pages."""

from hansa.reading.formats.printed.lines import PrintedLine
from hansa.reading.formats.printed.running import footnotes, without_running
from tests.reading.formats.printed.drawing import line, row


def page(head: str, foot: str, *body: str) -> list[PrintedLine]:
    return [line(head, 800), *(line(text, 700 - 15 * at) for at, text in enumerate(body)), line(foot, 40)]


def kept(pages: list[list[PrintedLine]]) -> list[list[str]]:
    return [[printed.text for printed in lines] for lines in without_running(pages, 400)]


def test_heads_of_left_and_right_pages_and_numbers_go() -> None:
    pages = [
        page(("高雄市年報", "第三章")[n % 2], f"— {n} —", name, f"{name}之二") for n, name in enumerate("甲乙丙丁戊己")
    ]
    assert kept(pages) == [[name, f"{name}之二"] for name in "甲乙丙丁戊己"]


def test_lines_as_wide_as_the_text_stay_though_they_recur() -> None:
    wide = "本市與外國城市每年互派青年學生往來並交換市政經驗且共同舉辦展覽多次成效良好深獲肯定"
    assert kept([page(wide, "完", "內文") for _ in range(4)])[0][0] == wide


def test_first_heads_of_columns_stay() -> None:
    pages = [[row(800, (50, "城市"), (200, "國家"), (300, "年份")), line(name, 700)] for name in "甲乙丙丁"]
    assert [len(lines) for lines in kept(pages)] == [2, 1, 1, 1]


def test_footnotes_are_the_small_lines_below() -> None:
    body = [line("內文", 700), line("內文", 685), line("內文", 670)]
    notes = [line("1 見公報。", 100, height=8), line("續前。", 90, height=8)]
    assert footnotes([*body, *notes]) == notes
    assert footnotes([*body, line("完", 100, height=8)]) == []
    assert footnotes([]) == []
