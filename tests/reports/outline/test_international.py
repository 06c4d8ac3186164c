"""The year's work abroad, as plain values."""

import datetime as dt

import pytest

from hansa.register.models import Participant, Party
from hansa.reports.outline.international import happenings, membership_items
from tests.factories import make_agreement, make_exchange, make_membership, make_organization, make_party, make_person

pytestmark = pytest.mark.django_db
YEAR = (dt.date(2022, 1, 1), dt.date(2022, 12, 31))


@pytest.fixture
def home() -> Party:
    return make_party("臺北市", name_en="Taipei", country="TW")


@pytest.mark.parametrize(
    ("body", "ours"),
    [
        ("台北市", True),
        ("臺北市政府觀光傳播局", True),
        ("Taipei City Government", True),
        ("本市", True),
        ("新北市", False),
        ("", False),
    ],
)
def test_our_people_are_known_by_their_body(home: Party, body: str, ours: bool) -> None:
    exchange = make_exchange(home=home, date="2022-05-01")
    Participant.objects.create(exchange=exchange, person=make_person(), of=body)

    (item,) = happenings(home, *YEAR).exchanges

    assert [person.ours for person in item.people] == [ours]


def test_exchanges_with_partners_are_told_from_others(home: Party) -> None:
    partner, other = make_party("布拉格", country="CZ"), make_party("華沙", country="PL")
    make_agreement(home, partner, kind="sister_city", signed="2020-01-13")
    make_agreement(home, other, kind="mou", signed="2020-01-13")
    make_exchange(other, home=home, date="2022-05-02")
    make_exchange(partner, home=home, date="2022-05-01")
    make_exchange(partner, home=home, date="2021-12-30/2022-01-02")
    make_exchange(partner, home=home, date="2023")

    items = happenings(home, *YEAR).exchanges

    assert [(item.date, item.with_partner) for item in items] == [
        ("2021-12-30/2022-01-02", True),
        ("2022-05-01", True),
        ("2022-05-02", False),
    ]


def test_memberships_name_who_is_responsible(home: Party) -> None:
    library = make_organization("國際圖書館協會聯盟", acronym="IFLA")
    make_membership(home, library, since="2019", office_name="文化局", through="市立圖書館")
    make_membership(home, make_organization("CITYNET", acronym="CITYNET"), through="觀光局")

    items = membership_items(home, YEAR[1])

    assert [(item.organization.zh, item.responsible) for item in items] == [
        ("國際圖書館協會聯盟 (IFLA)", "文化局（市立圖書館）"),
        ("CITYNET", "觀光局"),
    ]
