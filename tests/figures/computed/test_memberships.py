"""Agreements signed, and memberships."""

import datetime as dt

import pytest

from hansa.figures.measures import answer
from hansa.register.models import Party
from tests.factories import make_agreement, make_membership, make_organization, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def test_agreements_signed_lie_wholly_in_the_period(home: Party) -> None:
    signed = make_agreement(home, make_party("布拉提斯拉瓦省"), kind="partnership", signed="2022-06-09")
    make_agreement(home, make_party("某市"), signed="2022")
    make_agreement(make_party("甲市"), make_party("乙市"), signed="2022-06-10")

    found = answer("agreements_signed", home, first=dt.date(2022, 6, 1), last=dt.date(2022, 6, 30))

    assert (found.value, [row.ref for row in found.rows]) == (1, [signed.ref])


def test_memberships_of_the_city_and_of_its_bodies_count_each_organization_once(home: Party) -> None:
    library, citynet = make_party("高雄市立圖書館", parent=home), make_organization("亞太城市合作網")
    make_membership(home, citynet, since="2004")
    make_membership(library, citynet, since="2006")
    make_membership(library, make_organization("國際圖書館協會聯盟"), since="2019")
    make_membership(home, make_organization("未來組織"), since="2030")

    found = answer("memberships_current", home, on=dt.date(2022, 12, 31))

    assert (found.value, len(found.rows)) == (2, 3)
