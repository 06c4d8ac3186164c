"""What one request changes carries one id in the history, and another request's changes another."""

import pytest
from django.test import Client
from django.urls import reverse

from hansa.register.domain.history import request_id
from hansa.register.models import HistoryEntry
from tests.factories import make_party

pytestmark = pytest.mark.django_db


def test_each_request_has_an_id_of_its_own(as_editor: Client) -> None:
    before = request_id.get()
    for name in ("釜山", "熊本"):
        as_editor.post(reverse("web:publish", args=["party", make_party(name).pk]), {"published": "1"})

    one, other = HistoryEntry.objects.order_by("pk").values_list("request", flat=True)
    assert one != other and one.startswith("page-") and other.startswith("page-")
    assert request_id.get() == before
