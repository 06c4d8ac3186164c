"""The document's own city in a text: its spellings, and the words that mean it (本市, 市府, the City)."""

import re
from functools import lru_cache

from hansa.reading.patterns import regex

_SUFFIX = regex(r"(?:特別市|廣域市|市|縣|県|府|州|省|郡|都|道|區|町)$")
_EN_SUFFIX = regex(r"\s+(?:City|Metropolitan City|County|Prefecture|Municipality)$", re.IGNORECASE)
_WORDS = r"(?<![熊日岡橋坂松山宮根塚榎杉藤谷梅斯])本[市縣](?!議會)|本府|市府|縣府|本公所|公所|我市|貴我兩市"
_ENGLISH = (
    r"\b(?:[Oo]ur [Cc]ity|[Tt]he City(?! (?:of|Hall|Council|Government))|[Tt]he Municipality"
    r"|[Tt]he Metropolis)\b(?! of)"
)


def spellings(home: str, others: frozenset[str] = frozenset()) -> frozenset[str]:
    """The spellings under which a text may name the city: with and without its suffix, 臺 and 台."""
    found = {home, *others}
    found |= {_EN_SUFFIX.sub("", name) for name in found}
    found |= {stem for name in found if len(stem := _SUFFIX.sub("", name)) >= 2}
    found |= {name.replace("臺", "台") for name in found} | {name.replace("台", "臺") for name in found}
    return frozenset(name for name in found if len(name) > 1)


@lru_cache(maxsize=64)
def pattern(home: str, names: frozenset[str]) -> re.Pattern[str]:
    """What names the own city in a text; group `name` is one of its names, else one of the words that mean it."""
    plain = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    guard = r"(?![a-z])" if home.isascii() else ""
    if home[-1] in "市縣":
        # 高雄縣 is not 高雄市.
        guard += "(?!縣|郡)" if home.endswith("市") else "(?!市)"
    firsts = re.escape("".join(sorted({name[0] for name in names})))
    return regex(
        # Most characters begin none of them, which one look at them tells.
        rf"(?=[{firsts}本市縣公我貴OoTt])(?:(?P<name>(?<![A-Za-z])(?:{plain}){guard}(?:市?政府|市役所"
        rf"|公所)?(?:[（(][A-Z][^（()）]{{1,40}}[)）])?)|{_WORDS}|{_ENGLISH})"
    )
