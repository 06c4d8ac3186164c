"""Agreements in prose, tables, lists and mentions."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.facts import Agreement
from hansa.reading.document import Document
from hansa.reading.reader import read_facts
from hansa.reading.rules.agreements import (
    agreement_is_told,
    agreement_stands_in_row,
    partner_heads_item,
    partner_stands_on_line,
    partners_are_listed,
    tie_is_told_in_english,
)

Reading = Callable[..., list[Any]]
HOME = "臺中市"


def told(facts: list[Any]) -> list[tuple[str, list[str], str]]:
    return [(fact.kind or "", fact.parties, fact.signed or "") for fact in facts]


@pytest.mark.parametrize(
    ("text", "kind", "parties", "signed"),
    [
        ("112年5月3日，本市與日本札幌市簽署合作備忘錄。", "mou", [HOME, "札幌市"], "2023-05-03"),
        ("本市於民國88年與美國丹佛市締結為姊妹市。", "sister_city", [HOME, "丹佛市"], "1999"),
        ("2021年與釜山市簽訂友好交流協定。", "friendship_city", [HOME, "釜山市"], "2021"),
        ("市長王大明與札幌市長秋元克廣簽署「經濟合作意向書」。", "letter_of_intent", [HOME, "札幌市"], ""),
        ("惠文高中與日本札幌南高校締結姊妹校。", "sister_school", ["惠文高中", "札幌南高校"], ""),
        ("臺中港與橫濱港簽署合作備忘錄。", "sister_port", ["臺中港", "橫濱港"], ""),
        ("札幌市與釜山市於2010年締結姊妹市。", "sister_city", ["札幌市", "釜山市"], "2010"),
        ("112年為本市與札幌市締盟20周年。", "", [HOME, "札幌市"], "2003"),
    ],
)
def test_agreement_signed(read: Reading, text: str, kind: str, parties: list[str], signed: str) -> None:
    assert told(read(agreement_is_told, f"臺中市國際交流\n\n{text}\n", HOME)) == [(kind, parties, signed)]


@pytest.mark.parametrize(
    "text",
    [
        "本市預計113年與札幌市簽署合作備忘錄。",
        "本市盼與札幌市締結姊妹市。",
        "本市與札幌市尚未簽署合作備忘錄。",
        "本市與札幌市就締結姊妹市交換意見，惟仍在研議。",
        "札幌市取消與本市簽署協定。",
        "全年簽署合作備忘錄23份。",
    ],
)
def test_what_is_not_signed_is_no_agreement(read: Reading, text: str) -> None:
    assert read(agreement_is_told, f"臺中市國際交流\n\n{text}\n", HOME) == []


def test_three_parties_sign_with_the_own_official(read: Reading) -> None:
    text = "王大明市長與亞利桑那州州長安娜·貝克、熊本縣木村明知事共同簽署三方合作備忘錄。\n"
    (fact,) = read(agreement_is_told, text, HOME)
    assert fact.parties == [HOME, "亞利桑那州", "熊本縣"]
    assert [person.name for person in fact.signatories] == ["王大明", "安娜·貝克", "木村明"]


def test_several_partners_of_one_bond_are_an_agreement_each(read: Reading) -> None:
    text = "本市於2012年與札幌市、松本市締結姊妹市。\n"
    assert told(read(agreement_is_told, text, HOME)) == [
        ("sister_city", [HOME, "札幌市"], "2012"),
        ("sister_city", [HOME, "松本市"], "2012"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "parties", "signed"),
    [
        ("112年3月，本市與札幌市簽妥友好協定。", "friendship_city", [HOME, "札幌市"], "2023-03"),
        ("本市與札幌市於110年互為姊妹市。", "sister_city", [HOME, "札幌市"], "2021"),
        ("惠文高中和札幌南高校5月1日換文，成為姊妹校。", "sister_school", ["惠文高中", "札幌南高校"], ""),
        ("集集鎮與日本青森縣田子町於84年9月6日結為姊妹都市。", "sister_city", ["集集鎮", "田子町"], "1995-09-06"),
        ("豐原區公所與日本札幌市之觀光友好約定（101年12月簽）。", "friendship_city", ["豐原區", "札幌市"], "2012-12"),
        ("本市、札幌商工會議所、釜山市與北海道大學簽署合作備忘錄。", "mou",
         [HOME, "札幌商工會議所", "釜山市", "北海道大學"], ""),
        ("原訂109年辦理，因疫情延後，112年慶祝本市與札幌市締結姊妹市20周年。", "sister_city", [HOME, "札幌市"], ""),
    ],
)  # fmt: skip
def test_agreement_signed_in_other_words(read: Reading, text: str, kind: str, parties: list[str], signed: str) -> None:
    assert told(read(agreement_is_told, text, HOME)) == [(kind, parties, signed)]


def test_partners_of_a_bond_are_the_own_citys(read: Reading) -> None:
    text = "友好城市熊本縣、熊本市締盟5周年。"
    assert [fact.parties for fact in read(agreement_is_told, text, HOME)] == [[HOME, "熊本縣"], [HOME, "熊本市"]]


def test_partner_is_taken_from_the_heading(read: Reading) -> None:
    text = "壹、國際事務\n一、札幌市\n(一)112年9月結為友好城市。\n(二)其他事項照常辦理。\n"
    assert told(read(agreement_is_told, text, HOME)) == [("friendship_city", [HOME, "札幌市"], "2023-09")]


def test_title_and_fields_of_cooperation_are_kept(read: Reading) -> None:
    text = "本市與札幌市簽署「智慧城市合作備忘錄」，雙方將在觀光、教育及數位治理等領域攜手。\n"
    (fact,) = read(agreement_is_told, text, HOME)
    assert (fact.title, fact.subjects) == ("智慧城市合作備忘錄", ["觀光", "教育", "數位治理"])


def test_witness_is_no_signatory(read: Reading) -> None:
    text = "王大明市長與札幌市秋元克廣市長簽署合作備忘錄，李國雄議長見證。\n"
    (fact,) = read(agreement_is_told, text, HOME)
    assert [person.name for person in fact.signatories] == ["王大明", "秋元克廣"]


@pytest.mark.parametrize(
    ("text", "kind", "parties", "signed"),
    [
        (
            "On 5 March 2023 Recife and Oslo signed a memorandum of understanding.",
            "mou", ["Recife", "Oslo"], "2023-03-05",
        ),
        ("In 2019 Mayor Silva signed a letter of intent with Oslo.", "letter_of_intent", ["Recife", "Oslo"], "2019"),
        ("Oslo and Antwerp entered into a cooperation agreement in 2018.", "partnership", ["Oslo", "Antwerp"], "2018"),
    ],
)  # fmt: skip
def test_agreement_signed_in_english(read: Reading, text: str, kind: str, parties: list[str], signed: str) -> None:
    assert told(read(tie_is_told_in_english, text, "Recife")) == [(kind, parties, signed)]


@pytest.mark.parametrize(
    "text",
    [
        "Recife plans to sign a memorandum of understanding with Oslo.",
        "The agreement with Oslo was never signed.",
        "In 1999 Recife concluded a friendship agreement with Oslo. It lapsed in 2010.",
    ],
)
def test_what_is_not_signed_in_english_is_no_agreement(read: Reading, text: str) -> None:
    assert read(tie_is_told_in_english, text, "Recife") == []


def test_rows_of_a_table_of_partners(read: Reading) -> None:
    text = (
        "國家\t城市\t性質\t簽署日期\n日本\t札幌市\t姊妹市\t民國68年\n"
        "捷克\t布爾諾市\t合作備忘錄（非姊妹市）\t2019/10/8\n韓國\t光州市\t洽談中\t\n"
    )
    assert told(read(agreement_stands_in_row, text, HOME)) == [
        ("sister_city", [HOME, "札幌市"], "1979"),
        ("mou", [HOME, "布爾諾市"], "2019-10-08"),
    ]


def test_rows_under_a_heading_that_tells_the_kind(read: Reading) -> None:
    text = "OUR SISTER CITIES\n\nPartner\tCountry\tSince\nOslo\tNorway\t1985\nAntwerp\tBelgium\t1991\n"
    assert told(read(agreement_stands_in_row, text, "Recife")) == [
        ("sister_city", ["Recife", "Oslo"], "1985"),
        ("sister_city", ["Recife", "Antwerp"], "1991"),
    ]


def test_rows_of_visits_are_no_agreements(read: Reading) -> None:
    text = "日期\t對象\t事由\n114.3.5\t札幌市\t秋元市長來訪\n114.4.8\t松本市\t議會來訪\n"
    assert read(agreement_stands_in_row, text, HOME) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "姊妹市札幌、松本及友好城市釜山來信。",
            [("sister_city", "札幌"), ("sister_city", "松本"), ("friendship_city", "釜山")],
        ),
        ("接待日本姊妹市札幌市訪團。", [("sister_city", "札幌市")]),
        ("札幌姊妹市照片在中庭展出。", [("sister_city", "札幌")]),
        ("姊妹市美國丹佛市捐贈圖書。", [("sister_city", "丹佛市")]),
        ("本市盼與姊妹市共同努力。", []),
    ],
)  # fmt: skip
def test_bond_mentioned(read: Reading, text: str, expected: list[tuple[str, str]]) -> None:
    facts = read(agreement_is_told, f"{text}\n", HOME)
    assert [(fact.kind, fact.parties[1]) for fact in facts] == expected


def test_several_named_as_sister_cities(read: Reading) -> None:
    facts = read(agreement_is_told, "札幌市、釜山市均為本市姊妹市。", HOME)
    assert [fact.parties for fact in facts] == [[HOME, "札幌市"], [HOME, "釜山市"]]


def test_bond_mentioned_with_its_year(read: Reading) -> None:
    facts = read(agreement_is_told, "友誼市松本市（106年締結）之學生來市。\n", HOME)
    assert told(facts) == [("friendship_city", [HOME, "松本市"], "2017")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our sister cities include Oslo, Antwerp and Denver.", ["Oslo", "Antwerp", "Denver"]),
        ("Oslo and Antwerp are sister cities too.", ["Oslo", "Antwerp"]),
        ("Talks on a sister-city tie with Oslo continue.", []),
        ("Oslo is not a sister city.", []),
    ],
)
def test_bond_mentioned_in_english(read: Reading, text: str, expected: list[str]) -> None:
    assert [fact.parties[1] for fact in read(tie_is_told_in_english, text, "Recife")] == expected


def test_sister_cities_with_their_years(read: Reading) -> None:
    facts = read(tie_is_told_in_english, "It has two sister cities: Oslo (1978) and Denver (1985).", "Recife")
    assert [fact.signed for fact in facts] == ["1978", "1985"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our twinning link with Turin, established in 1961, is the oldest.", [["Leeds", "Turin", "1961"]]),
        ("Turin, twinned with Leeds in 1961, sent a choir.", [["Leeds", "Turin", "1961"]]),
        ("Turin (1961) and Oslo (1971) are also twinned with Leeds.",
         [["Leeds", "Turin", "1961"], ["Leeds", "Oslo", "1971"]]),
        ("Oslo has been a sister city of Turin since 1961.", [["Oslo", "Turin", "1961"]]),
        ("Oslo and Turin became sister cities in 1961.", [["Oslo", "Turin", "1961"]]),
        ("Oslo and Turin, Italy: friendship cities since 1961.", [["Oslo", "Turin", "1961"]]),
        ("Leeds and Turin became sister cities in 1961.", [["Leeds", "Turin", "1961"]]),
        ("Turin has been a sister city of Leeds since 1961.", [["Leeds", "Turin", "1961"]]),
        ("In 2011 they marked the 50th anniversary of our sister-city link with Turin.", [["Leeds", "Turin", "1961"]]),
        ("In 2011 it was fifty years ago that Leeds and Turin became sister cities.", [["Leeds", "Turin", "1961"]]),
        ("Our sister Turin, with whom the bond was tied in 1961, sent a band.", [["Leeds", "Turin", "1961"]]),
    ],
)  # fmt: skip
def test_bond_in_other_words(read: Reading, text: str, expected: list[list[str]]) -> None:
    facts = read(tie_is_told_in_english, text, "Leeds")
    assert [[*fact.parties, fact.signed] for fact in facts] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Oslo was the first, in 1958; Turin followed in 1961. These are sister cities.",
        "Our sister cities began with Oslo, adopted in 1958, and went on with Turin (1961).",
    ],
)
def test_partners_with_the_year_of_each(read: Reading, text: str) -> None:
    assert told(read(tie_is_told_in_english, text, "Leeds")) == [
        ("sister_city", ["Leeds", "Oslo"], "1958"),
        ("sister_city", ["Leeds", "Turin"], "1961"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Leeds and Turin put pen to paper on a Memorandum of Understanding.", "mou", ["Leeds", "Turin"]),
        ("A memorandum on tramways, concluded by Oslo and Turin in 1988, remains in force.", "mou", ["Oslo", "Turin"]),
        ("Leeds City Council and Turin entered into a friendship agreement.", "friendship_city", ["Leeds", "Turin"]),
        ("The agreement with Turin was first signed in 1986.", "other", ["Leeds", "Turin"]),
        ("The friendship agreement with Turin dates from 2008.", "friendship_city", ["Leeds", "Turin"]),
        ("Leeds works with Turin under a memorandum inked on 2 July 2021.", "mou", ["Leeds", "Turin"]),
        ("We wait for a letter of intent. Oslo has signed one with Turin.", "letter_of_intent", ["Oslo", "Turin"]),
    ],
)  # fmt: skip
def test_signing_in_other_words(read: Reading, text: str, kind: str, parties: list[str]) -> None:
    assert [(f.kind, f.parties) for f in read(tie_is_told_in_english, text, "Leeds")] == [(kind, parties)]


def test_item_that_begins_with_a_partner(read: Reading) -> None:
    text = (
        "Partners\n\n* Oslo. Sister city since 1985; a memorandum of understanding was added in 2003.\n"
        "* Denver. Twin city, 4 May 1999.\n"
    )
    assert told(read(partner_heads_item, text, "Recife")) == [
        ("sister_city", ["Recife", "Oslo"], "1985"),
        ("mou", ["Recife", "Oslo"], "2003"),
        ("sister_city", ["Recife", "Denver"], "1999-05-04"),
    ]


def test_line_that_lists_partners(read: Reading) -> None:
    facts = read(partners_are_listed, "拓展外交\n\n締盟城市 日本：札幌市、松本市 | 美國：丹佛市\n", HOME)
    assert [fact.parties[1] for fact in facts] == ["札幌市", "松本市", "丹佛市"]


def test_lines_under_a_heading_that_tells_the_bond(read: Reading) -> None:
    text = "姉妹都市\n\nパリ（フランス） 1958年6月15日\nボストン（アメリカ） 1959年6月24日\n"
    assert told(read(partner_stands_on_line, text, "京都市")) == [
        ("sister_city", ["京都市", "パリ"], "1958-06-15"),
        ("sister_city", ["京都市", "ボストン"], "1959-06-24"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("名古屋市の姉妹都市\n\n【姉妹都市】\n1　トリノ市（イタリア）　平成17年5月27日提携",
         [("sister_city", "トリノ市", "2005-05-27")]),
        ("OUR TOWN\n\nSister cities\n- Nanjing, China (1978)\n- Turin – since 2005\n",
         [("sister_city", "Nanjing", "1978"), ("sister_city", "Turin", "2005")]),
        ("OUR TOWN\n\nTwin towns\nNanjing (1978)\nTurin, since 2005\nOslo: 1961\nBergen: 1980; Malmö: 1985\n",
         [("sister_city", "Nanjing", "1978"), ("sister_city", "Turin", "2005"), ("sister_city", "Oslo", "1961"),
          ("sister_city", "Bergen", "1980"), ("sister_city", "Malmö", "1985")]),
        ("OUR TOWN\n\nTwin towns\nNanjing (1978)\nTurin (suspended 2022)\n", [("sister_city", "Nanjing", "1978")]),
        ("名古屋市の交流都市\n\n【協力都市】\nランス市（フランス）　2017年10月20日調印",
         [("", "ランス市", "2017-10-20")]),
    ],
)  # fmt: skip
def test_lines_with_country_and_day(read: Reading, text: str, expected: list[tuple[str, str, str]]) -> None:
    facts = told(read(partner_stands_on_line, text, "名古屋市"))
    assert facts == [(kind, ["名古屋市", name], signed) for kind, name, signed in expected]


def test_lines_that_name_both_ports(read: Reading) -> None:
    text = "名古屋市の港湾\n\n【姉妹港】\n名古屋港とボルチモア港　昭和60年8月6日提携"
    expected = [("sister_port", ["名古屋港", "ボルチモア港"], "1985-08-06")]
    assert told(read(partner_stands_on_line, text, "名古屋市")) == expected


@pytest.mark.parametrize("state", ["效力：期滿未續", "效力：未生效", "備註：待簽，預定明年簽署", "Status: lapsed"])
def test_record_of_what_is_not_in_force_is_no_agreement(read: Reading, state: str) -> None:
    record = "登記號：{n}\n締約對方：日本札幌市\n文件名稱：合作備忘錄\n簽約日：105年3月2日\n{state}\n"
    text = "對外締約登記簿\n\n" + record.format(n=1, state="效力：有效") + "\n" + record.format(n=2, state=state)
    assert told(read(agreement_stands_in_row, text, HOME)) == [("mou", [HOME, "札幌市"], "2016-03-02")]


def test_row_names_further_parties_of_one_text(read: Reading) -> None:
    text = (
        "城市\t文件\t日期\t說明\n札幌市\t產業合作備忘錄\t102/7/3\t另二方為札幌商工會議所、臺中市商業會\n"
        "馬來西亞檳城州喬治市\t姊妹市協定\t103/7/3\t"
    )
    assert told(read(agreement_stands_in_row, text, HOME)) == [
        ("mou", [HOME, "札幌市", "札幌商工會議所", "臺中市商業會"], "2013-07-03"),
        ("sister_city", [HOME, "喬治市"], "2014-07-03"),
    ]


def test_record_of_another_signatory(read: Reading) -> None:
    text = (
        "Links\n\nRef: 1\nCity: Lyon\nType of link: Twin city\nDate of link: 01/02/1951\nNotes: -\n\n"
        "Ref: 2\nCity: Milan\nType of link: Memorandum of Understanding\nDate of link: 03/04/2019\n"
        "Notes: West Midlands Combined Authority is the signatory, not the Council.\n"
    )
    assert told(read(agreement_stands_in_row, text, "Leeds")) == [
        ("sister_city", ["Leeds", "Lyon"], "1951-02-01"),
        ("mou", ["West Midlands Combined Authority", "Milan"], "2019-04-03"),
    ]


def test_section_on_plans_gives_nothing(read: Reading) -> None:
    text = "壹、國際事務\n一、未來規劃\n(一)與札幌市簽署合作備忘錄。\n(二)與松本市締結姊妹市。\n"
    assert read(agreement_is_told, text, HOME) == []


@pytest.mark.parametrize("between", [" ", ": ", " – ", "\t"])
def test_line_may_begin_with_its_year(between: str) -> None:
    years = (
        ("1979", "Osaka, Japan."),
        ("1985", "Lyon, France."),
        ("2016", "Lyon: on November 3 a delegation of 52 came."),
    )
    text = "CITY OF GRANTHAM\nSister cities\n\n" + "".join(f"{year}{between}{told}\n" for year, told in years)
    document = Document(text)
    facts = read_facts(document, "Grantham")
    assert [(fact.parties, fact.signed) for fact in facts if isinstance(fact, Agreement)] == [
        (["Grantham", "Osaka"], "1979"),
        (["Grantham", "Lyon"], "1985"),
    ]
