"""Markdown: headings, lists, tables and broken lines."""

from pathlib import Path

from hansa.reading.formats import read_document

TEXT = """---
title: 年報
---
# 國際事務

臺東市於113年5月18日與
日本木更津市簽約。

- 出訪
- 來訪

| 年度 | 人次 |
|------|-----:|
| 112年 | **1,240** |
"""


def test_markdown_is_read_as_it_looks(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(TEXT, encoding="utf-8")
    document = read_document(path)
    assert [line for line in document.text.splitlines() if line] == [
        "國際事務", "臺東市於113年5月18日與日本木更津市簽約。", "• 出訪", "• 來訪", "年度\t人次", "112年\t1,240",
    ]  # fmt: skip
    assert (document.headings, document.media_type) == ({0: 1}, "text/markdown")


def test_footnotes_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("接待訪賓33案[^1]、220人次[^b]。\n\n[^1]: 《年報》第1頁\n    次行\n[^b]: 《年報》\n\n出訪2次。\n")

    assert [line for line in read_document(path).text.splitlines() if line] == ["接待訪賓33案、220人次。", "出訪2次。"]
