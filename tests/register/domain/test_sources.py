"""To which office a document belongs that the program brings in."""

from pathlib import Path

import pytest

from hansa.register.domain.installation import resolve_home
from hansa.register.models import Agreement, Office, Source
from tests.register.loading import agreement, load_facts

pytestmark = pytest.mark.django_db


def _office(name: str, city: str) -> Office:
    return Office.objects.create(name_zh=name, home=resolve_home(city))


def test_document_belongs_to_the_only_office(tmp_path: Path) -> None:
    office = _office("高雄市政府", "高雄市")

    load_facts(tmp_path, [agreement("臺南市", "釜山")], home="臺南市")

    assert (Source.objects.get().office, Agreement.objects.get().office) == (office, office)


def test_document_belongs_to_the_office_of_its_home_city(tmp_path: Path) -> None:
    _office("高雄市政府", "高雄市")
    office = _office("臺南市政府", "臺南市")

    load_facts(tmp_path, [agreement("臺南市", "釜山")], home="臺南市")

    assert Source.objects.get().office == office


def test_document_belongs_to_none_of_several_offices(tmp_path: Path) -> None:
    for name in ("高雄市政府", "高雄市議會"):
        _office(name, "高雄市")

    load_facts(tmp_path, [agreement("高雄市", "釜山")])

    assert Source.objects.get().office is None
