"""Organizations described in rows, under headings and in sentences."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.facts import Members
from hansa.reading.rules.organizations import (
    defined_in_a_sentence,
    described_in_a_row,
    described_under_a_heading,
    listed_by_name,
)

Reading = Callable[..., list[Any]]


def test_heading_with_its_description(read: Reading) -> None:
    text = (
        "國際組織簡介\n\n一、主題型\n（一）世界港灣城市聯合會（World Union of Harbour Cities, WUHC）\n"
        "1998年由釜山市及鹿特丹市共同發起，總部設於荷蘭鹿特丹，會員遍及31國120個城市，旨在促進港灣城市之交流。\n"
    )
    (fact,) = read(described_under_a_heading, text)
    assert (fact.name, fact.name_en, fact.acronym) == ("世界港灣城市聯合會", "World Union of Harbour Cities", "WUHC")
    assert (fact.kind, fact.founded, fact.founded_by) == ("thematic", "1998", ["釜山市", "鹿特丹市"])
    assert fact.headquarters == "荷蘭鹿特丹"
    assert fact.members == [Members(31, "countries"), Members(120, "cities")]
    assert fact.purpose == "促進港灣城市之交流"


def test_heading_of_a_meeting(read: Reading) -> None:
    assert (
        read(described_under_a_heading, "工作報告\n\n一、舉辦市政會議\n每週召開會議，全年計召開 40次，成立工作小組。\n")
        == []
    )


def test_row_with_name_and_description(read: Reading) -> None:
    text = (
        "組織名稱\t成立\t網站\n河川城市聯盟 (Rivers United, RUC)\t1987\thttps://example.org/\n步道城市協會\t籌備中\t\n"
    )
    facts = read(described_in_a_row, text)
    assert [(fact.name, fact.acronym or "", fact.founded or "") for fact in facts] == [
        ("河川城市聯盟", "RUC", "1987"),
        ("步道城市協會", "", ""),
    ]
    assert facts[0].website == ["https://example.org/"]


def test_record_under_its_heading(read: Reading) -> None:
    text = (
        "Who is who\n\nLeague of River Cities\n\nShort name   LRC\nFounded      May 1994, in Linz\n"
        "Seat         Linz, Main Square 1\nMembers      44 cities\n"
    )
    (fact,) = read(described_in_a_row, text)
    assert (fact.name, fact.acronym, fact.founded, fact.headquarters) == (
        "League of River Cities",
        "LRC",
        "1994-05",
        "Linz",
    )
    assert fact.members == [Members(44, "cities")]


@pytest.mark.parametrize(
    ("sentence", "name", "founded"),
    [
        ("世界步道聯盟（World Trails Union，WTU）設立於2003年，為非營利組織。", "世界步道聯盟", "2003"),
        ("亞洲河川協會於二○一一年成立，由沿岸城市組成。", "亞洲河川協會", "2011"),
        (
            "Founded in 1999, the Asian Rivers Network (ARN) is an organization of towns.",
            "Asian Rivers Network",
            "1999",
        ),
        (
            "It joined the Baltic Towns League (BTL), a network of 30 towns founded in 2001.",
            "Baltic Towns League",
            "2001",
        ),
    ],
)
def test_sentence_that_defines(read: Reading, sentence: str, name: str, founded: str) -> None:
    (fact,) = read(defined_in_a_sentence, sentence)
    assert (fact.name, fact.founded) == (name, founded)


@pytest.mark.parametrize(
    "sentence",
    [
        "本市應邀出席亞洲河川協會（ARA）年會。",
        "The Mayor met the Secretary-General of the Asian Rivers Network (ARN).",
        "高雄市消費者保護協會等31名參加。",
    ],
)
def test_mention_in_passing(read: Reading, sentence: str) -> None:
    assert read(defined_in_a_sentence, sentence, "高雄市") == []


def test_merger_has_predecessors(read: Reading) -> None:
    text = (
        "（一）世界市鎮組織（World Towns, WTO1）\n由聯合市鎮會（UT）與國際都會協會（IM）於2004年合併成立，會員眾多。\n"
    )
    (fact,) = read(described_under_a_heading, text)
    assert fact.predecessors == ["聯合市鎮會", "國際都會協會"]


def test_organizations_open_their_own_clause(read: Reading) -> None:
    text = (
        "城市組織\n\n日本之全國知事會創立於1947年，英國之步道城市協會（Walking Towns Association，WTA）"
        "為1997年由三個團體合併組成。"
        "「河川治理平台」一類之地方聯合，2015年1月由臺中市、彰化縣發起。\n"
    )
    found = [(fact.name, fact.founded) for fact in read(defined_in_a_sentence, text)]
    assert found == [("全國知事會", "1947"), ("步道城市協會", "1997"), ("河川治理平台", "2015-01")]


def test_title_of_a_document_is_no_organization(read: Reading) -> None:
    assert (
        read(described_in_a_row, "編號：1\n對方：札幌市\n文件名稱：友好交流協定\n簽約日：104年10月15日\n", "臺中市")
        == []
    )


def test_list_of_memberships_names_organizations(read: Reading) -> None:
    text = "City of Ghent\n\nOur networks\nRiver Cities – member since 1992\nWalking Towns (left in 2019)\n"
    assert [fact.name for fact in read(listed_by_name, text, "Ghent")] == ["River Cities", "Walking Towns"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Union of River Towns (URT) was founded in Vienna in 1978. Its secretariat, first in Linz, moved to "
            "Passau in 1999. It has 63 member cities in 9 countries.",
            ("Union of River Towns", "1978", "Passau", [Members(63, "cities"), Members(9, "countries")]),
        ),
        (
            "Headquartered in Bonn, the Climate Towns Coalition dates from 1992 and has 1,900 members.",
            ("Climate Towns Coalition", "1992", "Bonn", [Members(1900, "members")]),
        ),
        (
            "Membership of the Core Towns group, established in 1995 and now made up of eleven cities, is paid for.",
            ("Core Towns", "1995", "", [Members(11, "cities")]),
        ),
        (
            "It was host to the meeting of the Neutral Towns Alliance, attended by delegates of 21 cities; the "
            "Alliance was founded in Copenhagen in June 2014 and has its office in Linz.",
            ("Neutral Towns Alliance", "2014-06", "Linz", None),
        ),
        (
            "世界步道城市協會，1998年由里昂市發起成立，目前共有210個會員城市，秘書處位於杜林。",
            ("世界步道城市協會", "1998", "杜林", [Members(210, "cities")]),
        ),
        (
            "1951年，五十位市長於日內瓦發起歐洲步道會，後改組為歐洲步道城市委員會（Council of Trails，簡稱CT），"
            "現由40餘國的60個協會組成，秘書處設於巴黎。",
            ("歐洲步道城市委員會", "1951", "巴黎", [Members(40, "countries"), Members(60, "associations")]),
        ),
    ],
)
def test_organization_in_prose(read: Reading, text: str, expected: tuple[Any, ...]) -> None:
    (fact,) = read(defined_in_a_sentence, text)
    assert (fact.name, fact.founded, fact.headquarters or "", fact.members or None) == expected


@pytest.mark.parametrize(
    ("text", "predecessors"),
    [
        (
            "Founded in 1913, the Union of Towns (UT) merged with the World Federation of Municipalities in 2004 to "
            "form World Towns United (WTU).",
            ["Union of Towns", "World Federation of Municipalities"],
        ),
        ("2004年5月，國際市鎮聯盟與聯合都市組織合併為世界城鎮聯合會（WTU）。", ["國際市鎮聯盟", "聯合都市組織"]),
    ],
)
def test_merger_in_prose(read: Reading, text: str, predecessors: list[str]) -> None:
    (fact,) = read(defined_in_a_sentence, text)
    assert (fact.acronym, str(fact.founded)[:4], fact.predecessors) == ("WTU", "2004", predecessors)


def test_record_with_other_labels(read: Reading) -> None:
    text = (
        "Network notes\n\nRIVER TOWNS LEAGUE\nSet up in      1986, by Graz, Linz and Lyon\n"
        "Offices        Linz, Main Square 1\nOnline         www.rivers.example\nSize           over 200 cities\n"
    )
    (fact,) = read(described_in_a_row, text)
    assert (fact.founded, fact.founded_by, fact.headquarters) == ("1986", ["Graz", "Linz", "Lyon"], "Linz")
    assert fact.members == [Members(200, "cities")]


def test_body_not_to_be_mistaken(read: Reading) -> None:
    text = "The League should not be mistaken for the Council of River Towns, set up in March 1992."
    assert read(defined_in_a_sentence, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The League of Towns has had Ghent among its members since 2002; it was got going in 1995 by Linz and"
            " Basel, and numbers sixteen river capitals today.",
            ("League of Towns", "1995", ["Linz", "Basel"], "", [Members(16, "members")]),
        ),
        (
            "The League of Towns, which this city founded in 1998 and whose secretariat it has housed ever since, now"
            " stands at 112 members in 49 countries.",
            ("League of Towns", "1998", ["Ghent"], "Ghent", [Members(112, "members"), Members(49, "countries")]),
        ),
        (
            "Ten mayors met in Sapporo in 1982, and out of that came the Winter Towns Association."
            " It works out of Sapporo.",
            ("Winter Towns Association", "1982", [], "Sapporo", []),
        ),
        (
            "Strong Towns Network. Launched in September 2015 by 25 towns.",
            ("Strong Towns Network", "2015-09", [], "", []),
        ),
        (
            "River Towns Network (1987, Linz; office in Basel; 173 members). We joined in 1988.",
            ("River Towns Network", "1987", [], "Basel", [Members(173, "members")]),
        ),
        (
            "河川城市聯盟（RUC）2002年由釜山市籌組，秘書處落腳釜山，涵括17國137個城市。",
            ("河川城市聯盟", "2002", ["釜山市"], "釜山", [Members(17, "countries"), Members(137, "cities")]),
        ),
        (
            "島嶼觀光論壇起於1997年，濟州、沖繩、海南三島為創始會員，事務局常設濟州。",
            ("島嶼觀光論壇", "1997", ["濟州", "沖繩", "海南"], "濟州", []),
        ),
        (
            "大田出資出力，促成科技城市網絡於2010年問世。",
            ("科技城市網絡", "2010", [], "", []),
        ),
        (
            "頭份市、苗栗市二市於112年籌組「中港溪生活圈論壇」，每季會商。",
            ("中港溪生活圈論壇", "2023", [], "", []),
        ),
    ],
)  # fmt: skip
def test_organization_in_loose_prose(read: Reading, text: str, expected: tuple[Any, ...]) -> None:
    (fact,) = read(defined_in_a_sentence, text, "Ghent")
    founders, members = fact.founded_by or [], fact.members or []
    assert (fact.name, fact.founded or "", founders, fact.headquarters or "", members) == expected


def test_labelled_lines_under_a_heading(read: Reading) -> None:
    text = (
        "國際組織\n\n一、國際慢鎮組織（Slowtown）\n（一）沿革：1999年由義大利四鎮發起，總部設於奧維耶托。\n"
        "（二）規模：33國297城。\n\n二、步道城市聯盟（WTU）\n（一）沿革：2003年成立。\n（二）規模：會員逾200個。\n"
    )
    facts = read(described_under_a_heading, text)
    assert [(fact.name, fact.founded, fact.headquarters or "") for fact in facts] == [
        ("國際慢鎮組織", "1999", "奧維耶托"),
        ("步道城市聯盟", "2003", ""),
    ]
    assert facts[1].members == [Members(200, "members")]


def test_line_of_a_register_that_tells_only_of_the_membership(read: Reading) -> None:
    text = (
        "City of Ghent\n\nSEATS IN ORGANIZATIONS\nRivers Forum - 2017. Fee for 2023: EUR 6,450.\n"
        "League of Towns - from 2015. The network is of November 1995 and keeps its Permanent Secretariat in Linz.\n"
    )
    (fact,) = read(listed_by_name, text, "Ghent")
    assert (fact.name, fact.founded, fact.headquarters) == ("League of Towns", "1995-11", "Linz")


def test_code_is_no_organization(read: Reading) -> None:
    text = "City of Ghent\n\nCities and networks\n\nQUI-064\nwith: Linz\nconcluded: not yet\n\nmembers of it\n"
    assert read(described_under_a_heading, text, "Ghent") == []
