"""Pictures taken in, told of anew, taken away."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pytest_django import Settings

from hansa.register.documents import files_kept, path_of
from hansa.register.domain.pictures import add_picture, change_picture, remove_picture
from hansa.register.domain.users import system_user
from hansa.register.enums import Role
from hansa.register.models import HistoryEntry, Office, Picture, User
from hansa.register.pictures import PictureError
from hansa.register.search import search
from tests.factories import make_exchange, make_fact, make_office, make_party, make_unit, make_user
from tests.pictures import jpeg

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "signing.jpg"
    path.write_bytes(jpeg(where=True))
    return path


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def editor(office: Office) -> User:
    return make_user(Role.EDITOR, office=office)


def test_picture_is_kept_whole_with_its_record(file: Path, editor: User, office: Office) -> None:
    visit = make_exchange(office=office)

    picture = add_picture(by=editor, file=file, of=visit, title="市長合影", credit="新聞局", date="2026-03")

    picture.refresh_from_db()
    assert (picture.exchange, picture.office, picture.width, picture.height) == (visit, office, 64, 48)
    assert path_of(picture.sha256).read_bytes() == file.read_bytes()
    assert HistoryEntry.objects.get(record=picture.ref).action == "add"
    assert [hit.record for hit in search("市長合影", user=editor)] == [picture.ref]


def test_officer_adds_pictures_to_records_of_the_own_unit_only(file: Path, office: Office) -> None:
    unit = make_unit(office)
    officer = make_user(Role.OFFICER, office=office, unit=unit)

    mine = add_picture(by=officer, file=file, of=make_exchange(office=office, unit=unit), title="合影")
    with pytest.raises(PermissionDenied):
        add_picture(by=officer, file=file, of=make_exchange(office=office), title="合影")

    assert (mine.unit, Picture.objects.count()) == (unit, 1)


@pytest.mark.parametrize("role", [Role.READER, Role.OFFICER])
def test_others_add_nothing(file: Path, office: Office, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        add_picture(by=make_user(role, office=office), file=file, of=make_exchange(office=office), title="合影")


def test_program_adds_for_whoever_works_at_the_machine(file: Path, office: Office) -> None:
    picture = add_picture(by=system_user(), file=file, of=make_exchange(office=office), title="合影")

    assert picture.office == office


def test_picture_without_a_title_leaves_nothing_behind(file: Path, editor: User) -> None:
    with pytest.raises(ValidationError) as refused:
        add_picture(by=editor, file=file, of=make_party("釜山市"), title="")

    assert list(refused.value.message_dict) == ["title"]
    assert (Picture.objects.count(), list(files_kept())) == (0, [])


def test_damaged_picture_leaves_nothing_behind(tmp_path: Path, editor: User) -> None:
    damaged = tmp_path / "damaged.jpg"
    damaged.write_bytes(jpeg((800, 600))[:900])

    with pytest.raises(PictureError):
        add_picture(by=editor, file=damaged, of=make_party("釜山市"), title="合影")

    assert (Picture.objects.count(), list(files_kept())) == (0, [])


def test_there_are_no_pictures_of_facts(file: Path, editor: User) -> None:
    with pytest.raises(ValueError, match="fact"):
        add_picture(by=editor, file=file, of=make_fact(), title="合影")


def test_words_are_changed_and_the_file_stays(file: Path, editor: User) -> None:
    picture = add_picture(by=editor, file=file, of=make_party("釜山市"), title="合影")

    change_picture(by=editor, picture=picture, title="市長合影", credit="新聞局", date="2026")

    picture.refresh_from_db()
    assert (picture.title, picture.credit, picture.date) == ("市長合影", "新聞局", "2026")
    assert [entry.action for entry in HistoryEntry.objects.filter(record=picture.ref)] == ["add", "change"]


def test_removed_picture_lives_on_in_the_history(file: Path, editor: User) -> None:
    picture = add_picture(by=editor, file=file, of=make_party("釜山市"), title="合影")
    ref = picture.ref

    remove_picture(by=editor, picture=picture, reason="the wrong delegation")

    last = HistoryEntry.objects.filter(record=ref).latest("pk")
    assert (last.action, last.before["title"], last.reason) == ("remove", "合影", "the wrong delegation")
    assert (Picture.objects.count(), search("合影", user=editor)) == (0, [])


def test_stranger_removes_nothing(file: Path, editor: User, office: Office) -> None:
    picture = add_picture(by=editor, file=file, of=make_exchange(office=office), title="合影")
    stranger = make_user(Role.EDITOR, office=Office.objects.create(name_zh="他處", home=make_party("釜山市")))

    with pytest.raises(PermissionDenied):
        remove_picture(by=stranger, picture=picture)
    assert Picture.objects.count() == 1
