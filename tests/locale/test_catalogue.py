"""The Chinese catalogue: every string that a person reads is in it, translated, in Traditional characters."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize
from opencc import OpenCC

SOURCE = Path(__file__).parents[2] / "src/hansa"
CATALOGUE = SOURCE / "locale/zh_Hant/LC_MESSAGES/django.po"
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
Key = tuple[str | None, str]
# Names of things that are the same in both languages, and the languages in their own words.
UNMARKED = {"Hansa", "· Hansa", "English中文"}


def entries() -> list[Message]:
    with CATALOGUE.open("rb") as file:
        return [message for message in read_po(file, locale="zh_Hant") if message.id]


def singular(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or [])


def marked(code: str) -> Iterator[Key]:
    for _line, message, _comments, context in extract("python", BytesIO(code.encode()), KEYWORDS):
        yield context, singular(message)


def used() -> set[Key]:
    codes = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    codes += [templatize(path.read_text(encoding="utf-8")) for path in TEMPLATES]
    return {key for code in codes for key in marked(code)}


def test_every_marked_string_is_in_the_catalogue_and_no_other() -> None:
    assert {(message.context, singular(message.id)) for message in entries()} == used()


def test_every_string_is_translated() -> None:
    assert [message.id for message in entries() if message.fuzzy or not all(strings(message))] == []


def test_placeholders_are_kept() -> None:
    names = re.compile(r"%\(\w+\)s")

    assert [
        message.id
        for message in entries()
        if any(set(names.findall(text)) != set(names.findall(singular(message.id))) for text in strings(message))
    ] == []


def test_translations_are_in_traditional_characters() -> None:
    to_traditional = OpenCC("s2t").convert
    characters = {character for message in entries() for text in strings(message) for character in text}

    # 周 and 布 are right in both; Big5, Taiwan's own set of characters, tells them from what is Simplified only.
    simplified = {one for one in characters if to_traditional(one) != one and not one.encode("big5", "ignore")}
    assert simplified == set()


def test_simplified_characters_would_be_found() -> None:
    assert [bool(one.encode("big5", "ignore")) for one in "国会體布"] == [False, False, True, True]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_template_has_no_unmarked_words(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    text = re.sub(r"{% block body_class %}.*?{% endblock %}", "", text)
    text = re.sub(r"{% (blocktranslate)\b.*?{% endblocktranslate %}", "", text, flags=re.S)
    attributes = re.findall(r'\s(?:title|placeholder|alt|aria-label)="([^"]*)"', text)
    outside = re.sub(r"<[^>]*>", "\n", re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", re.sub(r'="[^"]*"', "", text)))
    attributes = [re.sub(r"{%.*?%}|{{.*?}}", "", attribute) for attribute in attributes]
    words = {line.strip() for line in [*outside.splitlines(), *attributes] if re.search(r"[^\W\d_]", line)}

    assert words - UNMARKED == set()
