"""The history of a record on its page."""

from django.test import Client
from django.utils.translation import override

from hansa.register.domain.conflicts import settle_conflict
from hansa.register.domain.history import enter
from hansa.register.domain.publishing import publish
from hansa.register.domain.users import system_user
from hansa.register.models import User
from hansa.web.histories import history_shown
from hansa.web.kinds import address_of
from tests.web.scene import Scene


def test_change_is_told_with_what_was_before(scene: Scene, editor: User) -> None:
    settle_conflict(by=editor, conflict=scene.conflict, take_stated=True, reason="the charter")

    with override("en"):
        (event,) = history_shown(scene.agreement, editor)

    signed = next(change for change in event.changes if change.label == "Signed")
    assert (event.by, event.action, event.reason) == ("editor", "Conflict settled", "the charter")
    assert (signed.before, signed.after) == ("30 June 1966", "1967")


def test_latest_change_stands_first(scene: Scene, editor: User) -> None:
    publish(by=editor, record=scene.busan)
    publish(by=editor, record=scene.busan, published=False)

    with override("zh-hant"):
        told = history_shown(scene.busan, editor)

    assert [event.action for event in told] == ["停止公開", "公開"]
    assert [(change.before, change.after) for change in told[0].changes] == [("是", "否")]


def test_records_in_a_change_are_named_and_linked(scene: Scene, editor: User) -> None:
    after = {
        "parties": [scene.home.ref, scene.busan.ref],
        "kind": "mou",
        "published": False,
        "signed_first": "1966-01-01",
    }
    enter(by=system_user(), action="admit", record=scene.agreement, after=after)

    with override("en"):
        (event,) = history_shown(scene.agreement, editor)

    assert event.by == "Hansa"
    assert [change.after for change in event.changes] == [
        "Memorandum of understanding",
        f'<a href="{address_of("party", scene.home.pk)}">Kaohsiung</a>, '
        f'<a href="{address_of("party", scene.busan.pk)}">Busan</a>',
    ]


def test_change_names_the_facts_that_it_rests_on(scene: Scene, editor: User) -> None:
    enter(by=editor, action="admit", record=scene.agreement, rests_on=[scene.admitted.ref, "merge-1", "fact-999"])

    (event,) = history_shown(scene.agreement, editor)

    assert [link.split('"')[1] for link in event.rests_on] == [address_of("fact", scene.admitted.pk)]


def test_page_shows_the_history_escaped(as_reader: Client, scene: Scene, editor: User) -> None:
    enter(by=editor, action="rename", record=scene.busan, before={"name_zh": "<b>"}, after={"name_zh": "{釜山}"})

    page = as_reader.get(address_of("party", scene.busan.pk)).content.decode()

    assert "<del>&lt;b&gt;</del> → {釜山}" in page
