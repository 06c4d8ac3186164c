"""How many records name another."""

import pytest
from pytest_django import DjangoAssertNumQueries

from hansa.register.domain.queries.naming import named_by
from tests.factories import make_agreement, make_exchange, make_membership, make_organization, make_party, make_project

pytestmark = pytest.mark.django_db


def test_party_is_named_by_the_records_in_which_it_takes_part() -> None:
    home, busan, league = make_party(), make_party("釜山"), make_organization()
    make_agreement(home, busan)
    make_membership(busan, league)
    make_exchange(busan, home=home)
    make_exchange(busan, home=home)
    make_project(league, organizing=home)

    assert named_by("party", [home.pk, busan.pk]) == {
        home.pk: {"agreement": 1, "exchange": 2, "project": 1},
        busan.pk: {"agreement": 1, "membership": 1, "exchange": 2},
    }


def test_merged_record_names_nothing_any_more() -> None:
    league = make_organization()
    kept = make_membership(make_party(), league)
    make_membership(make_party("打狗"), league, merged_into=kept)

    assert named_by("organization", [league.pk]) == {league.pk: {"membership": 1}}


def test_naming_needs_a_fixed_number_of_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    parties = [make_party(f"城市{number}") for number in range(5)]

    with django_assert_max_num_queries(14):
        assert named_by("party", [party.pk for party in parties]) == {party.pk: {} for party in parties}
