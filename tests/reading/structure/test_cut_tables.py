"""Tables whose cells a text extraction cut into short lines, put back together."""

from hansa.reading.document import Block, BlockKind, Document
from hansa.reading.structure.restoring import restore

TABLE = """\
瑞芳市參與之城市組織

 名稱 沿革與規模 瑞芳之地位 對口單位

礦業城市聯盟

(Mining Towns

League, MTL)

1991 年由奧斯特拉瓦、卡托維治等九個城市創設，

秘書處設於卡托維治，每兩年輪流舉行大會，會員遍

1999 年入會， 觀光處

布歐亞 24 國。

曾任副主席

山城步道網絡

(HTN)

推動登山步道之互相認證，2006 年成立，現有會員

理事 工務處

五十餘個。

(2018 年起)

港都電車協會

(ATP)

由里斯本市發起，總部在里斯本，每年辦理電車技師

(未入會，僅

交通處

之交流研習一次，本市曾派員旁聽。

觀察)

註 1：夜市城市論壇另表填報，本表

從略。

註 2：本表每年更新。

本表由秘書處彙整後送各機關參考，如有更動隨時通報。
"""


def rows(text: str) -> list[dict[str, str]]:
    return [{cell.header: cell.text for cell in block.cells} for block in restore(Document(text)) if block.cells]


def test_status_and_unit_come_in_the_middle_of_the_long_cell() -> None:
    first, second, _ = rows(TABLE)
    assert first == {
        "名稱": "礦業城市聯盟(Mining Towns League, MTL)",
        "沿革與規模": (
            "1991 年由奧斯特拉瓦、卡托維治等九個城市創設，秘書處設於卡托維治，每兩年輪流舉行大會，會員遍布歐亞 24 國。"
        ),
        "瑞芳之地位": "1999 年入會，曾任副主席",
        "對口單位": "觀光處",
    }
    assert (second["瑞芳之地位"], second["對口單位"]) == ("理事(2018 年起)", "工務處")


def test_bracket_that_is_closed_further_below() -> None:
    *_, last = rows(TABLE)
    assert (last["瑞芳之地位"], last["對口單位"]) == ("(未入會，僅觀察)", "交通處")
    assert last["沿革與規模"] == "由里斯本市發起，總部在里斯本，每年辦理電車技師之交流研習一次，本市曾派員旁聽。"


def test_notes_below_the_table_are_paragraphs() -> None:
    blocks: list[Block] = restore(Document(TABLE))
    notes = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH]
    assert notes[:2] == ["註 1：夜市城市論壇另表填報，本表從略。", "註 2：本表每年更新。"]


def test_short_end_of_a_long_cell_is_no_name() -> None:
    text = TABLE.replace("入會，", "").replace("曾任副主席", "本市以市立博物館加入。")
    assert [row["名稱"] for row in rows(text)][1] == "山城步道網絡(HTN)"
