"""What says the same over and over is read where it begins; what only looks alike is read whole."""

from hansa.reading.document import Document
from hansa.reading.structure import restore
from hansa.reading.structure.lines import scan

_SENTENCE = "高雄市與熊本市於2017年1月11日締結友好交流協定。"


def test_line_repeated_thousands_of_times_is_read_twenty_times() -> None:
    blocks = restore(Document("一、締盟\n\n" + f"{_SENTENCE}\n\n" * 3000))
    assert [block.text for block in blocks] == ["締盟", *[_SENTENCE] * 20]


def test_line_under_another_heading_is_read_again() -> None:
    blocks = restore(
        Document("".join(f"{number}、第{number}次\n\n{_SENTENCE}\n\n" for number in "一二三四五六七八九" * 4))
    )
    assert sum(block.text == _SENTENCE for block in blocks) == 36


def test_row_under_another_word_is_read_again() -> None:
    tables = "".join(f"城市\t年度{letter}\n高雄\t1\n\n" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert len(restore(Document(tables))) == 26


def test_paragraph_that_repeats_itself_is_read_at_its_beginning() -> None:
    (block,) = restore(Document(_SENTENCE * 1000))
    assert block.text == (_SENTENCE * 1000)[:3000]
    assert list(block.offsets) == list(range(3000))


def test_row_that_repeats_itself_is_read_at_its_beginning() -> None:
    (row,) = restore(Document("\t".join(["高雄市", *["熊本市"] * 5000])))
    assert row.text == "\t".join(cell.text for cell in row.cells)
    assert len(row.cells) == 750


def test_long_paragraph_is_read_whole() -> None:
    text = "".join(f"{year}年{month}月{year * month % 89}人來訪，" for year in range(60, 115) for month in range(1, 13))
    (block,) = restore(Document(text))
    assert len(block.text) == len(text) > 6000


def test_row_repeated_without_end_is_no_longer_taken_apart() -> None:
    rows = scan(Document("高雄市\t熊本市\t2017\n" * 5000))
    assert len(rows) == 1000
