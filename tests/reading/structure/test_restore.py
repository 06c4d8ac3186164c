"""The blocks of plain text put together again."""

from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.document import Block, BlockKind, Document
from hansa.reading.structure import restore, sentences

WRAPPED = """\
花東市政府國際處112年度業務報告

一、國際會議
（一）112年5月 3日至5日，本市與東北亞城市協會合辦港灣城市論壇，
邀集六國十二個城市共 340人與會，會中並由市長與木更津市市長共
同發表永續港灣聲明，約定每兩年輪流舉辦一次。
（二）各項支出合計2億
731萬 3,663元，均在預算之內，並已於年度結束前函報審計單位備查
在案。
"""


def texts(text: str) -> list[str]:
    return [block.text for block in restore(Document(text))]


def paths(text: str) -> dict[str, tuple[str, ...]]:
    return {block.text: block.headings for block in restore(Document(text))}


def cells(block: Block) -> list[tuple[str, str]]:
    return [(cell.header, cell.text) for cell in block.cells]


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert texts(WRAPPED)[2:] == [
        "112年5月 3日至5日，本市與東北亞城市協會合辦港灣城市論壇，邀集六國十二個城市共 340人與會，會中並由市長與"
        "木更津市市長共同發表永續港灣聲明，約定每兩年輪流舉辦一次。",
        "各項支出合計2億731萬 3,663元，均在預算之內，並已於年度結束前函報審計單位備查在案。",
    ]


def test_english_lines_are_joined_with_a_space() -> None:
    text = (
        "The mayors of the two cities met on the quay in the afternoon and agreed\n"
        "on a programme of exchanges for schools, libraries and the two harbours.\n"
        "It begins next spring.\n\nNothing else was decided.\n"
    )
    assert texts(text) == [
        "The mayors of the two cities met on the quay in the afternoon and agreed on a programme of exchanges for "
        "schools, libraries and the two harbours. It begins next spring.",
        "Nothing else was decided.",
    ]


def test_lines_of_slides_are_not_joined() -> None:
    text = "■ 成果\n全年交流國家12國、場次31場、共428人次\n上半年交流國家9國、場次14場、共203人次\n"
    assert texts(text)[1:] == text.splitlines()[1:]


def test_running_head_and_page_number_are_dropped_where_they_cut_a_sentence() -> None:
    page = "本處辦理各項業務均依計畫進行並按月檢討執行成效，對於落後之項目均即\n  工作項目　執行情形  \n時改善。\n\n"
    whole = "本處辦理各項業務均依計畫進行並按月檢討執行成效，對於落後之項目均即時改善。"
    assert texts("年度報告\n\n" + 3 * page + "7\n") == ["年度報告", whole, whole, whole]


def test_headings_form_a_tree() -> None:
    text = (
        "壹、總務\n一、採購\n（一）綠色採購\n達成率為九成。\n（二）一般採購\n如期完成。\n二、車輛\n共派車三百次。\n"
        "貳、文書\n共收文五千件。\n"
    )
    assert paths(text) == {
        "總務": (),
        "採購": ("總務",),
        "綠色採購": ("總務", "採購"),
        "達成率為九成。": ("總務", "採購", "綠色採購"),
        "一般採購": ("總務", "採購"),
        "如期完成。": ("總務", "採購", "一般採購"),
        "車輛": ("總務",),
        "共派車三百次。": ("總務", "車輛"),
        "文書": (),
        "共收文五千件。": ("文書",),
    }


def test_english_headings_stand_above_their_paragraphs() -> None:
    text = (
        "HARBOUR CITY\n\nHow it began\n\nIt began with a letter from the mayor of Tallport.\n\n2.1 Visits\n\n"
        "Two delegations came.\n"
    )
    assert paths(text)["It began with a letter from the mayor of Tallport."] == ("HARBOUR CITY", "How it began")
    assert paths(text)["Two delegations came."][-1] == "Visits"


def test_numbered_sentences_are_items() -> None:
    blocks = restore(Document("附註\n一、本表共列12市。\n二、未簽署者不列。\n"))
    assert [(block.kind, block.marker, block.text) for block in blocks] == [
        (BlockKind.HEADING, "", "附註"),
        (BlockKind.ITEM, "一、", "本表共列12市。"),
        (BlockKind.ITEM, "二、", "未簽署者不列。"),
    ]


def test_bullet_above_text_is_a_heading_and_others_are_items() -> None:
    text = "■ 組織\n✓ 港灣城市聯盟 HCA\n  2012 年加入，城市會員\n■ 訪問\n✓ 5 月率團出訪\n✓ 6 月接待訪團\n"
    assert paths(text)["2012 年加入，城市會員"] == ("組織", "港灣城市聯盟 HCA")
    assert paths(text)["6 月接待訪團"] == ("訪問",)


def test_rows_carry_the_words_over_their_columns() -> None:
    blocks = restore(Document("一覽表\n國別\t城市\t年份\n日本\t長崎市\t2004\n\t佐世保市\t2011\n"))
    assert cells(blocks[1]) == [("國別", "日本"), ("城市", "長崎市"), ("年份", "2004")]
    assert cells(blocks[2]) == [("國別", "日本"), ("城市", "佐世保市"), ("年份", "2011")]
    assert blocks[2].text == "\t佐世保市\t2011"


def test_tables_of_pipes_and_of_spaces_give_rows() -> None:
    pipes = "| City | Since |\n|------|-------|\n| Tallport | 1998 |\n"
    spaces = (
        "City          Country      Since\n----------    --------     ------\n"
        "Tallport      Estonia      1998\nLow Haven     Ireland      2003\n"
    )
    assert cells(restore(Document(pipes))[0]) == [("City", "Tallport"), ("Since", "1998")]
    assert cells(restore(Document(spaces))[1]) == [("City", "Low Haven"), ("Country", "Ireland"), ("Since", "2003")]


def test_keys_and_values_are_one_row() -> None:
    text = "Register\n\nEntry 1\nPartner:      Tallport\nSigned:       3 May 2019\nIn brief:     Ports and schools.\n"
    assert cells(restore(Document(text))[-1]) == [
        ("Partner", "Tallport"), ("Signed", "3 May 2019"), ("In brief", "Ports and schools."),
    ]  # fmt: skip


def test_space_between_the_lines_of_a_pdf_parts_no_records() -> None:
    text = (
        "Partner:   Tallport\n\nIn brief:   Ports, schools and the two libraries.\n\n"
        "Partner:   Low Haven\n\nSigned:   1998\n"
    )
    blocks = restore(Document(text, media_type="application/pdf"))
    assert [cells(block) for block in blocks] == [
        [("Partner", "Tallport"), ("In brief", "Ports, schools and the two libraries.")],
        [("Partner", "Low Haven"), ("Signed", "1998")],
    ]


def test_lines_pasted_into_a_word_document_are_joined() -> None:
    pasted = Document(WRAPPED.replace("\n\n", "\n"), media_type="application/vnd.oasis.opendocument.text")
    assert [block.text for block in restore(pasted)][2:] == texts(WRAPPED)[2:]


def test_paragraphs_of_a_word_document_are_not_joined() -> None:
    text = "本市與木更津市於去年五月簽署友好交流協定\n本市與長崎市於前年六月簽署友好交流協定書\n"
    word = Document(text, media_type="application/vnd.oasis.opendocument.text")
    assert [block.text for block in restore(word)] == text.splitlines()


def test_headings_that_a_format_marks_are_taken_with_their_levels() -> None:
    document = Document(
        "年報\n出訪\n一、日本\n兩次。\n來訪\n三次。\n", media_type="text/html", headings={0: 1, 3: 2, 15: 2}
    )
    assert {block.text: block.headings for block in restore(document)} == {
        "年報": (), "出訪": ("年報",), "日本": ("年報", "出訪"), "兩次。": ("年報", "出訪", "日本"), "來訪": ("年報",),
        "三次。": ("年報", "來訪"),
    }  # fmt: skip


def test_markers_without_end_do_not_stop_the_reading() -> None:
    for text in ("- " * 5000, "（一）" * 5000, "1.一、" * 5000, "#" * 5000, "(" * 5000):
        assert len(restore(Document(text))) == 1


def test_sentences_with_a_colon_are_no_record() -> None:
    text = "North Haven, Ohio: an arrangement long extinct.\nSouth Province: nothing was signed.\n"
    assert texts(text) == text.splitlines()


CUT = """\
組織名稱 組織簡介 加入時間 備註

港灣城市聯盟(Harbour

Cities Alliance, HCA)

由十二個港灣城市於一九九八年共同發起成

立，總部設於塔林，每年舉行大會一次。

2012 年 海洋局主責

北方圖書館協會

推動公共圖書館館員交流及書目合作，會員

2015 年 3 月 文化局主責

遍及北歐與東亞。

(市立圖

書館)
"""


def test_cut_table_is_put_together() -> None:
    assert [cells(block) for block in restore(Document(CUT))] == [
        [
            ("組織名稱", "港灣城市聯盟(Harbour Cities Alliance, HCA)"),
            ("組織簡介", "由十二個港灣城市於一九九八年共同發起成立，總部設於塔林，每年舉行大會一次。"),
            ("加入時間", "2012 年"),
            ("備註", "海洋局主責"),
        ],
        [
            ("組織名稱", "北方圖書館協會"),
            ("組織簡介", "推動公共圖書館館員交流及書目合作，會員遍及北歐與東亞。"),
            ("加入時間", "2015 年 3 月"),
            ("備註", "文化局主責(市立圖書館)"),
        ],
    ]


CLUMPED = """\
秘書處112年度成果報告

壹、總務
一、庶務
（一）環境

(二)停車管理與

車輛調度

(三)宿舍

1.辦理辦公大樓四周環境綠美化工作，定期修剪花木並更換盆栽，提供
民眾舒適之洽公環境。
2.辦理環境清潔考核3次，成績均達標準，並將結果函送各單位參考改進
辦理。

為便利民眾洽公，開放地下停車場供臨時停放車輛使用，全年共計停放
12,400車次。

1.經管宿舍12間，每年辦理居住事實查核2次，均符合規定，並按月檢查
二、文書

水電設備及消防設施。
2.修繕屋頂1處。

1.全年收文5,200件，發文3,100件，均於規定期限內辦理完畢並歸檔保存
管理。
"""


def test_headings_in_a_clump_are_given_back_to_their_texts() -> None:
    found = paths(CLUMPED)
    top = ("秘書處112年度成果報告", "總務")
    assert found["辦理環境清潔考核3次，成績均達標準，並將結果函送各單位參考改進辦理。"] == (*top, "庶務", "環境")
    assert found["為便利民眾洽公，開放地下停車場供臨時停放車輛使用，全年共計停放12,400車次。"] == (
        *top, "庶務", "停車管理與車輛調度",
    )  # fmt: skip
    assert found["修繕屋頂1處。"] == (*top, "庶務", "宿舍")
    assert found["全年收文5,200件，發文3,100件，均於規定期限內辦理完畢並歸檔保存管理。"] == (*top, "文書")


LINES = st.lists(
    st.sampled_from(
        [
            *WRAPPED.splitlines(),
            *CUT.splitlines(),
            *CLUMPED.splitlines(),
            "年度\t國家",
            "112\t日本",
            "Name:  UBC",
            "Seat:  Oslo",
        ]
    )
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    max_size=40,
)


@given(LINES)
def test_every_character_is_the_documents_at_its_offset(lines: list[str]) -> None:
    document = Document("\n".join(lines))
    for block in restore(document):
        for stretch in (block, *block.cells, *sentences(block)):
            for character, offset in zip(stretch.text, stretch.offsets, strict=True):
                there = document.text[offset : offset + 1]
                assert character == there or (character.isspace() and (there.isspace() or there in "|*"))


@given(LINES)
def test_no_character_stands_in_two_blocks(lines: list[str]) -> None:
    document = Document("\n".join(lines))
    taken = [
        offset for block in restore(document) for offset, c in zip(block.offsets, block.text, strict=True) if c.strip()
    ]
    assert len(taken) == len(set(taken))


def test_bracketed_heading_stands_over_what_follows() -> None:
    found = paths(
        "交流一覽\n【姉妹都市】\n１　甲市（米国）　昭和32年提携\n２　乙市（仏国）　昭和36年提携\n"
        "【友好都市】\n１　丙市　平成元年提携\n"
    )
    assert found["甲市（米国） 昭和32年提携"] == ("交流一覽", "姉妹都市")
    assert found["丙市 平成元年提携"] == ("交流一覽", "友好都市")


def test_number_cut_by_the_end_of_a_line() -> None:
    text = WRAPPED.replace(
        "各項支出合計2億\n731萬 3,663元", "各項支出之執行情形經提報市政會議審議通過，會議日期為11\n2年11月"
    )
    assert any("會議日期為112年11月，" in words for words in texts(text))


def test_key_and_value_that_recur_are_no_running_head() -> None:
    record = "Ref: {0}\nCity: Town {0}\nType of link: Twin city\nDate of link: 19{0}\n\n"
    text = "".join(record.format(number) for number in range(70, 75))
    blocks = [block for block in restore(Document("COUNCIL\n\n" + text)) if block.cells]
    assert all(("Type of link", "Twin city") in cells(block) for block in blocks)
    assert len(blocks) == 5
