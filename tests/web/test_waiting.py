"""Facts that wait: by source and reason, admitted many at once, joined, refused, split, and taken back."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hansa.register.domain.facts import admit_facts
from hansa.register.enums import Admit, FactState, Role
from hansa.register.models import Agreement, Fact, Source, User
from hansa.web.kinds import address_of
from tests.factories import make_office, make_party, make_user
from tests.register.loading import agreement, figure, load_facts
from tests.web.conftest import client_of

STATED = [agreement("高雄市", "釜山", signed="1966"), agreement("高雄市", "高雄"), figure("國際訪賓", 33)]


@pytest.fixture
def facts(editor: User, tmp_path: Path) -> list[Fact]:
    """Three facts that wait, the second of which cannot be admitted."""
    load_facts(tmp_path, STATED, admit=Admit.NONE)
    return list(Fact.objects.order_by("pk"))


def states(facts: list[Fact]) -> list[str]:
    return [Fact.objects.get(pk=fact.pk).state for fact in facts]


def decide(client: Client, fact: Fact, **sent: str) -> str:
    return client.post(reverse("web:decide", args=[fact.pk]), sent).headers["Location"]


def test_fact_that_waits_shows_its_quote_and_why_it_waits(as_reader: Client, facts: list[Fact]) -> None:
    page = as_reader.get(reverse("web:waiting")).content.decode()

    assert [fact.passage.quote in page for fact in facts] == [True] * 3
    assert "to be reviewed" in page and "csrf" not in page.split("<main")[1]


def test_page_answers_while_nothing_waits(as_reader: Client) -> None:
    assert "Nothing waits" in as_reader.get(reverse("web:waiting")).content.decode()


def test_facts_are_narrowed_by_source_reason_and_type(as_editor: Client, editor: User, facts: list[Fact]) -> None:
    admit_facts(by=editor, facts=facts[1:2], admit=Admit.ALL)
    source = facts[0].passage.source_id

    def found(**question: object) -> list[int]:
        return [fact.pk for fact in as_editor.get(reverse("web:waiting"), question).context["page"]]

    assert found(why="one_party") == [facts[1].pk]
    assert found(type="figure") == [facts[2].pk]
    assert found(source=source, why="unreviewed") == [facts[0].pk, facts[2].pk]


@pytest.mark.parametrize("copies", [1, 3])
def test_waiting_facts_need_a_fixed_number_of_queries(
    as_editor: Client, tmp_path: Path, django_assert_max_num_queries: DjangoAssertNumQueries, copies: int
) -> None:
    for _ in range(copies):
        load_facts(tmp_path, STATED, admit=Admit.NONE)

    with django_assert_max_num_queries(9):
        as_editor.get(reverse("web:waiting"))


def test_ticked_facts_are_admitted_and_the_others_say_why_not(as_editor: Client, facts: list[Fact]) -> None:
    back = f"{reverse('web:waiting')}?why=unreviewed"
    ticked = [fact.pk for fact in facts[:2]]

    response = as_editor.post(reverse("web:admit_chosen"), {"fact": ticked, "back": back}, follow=True)

    assert states(facts) == [FactState.ADMITTED, FactState.PROPOSED, FactState.PROPOSED]
    assert response.redirect_chain == [(back, 302)]
    page = response.content.decode()
    assert "1 fact was admitted." in page and "an agreement needs two parties" in page


def test_nothing_ticked_admits_nothing(as_editor: Client, facts: list[Fact]) -> None:
    as_editor.post(reverse("web:admit_chosen"), {"fact": ["x", "999"]})

    assert set(states(facts)) == {FactState.PROPOSED}


def test_fact_leads_back_to_the_list_it_was_decided_on(as_editor: Client, facts: list[Fact]) -> None:
    assert decide(as_editor, facts[0], decision="admit", back="/office/waiting/?page=2") == "/office/waiting/?page=2"
    elsewhere = decide(as_editor, facts[2], decision="refuse", reason="no", back="https://evil.example/")
    assert elsewhere == address_of("fact", facts[2].pk)


def test_fact_is_joined_to_a_record_that_it_may_mean(as_editor: Client, tmp_path: Path, facts: list[Fact]) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1999")])
    record = Agreement.objects.get()
    meanings = as_editor.get(reverse("web:meanings", args=[facts[0].pk])).content.decode()

    assert f'value="{record.ref}"' in meanings
    assert decide(as_editor, facts[0], into=record.ref) == address_of("agreement", record.pk)
    assert Fact.objects.get(pk=facts[0].pk).record == record


def test_fact_is_not_joined_to_a_record_of_another_kind(as_editor: Client, facts: list[Fact]) -> None:
    decide(as_editor, facts[0], into=make_party("釜山").ref)

    assert states(facts)[0] == FactState.PROPOSED


def test_decision_is_taken_back_on_the_page_of_the_fact(as_editor: Client, facts: list[Fact]) -> None:
    decide(as_editor, facts[0], decision="refuse", reason="a plan")
    page = as_editor.get(address_of("fact", facts[0].pk)).content.decode()

    assert 'value="undo"' in page and 'value="admit"' not in page
    decide(as_editor, facts[0], decision="undo", reason="it was signed")
    assert states(facts)[0] == FactState.PROPOSED


def test_fact_is_split_from_a_record_that_it_shares(as_editor: Client, tmp_path: Path) -> None:
    for _ in range(2):
        load_facts(tmp_path, STATED[:1])
    fact = Fact.objects.latest("pk")
    assert 'value="split"' in as_editor.get(address_of("fact", fact.pk)).content.decode()

    decide(as_editor, fact, decision="split", reason="another one")

    assert Agreement.objects.count() == 2


@pytest.mark.parametrize("page", ["waiting", "fact"])
def test_reader_is_offered_no_decision(as_reader: Client, as_editor: Client, facts: list[Fact], page: str) -> None:
    address = reverse("web:waiting") if page == "waiting" else address_of("fact", facts[0].pk)
    offered = ["csrf" in client.get(address).content.decode().split("<main")[1] for client in (as_editor, as_reader)]

    assert offered == [True, False]


def test_editor_of_another_office_decides_nothing(facts: list[Fact]) -> None:
    Source.objects.update(office=make_office(make_party("臺北市")))
    stranger = client_of(make_user(Role.EDITOR, "stranger", office=make_office(make_party("臺南市"))))

    answers = [
        stranger.post(reverse("web:decide", args=[facts[0].pk]), {"decision": "admit"}),
        stranger.post(reverse("web:admit_chosen"), {"fact": [facts[0].pk]}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert states(facts)[0] == FactState.PROPOSED
