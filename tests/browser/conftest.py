"""A real browser on the live server, with the register of the page tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from hansa.register.enums import Role
from hansa.register.models import User
from tests.conftest import BROWSERS
from tests.factories import PASSWORD, make_office, make_party, make_user
from tests.web.scene import Scene, make_scene

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
# Chinese and English, as browsers ask for them.
LOCALES = {"zh-hant": "zh-TW", "en": "en-GB"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(path for name in BROWSERS if (path := shutil.which(name)))
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def scene(transactional_db: None) -> Scene:
    """The register, all of it published, and an editor who can log in."""
    home = make_party("高雄市", name_en="Kaohsiung", country="TW", published=True)
    make_user(Role.EDITOR, "editor", office=make_office(home, name_en="International Office"))
    scene = make_scene(home)
    for record in scene.records:
        type(record)._default_manager.filter(pk=record.pk).update(published=True)
    return scene


@pytest.fixture(params=list(LOCALES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, scene: Scene, language: str) -> Iterator[Page]:
    """A page of somebody who reads the language; what the browser complains about fails the test."""
    context = browser.new_context(base_url=live_server.url, locale=LOCALES[language], reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def staff(page: Page) -> Page:
    """The page of the editor, logged in."""
    log_in(page, User.objects.get(username="editor"))
    return page


def log_in(page: Page, user: User) -> None:
    page.goto("/office/login/")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/office/")
