"""The draft as text, and a document made from text that somebody edited."""

from hypothesis import given
from hypothesis import strategies as st

from hansa.reports.answers.text import blocks_of, draft_text
from hansa.reports.blocks import Heading, Items, Paragraph, Run
from tests.reports.answers.conftest import Ask


def test_the_draft_is_numbered_as_the_genre_is(ask: Ask) -> None:
    text = draft_text(ask("請問近兩年本市與釜山市交流情形？"))

    assert text.splitlines()[:4] == [
        "一、與釜山市交流情形",
        "1.釜山市（韓國）與本市之締盟及協定：55年6月30日簽署，姊妹市，有效。",
        "2.近兩年（113年4月11日至115年4月10日），登錄與釜山市之交流計3場（來訪2、出訪1）：",
        "（1）114年9月1日至4日：出訪釜山（出訪）。",
    ]


def test_text_becomes_titles_items_and_paragraphs(ask: Ask) -> None:
    blocks = blocks_of("承蒙關心。\n一、辦理情形\n1.已簽署2件。\n（1）熊本市。\n2.另有1件。\n謹復。", "zh-hant")

    assert [type(block) for block in blocks] == [Paragraph, Heading, Items, Paragraph]
    items = blocks[2]
    assert isinstance(items, Items)
    assert [len(item.items) for item in items.items] == [1, 0]


def test_a_long_numbered_sentence_stays_as_it_is() -> None:
    (block,) = blocks_of("一、" + "本市與各姊妹市均有往來，" * 5 + "。", "zh-hant")

    assert isinstance(block, Paragraph)


def test_english_text_becomes_the_same(ask: Ask) -> None:
    blocks = blocks_of(draft_text(ask("Relations with Busan over the past two years", "en")), "en")

    assert [type(block) for block in blocks] == [Heading, Items]


@given(st.text(max_size=300))
def test_no_words_are_lost(text: str) -> None:
    found = []
    for block in blocks_of(text, "zh-hant"):
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Paragraph):
            found += [part.text for part in block.line if isinstance(part, Run)]
        elif isinstance(block, Items):
            rows = [row for item in block.items for row in (item, *item.items)]
            found += [part.text for row in rows for part in row.paragraphs[0] if isinstance(part, Run)]

    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert len(found) == len(lines)
    assert all(line.endswith(words) for line, words in zip(lines, found, strict=True))
