"""How a country, or GeoNames for it, writes a name that English texts write otherwise."""

import re
from collections.abc import Iterator

from hansa.atlas.folding import fold

# What a country itself calls the units that English texts name by a general word, as GeoNames writes it in Latin
# letters: Rudong County is Rudong Xian.
_LOCAL_WORDS = {
    ("CN", "county"): "{} Xian", ("CN", "district"): "{} Qu", ("CN", "city"): "{} Shi",
    ("GB", "borough"): "London Borough of {}", ("HU", "district"): "{} kerület", ("JP", "ward"): "{} Ku",
    ("KR", "county"): "{}-gun", ("KR", "district"): "{}-gu", ("PL", "county"): "Powiat {}",
}  # fmt: skip
_GENERAL_WORD = re.compile(r"(.+?)\s+(county|district|city|ward|borough)(\s+[IVXL]+)?", re.I)
_WARD = re.compile(r"(.+?)[\s-](?:ku|gu)", re.I)
_ISLAND = re.compile(r"(?:the\s+)?(?:island|isle)\s+of\s+(.+)|(.+)\s+islands?", re.I)
# The article of Arabic names, which takes the sound of the letter that follows.
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|adh|el)[\s-]+(?=\w{3})", re.I)
_ARABIC = {
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD",
    "SO", "SY", "TN", "YE",
}  # fmt: skip
_CYRILLIC = {"BG", "BY", "KG", "KZ", "MK", "MN", "RS", "RU", "TJ", "UA", "UZ"}
# Scholars write Cyrillic with marks, newspapers with English sounds; GeoNames has the latter.
_SCHOLARLY = str.maketrans({"ž": "zh", "š": "sh", "č": "ch", "Ž": "Zh", "Š": "Sh", "Č": "Ch", "j": "y", "J": "Y"})
_LAST_Y = re.compile(r"(?<=[^aeiouy])y\b")


def spellings(name: str, country: str) -> Iterator[str]:
    """Other spellings of a name in Latin letters in a country (ISO 3166-1), the nearest first; some are no names."""
    general = _GENERAL_WORD.fullmatch(name)
    if general and (form := _LOCAL_WORDS.get((country, general[2].lower()))):
        yield form.format(general[1] + (general[3] or ""))
    if country in ("JP", "KR") and (ward := _WARD.fullmatch(name)):
        yield ward[1]
    if island := _ISLAND.fullmatch(name):
        yield island[1] or island[2]
    yield from name.split("/")[:-1]
    if country in _ARABIC:
        yield _ARTICLE.sub("", name)
    if country in _CYRILLIC:
        english = name.translate(_SCHOLARLY)
        yield from (english, _LAST_Y.sub("iy", english), _LAST_Y.sub("yy", english))
    yield fold(name).replace(" ", "")
