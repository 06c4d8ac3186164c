"""What tests need of the machine: where a browser cannot be had, its tests are reported as not run."""

import ctypes
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.register.tampering import empty_history

BUNDLE = Path(__file__).parents[1] / "src/hansa/web/static/hansa/bundle/.built"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
not_run = pytest.StashKey[str]()


def why_no_browser() -> str:
    """Why browser tests cannot run here, with what to do about it; empty where they can."""
    if not any(shutil.which(name) for name in BROWSERS):
        return "Chromium is missing; install it with: sudo apt-get install chromium"
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return "Playwright's driver needs libatomic; install it with: sudo apt-get install libatomic1"
    if not BUNDLE.exists():
        return "the page bundles are missing; make them with: make setup"
    return ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take browser tests out where no browser is to be had; in CI that is an error."""
    browser = [item for item in items if item.get_closest_marker("browser")]
    reason = why_no_browser()
    if not browser or not reason:
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(f"browser tests cannot run: {reason}")
    items[:] = [item for item in items if item not in browser]
    config.hook.pytest_deselected(items=browser)
    config.stash[not_run] = f"{len(browser)} browser tests: {reason}"


@pytest.fixture(autouse=True)
def flushed_history(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that commits is cleaned up by emptying every table, which the database refuses for the history."""
    marker = request.node.get_closest_marker("django_db")
    commits = "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        empty_history()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say at the end what was not run, and why."""
    reason = config.stash.get(not_run, why_no_browser() if config.getoption("numprocesses", None) else "")
    if reason:
        terminalreporter.section("not run")
        terminalreporter.write_line(f"NOT RUN, {reason}", yellow=True)
