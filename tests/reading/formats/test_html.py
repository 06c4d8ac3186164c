"""Web pages: the page's own text without the site's bars, lists, tables and encodings."""

from pathlib import Path

from hansa.reading.formats import read_document
from hansa.reading.formats.html import read

BARS = "<header>市政府</header><nav>首頁 | 網站導覽</nav>", "<footer>版權所有</footer>"


def lines_of(body: str) -> list[str]:
    return read(f"<!doctype html><html><body>{body}</body></html>".encode()).text.splitlines()


def text_of(body: str) -> list[str]:
    return [line for line in lines_of(body) if line]


def test_the_sites_bars_are_left_out() -> None:
    assert text_of(f"{BARS[0]}<div><p>本市共有姊妹市12個。</p></div>{BARS[1]}") == ["本市共有姊妹市12個。"]


def test_head_of_an_article_is_kept() -> None:
    article = "<article><header><h1>姊妹市</h1></header><p>本市共有姊妹市12個。</p></article>"
    assert text_of(f"{BARS[0]}{article}{BARS[1]}") == ["姊妹市", "本市共有姊妹市12個。"]


def test_lists_have_the_marks_that_a_browser_shows() -> None:
    body = "<ul><li>出訪<ul><li>日本</li></ul></li><li>來訪</li></ul><ol start=3><li>三月</li><li>四月</li></ol>"
    assert text_of(body) == ["• 出訪", "• 日本", "• 來訪", "3. 三月", "4. 四月"]


def test_cells_over_rows_and_columns_keep_their_places() -> None:
    body = (
        "<table><tr><th>國別<th>城市<th>年</tr><tr><td rowspan=2>日本<td>長崎市<td>2004</tr>"
        "<tr><td>佐世保市<td>2011</tr>"
        "<tr><td colspan=2>合計<td>2</tr></table>"
    )
    assert text_of(body) == ["國別\t城市\t年", "日本\t長崎市\t2004", "\t佐世保市\t2011", "合計\t\t2"]


def test_table_for_layout_is_read_as_text() -> None:
    body = "<table><tr><td><p>說明</p><table><tr><td>甲<td>1</tr></table></td></tr></table>"
    assert text_of(body) == ["說明", "甲\t1"]


def test_line_breaks_of_the_source_are_no_breaks_of_the_text() -> None:
    assert text_of("<p>本市於\n   春天簽約<br>並於秋天\n訪問 Low\n Haven。</p>") == [
        "本市於春天簽約",
        "並於秋天訪問 Low Haven。",
    ]


def test_encoding_is_the_one_that_the_page_names(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    page = "<html><head><meta charset=big5><title>姊妹市 一覽</title></head><body><p>姊妹市共十二個</p></body></html>"
    path.write_bytes(page.encode("cp950"))
    document = read_document(path)
    assert (document.text, document.title, document.media_type) == ("姊妹市共十二個\n", "姊妹市 一覽", "text/html")


def test_notes_and_their_marks_stand_outside_of_the_text() -> None:
    page = (
        '<p>接待訪賓33案<sup><a role="doc-noteref" href="#n1">[1]</a></sup>。</p>'
        '<section role="doc-endnotes"><h2>註</h2><p id="n1">見年報第3頁</p></section>'
    )
    assert read(page.encode()).text.strip() == "接待訪賓33案。"


def test_release_in_the_middle_of_a_portal_page_is_kept_whole() -> None:
    page = (
        '<form id="aspnetForm"><div id="cookie-bar">本站使用 cookie。</div><div class="breadcrumb">首頁 &gt; 新聞</div>'
        '<ul class="mainmenu"><li>認識本所</li><li>姊妹市介紹</li></ul>'
        "<h2>臺東市與木更津市簽約</h2><p>發布日期：113-05-18</p><p>臺東市長於113年5月18日與日本木更津市\n市長簽署友好"
        "交流協定，雙方將在觀光及教育方面合作。</p>"
        "<table><tr><th>年度<th>國家<th>人次</tr><tr><td><b>112</b>年<td><p>日本</p><td>1,240</tr></table>"
        '<div class="sidebar"><p>花蓮市與盛岡市簽約</p></div><div id="footer">版權所有</div></form>'
    )
    assert text_of(page) == [
        "臺東市與木更津市簽約",
        "發布日期：113-05-18",
        "臺東市長於113年5月18日與日本木更津市市長簽署友好交流協定，雙方將在觀光及教育方面合作。",
        "年度\t國家\t人次",
        "112年\t日本\t1,240",
    ]


def test_part_named_as_a_bar_is_kept_where_it_holds_the_page() -> None:
    assert text_of('<div class="menu"><p>本市共有姊妹市12個。</p></div><p>完</p>') == ["本市共有姊妹市12個。", "完"]


def test_lines_of_a_cell_are_kept_apart_and_its_words_whole() -> None:
    assert text_of("<table><tr><td>長<i>崎</i>市<br>佐世保市<td>2</tr></table>") == ["長崎市 佐世保市\t2"]


def test_blank_lines_that_are_shown_stay_blank_lines() -> None:
    assert lines_of("<div>締盟<br><br>本市於春天簽約<br></div><div>並於秋天訪問</div><p>&nbsp;</p><div>完</div>") == [
        "締盟", "", "本市於春天簽約", "並於秋天訪問", "", "完",
    ]  # fmt: skip


def test_paragraphs_are_parted_by_blank_lines_and_lines_marked_as_paragraphs_are_not() -> None:
    assert lines_of("<p>締盟</p><p>本市於春天簽約。</p><p>並於秋天訪問。</p>") == [
        "締盟", "", "本市於春天簽約。", "", "並於秋天訪問。", "",
    ]  # fmt: skip
    assert lines_of("<p>國家：日本</p><p>城市：長崎市</p>") == ["國家：日本", "城市：長崎市"]
