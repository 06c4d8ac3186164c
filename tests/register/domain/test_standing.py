"""Where an agreement stands on a day: told alike by the record and by the database."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hansa.register.derived import derive
from hansa.register.domain.queries.agreements import agreements_in_force, with_state
from hansa.register.domain.queries.records import records_of
from hansa.register.domain.standing import standing_of
from hansa.register.enums import Renewal, StepKind
from hansa.register.models import Agreement, Step
from tests.factories import make_agreement, make_party

pytestmark = pytest.mark.django_db


def make(*steps: tuple[str, str], **fields: Any) -> Agreement:
    agreement = derive(make_agreement(make_party("甲市"), make_party("乙市"), **fields))
    agreement.save()
    for kind, date in steps:
        derive(Step(agreement=agreement, kind=kind, date=date)).save()
    return agreement


def told(agreement: Agreement, day: str) -> tuple[str, str, str]:
    standing = standing_of(agreement, dt.date.fromisoformat(day))
    return standing.state.value, standing.because, standing.date


@pytest.mark.parametrize(
    ("steps", "fields", "day", "expected"),
    [
        ([], {"signed": "1966-06-30"}, "1966-06-29", ("proposed", "signed", "1966-06-30")),
        ([], {"signed": "1966-06-30"}, "1966-06-30", ("in_force", "signed", "1966-06-30")),
        ([], {}, "1900-01-01", ("in_force", "signed", "")),
        ([("approached", "2019")], {}, "2020-01-01", ("proposed", "Approached", "2019")),
        ([("council_approved", "2019-05-01")], {}, "2019-04-30", ("proposed", "signed", "")),
        ([("council_approved", "2019-05-01")], {}, "2019-05-01", ("approved", "Approved by the council", "2019-05-01")),
        ([("reported", "2019"), ("signed", "2020-02")], {}, "2020-02-01", ("in_force", "signed", "")),
        ([("suspended", "2000")], {"signed": "1966"}, "1999-12-31", ("in_force", "signed", "1966")),
        ([("suspended", "2000")], {"signed": "1966"}, "2000-01-01", ("suspended", "Suspended", "2000")),
        ([("suspended", "2000"), ("renewed", "2005")], {}, "2006-01-01", ("in_force", "Renewed", "2005")),
        ([("ended", ""), ("signed", "1989")], {"signed": "1989"}, "2020-01-01", ("ended", "Ended", "")),
        ([("renewed", ""), ("ended", "1999")], {"signed": "1989"}, "2020-01-01", ("ended", "Ended", "1999")),
        ([], {"signed": "2010", "until": "2015"}, "2015-12-31", ("in_force", "signed", "2010")),
        ([], {"signed": "2010", "until": "2015"}, "2016-01-01", ("expired", "valid until", "2015")),
        ([], {"signed": "2010", "until": "2015", "renewal": "by_agreement"}, "2016-01-01",
         ("expired", "valid until", "2015")),
        ([], {"signed": "2010", "until": "2015", "renewal": "automatic"}, "2016-01-01", ("in_force", "signed", "2010")),
        ([("renewed", "2014")], {"signed": "2010", "until": "2015"}, "2016-01-01", ("expired", "valid until", "2015")),
        ([("renewed", "2017")], {"signed": "2010", "until": "2015"}, "2016-12-31", ("expired", "valid until", "2015")),
        ([("renewed", "2017")], {"signed": "2010", "until": "2015"}, "2017-01-01", ("in_force", "Renewed", "2017")),
    ],
)  # fmt: skip
def test_state_follows_from_steps_and_term(
    steps: list[tuple[str, str]], fields: dict[str, str], day: str, expected: tuple[str, str, str]
) -> None:
    assert told(make(*steps, **fields), day) == expected


@pytest.mark.parametrize(("relation", "state"), [("supersedes", "superseded"), ("upgrades", "upgraded")])
def test_later_agreement_takes_the_place_from_its_day(relation: str, state: str) -> None:
    early = make(signed="1998")
    later = make(signed="2005-03-01", **{relation: early})

    assert told(early, "2005-02-28") == ("in_force", "signed", "1998")
    assert told(early, "2005-03-01") == (state, later.ref, "2005-03-01")
    assert set(agreements_in_force(dt.date(2005, 2, 28))) == {early}
    assert set(agreements_in_force(dt.date(2005, 3, 1))) == {later}


def test_later_agreement_that_is_merely_proposed_or_merged_takes_no_place() -> None:
    early = make(signed="1998")
    make(("approached", "2020"), supersedes=early)
    make(signed="2005", supersedes=early, merged_into=make(signed="2005"))

    assert told(early, "2024-01-01") == ("in_force", "signed", "1998")


def test_merged_agreements_are_left_out() -> None:
    survivor = make(signed="1966")
    make(signed="1966", merged_into=survivor)

    assert list(agreements_in_force()) == [survivor]


DATES = st.sampled_from(["", "2000", "2001-06", "2001-06-15", "2002", "2003-01-01", "2004/2005"])
STEPS = st.lists(st.tuples(st.sampled_from(StepKind.values), DATES), max_size=4)
FIELDS = st.fixed_dictionaries(
    {"signed": st.sampled_from(["", "2000", "2001-06-15"]), "until": st.sampled_from(["", "2003", "2004-02"]),
     "renewal": st.sampled_from(["", *Renewal.values])}
)  # fmt: skip
DAYS = st.sampled_from([dt.date(1999, 1, 1), dt.date(2001, 6, 15), dt.date(2003, 6, 1), dt.date(2005, 1, 1)])


@given(data=st.lists(st.tuples(STEPS, FIELDS, st.sampled_from(["", "supersedes", "upgrades"])), min_size=1, max_size=4),
       day=DAYS)  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_database_tells_the_same_state(
    data: list[tuple[list[tuple[str, str]], dict[str, str], str]], day: dt.date
) -> None:
    Agreement.objects.update(supersedes=None, upgrades=None)
    Agreement.objects.all().delete()
    for steps, fields, relation in data:
        earlier = Agreement.objects.last() if relation else None
        make(*steps, **fields, **({relation: earlier} if earlier else {}))

    worked_out = dict(with_state(Agreement.objects.all(), day).values_list("pk", "state"))

    assert worked_out == {one.pk: standing_of(one, day).state for one in records_of("agreement")}
