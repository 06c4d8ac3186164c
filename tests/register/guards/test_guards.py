"""Guards: what writes past the validators, with SQL of its own, is refused by either database by the rule's name."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from hansa.register.guards.rules import GUARDS
from hansa.register.models import Agreement, AgreementParty, Party
from hansa.register.validators import RULES
from tests.factories import make_agreement, make_exchange, make_membership, make_organization, make_party

pytestmark = pytest.mark.django_db


def write(sql: str, *values: object) -> None:
    """Past every function of ours, as another program would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def end_of_transaction() -> None:
    """What the database puts off is looked at now."""
    connection.check_constraints()


def gone(name: str = "高雄縣") -> Party:
    return make_party(name, ended="2010-12-24", ended_last="2010-12-24")


def parent() -> None:
    top = make_party("甲")
    bottom = make_party("丙", parent=make_party("乙", parent=top))
    write("UPDATE register_party SET parent_id = %s WHERE id = %s", bottom.pk, top.pk)


def successor() -> None:
    one = make_party("甲")
    other = make_party("乙", successor=one)
    write("UPDATE register_party SET successor_id = %s WHERE id = %s", other.pk, one.pk)


def superseded() -> None:
    parties = make_party("甲"), make_party("乙")
    one = make_agreement(*parties)
    other = make_agreement(*parties, supersedes=one)
    write("UPDATE register_agreement SET supersedes_id = %s WHERE id = %s", other.pk, one.pk)


def merged() -> None:
    one = make_organization("甲")
    other = make_organization("乙", merged_into=one)
    write("UPDATE register_organization SET merged_into_id = %s WHERE id = %s", other.pk, one.pk)


def member_of_itself() -> None:
    body = make_party("聯盟")
    membership = make_membership(make_party(), make_organization("聯盟", party=body))
    write("UPDATE register_membership SET party_id = %s WHERE id = %s", body.pk, membership.pk)


def own_member() -> None:
    membership = make_membership(make_party(), make_organization())
    write(
        "UPDATE register_organization SET party_id = %s WHERE id = %s", membership.party_id, membership.organization_id
    )


def joined_too_late() -> None:
    membership = make_membership(gone(), make_organization())
    write("UPDATE register_membership SET since = '2011', since_first = '2011-01-01' WHERE id = %s", membership.pk)


def joined_too_early() -> None:
    young = make_party("甲", begun="1990-06", begun_first="1990-06-01")
    membership = make_membership(young, make_organization(), since="1990")
    write("UPDATE register_membership SET since = '1990-05', since_first = '1990-05-01' WHERE id = %s", membership.pk)


def signed_too_late() -> None:
    agreement = make_agreement(make_party(), gone(), signed="2010")
    write(
        "UPDATE register_agreement SET signed_first = '2011-01-01', signed_last = '2011-12-31' WHERE id = %s",
        agreement.pk,
    )


def side_that_was_gone() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"), signed="2011")
    write("UPDATE register_agreementparty SET party_id = %s WHERE id = %s", gone().pk, agreement.sides.all()[1].pk)


def visited_too_late() -> None:
    exchange = make_exchange(gone(), date="2010")
    write("UPDATE register_exchange SET first = '2011-01-01', last = '2011-01-01' WHERE id = %s", exchange.pk)


def visitor_that_was_gone() -> None:
    exchange = make_exchange(date="2011")
    write(
        "INSERT INTO register_exchange_parties (exchange_id, party_id) VALUES (%s, %s)", exchange.pk, gone("高雄縣").pk
    )


def began_after_signing() -> None:
    party = make_party("甲")
    make_agreement(party, make_party("乙"), signed="1990")
    write("UPDATE register_party SET begun_first = '1991-01-01' WHERE id = %s", party.pk)


def ended_before_joining() -> None:
    membership = make_membership(make_party("甲"), make_organization(), since="1990")
    write("UPDATE register_party SET ended_last = '1989-12-31' WHERE id = %s", membership.party_id)


def began_after_its_visit() -> None:
    home = make_party("甲")
    make_exchange(make_party("乙"), home=home, date="1990")
    write("UPDATE register_party SET begun_first = '1991-01-01' WHERE id = %s", home.pk)


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        (parent, "party_parent_not_circular"),
        (successor, "party_successor_not_circular"),
        (superseded, "agreement_supersedes_not_circular"),
        (merged, "organization_merging_not_circular"),
        (member_of_itself, "membership_not_in_oneself"),
        (own_member, "membership_not_in_oneself"),
        (joined_too_late, "membership_of_an_existing_party"),
        (joined_too_early, "membership_of_an_existing_party"),
        (signed_too_late, "agreement_between_existing_parties"),
        (side_that_was_gone, "agreement_between_existing_parties"),
        (visited_too_late, "exchange_among_existing_parties"),
        (visitor_that_was_gone, "exchange_among_existing_parties"),
        (began_after_signing, "party_existed_then"),
        (ended_before_joining, "party_existed_then"),
        (began_after_its_visit, "party_existed_then"),
    ],
)
def test_database_refuses_what_breaks_a_rule(planted: Callable[[], None], rule: str) -> None:
    with pytest.raises(IntegrityError, match=rule):
        planted()


def test_database_takes_what_keeps_the_rules() -> None:
    party = gone()
    make_agreement(make_party(), party, signed="2010")
    make_exchange(party, date="2010-12")
    membership = make_membership(party, make_organization(), since="2010")

    write("UPDATE register_membership SET until = '2010', until_last = '2010-12-31' WHERE id = %s", membership.pk)
    write("UPDATE register_party SET begun_first = '2010-12-24' WHERE id = %s", party.pk)
    end_of_transaction()


def test_agreement_left_with_one_side_is_refused_at_the_end() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"))
    with pytest.raises(IntegrityError), transaction.atomic():
        write("DELETE FROM register_agreementparty WHERE id = %s", agreement.sides.all()[0].pk)
        end_of_transaction()

    assert agreement.sides.count() == 2
    end_of_transaction()


def test_agreement_without_sides_is_refused_at_the_end() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create()
        end_of_transaction()


def test_sides_may_be_replaced_and_an_agreement_merged_within_a_transaction() -> None:
    parties = make_party(), make_party("釜山")
    agreement, other = make_agreement(*parties), make_agreement(*parties)
    agreement.sides.all().delete()
    AgreementParty.objects.bulk_create(AgreementParty(agreement=agreement, party=party) for party in parties)
    other.sides.all().delete()
    Agreement.objects.filter(pk=other.pk).update(merged_into=agreement)

    end_of_transaction()


def test_agreement_may_go_with_its_sides() -> None:
    make_agreement(make_party(), make_party("釜山")).delete()

    end_of_transaction()


def test_every_guard_has_a_sentence() -> None:
    assert {guard.rule for guard in GUARDS} <= set(RULES)
