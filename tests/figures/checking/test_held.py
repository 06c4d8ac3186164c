"""What a check asks of the register: a fixed number of queries, however much it holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.figures.checking.checking import check
from hansa.figures.checking.draft import Draft
from hansa.reading.document import Document
from hansa.register.models import Party
from tests.factories import make_agreement, make_exchange, make_figure, make_membership, make_organization, make_party

pytestmark = pytest.mark.django_db
TEXT = "111年國際訪賓33案。\n釜山市於1966年與本市締結姊妹市，市民10名於111年5月來訪。\n世界港灣聯盟有143國。"


def fill(home: Party, letter: str) -> None:
    partner = make_party(f"{letter}山市", country="KR")
    make_figure(f"{letter}區國際訪賓", 33, "2022", unit="案", home=home)
    make_agreement(home, partner, signed="1966-06-30")
    make_exchange(partner, date="2022-05", headcount=10, home=home)
    make_membership(home, make_organization(f"{letter}聯盟", members=[{"count": 143, "of": "countries"}]))


def queries(home: Party) -> int:
    with CaptureQueriesContext(connection) as asked:
        check(Draft(Document(TEXT), "高雄市"), home)
    return len(asked)


def test_queries_do_not_grow_with_the_records() -> None:
    home = make_party("高雄市", country="TW")
    fill(home, "甲")
    few = queries(home)

    for letter in "乙丙丁":
        fill(home, letter)

    assert queries(home) == few < 80
