"""The Markdown writer."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.reports.render.markdown import render
from tests.reports.render.papers import NASTY, make_paper


def test_headings_lists_tables_and_footnotes() -> None:
    assert render(make_paper(rows=1)).decode() == (
        "# 施政報告\n\n國際處  \n112年2月1日\n\n"
        "## 壹、一般行政\n\n### 一、事務管理\n\n#### （一）庶務工作\n\n"
        "1. **考核計3次**\n\n   考核計3次[^1]\n\n"
        "2. 考核計3次\n   - （1）考核計3次[^2]\n\n   - （2）考核計3次[^1]\n\n"
        "## 貳、國際事務\n\n### 一、考核計3次\n\n考核計3次\n\n"
        "| 組織 | 數 |\n| --- | ---: |\n| 考核計3次[^2] | 0 |\n\n"
        "## 資料來源\n\n[^1]: 《考核計3次》\n\n[^2]: 乙\n"
    )


def test_words_stay_words() -> None:
    line = render(make_paper(NASTY)).decode().split("\n\n")[-5]

    assert re.sub(r"\\(.)", r"\1", line) == NASTY


@pytest.mark.parametrize("text", ["1. 甲", "# 甲", "- 甲", "12) 甲", "=== 甲", "> 甲"])
def test_words_that_look_like_marks_are_guarded(text: str) -> None:
    assert f"\n\n{text}\n" not in render(make_paper(text)).decode()


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters()))
def test_any_text_keeps_the_notes(text: str) -> None:
    lines = render(make_paper(text)).decode().splitlines()

    assert [line[:5] for line in lines if line.startswith("[^")] == ["[^1]:", "[^2]:"]
