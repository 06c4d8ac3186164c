import pytest
from django.test import Client

from hansa import __version__


@pytest.mark.django_db
def test_health_answers_visitors(client: Client) -> None:
    assert client.get("/health").json() == {"status": "ok", "version": __version__}


@pytest.mark.django_db
def test_health_takes_no_post(client: Client) -> None:
    assert client.post("/health").status_code == 405
