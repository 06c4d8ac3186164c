"""The other forms that a place's name takes in a document, and what they tell about the place."""

import re
from dataclasses import dataclass

from hansa.atlas.countries import country_code
from hansa.atlas.places import Kind
from hansa.atlas.spellings import spellings

# Administrative endings and the kind of place that bears them; the longest first.
_ENDINGS: tuple[tuple[str, Kind | None], ...] = (
    ("特別自治市", "city"), ("特別自治道", "region"), ("廣域市", "city"), ("特別市", "city"), ("自治區", "region"),
    ("自治州", "region"), ("直轄市", "city"), ("自治市", "city"), ("大區", "region"), ("市", "city"), ("縣", "region"),
    ("県", "region"), ("县", "region"), ("州", "region"), ("省", "region"), ("郡", "region"), ("府", "region"),
    ("道", "region"), ("都", "city"), ("邦", "region"), ("區", None), ("区", None), ("町", "city"), ("村", "city"),
    ("鎮", "city"), ("鄉", "city"), ("城", "city"),
)  # fmt: skip
_ENGLISH_BEFORE = re.compile(
    r"(?:(?:the|greater)\s+)?(?:(?:(?:metropolitan\s+)?(?:city|municipality)|town|metropolis|port"
    r"|(?:(?:royal|london|metropolitan)\s+){0,2}borough"
    r"|((?:autonomous\s+)?community|county|province|state|prefecture|region))\s+of|gmina)\s+(?=\S)",
    re.I,
)
_ENGLISH_AFTER = re.compile(
    r"(?:[\s-]+(?:(special self-governing city|special city|metropolitan city|city"
    r"|(?:(?:metropolitan|city|special|rural|urban|local|district|regional)\s+)?municipality|metropolis|town"
    r"|shi|si|gun|machi|cho)"
    r"|(prefecture|county|province|state|region|ken|do|oblast|voivodeship|krai|district)))$",
    re.I,
)
_LATIN = re.compile("[A-Za-z]")
# Where a town lies, behind its name: Ciutadella de Menorca, Rottenburg am Neckar.
_WHEREABOUTS = re.compile(
    r"\s+(?:am|an der|auf|bei|im|in|ob|vor der|de la|de|del|di|do|da|sur|sous|upon|nad|pod|pri)\s+.+$", re.I
)
_NUMBERED = re.compile(r"\s+(?:district\s+)?(?:\d+|[IVXL]+)$", re.I)
_JOINT = re.compile(r"\s*[-–/&]\s*|\s+and\s+", re.I)
_REGION_BEFORE = re.compile(r"([\u3400-\u9fff·-]{1,12}[州省縣县県邦道府都市])([\u3400-\u9fff·-]{2,})")
_BRACKETS = re.compile(r"\s*[(（\[【].*?[)）\]】]\s*")


def without_suffix(name: str) -> str:
    """A Chinese name without 市, 縣, 州, 廣域市 …; the name itself where nothing of two characters would be left."""
    for ending, _ in _ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name.removesuffix(ending)
    return name


def without_words(name: str) -> list[str]:
    """A Latin name without City of, Prefecture, -si …: one name, or none where it has no such word."""
    return [variant.name for variant in _without_words(Variant(name))]


@dataclass(frozen=True)
class Variant:
    """A name to try, with what the form it was found in says: the kind of place, the country, the region's name."""

    name: str
    kind: Kind | None = None
    country: str | None = None
    region: str = ""


def variants(name: str, country: str | None = None) -> list[Variant]:
    """What to try where the name as it stands is not known, the nearest first.

    Where the country is known, its own words for a district and the ways in which its language is spelt count, too.
    """
    plain = _BRACKETS.sub(" ", name).strip()
    found = [Variant(plain)] if plain and plain != name else []
    bases = [Variant(plain), *_after_comma(plain), *_after_country(plain)]
    bases += [inner for outer in bases for inner in _after_region(outer)]
    for base in bases:
        if base.name != plain:
            found.append(base)
        found += _without_words(base)
    if country and _LATIN.search(plain):
        found += [Variant(spelling) for spelling in spellings(plain, country)]
    return [variant for variant in dict.fromkeys(found) if variant.name]


def loose_variants(name: str) -> list[Variant]:
    """What a name may mean besides, for suggestions only.

    The town of a district or county that bears its name, the town without its whereabouts, the parts of a joint name.
    """
    plain = _BRACKETS.sub(" ", name).strip()
    names = [*without_words(plain), _WHEREABOUTS.sub("", plain), plain.split(",")[0], _NUMBERED.sub("", plain)]
    return [Variant(found) for found in dict.fromkeys((*names, *joint_parts(plain))) if found not in ("", name)]


def joint_parts(name: str) -> tuple[str, ...]:
    """The towns in the name of a municipality made of several (Treptow-Köpenick, Nuneaton and Bedworth), or none."""
    plain = next(iter(without_words(name)), name)
    parts = tuple(part.strip() for part in _JOINT.split(plain))
    return parts if len(parts) > 1 and all(len(part) > 2 for part in parts) else ()


def _after_comma(name: str) -> list[Variant]:
    """`Portland, Oregon` and `Gdynia, Poland`: what follows the comma narrows the search."""
    city, comma, rest = (
        (part.strip() for part in re.split("([,，])", name, maxsplit=1)) if re.search("[,，]", name) else ("",) * 3
    )
    if not comma or not rest:
        return []
    last = rest.split(",")[-1].strip()
    return [Variant(city, country=country_code(last), region="" if country_code(last) else last)]


def _after_country(name: str) -> list[Variant]:
    """波蘭格丁尼亞市: a country's Chinese name in front."""
    found = []
    for length in range(min(len(name) - 2, 10), 1, -1):
        if not name[:length].isascii() and (code := country_code(name[:length])):
            found.append(Variant(name[length:].lstrip("．・· "), country=code))
    return found


def _after_region(base: Variant) -> list[Variant]:
    """奧勒岡州波特蘭市: a region's Chinese name in front, which ends in 州, 省, 縣, 市 …"""
    match = _REGION_BEFORE.fullmatch(base.name)
    return [Variant(match[2], None, base.country, match[1])] if match else []


def _without_words(base: Variant) -> list[Variant]:
    found = []
    for ending, kind in _ENDINGS:
        if base.name.endswith(ending) and len(base.name) - len(ending) >= 2:
            found.append(Variant(base.name.removesuffix(ending), kind, base.country, base.region))
            break
    if before := _ENGLISH_BEFORE.match(base.name):
        kind = "region" if before[1] else "city"
        found.append(Variant(base.name[before.end() :], kind, base.country, base.region))
    if after := _ENGLISH_AFTER.search(base.name):
        kind = "city" if after[1] else "region"
        found.append(Variant(base.name[: after.start()], kind, base.country, base.region))
    return found
