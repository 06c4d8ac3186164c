"""The HTML writer."""

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from hansa.reports.render.html import render
from tests.reports.render.papers import NASTY, make_paper


def parsed(content: bytes) -> LexborHTMLParser:
    return LexborHTMLParser(content.decode())


def test_headings_lists_and_tables_are_native() -> None:
    page = parsed(render(make_paper(rows=3)))

    assert [node.text() for node in page.css("main h2, main h3, main h4")] == [
        "壹、一般行政",
        "一、事務管理",
        "（一）庶務工作",
        "貳、國際事務",
        "一、考核計3次",
    ]
    assert [len(page.css("main li")), len(page.css("main li li"))] == [4, 2]
    assert [node.text() for node in page.css("thead th")] == ["組織", "數"]
    assert len(page.css("tbody tr")) == 3
    assert [node.attributes["lang"] for node in page.css("html")] == ["zh-Hant-TW"]


def test_links_lead_somewhere_and_back() -> None:
    page = parsed(render(make_paper()))

    idents = [node.attributes["id"] for node in page.css("[id]")]
    targets = {str(node.attributes["href"]).removeprefix("#") for node in page.css("a")}
    assert len(idents) == len(set(idents))
    assert targets <= set(idents)
    assert {"note-1", "note-2", "mark-1", "mark-2"} <= targets


def test_words_stay_words() -> None:
    page = parsed(render(make_paper(NASTY)))

    assert [node.text() for node in page.css("main > p")] == [NASTY]
    assert page.css("b") == []


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters()))
def test_any_text_makes_a_page(text: str) -> None:
    assert len(parsed(render(make_paper(text))).css("main li")) == 4
