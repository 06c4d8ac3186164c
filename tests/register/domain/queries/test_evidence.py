"""What records rest on, in short, and which rest on nothing."""

import pytest
from pytest_django import DjangoAssertNumQueries

from hansa.register.domain.queries.evidence import evidence_of, proofs_of
from tests.factories import make_agreement, make_exchange, make_fact, make_gift, make_organization, make_party

pytestmark = pytest.mark.django_db


def test_proof_of_a_party_counts_the_facts_of_its_records_and_shows_the_first() -> None:
    home, busan, brno = make_party(), make_party("釜山"), make_party("布爾諾")
    first = make_fact(make_agreement(home, busan))
    make_fact(make_exchange(busan))

    proofs = proofs_of("party", [busan.pk, brno.pk])

    assert {number: (proof.count, proof.first) for number, proof in proofs.items()} == {busan.pk: (2, first)}


def test_proofs_need_a_fixed_number_of_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    leagues = [make_organization(f"聯盟{number}") for number in range(5)]
    for league in leagues:
        make_fact(league)

    with django_assert_max_num_queries(3):
        quotes = [
            proof.first.passage.quote for proof in proofs_of("organization", [one.pk for one in leagues]).values()
        ]

    assert len(quotes) == 5


def test_record_that_no_document_states_has_no_evidence() -> None:
    assert list(evidence_of(make_gift())) == []
