"""A register from which every list has something to show, and something that it must leave out."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from hansa.register.models import AgreementField, CostLine, Office, Party, Unit
from hansa.reports.blocks import Language
from hansa.reports.listing import Listing
from hansa.reports.lists import list_named, listing
from hansa.reports.lists.asking import asked
from tests.factories import (
    make_agreement,
    make_commitment,
    make_exchange,
    make_fact,
    make_gift,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_person,
    make_unit,
)

ON = "2026-03-31"
Made = Callable[..., Listing]


@pytest.fixture
def office(db: None) -> Office:
    """An office in Kaohsiung, its partners and what it did with them until the spring of 2026."""
    home = make_party("高雄市", name_en="Kaohsiung", country="TW")
    office = make_office(home, name_en="International Office")
    unit = make_unit(office, "經發局", name_en="Economic Bureau")
    busan = make_party("釜山市", name_en="Busan", country="KR")
    kumamoto = make_party("熊本市", name_en="Kumamoto", country="JP")
    guam = make_party("關島", name_en="Guam", country="GU", kind="region")
    _partners(office, busan, kumamoto, guam)
    _memoranda(office, unit, kumamoto)
    _visits(office, unit, busan, kumamoto)
    _memberships(home, unit)
    _others(office, busan)
    return office


def _partners(office: Office, busan: Party, kumamoto: Party, guam: Party) -> None:
    home = office.home
    make_fact(make_agreement(home, busan, signed="1966-06-30", office=office))
    make_agreement(home, guam, signed="2026-03-12", office=office)
    make_agreement(home, kumamoto, kind="friendship_city", signed="2017-01", office=office)
    ended = make_agreement(home, make_party("某市", country="FR"), signed="1990", office=office)
    ended.steps.create(kind="ended", date="2000", first=dt.date(2000, 1, 1))
    make_agreement(busan, make_party("福岡市", country="JP"), signed="2007", office=office)


def _memoranda(office: Office, unit: Unit, kumamoto: Party) -> None:
    recent = make_agreement(
        office.home, kumamoto, kind="mou", signed="2024-05-20", title="半導體合作備忘錄", unit=unit, office=office
    )
    AgreementField.objects.create(agreement=recent, field="economy")
    make_commitment("每年辦理商務媒合", recent, state="done", result="2025年辦理1次", unit=unit, office=office)
    make_commitment("互派實習生", recent, state="open", due="2025", due_last="2025-12-31", unit=unit, office=office)
    make_commitment("設立聯絡窗口", recent, state="dropped", office=office)
    make_exchange(kumamoto, kind="online_meeting", date="2025-02-14", title="商務媒合會議", home=office.home,
                  agreement=recent, office=office)  # fmt: skip
    make_agreement(office.home, make_party("秋田縣", country="JP", kind="region"), kind="mou", office=office)
    make_agreement(
        office.home,
        make_party("波茲南市", country="PL"),
        kind="mou",
        signed="2010",
        until="2015",
        until_last=dt.date(2015, 12, 31),
        office=office,
    )


def _visits(office: Office, unit: Unit, busan: Party, kumamoto: Party) -> None:
    home = office.home
    make_exchange(busan, date="2025-03-05", title="釜山市長來訪", home=home, headcount=12, office=office)
    make_exchange(busan, kumamoto, date="2025-08", title="青年訪團", home=home, headcount=30, office=office)
    make_exchange(kumamoto, date="2025-12-31/2026-01-02", title="跨年訪團", home=home, office=office)
    make_exchange(make_party("某辦事處", kind="office"), date="2025-06-01", title="拜會", home=home, headcount=2)
    trip = make_exchange(busan, kind="outbound_visit", date="2025-09-01/2025-09-04", title="出訪釜山", home=home,
                         report_due="2025-12-04", unit=unit, office=office)  # fmt: skip
    for item, amount, currency in (("機票", "45000", "TWD"), ("住宿", "600000", "KRW"), ("日支費", "12000.50", "TWD")):
        CostLine.objects.create(exchange=trip, item=item, amount=Decimal(amount), currency=currency, budget="國際交流")
    make_exchange(kumamoto, kind="outbound_visit", date="2025-10-10", title="出訪熊本", home=home,
                  report_due="2026-01-10", report_handed_in="2025-12-20", office=office)  # fmt: skip


def _memberships(home: Party, unit: Unit) -> None:
    citynet = make_organization(
        "亞太城市合作網", name_en="CITYNET", acronym="CITYNET", purpose="會員城市相互學習的平台"
    )
    make_fact(make_membership(home, citynet, since="2004", role="official member", office_name="行國處"))
    zoo = make_party("壽山動物園", kind="other", parent=home)
    zoos = make_organization("東南亞動物園協會", acronym="SEAZA", founded="1990", headquarters="雅加達")
    make_membership(zoo, zoos, since="2015", unit=unit)
    make_membership(home, make_organization("已退出的聯盟"), since="2001", until="2010", until_last="2010-12-31")
    make_membership(home, make_organization("日期不詳的聯盟"))
    make_membership(make_party("臺北市", country="TW"), citynet, since="2000")


def _others(office: Office, busan: Party) -> None:
    make_gift(
        "琉璃瓶", party=busan, date="2025-03-05", first=dt.date(2025, 3, 5), last=dt.date(2025, 3, 5), value=1200,
        currency="TWD", office=office,
    )  # fmt: skip
    make_gift("木雕", "received", party=busan, person=make_person("朴市長"), office=office)
    school = make_party("高雄中學", kind="school")
    abroad = make_party("熊本高校", kind="school", country="JP")
    make_agreement(school, abroad, kind="sister_school", signed="2023-04-01", office=office)
    make_agreement(
        make_party("聖地牙哥", country="CL"), make_party("杜拜", country="AE"), kind="sister_port", office=office
    )


@pytest.fixture
def made(office: Office) -> Made:
    """Makes a list of the office, as it stood at the end of March 2026."""

    def make(name: str, language: Language = "zh-hant", **given: str) -> Listing:
        one = list_named(name)
        if "on" in one.filters:
            given = {"on": ON} | given
        given = {option.rstrip("_"): words for option, words in given.items()}
        return listing(one, asked(office, language, given, allowed=one.filters, kinds=one.kinds or ()))

    return make


def values(listing: Listing, *titles: str) -> list[tuple[object, ...]]:
    """The values of some columns, row by row."""
    heads = [column.title for column in listing.columns]
    places = [heads.index(title) for title in titles]
    return [tuple(row[place].value for place in places) for row in listing.rows]
