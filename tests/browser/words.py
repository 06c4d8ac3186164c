"""The words that a reader of each language looks for."""

WORDS = {
    "zh-hant": {
        "agreements": "締盟",
        "agreement": "高雄市 × 釜山市",
        "evidence": "佐證",
        "source": "年報，第 1 頁",
        "other_language": "English",
        "heading": "締盟",
        "heading_in_other": "Agreements",
        "search": "搜尋登錄簿",
        "busan": "釜山市",
        "kind": "姊妹市",
        "menu": "選單",
        "sources": "來源",
        "nothing": "查無資料",
    },
    "en": {
        "agreements": "Agreements",
        "agreement": "Kaohsiung × Busan",
        "evidence": "Evidence",
        "source": "年報, page 1",
        "other_language": "中文",
        "heading": "Agreements",
        "heading_in_other": "締盟",
        "search": "Search the register",
        "busan": "Busan",
        "kind": "Sister city",
        "menu": "Menu",
        "sources": "Sources",
        "nothing": "Nothing found",
    },
}
