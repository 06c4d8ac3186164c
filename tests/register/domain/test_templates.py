"""Templates taken in, put to use, withdrawn."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import Settings

from hansa.register.documents import files_kept
from hansa.register.domain.queries.templates import template_content, template_in_use, templates_of
from hansa.register.domain.templates import add_template, use_template, withdraw_template
from hansa.register.domain.users import system_user
from hansa.register.enums import Role
from hansa.register.models import HistoryEntry, Office, Template, User
from hansa.register.templates import TemplateError
from tests.factories import make_office, make_party, make_user
from tests.templates import docx_template

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def editor(office: Office) -> User:
    return make_user(Role.EDITOR, office=office)


def file(folder: Path, name: str = "letterhead.docx", text: str = "") -> Path:
    path = folder / name
    path.write_bytes(docx_template("{{ title }}", text, "{{ body }}"))
    return path


def test_a_template_is_kept_and_used(office: Office, editor: User, tmp_path: Path) -> None:
    path = file(tmp_path)

    template = add_template(by=editor, office=office, file=path, report="annual")

    assert template_in_use(office, "annual", ".docx") == template
    assert template_content(office, "annual", ".docx") == path.read_bytes()
    assert (template.title, template.filename, template.suffix) == ("letterhead", "letterhead.docx", ".docx")
    assert template_content(office, "annual", ".odt") is None
    assert template_content(office, "list", ".docx") is None
    assert HistoryEntry.objects.get(record=template.ref).action == "add"


def test_a_new_template_takes_the_place_of_the_old_which_can_come_back(
    office: Office, editor: User, tmp_path: Path
) -> None:
    old = add_template(by=editor, office=office, file=file(tmp_path), report="annual")
    new = add_template(by=editor, office=office, file=file(tmp_path, "new.docx", "新"), report="annual")

    assert template_in_use(office, "annual", ".docx") == new
    use_template(by=editor, template=old)
    assert template_in_use(office, "annual", ".docx") == old
    assert list(templates_of(office)) == [old, new]
    assert [entry.action for entry in HistoryEntry.objects.filter(record=old.ref)] == ["add", "change", "change"]


def test_a_withdrawn_template_is_not_used(office: Office, editor: User, tmp_path: Path) -> None:
    template = add_template(by=editor, office=office, file=file(tmp_path), report="annual")

    withdraw_template(by=editor, template=template)

    assert template_in_use(office, "annual", ".docx") is None


@pytest.mark.parametrize(("report", "name"), [("council", "a.docx"), ("annual", "a.pptx"), ("list", "a.pdf")])
def test_a_format_that_the_report_does_not_take_is_refused(
    office: Office, editor: User, tmp_path: Path, report: str, name: str
) -> None:
    with pytest.raises(TemplateError, match="one of"):
        add_template(by=editor, office=office, file=file(tmp_path, name), report=report)


def test_what_is_refused_leaves_nothing_behind(office: Office, editor: User, tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        add_template(by=editor, office=office, file=file(tmp_path, text="{{ mayor }}"), report="annual")

    assert not Template.objects.exists()
    assert list(files_kept()) == []


@pytest.mark.parametrize("role", [Role.READER, Role.OFFICER])
def test_only_editors_of_the_office_may(office: Office, tmp_path: Path, role: Role) -> None:
    template = add_template(by=system_user(), office=office, file=file(tmp_path), report="annual")
    stranger = make_user(Role.EDITOR, office=make_office(make_party("他市")))
    for user in (make_user(role, office=office), stranger):
        with pytest.raises(PermissionDenied):
            add_template(by=user, office=office, file=file(tmp_path), report="annual")
        with pytest.raises(PermissionDenied):
            withdraw_template(by=user, template=template)
        with pytest.raises(PermissionDenied):
            use_template(by=user, template=template)
