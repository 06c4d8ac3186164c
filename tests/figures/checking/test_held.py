"""What a check asks of the register: a fixed number of queries, however much it holds."""

import pytest
from pytest_django import DjangoAssertNumQueries

from hansa.figures.checking.checking import check
from hansa.figures.checking.draft import Draft
from hansa.reading.document import Document
from hansa.register.models import Party
from tests.factories import make_agreement, make_exchange, make_figure, make_membership, make_organization, make_party

pytestmark = pytest.mark.django_db
TEXT = "111年國際訪賓33案。\n釜山市於1966年與本市締結姊妹市，市民10名於111年5月來訪。\n世界港灣聯盟有143國。"


def fill(home: Party, number: int) -> None:
    for at in range(number):
        partner = make_party(f"釜山{at}市", country="KR")
        make_figure(f"國際訪賓{at}", 33 + at, "2022", unit="案", home=home)
        make_agreement(home, partner, signed="1966-06-30")
        make_exchange(partner, date="2022-05", headcount=10 + at, home=home)
        make_membership(home, make_organization(f"聯盟{at}", members=[{"count": 143, "of": "countries"}]))


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_records(
    django_assert_max_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    home = make_party("高雄市", country="TW")
    fill(home, number)

    with django_assert_max_num_queries(40):
        check(Draft(Document(TEXT), "高雄市"), home)
