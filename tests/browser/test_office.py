"""The office's pages, clicked through in both languages."""

import pytest
from playwright.sync_api import Page, expect

from hansa.register.models import Fact
from tests.browser.words import WORDS
from tests.web.scene import Scene

pytestmark = pytest.mark.browser


def test_from_the_dashboard_to_the_passage_and_back(staff: Page, scene: Scene, language: str) -> None:
    words = WORDS[language]
    staff.get_by_role("navigation").get_by_role("link", name=words["agreements"], exact=True).click()
    staff.get_by_role("link", name=words["agreement"]).click()
    expect(staff.get_by_role("heading", level=1)).to_have_text(words["agreement"])

    evidence = staff.locator("#evidence")
    expect(evidence.get_by_role("heading")).to_have_text(words["evidence"])
    evidence.get_by_role("link", name=words["source"]).click()

    assert staff.url.endswith(f"/office/sources/{scene.source.pk}/#p-{scene.admitted.passage.start}")
    expect(staff.locator("mark.admitted").first).to_have_text(scene.admitted.passage.quote)
    expect(staff.locator("mark.admitted").first).to_be_in_viewport()

    staff.locator(".mark-link").first.click()
    expect(staff.get_by_role("heading", level=1)).to_have_text(words["agreement"])


@pytest.mark.parametrize("asked", ["釜山", "Busan"])
def test_search_finds_the_city_in_both_languages(staff: Page, language: str, asked: str) -> None:
    staff.get_by_label(WORDS[language]["search"]).fill(asked)
    staff.keyboard.press("Enter")

    expect(staff.get_by_role("heading", name=WORDS[language]["busan"], exact=True)).to_be_visible()
    expect(staff.locator(".search-results mark").first).to_be_visible()


def test_list_is_narrowed_while_one_types(staff: Page, language: str) -> None:
    staff.goto("/office/parties/")
    staff.locator("[name=q]").nth(1).press_sequentially("釜山")

    expect(staff.locator("#list tbody tr")).to_have_count(1)
    expect(staff.locator("#list tbody")).to_contain_text(WORDS[language]["busan"])
    assert "q=" in staff.url

    staff.locator("[name=kind]").select_option("port")
    expect(staff.locator("#list")).to_contain_text(WORDS[language]["nothing"])


def test_row_of_a_list_leads_to_its_record(staff: Page, scene: Scene, language: str) -> None:
    staff.goto("/office/agreements/")
    staff.locator("#list tbody tr td").last.click()

    staff.wait_for_url(f"**/office/agreements/{scene.agreement.pk}/")


def test_reader_switches_the_language_and_stays_on_the_page(staff: Page, language: str) -> None:
    words = WORDS[language]
    staff.goto("/office/agreements/?kind=sister_city")
    expect(staff.get_by_role("heading", level=1)).to_have_text(words["heading"])
    staff.get_by_role("button", name=words["other_language"]).click()

    expect(staff.get_by_role("heading", level=1)).to_have_text(words["heading_in_other"])
    assert staff.url.endswith("/office/agreements/?kind=sister_city")


def test_editor_refuses_a_fact(staff: Page, scene: Scene, language: str) -> None:
    staff.goto(f"/office/facts/{scene.proposed.pk}/")
    staff.fill("[name=reason]", "a plan only")
    staff.locator("button[value=refuse]").click()

    expect(staff.get_by_role("status")).to_be_visible()
    assert Fact.objects.get(pk=scene.proposed.pk).reason == "a plan only"


def test_menu_opens_on_a_phone(staff: Page, language: str) -> None:
    staff.set_viewport_size({"width": 390, "height": 844})
    link = staff.get_by_role("link", name=WORDS[language]["sources"], exact=True)
    expect(link).to_be_hidden()
    staff.get_by_role("button", name=WORDS[language]["menu"]).click()
    link.click()

    staff.wait_for_url("**/office/sources/")
