"""The pages on which somebody decides, in a browser: everybody can read them, and they do what their buttons say."""

import pytest
from playwright.sync_api import Page

from hansa.register.models import Fact, Party
from tests.browser.conftest import AXE
from tests.browser.test_every_page import overflow, violations
from tests.factories import make_agreement, make_fact, make_organization, make_party
from tests.web.scene import Scene

pytestmark = pytest.mark.browser


@pytest.fixture
def twin(scene: Scene) -> Party:
    """Busan a second time, with an agreement and its evidence."""
    twin = make_party("釜山", country="KR", begun="1949", wikidata="Q16520")
    make_fact(make_agreement(scene.home, twin, kind="mou"))
    make_organization("環太平洋國際港灣城市永續發展合作聯盟", name_en=scene.organization.name_en, acronym="WPA")
    return twin


def test_everybody_can_read_what_is_to_be_decided(staff: Page, scene: Scene, twin: Party, language: str) -> None:
    width = 390 if language == "en" else 1280
    staff.set_viewport_size({"width": width, "height": 900})
    found, wide = [], {}
    for address in ("duplicates/", "duplicates/?kind=organization", f"merge/{scene.busan.ref}/{twin.ref}/", "waiting/"):
        staff.goto(f"/office/{address}")
        for summary in staff.locator("main summary").all():
            summary.click()
        staff.wait_for_load_state("networkidle")
        staff.evaluate(AXE.read_text(encoding="utf-8"))
        found += violations(staff)
        wide[address] = overflow(staff)

    assert "\n".join(found) == ""
    assert [address for address, pixels in wide.items() if pixels > 0] == []


def test_two_records_become_one_and_come_apart_again(staff: Page, scene: Scene, twin: Party) -> None:
    staff.goto("/office/duplicates/")
    staff.click(f"a[href='/office/merge/{scene.busan.ref}/{twin.ref}/']")
    staff.fill("main [name=reason]", "one city")
    staff.click("main form button")
    staff.wait_for_url(f"**/office/parties/{scene.busan.pk}/")
    assert twin.ref in staff.inner_text("#merged")

    staff.fill("#merged [name=reason]", "two cities")
    staff.click("#merged button")
    staff.wait_for_url(f"**/office/parties/{twin.pk}/")
    assert Party.objects.get(pk=twin.pk).merged_into is None


def test_ticked_facts_are_admitted_and_meanings_are_fetched(staff: Page, scene: Scene) -> None:
    staff.goto("/office/waiting/")
    staff.click("main summary")
    staff.wait_for_selector(".meanings, .may-mean p")
    staff.check("[data-ticks=fact]")
    staff.click("#chosen button")
    staff.wait_for_selector(".alert")

    assert Fact.objects.get(pk=scene.proposed.pk).state == "admitted"


def test_enter_key_decides_nothing(staff: Page, scene: Scene) -> None:
    staff.goto("/office/waiting/")
    staff.fill(".waiting [name=reason]", "a plan")
    staff.press(".waiting [name=reason]", "Enter")

    assert staff.url.endswith("/office/waiting/")
    assert Fact.objects.get(pk=scene.proposed.pk).state == "proposed"
