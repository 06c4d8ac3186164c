"""What the outline of a council's report holds."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.register.models import Agreement, Exchange, Office, Party
from hansa.reports.council.items import CouncilReport
from hansa.reports.council.outline import from_register
from hansa.reports.council.period import Period
from tests.factories import make_agreement, make_exchange, make_figure, make_party
from tests.pictures import keep_picture
from tests.reports.council.conftest import PERIOD


def report(office: Office) -> CouncilReport:
    return from_register(PERIOD, office)


def test_partner_stands_with_what_happened_with_it(office: Office) -> None:
    [partner] = report(office).partners

    assert [party.name.zh for party in partner.agreement.parties] == ["高雄市", "格丁尼亞市"]
    assert [one.title for one in partner.exchanges] == ["兩市學生交流"]
    assert [one.title for one in report(office).exchanges] == ["關島總督訪高"]


def test_memorandum_whose_signing_is_told_is_apart_from_a_tie_that_is_named(office: Office) -> None:
    told = report(office)

    assert [[party.name.zh for party in one.parties] for one in told.memoranda] == [["高雄市", "熊本縣", "亞利桑那州"]]
    assert [[party.name.zh for party in one.parties] for one in told.undated] == [["高雄市", "高陽"]]


def test_published_visitors_stand_by_period_beside_the_computed(office: Office) -> None:
    visitors = report(office).visitors

    assert [(date, [int(one.value) for one in figures]) for date, figures in visitors.published] == [
        ("2025-01/2025-12", [43, 121, 1420]),
        ("2026-01/2026-03", [15, 33, 315]),
    ]
    assert [one.value for one in visitors.computed] == [1, 1, 12]


def test_figures_without_a_period_come_with_the_sessions_report(office: Office) -> None:
    groups = {group.title.zh: [int(one.value) for one in group.figures] for group in report(office).figures}

    assert groups == {"消費者保護": [7560, 3485, 908]}


def test_memberships_that_began_are_told(office: Office) -> None:
    told = report(office)

    assert ([one.organization.zh for one in told.joined], told.memberships) == (["世界港灣聯盟"], 2)


def test_months_without_visits_are_nought(office: Office) -> None:
    months = report(office).months

    assert [month for month, _, _ in months][::8] == ["2025-07", "2026-03"]
    assert [inbound for _, inbound, _ in months] == [0] * 8 + [1]


def test_agreement_of_two_other_cities_is_not_ours(office: Office) -> None:
    make_agreement(
        make_party("京都市", country="JP"), make_party("波士頓", country="US"), signed="2025-10", office=office
    )

    assert len(report(office).memoranda) == 1


def test_agreement_of_the_citys_port_is_ours(office: Office) -> None:
    port = make_party("高雄港", kind="port", parent=office.home)
    make_agreement(port, make_party("格丁尼亞港", kind="port"), kind="sister_port", signed="2026-03", office=office)

    assert [one.kind for one in report(office).memoranda] == ["sister_port", "mou"]


def test_pictures_come_with_their_records(office: Office) -> None:
    picture = keep_picture(Exchange.objects.get(title="關島總督訪高"), credit="新聞局")

    [exchange] = report(office).exchanges
    assert [(one.ref, one.credit) for one in exchange.pictures] == [(picture.ref, "新聞局")]


def test_pictures_of_a_partner_stand_behind_those_of_the_agreement(office: Office) -> None:
    agreement, gdynia = Agreement.objects.get(signed="2025-09"), Party.objects.get(name_zh="格丁尼亞市")
    harbour, signing = keep_picture(gdynia, title="港口"), keep_picture(agreement)

    [partner] = report(office).partners
    assert [one.ref for one in partner.agreement.pictures] == [signing.ref, harbour.ref]


def queries(office: Office) -> int:
    with CaptureQueriesContext(connection) as asked:
        report(office)
    return len(asked)


@pytest.mark.django_db
def test_number_of_queries_does_not_grow_with_the_records(office: Office) -> None:
    few = queries(office)
    for number in range(20):
        party = make_party(f"城市{number}", country="FR")
        make_agreement(office.home, party, signed="2025-10", office=office)
        make_exchange(party, date="2025-12-03", home=office.home)
        make_figure("提供諮詢", number, "2025-12", unit="件", home=office.home)

    assert queries(office) == few


def test_period_without_data_is_empty(office: Office) -> None:
    told = from_register(Period(dt.date(1950, 1, 1), dt.date(1950, 12, 31)), office)

    empty = (told.partners, told.memoranda, told.undated, told.exchanges, told.figures, told.joined, told.months)
    assert empty == ((),) * 7
    assert Party.objects.exists()
