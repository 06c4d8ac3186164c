"""Memberships in rows and sentences."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.merging import merged
from hansa.reading.rules.memberships import (
    joined_in_a_row,
    joined_in_chinese,
    joined_in_english,
    leads_in_a_record,
    listed_as_member,
)

Reading = Callable[..., list[Any]]


def told(facts: list[Any]) -> list[tuple[str, str, str, str]]:
    return [(fact.member, fact.organization, fact.since or "", fact.role or "") for fact in facts]


def test_row_of_the_own_city(read: Reading) -> None:
    text = (
        "組織名稱\t組織簡介\t加入時間\t備註\n"
        "步道城市協會 (WTU)\t本市以「某市步道促進會」之名入會，為副會員。\t2009 年 7 月\t衛生局主責\n"
        "河川城市聯盟 (RUC)\t成立於 1990 年。\t申請中\t水利局主責\n"
    )
    (fact,) = read(joined_in_a_row, text, "臺中市")
    assert told([fact]) == [("臺中市", "步道城市協會", "2009-07", "副會員")]
    assert (fact.office, fact.through) == ("衛生局", "某市步道促進會")


def test_row_without_own_city(read: Reading) -> None:
    assert read(joined_in_a_row, "組織名稱\t加入時間\n步道城市協會 (WTU)\t2009 年\n") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "目前台灣正式會員城市有台南、新北及基隆。",
            [(city, "河川城市聯盟", "", "official member") for city in ("台南", "新北", "基隆")],
        ),
        ("大阪與首爾則於2015年5月2日加入。", [(city, "河川城市聯盟", "2015-05-02", "") for city in ("大阪", "首爾")]),
        ("北京原為創始成員，2005年退出。", []),
        ("我國桃園市、臺南市均為會員。", [("桃園市", "河川城市聯盟", "", ""), ("臺南市", "河川城市聯盟", "", "")]),
        ("本市於101年4月加入，為創始會員。", [("臺中市", "河川城市聯盟", "2012-04", "founding member")]),
        ("本市盼於明年加入。", []),
        ("首爾與柏林則分別於2013年、2016年加入。",
         [("首爾", "河川城市聯盟", "2013", ""), ("柏林", "河川城市聯盟", "2016", "")]),
        ("本市於104年加入「步道城市協會」（Walking Towns Union），現有301個城鎮加入。",
         [("臺中市", "步道城市協會", "2015", "")]),
        ("首爾、柏林先後為其成員，倫敦於2010年退會。", [(city, "河川城市聯盟", "", "") for city in ("首爾", "柏林")]),
        ("大阪、首爾等十城參與其中。", [(city, "河川城市聯盟", "", "") for city in ("大阪", "首爾")]),
        ("本市自100年起為步道城市協會會員。", [("臺中市", "步道城市協會", "2011", "會員")]),
    ],
)  # fmt: skip
def test_chinese_sentence(read: Reading, sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    text = f"國際組織\n\n一、主題型\n（一）河川城市聯盟（Rivers United Cities, RUC）\n{sentence}\n"
    assert told(merged(read(joined_in_chinese, text, "臺中市"))) == expected


def test_several_organizations_in_a_list(read: Reading) -> None:
    text = "基隆市積極參加國際城市組織，包括河川城市聯合會、亞洲主要港灣網、世界步道協會等。"
    assert told(read(joined_in_chinese, text)) == [
        ("基隆市", "河川城市聯合會", "", ""),
        ("基隆市", "亞洲主要港灣網", "", ""),
        ("基隆市", "世界步道協會", "", ""),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Graz is an official member of the League of River Cities (LRC) and joined ICLEI in 1999.",
            [("Graz", "League of River Cities", "", "official member"), ("Graz", "ICLEI", "1999", "")],
        ),
        ("Through C40, to which both Graz and Lyon belong, …", [(city, "C40", "", "") for city in ("Graz", "Lyon")]),
        (
            "Graz has sat on the Steering Committee of the Rivers Network since May 2, 2018, next to Lyon and Turin.",
            [
                ("Graz", "Rivers Network", "2018-05-02", "Steering Committee"),
                ("Lyon", "Rivers Network", "", "Steering Committee"),
                ("Turin", "Rivers Network", "", "Steering Committee"),
            ],
        ),
        ("Graz hopes to become a member of the Rivers Network.", []),
        ("Graz left the Rivers Network (RN), of which it was a member, in 2011.", []),
    ],
)  # fmt: skip
def test_english_sentence(read: Reading, sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(read(joined_in_english, sentence, "Graz")) == expected


def test_english_list_under_a_heading(read: Reading) -> None:
    text = (
        "Memberships\n\nA. League of River Cities (LRC)\nThere are 3 cities in this network: Graz, Lyon, and Turin.\n"
    )
    assert [fact.member for fact in read(joined_in_english, text, "Graz")] == ["Graz", "Lyon", "Turin"]


def test_position_in_a_record(read: Reading) -> None:
    record = "Established: 1985\nHeadquarters: Linz\nGraz's position: member since 1996\n"
    text = f"Our networks\n\n■ League of River Cities\n{record}"
    assert told(read(joined_in_a_row, text, "Graz")) == [("Graz", "League of River Cities", "1996", "member")]


def test_chair_in_a_record(read: Reading) -> None:
    record = "Established: 1985\nHeadquarters: Vienna\nChair: London and Lyon\nPresident: Ann Berg\n"
    text = f"Our networks\n\n■ League of River Cities\n{record}"
    assert told(read(leads_in_a_record, text, "Graz")) == [
        ("London", "League of River Cities", "", "chair"),
        ("Lyon", "League of River Cities", "", "chair"),
    ]


def test_line_under_a_heading_is_the_own_city(read: Reading) -> None:
    text = "簡報\n\n■ 國際組織\n✓ 河川城市聯盟 RUC\n  1991 大阪發起｜本市 2016 年 6 月加入\n"
    assert told(read(joined_in_chinese, text, "臺中市")) == [("臺中市", "河川城市聯盟", "2016-06", "")]


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        (
            "City of Ghent\n\nMemberships\nRiver Cities (full member since 1991)\nWalking Towns UK (lapsed 2010)\n",
            "Ghent",
            [("Ghent", "River Cities", "1991", "full member")],
        ),
        (
            "国際交流\n\n【加盟している国際機関】\n河川都市ネットワーク（RUC）　平成20年10月加盟\n歩道都市会議　会員\n",
            "神戸市",
            [("神戸市", "河川都市ネットワーク", "2008-10", ""), ("神戸市", "歩道都市会議", "", "会員")],
        ),
        ("年報\n\n一、加入之國際組織\n1.河川城市聯盟（RUC）：申請中\n", "臺中市", []),
    ],
)
def test_list_of_memberships(read: Reading, text: str, home: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(read(listed_as_member, text, home)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ghent was one of the four founders of River Cities, in 1986.", ("River Cities", "1986", "founding member")),
        ("Ghent has taken part in the River Cities Network ever since 1999.", ("River Cities Network", "1999", "")),
        ("It sits on the board of RUC40, to which it has belonged since 2007.", ("RUC40", "2007", "")),
    ],
)
def test_english_verbs_of_belonging(read: Reading, sentence: str, expected: tuple[str, str, str]) -> None:
    found = [fact[1:] for fact in told(read(joined_in_english, f"Report\n\nNetworks\n\n{sentence}\n", "Ghent"))]
    assert expected in found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ghent has held a membership in Sister Cities International since 1973.",
            [("Sister Cities International", "1973", "")],
        ),
        ("Our membership of Mayors for Peace dates from 2006.", [("Mayors for Peace", "2006", "")]),
        ("In 2017 Ghent was elected to the Executive Board of UCLG.", [("UCLG", "2017", "Executive Board")]),
        ("As a member of the Rivers Forum, Ghent hosted its meeting in June 2022.", [("Rivers Forum", "", "member")]),
        (
            "Ghent pays dues to Eurocities (since 1988) and ICLEI (since 1993).",
            [("Eurocities", "1988", ""), ("ICLEI", "1993", "")],
        ),
        (
            "The city became a full member of POLIS in 1995 and an associate member of UITP in 2001.",
            [("POLIS", "1995", "full member"), ("UITP", "2001", "associate member")],
        ),
        ("It was C40 that Ghent joined first, in 2006.", [("C40", "2006", "")]),
        ("The Rivers Forum was launched in 2001. Ghent followed in 2005.", [("Rivers Forum", "2005", "")]),
        ("Ghent holds observer status in the Council of Baltic Towns.", [("Council of Baltic Towns", "", "observer")]),
        (
            "Ghent withdrew from the Covenant of Mayors but remains a member of Energy Cities.",
            [("Energy Cities", "", "member")],
        ),
    ],
)  # fmt: skip
def test_english_claims(read: Reading, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert [fact[1:] for fact in told(read(joined_in_english, sentence, "Ghent"))] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghent is not a member of C40, nor has it joined ICLEI.",
        "Ghent applied to join Metropolis in 2020; the application is pending.",
        "The city was a member of Metropolis until 2010.",
        "Ghent joined Esbjerg in hosting the annual meeting of the World Energy Cities Partnership.",
        "A delegation from Lyon joined the Flower Festival of the Rivers Forum on 5 May 2022.",
        "Ghent has let its membership of Metropolis lapse.",
        "Ghent presided over the Rivers Forum from 2004 to 2006.",
        "Turin joined us in 1990 as our third twin town.",
    ],
)
def test_english_sentence_without_membership(read: Reading, sentence: str) -> None:
    assert read(joined_in_english, sentence, "Ghent") == []


def test_english_membership_through_a_body(read: Reading) -> None:
    text = (
        "Through its City Library, Ghent is a member of IFLA. The Port of Ghent joined the World Ports League in 1962."
    )
    found = [(fact.member, fact.organization, fact.through) for fact in read(joined_in_english, text, "Ghent")]
    assert found == [("Ghent", "IFLA", "City Library"), ("Ghent", "World Ports League", "Port of Ghent")]


def test_english_office(read: Reading) -> None:
    text = "Rivers Forum (RF)\nGhent was admitted in 2007. The Department of the Environment is our contact point.\n"
    (fact,) = read(joined_in_english, f"Our networks\n\n{text}", "Ghent")
    assert (fact.since, fact.office) == ("2007", "Department of the Environment")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "本市現為ICLEI、UCLG及CityNet之會員。",
            [("臺南市", name, "", "會員") for name in ("ICLEI", "UCLG", "CityNet")],
        ),
        ("2014年，本市獲准加入C40。", [("臺南市", "C40", "2014", "")]),
        ("本市於2018年當選世界步道協會執行委員。", [("臺南市", "世界步道協會", "2018", "executive member")]),
        ("陳市長於2019年獲選為世界步道協會副會長。", [("臺南市", "世界步道協會", "2019", "副會長")]),
        (
            "世界步道協會主席由里昂市長擔任，杜林、格拉茲同列副主席城市。",
            [
                ("里昂市", "世界步道協會", "", "主席"),
                ("杜林", "世界步道協會", "", "副主席城市"),
                ("格拉茲", "世界步道協會", "", "副主席城市"),
            ],
        ),
        (
            "里昂是世界步道協會與河川城市聯盟的成員，前者於1999年加入，後者於1991年加入。",
            [("里昂", "世界步道協會", "1999", "成員"), ("里昂", "河川城市聯盟", "1991", "成員")],
        ),
        (
            "世界步道協會於1998年成立，里昂及杜林入會更晚，分別是2001年及2004年。",
            [("里昂", "世界步道協會", "2001", ""), ("杜林", "世界步道協會", "2004", "")],
        ),
        ("里昂與大阪選擇加入C40，大阪其後退出。", [("里昂", "C40", "", "")]),
    ],
)
def test_chinese_claims(read: Reading, sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(merged(read(joined_in_chinese, sentence, "臺南市"))) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "本市曾於2005年加入世界步道協會，2012年退出。",
        "本市尚未加入世界步道協會。",
        "世界步道協會邀請本市入會，刻正評估中。",
        "本市申請加入世界步道協會，尚待審查。",
        "本市應邀參加世界步道協會年會。",
    ],
)
def test_chinese_sentence_without_membership(read: Reading, sentence: str) -> None:
    assert read(joined_in_chinese, sentence, "臺南市") == []


def test_chinese_membership_through_a_body(read: Reading) -> None:
    text = "本市以「府城步道促進會」名義加入世界步道協會，為副會員。本市圖書館於2009年成為國際圖書館聯盟會員。"
    found = [(fact.organization, fact.through) for fact in merged(read(joined_in_chinese, text, "臺南市"))]
    assert found == [("世界步道協會", "府城步道促進會"), ("國際圖書館聯盟", "圖書館")]


def test_newcomers_of_a_period(read: Reading) -> None:
    text = (
        "City networks\n\nRiver Towns League\n\nFrom 12 members in 2009 the League grew to 31 by 2016. "
        "Linz and Turin figure among those that signed up in that period. Lyon has been on the rolls throughout.\n"
    )
    assert told(read(joined_in_english, text, "Graz")) == [
        ("Linz", "River Towns League", "2009/2016", ""),
        ("Turin", "River Towns League", "2009/2016", ""),
        ("Lyon", "River Towns League", "", ""),
    ]


def test_table_of_memberships_in_english(read: Reading) -> None:
    text = (
        "Network\tSince\tRole\tUnit\nEurocities\t1988\tfull member\tInternational Office\nMetropolis\tleft 2010\t–\t–\n"
    )
    (fact,) = read(joined_in_a_row, text, "Ghent")
    assert told([fact]) == [("Ghent", "Eurocities", "1988", "full member")]
    assert fact.office == "International Office"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "亞洲河川聯盟（ARL）1998年成立，成員涵蓋32國，曼谷、首爾均在其列。",
            [("曼谷", "亞洲河川聯盟", "", ""), ("首爾", "亞洲河川聯盟", "", "")],
        ),
        ("柏林於1991年退出後，至2005年方重新加入世界步道協會。", [("柏林", "世界步道協會", "2005", "")]),
        ("自2008年起，本市即為CityNet會員。", [("臺南市", "CityNet", "2008", "會員")]),
        ("國際慢城組織1999年創立，全球297個城鎮通過認證，臺灣有臺南、高雄二市。",
         [("臺南市", "國際慢城組織", "", ""), ("高雄", "國際慢城組織", "", "")]),
    ],
)  # fmt: skip
def test_chinese_lists_of_members(read: Reading, sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(merged(read(joined_in_chinese, sentence, "臺南市"))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("C40 (member since 2007): the Mayor went to its meeting.", [("Ghent", "C40", "2007")]),
        ("In 2020 the presidency of Metropolis went to Guangzhou.", [("Guangzhou", "Metropolis", "2020")]),
        (
            "Bursa joined the Rivers Forum in 2001, Tainan in 2012.",
            [("Bursa", "Rivers Forum", "2001"), ("Tainan", "Rivers Forum", "2012")],
        ),
        ("The Rivers Forum took Ghent in in 2001.", [("Ghent", "Rivers Forum", "2001")]),
        (
            "As of 2019 the Union of Capital Towns numbers 27 capitals, with Ghent among them.",
            [("Ghent", "Union of Capital Towns", "")],
        ),
        ("In 2014 the University joined the League of European Research Universities.", []),
        ("Mayor Jan Peeters joined the mayors of Lyon and Turin at the Global Parliament of Mayors.", []),
    ],
)  # fmt: skip
def test_english_ways_to_belong(read: Reading, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert [fact[:3] for fact in told(read(joined_in_english, sentence, "Ghent"))] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Rivers Forum has had Ghent among its members since 2002.", [("Ghent", "Rivers Forum", "2002")]),
        ("The Rivers Forum bears our signature of 10 February 2009.", [("Ghent", "Rivers Forum", "2009-02-10")]),
        ("The Rivers Forum took us in as its hundredth member in 2007.", [("Ghent", "Rivers Forum", "2007")]),
        ("Ghent's name has stood on the rolls of the Rivers Forum since 1994.", [("Ghent", "Rivers Forum", "1994")]),
        ("Our seat in the Rivers Forum dates from 1991.", [("Ghent", "Rivers Forum", "1991")]),
        ("The Rivers Forum was joined in 1997.", [("Ghent", "Rivers Forum", "1997")]),
        (
            "To the Rivers Forum we have belonged since 1998, to the League of Towns since 2009.",
            [("Ghent", "Rivers Forum", "1998"), ("Ghent", "League of Towns", "2009")],
        ),
        ("The Rivers Forum links 44 towns. Linz came aboard in 2001.", [("Linz", "Rivers Forum", "2001")]),
        ("The Rivers Forum links 44 towns. Linz is one of them.", [("Linz", "Rivers Forum", "")]),
        (
            "The members of the Rivers Forum: Linz since 1996, Basel (2001).",
            [("Linz", "Rivers Forum", "1996"), ("Basel", "Rivers Forum", "2001")],
        ),
        ("Where do we belong? To two bodies: the League of Towns and the Rivers Forum.", []),
    ],
)  # fmt: skip
def test_english_belonging_in_loose_prose(read: Reading, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert [fact[:3] for fact in told(merged(read(joined_in_english, sentence, "Ghent")))] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本市2004年獲納為河川城市聯盟（RUC）一員。", [("臺中市", "2004", "")]),
        ("河川城市聯盟（RUC）由京都市發起。臺南2012年名列其中。", [("臺南", "2012", "")]),
        ("河川城市聯盟（RUC）現有44城簽入，臺灣現有高雄、臺南二市在列。", [("高雄", "", ""), ("臺南", "", "")]),
        ("本市於2019年應邀參與河川城市聯盟，會費由觀光局編列。", [("臺中市", "2019", "")]),
        ("新竹市與臺南市參與河川城市聯盟的年度會議。", []),
        ("首爾市長金大勳獲推舉為河川城市聯盟主席。", [("首爾市", "", "主席")]),
        ("河川城市聯盟副會長城市包括長崎、漢諾威等14城。", [("長崎", "", "副會長城市"), ("漢諾威", "", "副會長城市")]),
        ("河川城市聯盟曾議論高雄去留，高雄最後仍保留會籍。", [("高雄", "", "")]),
        ("河川城市聯盟會員有大阪（2005年）、首爾（2006年）。", [("大阪", "2005", ""), ("首爾", "2006", "")]),
    ],
)  # fmt: skip
def test_chinese_belonging_in_loose_prose(read: Reading, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    facts = merged(read(joined_in_chinese, sentence, "臺中市"))
    assert [(fact.member, fact.since or "", fact.role or "") for fact in facts] == expected
    assert {fact.organization for fact in facts} <= {"河川城市聯盟"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rivers Forum - 2017. Fee for 2023: EUR 6,450.", [("Ghent", "Rivers Forum", "2017", "")]),
        (
            "RUC - since its foundation (12.10.1982, Linz). 29 member cities.",
            [("Ghent", "RUC", "1982-10-12", "founding member")],
        ),
        (
            "League of Towns - Ghent presided from 1997 to 1999. Now an ordinary member.",
            [("Ghent", "League of Towns", "", "ordinary member")],
        ),
        ("Harbour Cities Alliance (ports): through the Port Authority, since 1995",
         [("Ghent", "Harbour Cities Alliance", "1995", "")]),
        ("Parliament of Mayors Network - invited; no reply was given.", []),
        ("QUI-064", []),
    ],
)  # fmt: skip
def test_register_of_memberships(read: Reading, line: str, expected: list[tuple[str, str, str, str]]) -> None:
    text = f"City of Ghent\n\nSEATS IN ORGANIZATIONS\n{line}\nWalking Cities Alliance - from 2015.\n"
    facts = [fact for fact in told(read(listed_as_member, text, "Ghent")) if fact[1] != "Walking Cities Alliance"]
    assert facts == expected


def test_record_with_a_line_for_the_own_city(read: Reading) -> None:
    text = "工作報告\n\n組織：河川城市聯盟（RUC）\n緣起：1987 年名古屋\n本市：93 年入會，現任常務理事\n"
    assert told(read(joined_in_a_row, text, "臺南市")) == [("臺南市", "河川城市聯盟", "2004", "常務理事")]
