"""What `bench_register` fills a register with: parties from the gazetteer, and exchanges that look like an office's."""

import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from typing import Any

from hansa.atlas import gazetteer
from hansa.register.enums import ExchangeKind

Row = dict[str, Any]
PARTIES = 4000
_PAIR = re.compile("(?=([\u3400-\u9fff]{2}))")
_FIRST, _DAYS = dt.date(1990, 1, 1), 365 * 34
# Words of titles, the most frequent first; names of cities follow them.
# fmt: off
_CHINESE = [
    "來訪", "參訪", "交流", "代表團", "市長", "城市", "姊妹市", "國際", "合作", "訪問", "簽署", "備忘錄", "論壇",
    "會議", "拜會", "青年", "文化", "觀光", "教育", "學生", "港務", "經貿", "產業", "智慧", "永續", "環境", "捐贈",
    "展覽", "藝術", "音樂", "體育", "棒球", "馬拉松", "消防", "衛生", "防災", "救援", "農業", "漁業", "圖書館",
    "博物館", "動物園", "大學", "高中", "議會", "議長", "大使", "領事", "商會", "僑民", "慶典", "燈會", "春節",
    "端午", "龍舟", "紀念", "週年", "視訊", "座談", "研習", "培訓", "考察", "治理", "交通", "捷運", "輕軌", "能源",
    "氣候", "淨零", "循環", "創新", "半導體", "遊戲", "電影", "影展", "攝影", "書法", "舞蹈", "戲劇", "合唱", "民俗",
    "客家", "原住民", "婦女", "兒童", "長照", "醫療", "疫情", "口罩", "物資", "賑災", "地震", "颱風", "重建", "規劃",
    "建築", "住宅", "污水", "垃圾", "回收", "綠地", "公園", "自行車", "步道", "溫泉", "美食", "夜市",
]
_ENGLISH = [
    "visit", "delegation", "mayor", "city", "forum", "exchange", "cultural", "youth", "students", "cooperation",
    "meeting", "sister", "port", "trade", "festival", "exhibition", "concert", "university", "council", "agreement",
    "anniversary", "tourism", "smart", "sustainable", "climate", "energy", "health", "sports", "marathon", "library",
    "museum", "harbour", "fisheries", "agriculture", "startup", "design", "film", "music", "disaster", "relief",
]
# fmt: on


def _weighted(words: list[str]) -> tuple[list[str], list[float]]:
    """The words with sums of weights as Zipf found them: the tenth is a tenth as frequent as the first."""
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def _named_places() -> list[Any]:
    query = (
        "SELECT name_zh, name_en, country FROM place WHERE name_zh <> '' AND geonames_id IS NOT NULL"
        " ORDER BY population DESC, key LIMIT 12000"
    )
    return list(gazetteer.connection().execute(query))


def parties() -> list[Row]:
    """The largest cities that have a Chinese name."""
    return [{"name_zh": zh, "name_en": en, "country": code} for zh, en, code in _named_places()[:PARTIES]]


def exchanges(home: int, known: list[int]) -> Iterator[Row]:
    """Exchanges without end, each with three of the parties known; the same ones each time."""
    chosen = random.Random(4)  # noqa: S311 - no secret
    names = [zh for zh, _, _ in _named_places() if len(zh) > 1]
    chinese, chinese_weights = _weighted([*_CHINESE, *names])
    english, english_weights = _weighted(_ENGLISH)
    kinds, kind_weights = _weighted(list(ExchangeKind))
    party_weights = list(accumulate(1 / (rank + 30) for rank in range(len(known))))
    for _ in count():
        words = chosen.choices(chinese, cum_weights=chinese_weights, k=chosen.randint(4, 8))
        words += chosen.choices(english, cum_weights=english_weights, k=chosen.randint(0, 4))
        met = dict.fromkeys(chosen.choices(known, cum_weights=party_weights, k=3))
        while len(met) < 3:
            met[chosen.choice(known)] = None
        first = _FIRST + dt.timedelta(chosen.randrange(_DAYS))
        last = first + dt.timedelta(chosen.choice((0, 0, 0, 1, 3, 6)))
        yield {
            "kind": chosen.choices(kinds, cum_weights=kind_weights)[0],
            "title": " ".join(words) if chosen.random() < 0.3 else "".join(words),
            "date": str(first) if first == last else f"{first}/{last}",
            "home": home,
            "headcount": chosen.randint(2, 40),
            "parties": list(met),
        }


def words_sought(titles: Sequence[str], number: int) -> dict[str, list[str]]:
    """Words of two Chinese characters in these titles, so many of each: in many, in one of some hundreds, in one."""
    pairs = Counter(pair for title in titles for pair in set(_PAIR.findall(title)))
    density = {pair: times / len(titles) for pair, times in pairs.items()}
    classes = {
        "frequent": [pair for pair in density if density[pair] > 0.04],
        "middling": [pair for pair in density if 0.001 < density[pair] < 0.01],
        "rare": [pair for pair, times in pairs.items() if times == 1],
    }
    chosen = random.Random(5)  # noqa: S311 - no secret
    return {name: chosen.sample(sorted(found), min(number, len(found))) for name, found in classes.items()}
