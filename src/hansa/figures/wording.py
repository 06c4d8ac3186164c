"""The words by which a published figure is known to be of a measure.

Written as offices can read them: alternatives parted by commas; in each, words that must all stand there, joined by
`+`, and words that must not, after `!`; `=` before an alternative wants the words of the figure to be just that.

    消費+諮詢!法律, =提供諮詢, consumer enquiries

`COUNTRY` stands for the name of any country. Small differences of writing do not count: 與, 暨 and 和 are 及, spaces
and brackets are none, letters are small, and a city's own 本市 or 本府 before the words is passed over.
"""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from babel import Locale

_SAME = str.maketrans({"與": "及", "暨": "及", "和": "及", "台": "臺", "姐": "姊", "伙": "夥", "佈": "布"})
_IDLE = re.compile(r"[\s，。、；：「」『』（）()【】《》〈〉“”‘’\"'’·．.,;:─—–-]+")
_OWN = re.compile(r"^(本市|本府|市府|本處|國際|累計|全市|目前|我國|本期)+")
_LATIN = re.compile(r"[a-z]")
_COUNTRY = "country"


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """The words without what does not tell one from another."""
    folded = words.lower().translate(_SAME)
    return _IDLE.sub(" " if _LATIN.search(folded) else "", folded).strip()


def bare(words: str) -> str:
    """Plain words without the city's own before and the total behind them: what an alternative with `=` is held to."""
    return _OWN.sub("", re.sub(r"(總數|數量|數|合計)$", "", words))


@cache
def _country_names() -> tuple[str, ...]:
    territories = Locale("zh", script="Hant").territories
    names = {plain(name) for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    return tuple(sorted(names, key=len, reverse=True))


def country_in(words: str) -> str:
    """The longest Chinese name of a country in the plain words; empty where there is none."""
    return next((name for name in _country_names() if name in words), "")


@dataclass(frozen=True)
class Alternative:
    """Words that must all stand there, and words that must not; `exact` where nothing else may."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = ()
    exact: bool = False


def _found(word: str, text: str) -> str:
    """The word, if it stands in the text; for COUNTRY, the country that does."""
    return country_in(text) if word == _COUNTRY else word if word in text else ""


@dataclass(frozen=True)
class Said:
    """What is said of a figure, in plain words: of itself, in its sentence before the number, and around that."""

    words: str
    sentence: str = ""
    around: str = ""

    def weight(self, word: str) -> float:
        """How much it counts that the word stands here: a character of the figure's own words counts as one."""
        near = (1.0, self.words), (0.5, self.sentence), (0.25, self.around)
        return next((len(found) * weight for weight, text in near if (found := _found(word, text))), 0)


@dataclass(frozen=True)
class Wordings:
    """The alternatives, any of which is enough."""

    alternatives: tuple[Alternative, ...] = field(default=())

    def weight(self, said: Said) -> float:
        """How much of an alternative stands there, where all of it does, some of it in the figure's own words; else 0.

        The weightiest alternative counts.
        """
        return max((_weight(one, said) for one in self.alternatives), default=0)


NO_WORDINGS = Wordings()


def _weight(one: Alternative, said: Said) -> float:
    if one.exact:
        is_said = bare(said.words) == bare(one.wanted[0])
        # A little more, so that the very words go before those that only stand among others.
        return 2 * len(one.wanted[0]) + 1 if is_said else 0
    if any(word in said.words or word in said.sentence for word in one.unwanted):
        return 0
    weights = [said.weight(word) for word in one.wanted]
    if not all(weights) or not any(_found(word, said.words) for word in one.wanted):
        return 0
    # The figure's own words tell what it is; those around it may be about its neighbours.
    return sum(weights) * (2 if all(_found(word, said.words) for word in one.wanted) else 1)


def _alternative(written: str) -> Alternative:
    exact = written.startswith("=")
    wanted, *unwanted = written.removeprefix("=").split("!")
    return Alternative(tuple(plain(word) for word in wanted.split("+")), tuple(plain(word) for word in unwanted), exact)


def wordings(written: str) -> Wordings:
    """The alternatives as they are written in a table."""
    return Wordings(tuple(_alternative(one.strip()) for one in written.split(",") if one.strip()))
