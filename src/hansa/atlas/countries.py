"""Countries and territories: their names in Taiwan's usage and in English, and the codes behind the names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from hansa.atlas.folding import fold
from hansa.atlas.tables import parts, read_table

# What official names have before or behind the name that everybody uses, as `fold` leaves it. `State of` is not among
# it, since states of the United States are called so too (State of Georgia).
_FORM = (
    r"(?:(?:the|people s|peoples|democratic|socialist|federal|federative|islamic|oriental|co operative|independent"
    r"|hashemite|bolivarian|plurinational|arab|united)\s+)*"
    r"(?:republic|kingdom|commonwealth|union|sultanate|principality|grand duchy|independent state)\s+of\s+"
)
_FORMS_BEFORE = re.compile(rf"(?:{_FORM})+(?:the\s+)?(?=\S)")
_FORMS_BEHIND = re.compile(r"\s+(?:arab\s+)?(?:republic|kingdom|confederation)$")
_HAN_FORMS = ("共和國", "王國", "大公國", "公國", "聯邦", "酋長國", "蘇丹國")
_HAN_ATTRIBUTES = ("伊斯蘭", "人民", "民主", "社會主義", "聯合", "阿拉伯", "聯邦", "多民族", "合作")
# ISO 3166 and the UN write Moldova, Republic of, and Iran (Islamic Republic of).
_INVERTED = re.compile(r"([^,(]+)[,(]\s*((?:the\s+)?[\w' ]+ of(?: the)?)\)?", re.I)


@dataclass(frozen=True)
class Country:
    """A country or territory. `names` are other names in use, `adjectives` English ones (`Polish`)."""

    code: str
    name_en: str
    name_zh: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """All countries and territories by ISO 3166-1 code of two letters."""
    return {
        row["code"]: Country(
            row["code"], row["name_en"], row["name_zh"], tuple(parts(row["names"])), tuple(parts(row["adjectives"]))
        )
        for row in read_table("countries")
    }


@cache
def _han_form() -> re.Pattern[str]:
    """What official Chinese names end in, as `fold` leaves it."""
    attributes, forms = ("|".join(map(fold, words)) for words in (_HAN_ATTRIBUTES, _HAN_FORMS))
    return re.compile(f"(?:{attributes})*(?:{forms})$")


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for country in countries().values():
        for name in (country.name_en, country.name_zh, *country.names, *country.adjectives):
            codes.setdefault(fold(name), country.code)
    return codes


def country_name(code: str, language: str = "zh-hant") -> str:
    """The name of a country by its code: Taiwan's usage for `zh…`, else English; the code itself where unknown."""
    country = countries().get(code.upper())
    if not country:
        return code
    return country.name_zh if language.startswith("zh") else country.name_en


@lru_cache(maxsize=4096)
def country_code(name: str) -> str | None:
    """The ISO 3166-1 code behind a name, or None.

    Names are those in common use (寮國, Laos), of ISO, the UN and Wikidata (Iran, Islamic Republic of), official ones
    (Hellenic Republic, 芬蘭共和國), adjectives (Polish), 美 or 韓, a code itself, and former names of a country that
    has one successor (Ceylon).
    """
    if len(name) == 2 and name.isascii() and name.isupper() and name in countries():
        return name
    return next((code for form in _forms(name) if (code := _codes().get(form))), None)


def _forms(name: str) -> Iterator[str]:
    """The keys under which a country's name may stand, the nearest first."""
    folded = fold(name)
    yield folded
    yield folded.removeprefix("the ")
    if inverted := _INVERTED.fullmatch(name.strip()):
        yield from _forms(f"{inverted[2]} {inverted[1]}")
    for form in (_FORMS_BEFORE, _FORMS_BEHIND, _han_form()):
        plain = form.sub("", folded)
        if plain and plain != folded:
            yield plain


@cache
def territories(code: str) -> Mapping[str, tuple[str, ...]]:
    """The countries and territories where a place may be kept that documents name by this country, itself first.

    Each with the codes of GeoNames' regions that are meant, none standing for all of it.
    """
    return MappingProxyType({code: ()} | _territories().get(code, {}))


@cache
def _territories() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row in read_table("territories"):
        found[row["of"]][row["code"]] = tuple(parts(row["regions"]))
    return dict(found)
