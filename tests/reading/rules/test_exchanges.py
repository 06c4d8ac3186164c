"""Exchanges in prose and tables: what was done, which way the visit went, who and when."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.rules.exchanges import (
    exchange_takes_place,
    exchange_takes_place_in_english,
    visit_stands_in_row,
)

Reading = Callable[..., list[Any]]
HOME = "臺中市"


def told(facts: list[Any]) -> list[tuple[str, str, list[str]]]:
    return [(fact.kind, fact.date or "", fact.parties or []) for fact in facts]


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        ("112年5月3日，札幌市長秋元克廣率團來訪。", "inbound_visit", "2023-05-03", ["札幌市"]),
        ("112年5月3日，德國在台協會許明德處長拜會王大明市長。", "inbound_visit", "2023-05-03", ["德國在台協會"]),
        ("112年5月3日至6日，王大明市長率團赴日本札幌市考察。", "outbound_visit", "2023-05-03/2023-05-06", ["札幌市"]),
        ("112年5月3日，王大明市長與札幌市秋元克廣市長進行視訊會議。", "online_meeting", "2023-05-03", ["札幌市"]),
        ("112年5月，札幌市捐贈本市救護車一輛。", "donation", "2023-05", ["札幌市"]),
        ("112年5月，札幌南高校師生40人來市進行教育旅行。", "education_exchange", "2023-05", ["札幌南高校"]),
        ("112年5月，本市舞團赴札幌市演出。", "performance", "2023-05", ["札幌市"]),
        ("112年5月，於札幌市辦理臺中觀光推介會。", "promotion", "2023-05", ["札幌市"]),
        ("112年5月1日至30日，於市府舉辦「札幌市攝影展」。", "exhibition", "2023-05-01/2023-05-30", ["札幌市"]),
        ("112年5月，本市寄送賀函予札幌市新任市長。", "greeting", "2023-05", ["札幌市"]),
    ],
)
def test_exchange_by_what_was_done(read: Reading, text: str, kind: str, date: str, parties: list[str]) -> None:
    facts = read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME)
    assert told(facts) == [(kind, date, parties)]


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        ("112年5月3日，王大明市長領著教育局同仁飛抵美國丹佛市。", "outbound_visit", "2023-05-03", ["丹佛市"]),
        ("112年5月3日，札幌市長秋元克廣專程抵中，王大明市長設宴款待。", "inbound_visit", "2023-05-03", ["札幌市"]),
        ("112年5月，市府寄出一萬片口罩給札幌市。", "donation", "2023-05", ["札幌市"]),
        ("112年5月，札幌市國際交流協會寄達毛毯五箱。", "donation", "2023-05", ["札幌市國際交流協會"]),
        ("112年5月3日，丹佛市副市長透過視訊，與王大明市長商談自行車產業。", "online_meeting", "2023-05-03", ["丹佛市"]),
        ("112年5月，國小學生16名至日本札幌市寄宿家庭體驗。", "education_exchange", "2023-05", ["札幌市"]),
        ("112年5月，應札幌市之邀，將花燈送往小樽市運河館展出。", "exhibition", "2023-05", ["札幌市"]),
    ],
)
def test_exchange_in_other_words(read: Reading, text: str, kind: str, date: str, parties: list[str]) -> None:
    facts = read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME)
    assert told(facts) == [(kind, date, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "本市球隊打算113年赴札幌市打友誼賽。",
        "與札幌市之教育交流，經對方議會否決。",
        "113年秋，赴札幌市訪問（預定）。",
        "113年預計赴札幌市訪問。",
        "112年5月3日，高雄市議員來訪。",
        "112年度計有日本等18國、46團、612人次外賓來訪。",
        "本市與各國城市交流密切。",
    ],
)
def test_what_is_no_exchange(read: Reading, text: str) -> None:
    assert read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME) == []


def test_people_headcount_and_topics(read: Reading) -> None:
    text = "112年5月3日，札幌市長秋元克廣一行12人拜會王大明市長，雙方就觀光、教育及農業等議題交換意見。\n"
    (fact,) = read(exchange_takes_place, text, HOME)
    assert [person.name for person in fact.people] == ["秋元克廣", "王大明"]
    assert (fact.headcount, fact.topics) == (12, ["觀光", "教育", "農業"])


def test_thanks_for_an_earlier_gift_is_no_gift(read: Reading) -> None:
    text = "112年5月3日，札幌市長秋元克廣來訪，王市長感謝札幌市捐贈疫苗。\n"
    assert [fact.kind for fact in read(exchange_takes_place, text, HOME)] == ["inbound_visit"]


def test_heading_holds_the_subject(read: Reading) -> None:
    text = (
        "第三次定期會\n\n國際事務報告\n\n一、城市外交\n（一）臺中與日本札幌市舉辦「城市照片特展」\n"
        "以雙城互展的方式，讓市民認識彼此，展出112年3月的作品。\n（二）其他\n照常辦理業務，並無特殊事項需要說明。\n"
    )
    facts = read(exchange_takes_place, text, HOME)
    assert [(fact.kind, fact.parties, fact.title) for fact in facts] == [
        ("exhibition", ["札幌市"], "臺中與日本札幌市舉辦「城市照片特展」")
    ]


def test_later_sentences_of_an_item_tell_of_the_same_visit(read: Reading) -> None:
    text = "112年5月3日，札幌市長秋元克廣來訪。秋元市長參訪歌劇院，並出席歡迎晚宴。王市長致贈紀念品。\n"
    assert len(read(exchange_takes_place, text, HOME)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        ("On 5 March 2023 Mayor Ana Silva received Per Berg, Mayor of Oslo.", "inbound_visit", "2023-03-05", ["Oslo"]),
        ("In May 2022 Mayor Ana Silva travelled to Oslo.", "outbound_visit", "2022-05", ["Oslo"]),
        ("From 3 to 6 May 2022 the Mayor led a trade mission to Norway.", "outbound_visit", "2022-05-03/2022-05-06",
         ["Norway"]),
        ("In 2021 Oslo donated 200 books to the library.", "donation", "2021", ["Oslo"]),
        ("In May 2022 Mayor Ana Silva took a group of nineteen to Oslo.", "outbound_visit", "2022-05", ["Oslo"]),
        ("In May 2022 Mayor Ana Silva flew to Oslo.", "outbound_visit", "2022-05", ["Oslo"]),
        ("On 5 March 2023 Mayor Per Berg of Oslo brought six colleagues to Recife.", "inbound_visit", "2023-03-05",
         ["Oslo"]),
        ("Paintings by children of Oslo were on show until 5 March 2023.", "exhibition", "2023-03-05", ["Oslo"]),
        ("School pupils from our sister city Oslo (1985) stayed with families in May 2022.", "education_exchange",
         "2022-05", ["Oslo"]),
    ],
)  # fmt: skip
def test_exchange_in_english(read: Reading, text: str, kind: str, date: str, parties: list[str]) -> None:
    assert told(read(exchange_takes_place_in_english, text, "Recife")) == [(kind, date, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 the Mayor will travel to Oslo.",
        "The Summit is held every other year in Oslo, last in 2019.",
        "The visit to Oslo in 2020 was cancelled.",
        "It was Lisbon, however, that hosted the Ocean Summit of May 2022.",
        "Norway alone accounted for 24 of the delegations hosted in 2022.",
    ],
)
def test_what_is_no_exchange_in_english(read: Reading, text: str) -> None:
    assert read(exchange_takes_place_in_english, text, "Recife") == []


def test_surname_is_completed_from_the_document(read: Reading) -> None:
    text = "Mayor Ana Silva opened the year.\n\nIn May 2022 Mayor Silva travelled to Oslo.\n"
    (fact,) = read(exchange_takes_place_in_english, text, "Recife")
    assert [person.name for person in fact.people] == ["Ana Silva"]


def test_remark_of_a_record_tells_of_a_visit(read: Reading) -> None:
    record = "Ref: {n}\nCity: {city}\nType of link: Twin city\nDate of link: 1983\nNotes: {notes}\n"
    notes = "Forty years were marked on 14 October 2023, when Mayor Ana Silva travelled to Oslo."
    text = f"Links\n\n{record.format(n=1, city='Oslo', notes=notes)}\n{record.format(n=2, city='Bergen', notes='-')}"
    assert told(read(exchange_takes_place_in_english, text, "Recife")) == [("outbound_visit", "2023-10-14", ["Oslo"])]


def test_rows_of_visits(read: Reading) -> None:
    text = (
        "日期\t對象\t事由\n114.3.5\t札幌市\t秋元克廣市長率團一行7人來訪\n"
        "114.4.8\t釜山市\t釜山市代表團來訪，拜會王大明市長\n"
    )
    assert told(read(visit_stands_in_row, text, HOME)) == [
        ("inbound_visit", "2025-03-05", ["札幌市"]),
        ("inbound_visit", "2025-04-08", ["釜山市"]),
    ]
