"""Where paragraphs end on a page, and how their lines are put together."""

import pytest

from hansa.reading.formats.printed.lines import PrintedLine
from hansa.reading.formats.printed.paragraphs import in_one, paragraphs, right_edge
from tests.reading.formats.printed.drawing import line


def texts(lines: list[PrintedLine], edge: float = 300) -> list[str]:
    """The paragraphs; a space in front where more room is above."""
    return [f"{' ' if part.apart else ''}{in_one(part.lines)}" for part in paragraphs(lines, edge)]


def test_line_that_fills_its_column_goes_on() -> None:
    lines = [line("本市與外國城市往來頻繁", 700, right=298), line("並有成果。", 685), line("次年再辦。", 670)]
    assert texts(lines) == [" 本市與外國城市往來頻繁並有成果。", "次年再辦。"]


def test_space_between_lines_ends_a_paragraph() -> None:
    lines = [line("甲", 700, right=298), line("乙", 685, right=298), line("丙", 660, right=298), line("丁", 645)]
    assert texts(lines) == [" 甲乙", " 丙丁"]


def test_lines_of_large_type_belong_together() -> None:
    body = [line("內文", top) for top in (600, 585, 570)]
    lines = [line("國際事務處年度", 700, right=298, height=20), line("報告", 670, height=20), *body]
    assert texts(lines)[0] == " 國際事務處年度報告"


def test_item_below_a_whole_sentence_begins_a_paragraph() -> None:
    lines = [line("1.修繕門窗。", 700, right=298), line("2.更新燈具", 685, right=298), line("3具。", 670)]
    assert texts(lines) == [" 1.修繕門窗。", "2.更新燈具3具。"]


def test_first_line_that_is_indented_begins_a_paragraph() -> None:
    lines = [line("本市成果", 700, right=298), line("次年再辦。", 685, left=74)]
    assert texts(lines) == [" 本市成果", "次年再辦。"]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("本市與", "外國", "本市與外國"),
        ("共1,2", "40人", "共1,240人"),
        ("the two", "cities", "the two cities"),
        ("in 2019", "2020 was", "in 2019 2020 was"),
        ("2019–", "2020", "2019–2020"),
        ("Chemnitz –", "and", "Chemnitz – and"),
    ],
)
def test_lines_are_joined_as_their_language_is(before: str, after: str, whole: str) -> None:
    assert in_one([line(before, 700), line(after, 685)]) == whole


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the interna", "tional office", "the international office"),
        ("the Asia", "Pacific summit", "the Asia-Pacific summit"),
        ("see https://sister", "cities.example", "see https://sister-cities.example"),
    ],
)
def test_hyphen_at_a_lines_end_stays_where_it_belongs_to_the_word(before: str, after: str, whole: str) -> None:
    first = line(before, 700)
    first.hyphen = True
    assert in_one([first, line(after, 685)]) == whole


def test_text_goes_as_far_as_many_lines_do_or_as_far_from_the_right_as_from_the_left() -> None:
    prose = [line("滿", 700 - 15 * n, right=520 + n % 3) for n in range(8)]
    assert right_edge([prose], 600) == 522
    assert right_edge([[line("短", 700), line("較長", 685)]], 600) == 550
    assert right_edge([], 600) == 600
