"""Numbers that English sentences report."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.rules.figures import reported_in_english

Reading = Callable[..., list[Any]]


def told(facts: list[Any]) -> list[tuple[str, float, str]]:
    """Measure, value and unit of each figure."""
    return [(fact.measure, fact.value, fact.unit or "") for fact in facts]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The city has 12 sister cities in Europe.", [("sister cities in Europe", 12, "")]),
        ("In 2021 the office answered 312 enquiries.", [("enquiries answered", 312, "")]),
        ("It gave the city its twenty-first sister city worldwide.", [("sister city worldwide", 21, "")]),
        ("A grant of 80,000 Swedish kronor from the state.", [("grant from the state", 80000, "Swedish kronor")]),
        ("Between the two congresses the membership rose to 71.", [("membership", 71, "")]),
        ("He came at the head of more than forty people from 9 cities in 4 countries.", []),
        ("The Mayor received a delegation of 25 entrepreneurs.", []),
        ("Exports saw an increase of 8 per cent.", []),
        ("The Mayor said that costs had fallen by 9 percent.", []),
    ],
)  # fmt: skip
def test_english_sentence_reports(read: Reading, sentence: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(read(reported_in_english, f"ANNUAL REPORT 2021\n\n{sentence}\n", "Gdynia")) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The city received 920 foreign visitors from 31 countries.",
            [("foreign visitors received", 920), ("countries", 31)],
        ),
        ("We hosted 40 groups. Japan sent 12 of them.", [("groups hosted", 40), ("groups from Japan", 12)]),
        ("Four links have been established over the years.", [("links established", 4)]),
        ("In 2021, 41 delegations with 512 guests were received.", [("delegations", 41), ("guests received", 512)]),
        ("School exchanges involved 640 pupils from 23 schools.", [("pupils involved", 640), ("schools", 23)]),
    ],
)
def test_english_report_counts_guests_and_shares(
    read: Reading, sentence: str, expected: list[tuple[str, float]]
) -> None:
    found = read(reported_in_english, f"Annual report 2021\n\nInternational office\n\n{sentence}\n", "Ghent")
    assert [(fact.measure, fact.value) for fact in found] == expected


RELEASE = "City of Ghent\nPress release\n9 July 2023\n\nGhent greets its friends\n\n{0}\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We sent out 210 invitations and 15 letters of support.",
            [("invitations sent", 210, ""), ("letters of support", 15, "")],
        ),
        ("Staff answered 900 e-mails and 410 calls.", [("e-mails answered", 900, ""), ("calls", 410, "")]),
        ("Nearly three dozen exhibitions were shown.", [("exhibitions shown", 36, "")]),
        ("Altogether 1,310 people took part in our programmes.", [("people", 1310, "")]),
        (
            "We dealt with 96 requests, of which 31 came from abroad.",
            [("requests dealt", 96, ""), ("requests dealt: came from abroad", 31, "")],
        ),
        ("Our desk employs nine officers.", [("officers employed", 9, "")]),
        ("Visitors counted: 8,120", [("Visitors counted", 8120, "")]),
        (
            "Japan accounted for 20 of the groups, followed by Korea with 11.",
            [("groups from Japan", 20, ""), ("groups from Korea", 11, "")],
        ),
        ("Tenders worth €4.5 million were placed in 2020.", [("Tenders worth were placed", 4500000, "€")]),
        ("In May 2021 the Mayor led a delegation of 25 traders to Lyon for three days.", []),
        ("The Lord Mayor hosted 300 guests at a dinner.", []),
        ("The two harbours grew last year.", []),
        ("The year brought 47 groups, 12 of them from Asia.", [("groups", 47, ""), ("groups from Asia", 12, "")]),
        (
            "In numbers: 47 groups, 702 guests, 19 countries.",
            [("groups", 47, ""), ("guests", 702, ""), ("countries", 19, "")],
        ),
        ("Foreign students now number 8,400.", [("Foreign students", 8400, "")]),
        ("The association's members number 1,000.", []),
        ("The target for next year is 80 delegations.", []),
        ("Under the policy no more than 7 sister cities may be kept.", []),
        (
            "In all, six twin towns and 2 memoranda of understanding.",
            [("twin towns", 6, ""), ("memoranda of understanding", 2, "")],
        ),
        ("The charter covers seven fields and runs for five years.", []),
    ],
)
def test_english_report_counts_work(read: Reading, sentence: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(read(reported_in_english, f"ANNUAL REPORT 2021\n\nOur year\n\n{sentence}\n", "Ghent")) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The city gave 12 buses and 3,000 blankets.", [("buses given", 12, ""), ("blankets given", 3000, "")]),
        ("Lyon presented the city with 20 cherry trees.", [("cherry trees given", 20, "")]),
        ("The fifth sister city conference was held in Ghent.", []),
        ("Lyon became our first sister city.", []),
        ("With the guest came eleven others.", []),
        ("Ghent came in as number 1,733.", []),
        ("Pupils collected 3,000 signatures.", []),
        ("The gift consists of 300 beds and two vans.", [("beds given", 300, ""), ("vans given", 2, "")]),
        ("It brings to nine the number of twin towns in Asia.", [("twin towns in Asia", 9, "")]),
        ("Twinning has brought 2,400 young people here since 1960.", [("young people", 2400, "")]),
        ("Number of twin towns: 11", [("Number of twin towns", 11, "")]),
        ("Ghent shipped 14 tonnes of rice to Adana.", [("rice given", 14, "tonnes")]),
        (
            "Two lorries, four ambulances and 600 sleeping bags were sent.",
            [("lorries given", 2, ""), ("ambulances given", 4, ""), ("sleeping bags given", 600, "")],
        ),
        ("Ghent has 15 twin towns in 11 countries.", [("twin towns", 15, ""), ("countries of twin towns", 11, "")]),
        ("Ghent keeps formal links with 13 cities.", [("formal links with cities", 13, "")]),
        ("This is the fifth agreement with a Korean city.", [("agreement", 5, "")]),
        ("So far the fund has raised $1.2 million.", [("So far the fund has raised", 1200000, "$")]),
        ("Every year some 200 pupils travel to the twin towns.", [("pupils", 200, "")]),
        ("The festival drew 250,000 visitors.", []),
        ("45 firms from 12 countries exhibited at the fair.", []),
        ("On 3 May 120 runners from six sister cities ran a marathon.", []),
        ("Melle, a town of 1.2 million inhabitants, lies on the river.", []),
        ("The city will give $50,000 to the fund.", []),
        ("Schools can ask for up to €2,000.", []),
        ("The count of active ties remains at four.", [("count of active ties", 4, "")]),
        ("Some 3,500 people have taken part in exchanges.", [("people", 3500, "")]),
        ("The two towns are 3,200 kilometres apart.", []),
        ("She was the third mayor of Lyon to come.", []),
    ],
)
def test_english_release_counts_partners_and_gifts(
    read: Reading, sentence: str, expected: list[tuple[str, float, str]]
) -> None:
    assert told(read(reported_in_english, RELEASE.format(sentence), "Ghent")) == expected


def test_number_since_a_date_is_of_the_time_up_to_the_documents_own(read: Reading) -> None:
    (fact,) = read(reported_in_english, RELEASE.format("Since 2010 we have received 320 delegations."), "Ghent")
    assert fact.period == "2010/2023"


def test_chronology_counts_partners_in_its_year(read: Reading) -> None:
    text = (
        "OUR CHRONOLOGY\n\n2018\tLyon joins on May 3, bringing the number of sister cities to nine.\n2019\tNothing.\n"
    )
    (fact,) = read(reported_in_english, text, "Ghent")
    assert (fact.measure, fact.value, fact.period) == ("sister cities", 9, "2018-05-03")


def test_members_of_an_organization_are_no_figure(read: Reading) -> None:
    text = "Ghent abroad\n\nEnergy Cities (EC)\n\nSince 1990 it has grown to 300 members in 30 countries.\n"
    assert read(reported_in_english, text, "Ghent") == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("REPORT FOR FISCAL YEAR 2020-21\n(July 1, 2020 - June 30, 2021)\n\n{0}", "2020-07/2021-06"),
        ("Fact sheet\n\nThe figures for visitors are for the financial year 2020/21.\n\n{0}", "2020/2021"),
        ("Council meeting, 4 MAY 2021\n\nWritten question\n\n{0}", "2021"),
    ],
)
def test_period_that_the_document_gives_for_its_figures(read: Reading, text: str, period: str) -> None:
    (fact,) = read(reported_in_english, text.format("Sixty-two groups have been received.\n"), "Ghent")
    assert fact.period == period


def test_short_lines_that_begin_with_numbers(read: Reading) -> None:
    text = "Slide 2: Our year\n\n14 sister cities\n52 groups\n2,980 guests\n"
    found = read(reported_in_english, text, "Ghent")
    assert told(found) == [("sister cities", 14, ""), ("groups", 52, ""), ("guests", 2980, "")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("From 27 members in 2009 it grew to 45 by the end of 2016.", [(27, "2009"), (45, "2016")]),
        ("The count stands at nine twin towns since 4 May 2017.", [(9, "2017-05-04")]),
        ("During our week in 2018, twelve partner cities were represented.", []),
    ],
)
def test_level_with_its_own_date(read: Reading, sentence: str, expected: list[tuple[float, str]]) -> None:
    found = read(reported_in_english, f"Ghent abroad\n\nUps and downs\n\n{sentence}\n", "Ghent")
    assert [(fact.value, fact.period) for fact in found] == expected


def test_number_set_against_an_earlier_one_has_the_earlier_period(read: Reading) -> None:
    text = "Annual report 2021\n\nOur year\n\nThe office held 31 meetings, against 44 the year before.\n"
    found = read(reported_in_english, text, "Ghent")
    assert [(fact.measure, fact.value, fact.period) for fact in found] == [
        ("meetings held", 31, "2021"),
        ("meetings held", 44, "2020"),
    ]


def test_earlier_number_in_brackets(read: Reading) -> None:
    text = "Annual report 2021\n\nOur year\n\n- Groups: 64 (2020: 19)\n- Guests: 3,900 (2020: 410)\n"
    found = read(reported_in_english, text, "Ghent")
    assert [(fact.measure, fact.value, fact.period) for fact in found] == [
        ("Groups", 64, "2021"),
        ("Groups", 19, "2020"),
        ("Guests", 3900, "2021"),
        ("Guests", 410, "2020"),
    ]


def test_number_answers_the_question_before_it(read: Reading) -> None:
    partners = "How many twin towns do we have?\n\nNine. The oldest is Turin.\n\n"
    text = f"ASKED\n\n{partners}How many groups came in 2023?\n\n58, with guests from 4 countries.\n"
    found = read(reported_in_english, text, "Ghent")
    assert [(fact.measure, fact.value, fact.period or "") for fact in found] == [
        ("twin towns", 9, ""),
        ("groups", 58, "2023"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Its tally is now up to 13 sister cities.", [("sister cities", 13, "2025-10-17")]),
        ("2,400 blankets, bought by the port, went to Turin in August.", [("blankets given", 2400, "2025-08")]),
        ("Ghent's family of partners has now grown to 12.", [("Ghent's family of partners", 12, "2025-10-17")]),
        ("There may be up to 12 sister cities.", []),
    ],
)
def test_english_news_of_gifts_and_partners(
    read: Reading, sentence: str, expected: list[tuple[str, float, str]]
) -> None:
    text = f"FOR IMMEDIATE RELEASE\nFriday, 17 October 2025\n\nSOMETHING HAPPENED\n\n{sentence}\n"
    found = read(reported_in_english, text, "Ghent")
    assert [(fact.measure, fact.value, fact.period) for fact in found] == expected
