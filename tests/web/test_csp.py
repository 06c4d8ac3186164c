"""The Content-Security-Policy stands on every answer, and no template goes against it."""

import re
from pathlib import Path

import pytest
from django.test import Client

SOURCE = Path(__file__).parents[2] / "src/hansa"
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)|javascript:|https?://(?!www\.w3\.org)", re.I)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/office/", "/office/login/", "/health", "/nowhere", "/static/hansa/icon.svg"]
)
def test_answer_has_the_policy(client: Client, address: str) -> None:
    response = client.get(address)
    response.close()

    assert response.headers["Content-Security-Policy"].split("; ") == [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_template_has_no_inline_script_or_style_and_no_foreign_address(template: Path) -> None:
    assert INLINE.findall(template.read_text(encoding="utf-8")) == []
