"""The site for visitors, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.words import WORDS

pytestmark = pytest.mark.browser


def test_visitor_finds_a_partner_on_the_map_and_its_agreement(page: Page, language: str) -> None:
    words = WORDS[language]
    page.goto("/")
    expect(page.locator("#map")).to_have_attribute("data-drawn", "1")
    expect(page.locator("#map path.map-land")).not_to_have_count(0)
    page.locator("#map path.map-place").click()
    expect(page.locator(".leaflet-popup")).to_contain_text(words["busan"])

    page.locator(".leaflet-popup").get_by_role("link", name=words["kind"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words["agreement"])


def test_visitor_narrows_the_partners(page: Page, language: str) -> None:
    page.goto("/")
    page.locator("[name=country]").select_option("KR")

    page.wait_for_url("**country=KR*")
    expect(page.locator("#partners tbody tr")).to_have_count(1)
