"""What holds for every page: it fits a phone, and people who cannot see or use a mouse can read it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from hansa.register.rules import EDITED
from hansa.web.kinds import KINDS, address_of
from tests.browser.conftest import AXE
from tests.web.scene import Scene

pytestmark = pytest.mark.browser

OFFICE = [
    "",
    "measures/",
    "measures/partners_total/",
    "conflicts/",
    "check/",
    "lists/",
    "lists/results/",
    "report/",
    "report/?year=2022&language=en",
    "report/add/?year=2022&language=zh-hant",
    "council/?first=2022-01-01&last=2022-12-31&language=en&suffix=.pptx",
    "search/?q=釜山",
    "search/?q=nothing",
]


def addresses(scene: Scene) -> Iterator[str]:
    yield from ("/", "/memberships/", f"/agreements/{scene.agreement.pk}/", f"/organizations/{scene.organization.pk}/")
    yield from (f"/office/{page}" for page in OFFICE)
    yield from (f"/office/{kind.plural}/" for kind in KINDS)
    yield reverse("web:picture", args=[scene.picture.pk])
    yield reverse("web:add_picture", args=["agreement", scene.agreement.pk])
    for record in scene.records:
        yield address_of(record.kind_of_record, record.pk)
        if record.kind_of_record in EDITED:
            yield reverse(f"web:edit_{record.kind_of_record}", args=[record.pk])
            yield reverse(f"web:add_{record.kind_of_record}")


def violations(page: Page) -> list[str]:
    """What axe-core finds serious or critical, with the place."""
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']} at {page.url}: {[node['html'][:120] for node in one['nodes'][:2]]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_no_page_is_wider_than_a_phone(staff: Page, scene: Scene) -> None:
    staff.set_viewport_size({"width": 390, "height": 844})
    wide = {}
    for address in addresses(scene):
        staff.goto(address)
        wide[address] = overflow(staff)

    assert [address for address, pixels in wide.items() if pixels > 0] == []


def test_every_page_can_be_read_by_everybody(staff: Page, scene: Scene, language: str) -> None:
    # Each language on one kind of screen: the checks take their time.
    staff.set_viewport_size({"width": 390 if language == "en" else 1280, "height": 900})
    found = []
    for address in addresses(scene):
        staff.goto(address)
        # Through the tools of the browser: the page's own policy lets no script in.
        staff.evaluate(AXE.read_text(encoding="utf-8"))
        found += violations(staff)

    assert "\n".join(found) == ""


def test_log_in_page_can_be_read_by_everybody(page: Page) -> None:
    page.goto("/office/login/")
    page.evaluate(AXE.read_text(encoding="utf-8"))

    assert violations(page) == []
