"""Logging in, and what slows guessers down."""

import pytest
from django.test import Client
from django.urls import reverse

from hansa.register.models import User
from hansa.web.throttle import FAILURES_PER_ADDRESS, FAILURES_PER_NAME, forget_failures, is_throttled, note_failure
from tests.factories import PASSWORD

LOGIN = "/office/login/"


def attempt(client: Client, username: str, password: str) -> bool:
    return client.post(LOGIN, {"username": username, "password": password}).status_code == 302


def test_reader_logs_in_and_out(client: Client, reader: User) -> None:
    assert client.post(LOGIN, {"username": "reader", "password": PASSWORD}).headers["Location"] == "/office/"
    assert client.get("/office/").status_code == 200
    assert client.post(reverse("web:logout")).headers["Location"] == "/"
    assert client.get("/office/").status_code == 302


def test_login_leads_on_to_the_page_asked_for_but_to_no_other_site(client: Client, reader: User) -> None:
    answers = []
    for page in ("/office/agreements/", "https://elsewhere.example/"):
        response = client.post(LOGIN, {"username": "reader", "password": PASSWORD, "next": page})
        answers.append(response.headers["Location"])
        client.logout()

    assert answers == ["/office/agreements/", "/office/"]


def test_right_password_is_not_looked_at_after_too_many_wrong_ones(client: Client, reader: User) -> None:
    for _ in range(FAILURES_PER_NAME):
        assert not attempt(client, "reader", "wrong")

    assert not attempt(client, "reader", PASSWORD)


def test_one_success_makes_a_name_start_afresh(client: Client, reader: User) -> None:
    for _ in range(2):
        for _ in range(FAILURES_PER_NAME - 1):
            attempt(client, "reader", "wrong")
        assert attempt(client, "reader", PASSWORD)
        client.logout()


def test_failures_of_one_name_hold_up_nobody_else() -> None:
    for _ in range(FAILURES_PER_NAME):
        note_failure("mallory", "192.0.2.1")

    asked = [("mallory", "192.0.2.1"), (" MALLORY ", "192.0.2.1"), ("alice", "192.0.2.1"), ("mallory", "192.0.2.2")]
    assert [is_throttled(*one) for one in asked] == [True, True, False, False]


def test_address_that_tries_many_names_is_throttled() -> None:
    for number in range(FAILURES_PER_ADDRESS):
        note_failure(f"name{number}", "192.0.2.1")
    forget_failures("name1", "192.0.2.1")

    assert is_throttled("alice", "192.0.2.1")


@pytest.mark.django_db
def test_unknown_name_and_wrong_password_get_the_same_answer(client: Client, reader: User) -> None:
    answers = [
        client.post(LOGIN, {"username": name, "password": "wrong"}).context["form"].non_field_errors()
        for name in ("reader", "nobody")
    ]

    assert answers[0] == answers[1]
