"""The few words that a writer adds by itself, in each language."""

from dataclasses import dataclass

from hansa.reports.blocks import Language


@dataclass(frozen=True)
class Phrases:
    """`pages` stand before, between and after the number of the page and the number of all pages."""

    pages: tuple[str, str, str]
    broken_picture: str
    list: str


PHRASES: dict[Language, Phrases] = {
    "zh-hant": Phrases(("第 ", " 頁，共 ", " 頁"), "圖片檔案毀損，無法顯示：{}", "清單"),
    "en": Phrases(("Page ", " of ", ""), "The file of this picture is damaged: {}", "List"),
}
