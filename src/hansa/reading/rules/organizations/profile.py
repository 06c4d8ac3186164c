"""What a text tells of an organization, put together out of labelled cells and sentences."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.counts import count_members, names_in
from hansa.reading.rules.organizations.telling_chinese import BEGUN_ZH, tell_in_chinese
from hansa.reading.rules.organizations.telling_english import BEGUN_EN, tell_in_english
from hansa.reading.values.dates import Dated
from hansa.reading.values.organizations import websites

Dates = Callable[[str], list[Dated]]

_HAN = regex(r"[\u3400-\u9fff]")
_LABELS = {
    "founded": regex(
        r"成立|設立|創立|創設|緣起|沿革|起源|創[辦會始]|誕生|肇始|^born"
        r"|^founded|^established|^creat|^since$|^year(?! joined)|^formed"
        r"|^foundation|^set up"
        r"|^started|^launched|^began|^came to life|^dates? from|^begun|^born|^origins?$"
        r"|^date of (?:foundation|creation)",
        re.IGNORECASE,
    ),
    "headquarters": regex(
        r"總部|秘書處|祕書處|會址|所在地|^headquarter|^secretariat|^seat|^head ?office|^main office|^offices?$|^based"
        r"|^home$|^location|^address|^where",
        re.IGNORECASE,
    ),
    "members": regex(
        r"會員數|會員|成員|規模|^members|^membership$|^size$|^participants|^who belongs|^strength|^reach$|^how many",
        re.IGNORECASE,
    ),
    "purpose": regex(
        r"宗旨|目的|任務|^purpose|^aims?$|^mission|^objectives?|^goals?$|^what for|^what it is for|^focus",
        re.IGNORECASE,
    ),
    "website": regex(r"網站|網址|^web|^website|^url|^internet|^homepage|^online|^on the web|^site$", re.IGNORECASE),
}
"""What the label of a field in a record or the head of a column asks for."""
_BY_LABELLED = regex(r"\bby\s(?:the\s)?(?P<cities>(?:mayors|cities)\sof\s)?(?P<who>[A-Z][^.;()]*)")
_CUT = regex(r"[,(（，;；]")
_LONGEST_CELL = 160

__all__ = ["BEGUN_EN", "BEGUN_ZH", "Profile", "asked", "profile"]


@lru_cache(maxsize=1024)
def asked(label: str) -> str:
    """What the label of a field asks of an organization (`founded`, `members` …); empty for anything else."""
    return next((name for name, pattern in _LABELS.items() if pattern.search(label)), "")


@dataclass
class Profile:
    """What pieces of text told of an organization, to be given to `Organization` as keywords."""

    fields: dict[str, Any] = field(default_factory=dict)

    def tell(self, name: str, value: Any) -> None:
        """Keep the first thing that is told under a name; nothing told changes nothing."""
        if value and name not in self.fields:
            self.fields[name] = value

    def add(self, name: str, values: Sequence[Any]) -> None:
        """Add to a list what it does not hold yet."""
        if values:
            held = self.fields.setdefault(name, [])
            held += [value for value in values if value not in held]


def profile(pieces: Sequence[tuple[str, str]], dates: Dates, name: str = "") -> Profile:
    """The profile that labelled pieces of text give: cells under their heads, sentences under an empty label.

    `name` is the organization's own, which is no name of a founder.
    """
    told = Profile()
    for label, text in pieces:
        told.add("website", websites(text))
        named = asked(label.strip())
        if named and not ("。" in text or len(text) > _LONGEST_CELL):
            _labelled(told, named, text, dates)
        if not named or "。" in text or "，" in text or len(text) > _LONGEST_CELL:
            _tell(told, text, dates, name)
    return told


def _tell(told: Profile, text: str, dates: Dates, name: str) -> None:
    if _HAN.search(text):
        text = text.replace(name, "「」") if name else text
        tell_in_chinese(told, text, dates(text))
    else:
        tell_in_english(told, text, dates(text))


def _labelled(told: Profile, name: str, text: str, dates: Dates) -> None:
    if name == "founded":
        found = dates(text)
        told.tell("founded", found[0].edtf if found else "")
        by = _BY_LABELLED.search(text)
        if by and not re.search(r"\d", by["who"]):
            several = by["cities"] or " and " in by["who"]
            told.add("founded_by", names_in(by["who"]) if several else [by["who"].split(", ")[0]])
    elif name == "headquarters":
        told.tell("headquarters", _CUT.split(text)[0].strip(" ."))
    elif name == "members":
        told.add("members", list(count_members(text, dates(text), labelled=True)))
    elif name == "purpose":
        told.tell("purpose", text.strip())
