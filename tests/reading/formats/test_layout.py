"""What the places of lines on a page tell."""

import pytest

from hansa.reading.formats.layout import PrintedLine, Word, ends_paragraph, margins, pitch, rows


def line(text: str, top: float, left: float = 50, right: float = 500, first: float = 12) -> PrintedLine:
    return PrintedLine((Word(left, text),), left, right, top, top - 10, first)


def row(top: float, *words: tuple[float, str]) -> PrintedLine:
    parts = tuple(Word(left, text, apart=at > 0) for at, (left, text) in enumerate(words))
    return PrintedLine(parts, words[0][0], words[-1][0] + 30, top, top - 10, 20)


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        (line("本市與外國城市往來頻繁", 700), line("並有成果。", 685), False),
        (line("本市成果。", 700, right=200), line("次年再辦。", 685), True),
        (line("本市與外國城市往來頻繁", 700), line("次年再辦。", 660), True),
        (line("本市與外國城市往來頻繁", 700), line("首行內縮。", 685, left=74), True),
        (line("(1)本市與外國城市往來頻繁", 700), line("並有成果。", 685, left=74), False),
        (line("左欄之末", 100), line("右欄之首", 700), True),
    ],
)
def test_paragraph_ends_where_the_page_says(before: PrintedLine, after: PrintedLine, *, ends: bool) -> None:
    assert ends_paragraph(before, 505, after, 15) is ends


def test_paragraph_goes_on_over_the_page() -> None:
    assert not ends_paragraph(line("本市與外國城市往來頻繁", 100), 505, line("並有成果。", 750), None)
    assert ends_paragraph(line("本市成果。", 100, right=200), 505, line("次年再辦。", 750), None)


def test_margin_and_pitch_are_those_of_the_lines_around() -> None:
    lines = [line("甲", 700), line("乙", 685, right=300), line("丙", 670, right=480), line("丁", 600)]
    assert margins(lines) == [500, 500, 500, 500]
    assert pitch(lines) == 15
    assert pitch(lines[:1]) == 0


def test_columns_kept_apart_by_space_are_rows() -> None:
    lines = [
        row(700, (50, "城市"), (200, "國家"), (300, "年份")),
        row(680, (50, "長崎市"), (200, "日本"), (300, "2004")),
        row(660, (50, "關係未明之市"), (300, "2011")),
        PrintedLine((Word(300, "待查"),), 300, 330, 649, 639, 20),
        line("以上三列。", 600),
    ]
    assert rows(lines) == {
        0: ["城市", "國家", "年份"],
        1: ["長崎市", "日本", "2004"],
        2: ["關係未明之市", "", "2011\n待查"],
        3: [],
    }


def test_two_columns_are_no_table() -> None:
    assert rows([row(700, (50, "Partner:"), (200, "Tallport")), row(680, (50, "Signed:"), (200, "1998"))]) == {}
