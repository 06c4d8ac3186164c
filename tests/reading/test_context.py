"""Of which year a block of a document tells."""

import pytest

from hansa.reading.context import Context
from hansa.reading.document import Document
from hansa.reading.structure import restore


def dates(text: str, words: str, home: str = "甲市") -> list[str]:
    """The dates of the block that has these words."""
    document = Document(text)
    context = Context(document, restore(document), home)
    context.enter(context.blocks_with(words)[0])
    return [dated.edtf for sentence in context.sentences() for dated in sentence.dates]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("某市公所工作報告　　113 年 11 月\n\n壹、本年度往來\n一、1 月 26 日，乙市來訪。\n", "乙市", ["2024-01-26"]),
        ("某市112年度成果報告\n\n壹、上年度回顧\n一、10 月 3 日，乙市來訪。\n", "乙市", ["2022-10-03"]),
        ("本局大事記\n96 年\n3 月 乙市來訪。\n108 年\n5 月 丙市來訪。\n", "丙市", ["2019-05"]),
        ("乙市於94年簽有協議。\n\n113年1月2日、113年2月3日及113年4月5日開會。\n\n5月，丙市來訪。", "丙市", ["2024-05"]),
        ("【某市政府 115年1月12日】\n\n甲市新訊\n\n12月26日乙市來訪。\n", "乙市", ["2025-12-26"]),
        ("新聞稿 115年1月12日\n\n5月9日與丙市（98年7月結盟）換文。\n\n隔天轉往乙市。\n", "乙市", ["2025-05-10"]),
    ],
)  # fmt: skip
def test_year_of_a_bare_month(text: str, words: str, expected: list[str]) -> None:
    assert dates(text, words) == expected


def test_date_said_before_is_looked_for_through_any_number_of_blocks() -> None:
    text = "1998年3月4日乙市來訪。\n\n" + "無。\n\n" * 3000 + "同年5月再訪。\n"
    assert dates(text, "再訪") == ["1998-05"]
