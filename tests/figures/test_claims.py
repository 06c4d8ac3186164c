"""The order of partners, and what a city claims of it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.figures.claims import Claim, standing_of_claim
from hansa.register.models import Party, Step
from tests.factories import make_agreement, make_figure, make_party

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 12, 31)


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def partner(home: Party, name: str, signed: str, kind: str = "sister_city", country: str = "PL") -> Party:
    party = make_party(name, country=country)
    make_agreement(home, party, kind=kind, signed=signed)
    return party


def numbers(claim: Claim) -> list[tuple[str, int, int]]:
    return [(place.party.label, place.number, place.latest) for place in claim.orders[0].places]


def test_the_second_sister_city_of_a_country_is_the_second_to_have_signed(home: Party) -> None:
    partner(home, "格丁尼亞市", "2025-09")
    partner(home, "釜山市", "1966", country="KR")
    second = partner(home, "卡托維茲市", "2026-03")

    claim = standing_of_claim(home, second, 2, kinds=("sister_city",), country="PL", on=ON)

    assert (claim.verdict, claim.number, claim.missing) == ("agrees", 2, 0)
    assert claim.reason.zh == "依「姊妹市」規則，卡托維茲市（2026-03）為登錄簿中第 2 個，當日共 2 個。"


@pytest.mark.parametrize(("claimed", "missing"), [(4, 1), (2, -1)])
def test_a_number_that_no_rule_gives_differs_and_says_what_is_missing(home: Party, claimed: int, missing: int) -> None:
    for name, signed in (("甲市", "1990"), ("乙市", "1995")):
        partner(home, name, signed)
    third = partner(home, "丙市", "2000")

    claim = standing_of_claim(home, third, claimed, on=ON)

    assert (claim.verdict, claim.number, claim.missing) == ("differs", 3, missing)


def test_partners_without_a_date_leave_the_number_open(home: Party) -> None:
    for name, signed in (("甲市", ""), ("乙市", "1995")):
        partner(home, name, signed)
    third = partner(home, "丙市", "2000")

    claims = [standing_of_claim(home, third, ordinal, on=ON) for ordinal in (1, 2, 3, 4)]

    assert numbers(claims[0]) == [("甲市", 1, 3), ("乙市", 1, 2), ("丙市", 2, 3)]
    assert [claim.verdict for claim in claims] == ["differs", "agrees", "agrees", "differs"]


def test_partners_of_one_day_share_their_numbers(home: Party) -> None:
    partner(home, "甲市", "2017-01-11")
    other = partner(home, "乙市", "2017-01-11")

    assert [standing_of_claim(home, other, ordinal, on=ON).verdict for ordinal in (1, 2, 3)] == [
        "agrees",
        "agrees",
        "differs",
    ]


def test_a_partner_that_ended_counts_by_another_rule(home: Party) -> None:
    ended = make_agreement(home, make_party("舊金山市", country="US"), signed="1950")
    Step.objects.create(agreement=ended, kind="ended", date="2000", first=dt.date(2000, 1, 1))
    second = partner(home, "釜山市", "1966")

    claim = standing_of_claim(home, second, 2, on=ON)

    assert (claim.verdict, claim.number) == ("ambiguous", 1)
    assert "姊妹市及友好夥伴城市（含已終止者）」則為第 2 個" in claim.reason.zh


def test_a_claim_that_was_published_is_left_to_a_person(home: Party) -> None:
    new = partner(home, "布拉提斯拉瓦省", "2022-06-09", kind="partnership")
    figure = make_figure("姊妹市及友好夥伴城市", 36, "2022-06-09", unit="個", home=home)

    claim = standing_of_claim(home, new, 36)

    assert (claim.verdict, claim.number, claim.missing) == ("ambiguous", 1, 35)
    assert [one.ref for one in claim.published] == [figure.ref]


def test_a_stranger_has_no_number(home: Party) -> None:
    claim = standing_of_claim(home, make_party("某市", country="FR"), 3, on=ON)

    assert (claim.verdict, claim.number, claim.missing) == ("unknown", None, 0)


def test_queries_do_not_grow_with_the_partners(home: Party) -> None:
    counts = []
    for number in range(3):
        party = partner(home, f"市{number}", f"20{number:02}")
        with CaptureQueriesContext(connection) as queries:
            standing_of_claim(home, party, 1, on=ON)
        counts.append(len(queries))

    assert counts[0] == counts[2] <= 12
