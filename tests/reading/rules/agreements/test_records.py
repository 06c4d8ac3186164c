"""Agreements in records: one label and value a line, under labels of many sorts."""

import pytest

from hansa.facts import Agreement
from hansa.reading.document import Document
from hansa.reading.reader import read_facts


def agreements(text: str, home: str) -> list[tuple[str, list[str], str]]:
    facts = [fact for fact in read_facts(Document(text), home) if isinstance(fact, Agreement)]
    return [(fact.kind or "", fact.parties, fact.signed or "") for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REGISTER\n\nL-01\nwith: Turin (Italy)\ninstrument: Letter of intent\nconcluded: 12.04.2003 / Turin\n",
         ("letter_of_intent", ["Leeds", "Turin"], "2003-04-12")),
        ("REGISTER\n\nwho: Oslo, Norway\nkind of tie: sister city\nsince: 1961\n",
         ("sister_city", ["Leeds", "Oslo"], "1961")),
        ("REGISTER\n\nwith: Lima, Bogotá\ninstrument: Joint Declaration\nconcluded: 28.05.2021\n",
         ("declaration", ["Leeds", "Lima", "Bogotá"], "2021-05-28")),
    ],
)  # fmt: skip
def test_records_with_small_labels_are_agreements(text: str, expected: tuple[str, list[str], str]) -> None:
    assert agreements(text, "Leeds") == [expected]


def test_record_of_what_has_expired_is_none() -> None:
    text = "REGISTER\n\nwith: Oslo\ninstrument: Memorandum\nconcluded: 07.11.2019\nexpired: 07.11.2022\n"
    assert agreements(text, "Leeds") == []


@pytest.mark.parametrize(
    "text",
    [
        "MINUTES\n\nwhere: Oslo Town Hall\nwhen: 4 May 2022\nwho: the Mayor of Turin\n",
        "MINUTES\n\nwho: Turin, Bergen\nwhat: sister city forum\nwhen: 4 May 2022\n",
    ],
)
def test_record_of_a_meeting_is_no_agreement(text: str) -> None:
    assert agreements(text, "Leeds") == []


def test_labels_parted_by_a_wide_space_make_a_record() -> None:
    one = "都市名\u3000佐野市\n提携年月日\u30002015年4月1日\n"
    text = f"姉妹都市\n\n{one}\n都市名\u3000丹佛市\n提携年月日\u30001999年10月5日\n"
    assert agreements(text, "彰化市") == [
        ("sister_city", ["彰化市", "佐野市"], "2015-04-01"),
        ("sister_city", ["彰化市", "丹佛市"], "1999-10-05"),
    ]


def test_labels_that_ask_make_a_record() -> None:
    text = "盟約清冊\n\n對象：熊本市\n何時：2017年1月11日\n文件：友好交流協定\n"
    assert agreements(text, "高雄市") == [("friendship_city", ["高雄市", "熊本市"], "2017-01-11")]


def test_prose_in_small_letters_with_a_colon_is_no_record() -> None:
    text = "The council met its guests in the\nmorning: Oslo and Turin were heard, and in the\nevening: nobody came.\n"
    assert agreements(text, "Leeds") == []


def test_rows_without_heads_tell_by_their_cells() -> None:
    rows = ("1986年 釜山市 姊妹市", "1998年 札幌市 姊妹市", "2024年 丹佛市 合作備忘錄")
    text = "\n".join(["國際交流", "", *(row.replace(" ", "\u3000") for row in rows)])
    assert agreements(text, "臺中市") == [
        ("sister_city", ["臺中市", "釜山市"], "1986"),
        ("sister_city", ["臺中市", "札幌市"], "1998"),
        ("mou", ["臺中市", "丹佛市"], "2024"),
    ]


def test_row_whose_remark_says_that_it_ran_out_is_left() -> None:
    rows = (
        "城市\t類別\t締盟日期\t備註",
        "釜山市\t姊妹市\t99年7月20日\t互訪",
        "丹佛市\t備忘錄\t2018/4/12\t教育；114年屆期未續",
    )
    assert agreements("\n".join(["一覽表", "", *rows]), "臺中市") == [
        ("sister_city", ["臺中市", "釜山市"], "2010-07-20")
    ]


def test_partners_on_one_line_with_their_days() -> None:
    text = "國際交流\n\n姊妹市：釜山市 | 99年7月20日、札幌市 | 101年\n"
    assert agreements(text, "臺中市") == [
        ("sister_city", ["臺中市", "釜山市"], "2010-07-20"),
        ("sister_city", ["臺中市", "札幌市"], "2012"),
    ]


def test_lines_with_bullets_under_a_label_are_partners() -> None:
    text = "名冊\n\n姊妹市：\n．美國丹佛市 - 1988/5/10\n．韓國釜山市 - 1996/11/8\n"
    assert agreements(text, "臺中市") == [
        ("sister_city", ["臺中市", "丹佛市"], "1988-05-10"),
        ("sister_city", ["臺中市", "釜山市"], "1996-11-08"),
    ]
