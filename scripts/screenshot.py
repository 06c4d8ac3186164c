"""Takes docs/screenshot.png anew: the dashboard with the example city, as somebody sees who has just logged in.

    .venv/bin/python scripts/screenshot.py [--output FILE] [--language zh-TW|en-GB] [--page /office/]

Makes a register of its own in a temporary folder, loads the example documents into it, serves it and looks at it.
"""

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
HANSA = Path(sys.executable).with_name("hansa")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = {"width": 1280, "height": 900}
PATIENCE = 60  # seconds for the server to answer


def examples() -> list[str]:
    """The example documents, without what they were made from."""
    files = sorted(path for path in (ROOT / "examples").glob("*/*") if path.is_file())
    return [str(path) for path in files if path.parent.name != "sources"]


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    """Come back once the server answers."""
    for _ in range(PATIENCE * 5):
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5):  # noqa: S310 - an address of our own
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    sys.exit("the server did not answer")


@contextmanager
def served(folder: str) -> Iterator[tuple[str, str, str]]:
    """The address of a server with the example city, and the administrator's name and password."""
    environment = os.environ | {"HANSA_DATA": folder}
    made = subprocess.run([HANSA, "init"], env=environment, check=True, capture_output=True, text=True)
    found = re.search(r"Log in as (\S+) with the password (\S+)", made.stdout + made.stderr)
    if not found:
        sys.exit("hansa init printed no login")
    load = [HANSA, "load", "--admit", "sure", "--publish", *examples()]
    subprocess.run(load, env=environment, check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    server = subprocess.Popen([HANSA, "serve", "--port", str(port)], env=environment)
    try:
        wait_for(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}", found.group(1), found.group(2)
    finally:
        server.terminate()
        server.wait()


def take(address: str, name: str, password: str, options: argparse.Namespace) -> None:
    """Log in, go to the page and keep what it looks like."""
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not program:
        sys.exit("Chromium is missing; install it with: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(base_url=address, locale=options.language, viewport=SIZE)
        page = context.new_page()
        page.goto("/office/login/")
        page.fill("[name=username]", name)
        page.fill("[name=password]", password)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/office/")
        page.goto(options.page, wait_until="networkidle")
        page.screenshot(path=options.output)
        browser.close()


def main() -> None:
    """Read the options, and take the picture."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, default=ROOT / "docs/screenshot.png")
    parser.add_argument("--language", default="zh-TW", choices=["zh-TW", "en-GB"])
    parser.add_argument("--page", default="/office/")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(folder) as (address, name, password):
        take(address, name, password, options)
    sys.stderr.write(f"{options.output}\n")


if __name__ == "__main__":
    main()
