"""What happened abroad, told in Chinese and in English: only what records hold, in the words of the genre."""

from typing import Any

import pytest

from hansa.reports.outline.items import AgreementItem, Counterpart, ExchangeItem, Named, Participant, PartnerGroup
from hansa.reports.wording import chinese_abroad, english_abroad

HOME = Named("港都市", "Harbour City")
KUMA = Counterpart("party-2", Named("熊本市", "Kumamoto"), country="JP", partner="friendship_city")
OFFICE = Counterpart("party-3", Named("德國在台協會"), kind="association")
OURS = Participant(Named("陳大文"), "市長", ours=True)
GUEST = Participant(Named("許佑格", "Jörg Polster"), "處長", "德國在台協會")
BARE = Participant(Named("王小明"), "局長")


def exchange(kind: str, *parties: Counterpart, **fields: Any) -> ExchangeItem:
    values = {"title": "", "date": "2022-03-14", "people": (), "place": "", "topics": (), "headcount": None}
    return ExchangeItem(ref="exchange-1", kind=kind, parties=parties, **({"attendance": None} | values | fields))


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            exchange("inbound_visit", OFFICE, people=(GUEST, OURS), topics=("智慧城市", "住宅政策")),
            "111年3月14日，德國在台協會許佑格（Jörg Polster）處長拜會陳大文市長，"
            "雙方就智慧城市及住宅政策等議題交換意見。",
        ),
        (exchange("inbound_visit", KUMA, people=(OURS,)), "111年3月14日，熊本市訪團拜會陳大文市長。"),
        (
            exchange("inbound_visit", KUMA, people=(BARE,), headcount=12),
            "111年3月14日，熊本市訪團來訪，王小明局長與會，共12人參加。",
        ),
        (exchange("inbound_visit", date=""), "國際訪賓來訪。"),
        (
            exchange("inbound_visit", KUMA, people=(GUEST,), place="市政大樓"),
            "111年3月14日，熊本市訪團及德國在台協會許佑格（Jörg Polster）處長來訪，於市政大樓交流。",
        ),
        (
            exchange("outbound_visit", KUMA, people=(OURS, GUEST), place="港區"),
            "111年3月14日，陳大文市長出訪熊本市，拜會德國在台協會許佑格（Jörg Polster）處長，行程包括港區。",
        ),
        (
            exchange("outbound_visit", KUMA, people=(Participant(Named("陳大文"), "市長", ours=True, role="head"),)),
            "111年3月14日，陳大文市長率團出訪熊本市。",
        ),
        (exchange("online_meeting", KUMA, people=(OURS,)), "111年3月14日，陳大文市長與熊本市舉行視訊會議。"),
        (
            exchange("exhibition", KUMA, place="圖書館", attendance=2000, summary="展出燈籠"),
            "111年3月14日，本市與熊本市於圖書館辦理展覽，共2,000人次參觀。展出燈籠。",
        ),
        (exchange("event", place="港都市"), "111年3月14日，本市辦理國際交流活動。"),
    ],
)
def test_an_exchange_in_chinese(item: ExchangeItem, told: str) -> None:
    assert chinese_abroad.exchange(item, HOME) == told


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Participant(Named("小池百合子"), "都知事", "東京都"), "東京都小池百合子知事"),
        (Participant(Named("大西一史"), "市長", "熊本市"), "熊本市大西一史市長"),
        (Participant(Named("龐培歐"), "前國務卿", "美國"), "美國前國務卿龐培歐"),
        (Participant(Named("", "Eyos Rudimch"), "州長", "科羅州"), "科羅州州長 Eyos Rudimch"),
        (Participant(Named("王小明"), "議員", "市議會"), "市議會王小明議員"),
        (Participant(Named("王小明"), "藝術家"), "藝術家王小明"),
        (Participant(Named("王小明")), "王小明"),
    ],
)
def test_people_are_named_as_the_genre_does(one: Participant, said: str) -> None:
    assert chinese_abroad.person(one) == said


def test_a_delegation_led_by_nobody_known_is_not_led() -> None:
    assert "率團" not in chinese_abroad.exchange(exchange("outbound_visit", KUMA, people=(OURS,)), HOME)


AGREEMENT = AgreementItem(
    "agreement-1", "friendship_city", "友好城市協定", "2022-06-09", (KUMA,), (OURS,), "市政大樓", ("觀光", "教育")
)


def test_an_agreement_is_told_with_who_signed_and_on_what() -> None:
    assert chinese_abroad.agreement(AGREEMENT, HOME) == (
        "111年6月9日，港都市與熊本市締結友好城市，名稱為「友好城市協定」，由陳大文市長代表簽署，"
        "簽署地點為市政大樓，合作領域包括觀光及教育。"
    )
    assert english_abroad.agreement(AGREEMENT, HOME) == (
        "On 9 June 2022, Harbour City and Kumamoto signed a friendship city agreement. Its title is “友好城市協定”. "
        "It was signed by Mayor 陳大文. Place: 市政大樓. It is about 觀光 and 教育."
    )


def test_several_things_with_one_partner_stand_under_its_name_or_the_signing() -> None:
    visit = exchange("inbound_visit", KUMA)

    assert chinese_abroad.group_title(PartnerGroup((KUMA,), (visit, visit))) == "日本友好城市熊本市交流"
    assert chinese_abroad.group_title(PartnerGroup((KUMA,), (AGREEMENT, visit))) == "與日本熊本市締結友好城市"
    assert english_abroad.group_title(PartnerGroup((KUMA,), (visit, visit))) == "Exchanges with Kumamoto"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            exchange("inbound_visit", KUMA, people=(GUEST, OURS), topics=("ports", "schools"), headcount=1200),
            "On 14 March 2022, a delegation from Kumamoto visited Harbour City. Taking part: Director Jörg Polster of "
            "德國在台協會 and Mayor 陳大文. They exchanged views on ports and schools. There were 1,200 participants.",
        ),
        (
            exchange("exhibition", KUMA, date="2022-09-16/2022-10-14", topics=("lanterns",)),
            "From 16 September 2022 to 14 October 2022, Harbour City held an exhibition with Kumamoto. "
            "It was about lanterns.",
        ),
        (exchange("greeting", date="2022-06"), "In June 2022, Harbour City sent greetings abroad."),
        (exchange("donation", KUMA, date=""), "A donation was made between Harbour City and Kumamoto."),
    ],
)
def test_an_exchange_in_english(item: ExchangeItem, told: str) -> None:
    assert english_abroad.exchange(item, HOME) == told


@pytest.mark.parametrize(("title", "said"), [("Lantern show", "Lantern show"), ("燈籠展", "Kumamoto: exhibition")])
def test_a_chinese_title_is_none_in_english(title: str, said: str) -> None:
    assert english_abroad.exchange_title(exchange("exhibition", KUMA, title=title)) == said
