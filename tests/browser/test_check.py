"""The page of a checked draft: what is chosen is shown, without a mouse too, and everybody can read it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import AXE
from tests.browser.test_every_page import overflow, violations

pytestmark = pytest.mark.browser

TEXT = "接待45團（日本20團、韓國15團、其他9團）。\n宿舍10間，分為東區4間、西區6間。另有桌椅73件。\n"


@pytest.fixture
def checked(staff: Page) -> Page:
    staff.goto("/office/check/")
    file = {"name": "draft.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    staff.set_input_files("[name=document]", files=[file])  # type: ignore[list-item]
    staff.click("main button[type=submit]")
    return staff


def test_what_agrees_is_shown_when_it_is_asked_for(checked: Page) -> None:
    agreeing = checked.locator(".said.is-agrees")
    expect(checked.locator(".said.is-differs")).to_be_visible()
    expect(agreeing).to_be_hidden()

    checked.focus("#show-agrees")
    checked.keyboard.press("Space")

    expect(agreeing).to_be_visible()
    expect(checked.locator(".told-link.is-agrees")).to_be_visible()


def test_place_and_what_is_said_of_it_lead_to_each_other(checked: Page) -> None:
    checked.focus(".told-link.is-differs")
    checked.keyboard.press("Enter")
    expect(checked).to_have_url(re.compile(r"#said-\d+$"))

    checked.locator(".said.is-differs .said-words a").click()
    expect(checked).to_have_url(re.compile(r"#at-\d+$"))


@pytest.mark.parametrize("width", [390, 1280])
def test_page_can_be_read_by_everybody(checked: Page, width: int) -> None:
    checked.set_viewport_size({"width": width, "height": 900})
    for verdict in ("agrees", "unknown"):
        checked.check(f"#show-{verdict}")

    checked.evaluate(AXE.read_text(encoding="utf-8"))

    assert overflow(checked) == 0
    assert "\n".join(violations(checked)) == ""
