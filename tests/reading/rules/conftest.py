"""A document written in a test, read by one rule."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.context import Context, Rule
from hansa.reading.document import Document, Page
from hansa.reading.structure import restore

Reading = Callable[..., list[Any]]


@pytest.fixture
def read() -> Reading:
    """`read(rule, text, home=None)` gives the facts that the rule finds in a plain text, in its order."""

    def facts(rule: Rule, text: str, home: str | None = None) -> list[Any]:
        document = Document(text, (Page(1, 0, len(text)),))
        context = Context(document, restore(document), home)
        found: list[Any] = []
        for index in range(len(context.blocks)):
            context.enter(index)
            found += rule(context.block, context)
        return found

    return facts
