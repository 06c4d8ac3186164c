"""Numbers and bullets at the beginning of lines."""

import pytest

from hansa.reading.structure.markers import read_marker


@pytest.mark.parametrize(
    ("line", "family", "ordinal", "words"),
    [
        ("壹、總說", "壹、", 1, "總說"),
        ("拾貳、附則", "壹、", 12, "附則"),
        ("第三章 交流", "章", 3, "交流"),
        ("二十三、其他", "一、", 23, "其他"),
        ("（四）日本", "（一）", 4, "日本"),
        ("(十一)韓國", "（一）", 11, "韓國"),
        ("丙、附件", "甲、", 3, "附件"),
        ("2.111年度共3件", "1.", 2, "111年度共3件"),
        ("12．參加會議", "1.", 12, "參加會議"),
        ("3.1 The year in brief", "1.1", 1, "The year in brief"),
        ("(15)問候", "(1)", 15, "問候"),
        ("XIII.九國使節", "I.", 13, "九國使節"),
        ("C. Regional Forum", "A.", 3, "Regional Forum"),
        ("③第三項", "①", 3, "第三項"),
        ("■ 來訪", "■", 0, "來訪"),
        ("✓出訪", "✓", 0, "出訪"),
        ("- item", "-", 0, "item"),
        ("- ✓ 項目", "✓", 0, "項目"),
        ("- 4.項目", "1.", 4, "項目"),
        ("1.2. 貳、訪賓", "壹、", 2, "訪賓"),
        ("## Visits", "##", 0, "Visits"),
    ],
)
def test_marker_is_read(line: str, family: str, ordinal: int, words: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.family, marker.ordinal, line[marker.length :]) == (family, ordinal, words)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "1.5億元",
        "2026.01.07 來訪",
        "107.4.19",
        "一般行政",
        "十五個城市",
        "I.M. Pei came",
        "-5度",
        "Aomori",
        "IIX. no",
    ],
)
def test_words_are_no_marker(line: str) -> None:
    assert read_marker(line) is None
