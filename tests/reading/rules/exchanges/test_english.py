"""Exchanges told in English: who came from where, who went whither, and what was done."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.rules.exchanges import exchange_takes_place_in_english

Reading = Callable[..., list[Any]]
HOME = "Brisbane"


def told(facts: list[Any]) -> list[tuple[str, str, list[str]]]:
    return [(fact.kind, fact.date or "", fact.parties or []) for fact in facts]


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


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        ("On 8 May 2023 Mayor Kizo Ito of Kobe dropped in on the Lord Mayor.", "inbound_visit", "2023-05-08", ["Kobe"]),
        ("In May 2022 the City played host to a team from Daejeon.", "inbound_visit", "2022-05", ["Daejeon"]),
        ("Councillor Ann Lee called on our partners in Dortmund and Lille in May 2023.", "outbound_visit", "2023-05",
         ["Dortmund", "Lille"]),
        ("In May 2023 Deputy Mayor Ann Lee was received in Aachen by Mayor Eva Kern.", "outbound_visit", "2023-05",
         ["Aachen"]),
        ("On 3 May 2023 Kobe's mayor, Kizo Ito, was in town.", "inbound_visit", "2023-05-03", ["Kobe"]),
        ("Between 2 and 5 May 2019 Mayor Ann Lee made her way to Chongqing and Tokyo.", "outbound_visit",
         "2019-05-02/2019-05-05", ["Chongqing", "Tokyo"]),
        ("On 17 May 2021 officials of Brisbane and Hangzhou met on Zoom.", "online_meeting", "2021-05-17",
         ["Hangzhou"]),
        ("In May 2021 the city wired 100 million won to its sister Istanbul.", "donation", "2021-05", ["Istanbul"]),
        ("Lion dancers from Dalian thrilled the crowds from 16 to 18 May 2019.", "performance",
         "2019-05-16/2019-05-18", ["Dalian"]),
        ("In May 2018 sixteen pupils from Koblenz lived with host families.", "education_exchange", "2018-05",
         ["Koblenz"]),
        ("In May 2020 silk from Suzhou was put on view at the library.", "exhibition", "2020-05", ["Suzhou"]),
        ("On 10 May 2020 the Mayor wrote a letter of encouragement to Wuhan.", "greeting", "2020-05-10", ["Wuhan"]),
        ("From 20 to 22 May 2023 Brisbane had a booth at the Fukuoka tourism fair.", "promotion",
         "2023-05-20/2023-05-22", ["Fukuoka"]),
    ],
)  # fmt: skip
def test_exchange_in_lively_words(read: Reading, text: str, kind: str, date: str, parties: list[str]) -> None:
    assert told(read(exchange_takes_place_in_english, text, HOME)) == [(kind, date, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "The twinning with Dortmund was renewed in Brisbane in May 1989.",
        "On 4 May 2023 the Mayor of Dortmund was elected President of the network.",
        "The network was founded in May 1990 at a congress in New York.",
        "A delegation from Hangzhou was expected on 3 May 2020 but stayed at home.",
        "Mayor Ann Lee met the Mayor of Sydney in Sydney on 7 May 2023.",
        "Mayor Eva Kern of Aachen visited Warsaw on 3 May 2022.",
        "Exports to Osaka came to $27 million in May 2018.",
        "The agreement was signed in Dortmund on 2 May 2011 by Ann Lee.",
    ],
)
def test_what_others_did_or_was_only_signed_is_no_exchange(read: Reading, text: str) -> None:
    assert read(exchange_takes_place_in_english, text, HOME) == []


def test_two_statements_of_a_sentence_are_two_exchanges(read: Reading) -> None:
    text = "A group from Kobe came by on 2 May 2023; in June 2023 a city team went to Daejeon.\n"
    assert told(read(exchange_takes_place_in_english, text, HOME)) == [
        ("inbound_visit", "2023-05-02", ["Kobe"]),
        ("outbound_visit", "2023-06", ["Daejeon"]),
    ]


def test_entries_of_a_chronology_tell_in_the_present_or_without_a_verb(read: Reading) -> None:
    text = (
        "CHRONOLOGY\n\n2017\tMayor Ann Lee opens the Brisbane Garden in Kobe on May 3.\n"
        "2018\tGovernor Kizo Ito of Hawaii at the City Hall.\n2019\tFirst visit of Ann Lee to Daejeon.\n"
    )
    assert told(read(exchange_takes_place_in_english, text, HOME)) == [
        ("outbound_visit", "2017-05-03", ["Kobe"]),
        ("inbound_visit", "2018", ["Hawaii"]),
        ("outbound_visit", "2019", ["Daejeon"]),
    ]


def test_following_sentences_add_who_and_how_many(read: Reading) -> None:
    text = "On 5 May 2023 the Kobe choir sang at Wilson Hall. They drew a crowd of 800. Mayor Ann Lee thanked them.\n"
    (fact,) = read(exchange_takes_place_in_english, text, HOME)
    assert (fact.place, fact.attendance, [person.name for person in fact.people]) == ("Wilson Hall", 800, ["Ann Lee"])


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("a party of twelve from Kobe", 12),
        ("a 23-strong delegation from Kobe", 23),
        ("a nine-member delegation from Kobe", 9),
        ("a delegation of more than forty from Kobe", 40),
        ("two dozen guests from Kobe", 24),
    ],
)
def test_headcount(read: Reading, words: str, heads: int) -> None:
    (fact,) = read(exchange_takes_place_in_english, f"On 5 May 2023 Mayor Ann Lee received {words}.\n", HOME)
    assert fact.headcount == heads


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("On 18 May 2023 Mayor Per Berg of Oslo made the crossing with our harbour master.", "inbound_visit", ["Oslo"]),
        ("A Kobe delegation under Mayor Kizo Ito was hosted on 3 May 2023.", "inbound_visit", ["Kobe"]),
        ("On 6 May 2023 Mayor Ann Lee met Eva Kern, Secretary General of UCLG, in Barcelona.", "outbound_visit",
         ["Barcelona", "UCLG"]),
        ("In May 2022 it was Mayor Per Berg of Oslo who knocked at our door.", "inbound_visit", ["Oslo"]),
    ],
)  # fmt: skip
def test_visit_told_in_words_of_its_own(read: Reading, text: str, kind: str, parties: list[str]) -> None:
    assert [(fact.kind, fact.parties) for fact in read(exchange_takes_place_in_english, text, HOME)] == [
        (kind, parties)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On 5 May 2023 Kobe's mayor, Kizo Ito, won a second term.",
        "The chair passed on 3 May 2022 from Mayor Ada Riu of Barcelona to Mayor Per Berg of Oslo.",
        "A mission to Rhodes scheduled for May 2024 awaits funding.",
        "A grant of US$1 million was made to the Council in May 2014.",
    ],
)
def test_offices_and_sums_are_no_exchanges(read: Reading, text: str) -> None:
    assert read(exchange_takes_place_in_english, text, HOME) == []
