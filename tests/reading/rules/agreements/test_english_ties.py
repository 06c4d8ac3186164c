"""Ties told in English: several in a sentence, over several sentences, and between others than the own city."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.rules.agreements import tie_is_told_in_english

Reading = Callable[..., list[Any]]
HOME = "Leeds"


def ties(read: Reading, text: str) -> list[str]:
    facts = read(tie_is_told_in_english, text, HOME)
    return [f"{fact.kind or '?'} {' + '.join(fact.parties)} {fact.signed or '-'}" for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have three sister cities. The first was Oslo, in 1961. Turin followed in 1971 and Bergen in 1980.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971", "sister_city Leeds + Bergen 1980"]),
        ("Our partnerships began with Oslo. They were joined by Turin in 1971.",
         ["partnership Leeds + Oslo -", "partnership Leeds + Turin 1971"]),
        ("We are twinned with two cities. The oldest tie is with Oslo and dates from 1961.",
         ["sister_city Leeds + Oslo 1961"]),
        ("A memorandum of understanding was signed with Oslo in 2011. A second, with Turin, came in May 2014.",
         ["mou Leeds + Oslo 2011", "mou Leeds + Turin 2014-05"]),
        ("Kept alive are our sister-city ties: Oslo (1961); Turin, Italy (1971); and Bergen (1980).",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971", "sister_city Leeds + Bergen 1980"]),
        ("Oslo was the first, in 1961; Turin came next, in 1971. These are sister cities.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971"]),
        ("Leeds is twinned with Oslo. Turin and Bergen complete the family.",
         ["sister_city Leeds + Oslo -", "sister_city Leeds + Turin -", "sister_city Leeds + Bergen -"]),
        ("We have 3 sister cities and 2 friendship cities. Oslo, the oldest of the former, has been aboard since 1961. "
         "Turin followed in 1971, Bergen the same year and Lyon two years on.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971", "sister_city Leeds + Bergen 1971",
          "sister_city Leeds + Lyon 1973"]),
        ("Sister cities: Oslo (Norway, 1961), Turin (Italy, 1971) and Bergen.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971", "sister_city Leeds + Bergen -"]),
        ("The Mayor of Oslo signed a renewed twinning agreement in Leeds in 2022.", ["sister_city Leeds + Oslo 2022"]),
        ("Leeds has ties with Oslo (twinned in 1961), Turin (1971) and, since 1980, with Bergen.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971", "sister_city Leeds + Bergen 1980"]),
        ("Our twin cities are Oslo (1961), Turin (suspended) and, since 1980, Bergen.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Bergen 1980"]),
        ("We have been twinned with Oslo since 1961; our friendship with Turin goes back to 1971.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971"]),
        ("A twinning with Turin, Italy, lapsed in 2005.", []),
        ("We are twinned with Oslo. A memorandum with Turin on water supply dates from July 2020.",
         ["sister_city Leeds + Oslo -", "mou Leeds + Turin 2020-07"]),
        ("Which are our twin towns?\n\nThere are three: Oslo (1961), Turin (1971) and Xyl in Norway (1980).",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971"]),
        ("The libraries of Leeds and Oslo signed a cooperation agreement in 2014.", []),
        ("Leeds has sister cities and friendship cities. The latter include Oslo and Turin.",
         ["friendship_city Leeds + Oslo -", "friendship_city Leeds + Turin -"]),
        ("Our sister city Oslo, the largest in Norway, has had a tram since 1875.", ["sister_city Leeds + Oslo -"]),
        ("Oslo became a sister city in 2012, upgraded from the memorandum of 1998.",
         ["mou Leeds + Oslo 1998", "sister_city Leeds + Oslo 2012"]),
    ],
)  # fmt: skip
def test_ties_over_several_sentences(read: Reading, text: str, expected: list[str]) -> None:
    assert ties(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo (1961, sister city) and Turin (2007, partnership) take part.",
         ["sister_city Leeds + Oslo 1961", "partnership Leeds + Turin 2007"]),
        ("Our sisters are Oslo and Turin (both 1961) and Bergen (the same year again).",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1961", "sister_city Leeds + Bergen 1961"]),
        ("Oslo became a partner city in 1961, Turin did so in 1971, and in 1980 Bergen was added.",
         ["partnership Leeds + Oslo 1961", "partnership Leeds + Turin 1971", "partnership Leeds + Bergen 1980"]),
        ("With Oslo the city has had a friendship agreement since 1961, with Turin a sister-city agreement since 1971.",
         ["friendship_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971"]),
        ("A twinning with Oslo has been in place since 1961, while that with Turin dates from 1971.",
         ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971"]),
        ("Relations with Oslo began with a letter of intent in 2009 and were raised to a twinning agreement in 2014.",
         ["sister_city Leeds + Oslo 2014", "letter_of_intent Leeds + Oslo 2009"]),
        ("Today's signing makes Oslo our third sister city, after Turin (1971) and Bergen (1980).",
         ["sister_city Leeds + Oslo -", "sister_city Leeds + Turin 1971", "sister_city Leeds + Bergen 1980"]),
        ("Cooperation with Oslo rests on a memorandum of understanding of 19 March 2014.",
         ["mou Leeds + Oslo 2014-03-19"]),
        ("A trilateral memorandum with Oslo and Turin was signed in 2010.", ["mou Leeds + Oslo + Turin 2010"]),
        ("Three cities are tied to Leeds by partnership agreements, among them Oslo (1961) and Turin (1971).",
         ["partnership Leeds + Oslo 1961", "partnership Leeds + Turin 1971"]),
        ("Since 2016 a memorandum has linked the city to Oslo.", ["mou Leeds + Oslo 2016"]),
        ("In Norway there is Salhus, with which a protocol of friendship was signed on 5 May 2016.",
         ["friendship_city Leeds + Salhus 2016-05-05"]),
    ],
)  # fmt: skip
def test_several_ties_in_a_sentence(read: Reading, text: str, expected: list[str]) -> None:
    assert ties(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Glasgow, our neighbour, has a sister city in Oslo (1961).", ["sister_city Glasgow + Oslo 1961"]),
        ("It was Glasgow, not Leeds, that entered into a friendship agreement with Oslo in 1961.",
         ["friendship_city Glasgow + Oslo 1961"]),
        ("Glasgow and Oslo have been sister cities since 1961.", ["sister_city Glasgow + Oslo 1961"]),
        ("The Port of Leeds and the Port of Antwerp have been sister ports since 1967.",
         ["sister_port Port of Leeds + Port of Antwerp 1967"]),
        ("Glasgow, which twinned with Oslo in 1961, asks for advice.", ["sister_city Glasgow + Oslo 1961"]),
    ],
)  # fmt: skip
def test_ties_of_others_than_the_own_city(read: Reading, text: str, expected: list[str]) -> None:
    assert ties(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A charter of friendship with Oslo, sealed in 1998, was cancelled in 2022.",
        "The arrangement with Oslo was allowed to run out.",
        "A letter of intent with Oslo is being drawn up.",
        "A twinning with Oslo, mooted in 1995, never came about.",
        "The Council will sign a memorandum with Oslo in May.",
        "The mayors met to discuss a partnership with Oslo.",
        "No agreement has been signed with Oslo.",
        "The project's partner cities are Oslo and Turin.",
        "Our sister city sent a delegation. It met the Governor of Oslo.",
        "Our orchestra is a member of a network of cities. Oslo joined in 1990.",
    ],
)
def test_what_is_no_tie(read: Reading, text: str) -> None:
    assert ties(read, text) == []


def test_lines_of_a_chronology_take_their_year(read: Reading) -> None:
    lines = [
        "OUR SISTER CITIES",
        "",
        "1961\tOslo, Norway, becomes our first sister city.",
        "1971\tTurin, Italy, is added on 5 May.",
    ]
    text = "\n".join([*lines, ""])
    assert ties(read, text) == ["sister_city Leeds + Oslo 1961", "sister_city Leeds + Turin 1971-05-05"]


def test_who_signed_is_told_where_the_sentence_tells_of_one_tie(read: Reading) -> None:
    text = (
        "A memorandum on trade and tourism was signed with Oslo on 5 May 2016 by Mayor Jane Hill and Mayor Rolf Dahl."
    )
    [fact] = read(tie_is_told_in_english, text, HOME)
    assert [person.name for person in fact.signatories] == ["Jane Hill", "Rolf Dahl"]
    assert fact.subjects == ["trade", "tourism"]


def test_line_of_a_list_takes_the_tie_of_its_lead_and_not_of_the_line_before(read: Reading) -> None:
    text = (
        "OUR CITIES\n\nHow many sisters have we?\n\nThree, in the order of their years:\n\n"
        "  1974  Oslo (Norway), 23 April\n  1999  Turin (letter of intent, 2 May)\n"
        "  2012  Bergen, Norway: upgraded from the memorandum of 1998\n"
    )
    assert ties(read, text) == [
        "sister_city Leeds + Oslo 1974-04-23", "letter_of_intent Leeds + Turin 1999-05-02",
        "mou Leeds + Bergen 1998", "sister_city Leeds + Bergen 2012",
    ]  # fmt: skip
