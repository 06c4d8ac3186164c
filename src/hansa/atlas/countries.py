"""Countries and territories: their names in Taiwan's usage and in English, and the codes behind the names."""

from dataclasses import dataclass
from functools import cache

from hansa.atlas.folding import fold
from hansa.atlas.tables import parts, read_table


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


def country_code(name: str) -> str | None:
    """The ISO 3166-1 code behind a name (寮國, Laos), an adjective (Polish), 美 or 韓, or a code itself; else None."""
    if len(name) == 2 and name.isascii() and name.isupper() and name in countries():
        return name
    folded = fold(name)
    return _codes().get(folded) or _codes().get(folded.removeprefix("the "))
