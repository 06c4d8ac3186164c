"""Ties told in Chinese without a word for signing."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.rules.agreements import agreement_is_told

Reading = Callable[..., list[Any]]
HOME = "臺中市"


def ties(read: Reading, text: str, home: str | None = HOME) -> list[str]:
    facts = read(agreement_is_told, text, home)
    return [f"{fact.kind or '?'} {' '.join(fact.parties)} {fact.signed or '-'}" for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本市姊妹市計有日本札幌市（民國90年締結）、韓國釜山市（民國95年締結）及美國丹佛市。",
         ["sister_city 臺中市 札幌市 2001", "sister_city 臺中市 釜山市 2006", "sister_city 臺中市 丹佛市 -"]),
        ("繼1990年與丹佛市締結姊妹市後，2003年與札幌市、2008年與釜山市也陸續締結姊妹市。",
         ["sister_city 臺中市 札幌市 2003", "sister_city 臺中市 釜山市 2008", "sister_city 臺中市 丹佛市 1990"]),
        ("本市另與札幌市（95年締結）及釜山市（102年）結為姊妹市，其中釜山市長原訂9月來訪，因颱風取消。",
         ["sister_city 臺中市 札幌市 2006", "sister_city 臺中市 釜山市 2013"]),
        ("最早締盟的是丹佛市（1980年），其次為札幌市（1983年），二者均為姊妹市。",
         ["sister_city 臺中市 丹佛市 1980", "sister_city 臺中市 札幌市 1983"]),
        ("札幌市（友好城市，2017年）與丹佛市（夥伴城市，2019年）往來密切。",
         ["friendship_city 臺中市 札幌市 2017", "partnership 臺中市 丹佛市 2019"]),
        ("與德國科隆市之夥伴關係始於2016年。", ["partnership 臺中市 科隆市 2016"]),
        ("札幌市與本市自2012年起即為姊妹市。", ["sister_city 臺中市 札幌市 2012"]),
        ("雙方與札幌市於2018年簽署合作備忘錄，2023年升格為姊妹市。",
         ["sister_city 臺中市 札幌市 2023", "mou 臺中市 札幌市 2018"]),
        ("1996年與丹佛市締結姊妹市；2001年再與札幌市締盟。",
         ["sister_city 臺中市 丹佛市 1996", "sister_city 臺中市 札幌市 2001"]),
        ("札幌市自2019年成為本市姊妹市，今年再加簽智慧城市合作備忘錄。",
         ["sister_city 臺中市 札幌市 2019", "mou 臺中市 札幌市 -"]),
        ("本市與札幌市之姊妹關係，可溯至1992年。", ["sister_city 臺中市 札幌市 1992"]),
        ("本市與札幌市締結姊妹市，兩市農會亦簽署採購備忘錄。",
         ["sister_city 臺中市 札幌市 -", "mou 臺中市農會 札幌市農會 -"]),
        ("札幌市議會議長與本市議會議長簽署友好議會協定。", ["other 臺中市議會 札幌市議會 -"]),
        ("縣長何大明與町長岡本靖共同簽署盟約書。", []),
        ("札幌市那一紙合作意向書，是103年由市長簽下的。", ["letter_of_intent 臺中市 札幌市 2014"]),
        ("市長與札幌市長換文，「友好交流協定」即日生效。", ["friendship_city 臺中市 札幌市 -"]),
        ("與札幌市締結姊妹市；另兩個分別是釜山市（2001年7月結姊妹市）與丹佛市。",
         ["sister_city 臺中市 札幌市 -", "sister_city 臺中市 釜山市 2001-07"]),
    ],
)  # fmt: skip
def test_ties_of_the_own_city(read: Reading, text: str, expected: list[str]) -> None:
    assert ties(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "札幌的姊妹市有波特蘭（1959年）與慕尼黑（1972年）。",
            ["sister_city 札幌 波特蘭 1959", "sister_city 札幌 慕尼黑 1972"],
        ),
        ("漢堡和芝加哥的姊妹情誼更始於1994年。", ["sister_city 漢堡 芝加哥 1994"]),
    ],
)
def test_ties_of_other_cities(read: Reading, text: str, expected: list[str]) -> None:
    assert ties(read, text, None) == expected


def test_partners_under_a_label(read: Reading) -> None:
    text = "國際交流\n\n一、姊妹市\n日本札幌市、日本仙台市、韓國全州市\n"
    assert ties(read, text) == [f"sister_city 臺中市 {name} -" for name in ("札幌市", "仙台市", "全州市")]


@pytest.mark.parametrize(
    "text",
    [
        "原與俄羅斯伯力市之姊妹市關係，已於2022年3月終止。",
        "本縣與札幌市談妥締結姊妹市，擬於今年秋天簽字。",
        "姊妹市委員會訪問札幌市。",
    ],
)
def test_what_is_no_tie(read: Reading, text: str) -> None:
    assert ties(read, text) == []


def test_answer_names_what_its_question_asks_for(read: Reading) -> None:
    text = "國際交流\n\n問：本市有幾個姊妹市？\n\n答：兩個，依序為丹佛市（1988年）、札幌市（1996年）。\n"
    assert ties(read, text) == ["sister_city 臺中市 丹佛市 1988", "sister_city 臺中市 札幌市 1996"]
