"""Whose name a document writes: the place behind it where the atlas knows one, and else what the name says it is."""

import re
from collections.abc import Iterable
from functools import cache

from hansa.atlas import gazetteer
from hansa.atlas.folding import fold, scan
from hansa.atlas.lookup import lookup
from hansa.atlas.places import Place
from hansa.register.enums import PartyKind, PartyLevel
from hansa.register.models import Party

_LATIN_ONLY = re.compile(r"[^\u2e80-\u9fff\uac00-\ud7a3\u3040-\u30ff]+")
# A government, hall or council of a city signs for the city itself.
_GOVERNMENT = re.compile(
    r"(?:市|縣|州|府|省|區|郡|都|道|町|村)?(?P<tail>政府|市役所|市公所|縣廳|府廳)$"
    r"|(?P<en>\s+(?:(?:Metropolitan|Municipal|Provincial|Prefectural)\s+)?(?:City\s+)?Government)$",
    re.IGNORECASE,
)
# What official Chinese names of places end in, where the atlas has the bare name.
_RANK = re.compile(r"廣域市|特別市|[市縣県州省府道都郡區町村]")
_PART_OF = re.compile(r"(?P<city>.+?[市縣县])(?:政府|立|議會|议会)")
_PART_OF_EN = re.compile(r".+?(?:,| of)(?: the)? (?P<city>.+?) (?:City|County|Municipal) Government$", re.IGNORECASE)
_DISTRICT = re.compile(scan(r"[區区]$|\b(?:district|ward)$"))
_COUNCIL = re.compile(scan(r"議會$|\bcouncil$"))
_NATIONAL = re.compile(scan(r"部$|國會$|使館$|\b(?:ministry|embassy)\b"))
_ISO_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_LEVELS = {
    PartyKind.COUNTRY: PartyLevel.NATIONAL,
    PartyKind.REGION: PartyLevel.REGION,
    PartyKind.CITY: PartyLevel.CITY,
    PartyKind.OFFICE: PartyLevel.BUREAU,
    PartyKind.UNIVERSITY: PartyLevel.SCHOOL,
    PartyKind.SCHOOL: PartyLevel.SCHOOL,
    PartyKind.PORT: PartyLevel.PORT,
}
# What the last words of a name, in Chinese or English, say that the body is.
_KINDS = (
    (PartyKind.UNIVERSITY, r"大學|大學校|學院|\b(?:university|college|institute of technology)\b"),
    (PartyKind.SCHOOL, r"學校|中學|小學|高中|高職|高工|高商|國中|國小|附中|女中|學校群|\b(?:school|academy)\b"),
    (PartyKind.PORT, r"(?<!香)港|港務局|港務公司|\b(?:port|harbou?r)\b(?:\s+(?:authority|corporation))?"),
    (PartyKind.COMPANY, r"公司|企業|集團|銀行|航空|\b(?:co\.?,?\s*ltd|inc|corporation|company|group|airlines)\b\.?"),
    (PartyKind.ASSOCIATION, r"協會|學會|公會|商會|工會|基金會|促進會|\b(?:association|foundation|society|chamber)\b"),
    (
        PartyKind.ORGANIZATION,
        r"聯盟|組織|聯合會|總會|委員會|論壇|網絡|\b(?:network|organi[sz]ation|alliance|council)\b",
    ),
    (
        PartyKind.OFFICE,
        r"辦事處|代表處|事務所|使館|領事館|國會|處|局|署|部|館|院|議會|\b(?:office|bureau|department|ministry|embassy|council)\b",
    ),
    (PartyKind.REGION, r"縣|県|州|省|府|道|郡|地區|\b(?:county|prefecture|province|state|region)\b"),
    (PartyKind.CITY, r"市|町|村|鎮|鄉|\b(?:city|town|municipality)\b"),
)
_ENDS = tuple((kind, re.compile(scan(rf"(?:{words})$"))) for kind, words in _KINDS)
_OF = re.compile(r"^(?:(?P<city>the city|city)|port|university|school|county|state|province|municipality) of\s", re.I)


def place_of(name: str) -> Place | None:
    """The place that a name means, that of a city's government being the city; None where the atlas has none."""
    place = lookup(name)
    if place:
        return place
    government = _GOVERNMENT.search(name)
    if not government:
        return None
    return lookup(name[: government.start("tail" if government["tail"] else "en")])


def kind_of_name(name: str) -> PartyKind:
    """What a body is by its name alone, in any script: by its last words, or, in English, by those before `of`."""
    of = _OF.match(name)
    if of:
        name = name[: of.end()].rstrip().removesuffix(" of").removesuffix(" Of")
    return next((kind for kind, end in _ENDS if end.search(scan(name).strip())), PartyKind.OTHER)


def is_latin(name: str) -> bool:
    """Whether a name is written without Chinese, Japanese or Korean characters."""
    return bool(_LATIN_ONLY.fullmatch(name))


def official_name(bare: str, *spellings: str) -> str:
    """A place's name as offices write it, 熊本市 rather than 熊本: the shortest spelling of its name with its rank.

    The bare name where no spelling is one; in whatever order the spellings come, the answer is the same.
    """
    full = {name for name in spellings if bare and name.startswith(bare) and _RANK.fullmatch(name[len(bare) :])}
    return min(full, key=lambda name: (len(name), name), default=bare)


def best_spelling(names: Iterable[str]) -> str:
    """The one of several spellings of a name that is shown, whatever their order: 臺北 rather than 台北.

    That with the most characters that folding changes is the Traditional one; then the shortest. Empty without names.
    """
    return min(names, key=lambda name: (-_traditional(name), len(name), name), default="")


def _traditional(name: str) -> int:
    return sum(fold(character) != character for character in name if not is_latin(character))


def parent_name(name: str) -> str:
    """The city or county of which a body says in its name that it is a part: 高雄市 for 高雄市立圖書館; else empty."""
    match = _PART_OF.match(name) or _PART_OF_EN.match(name)
    return match["city"] if match and place_of(match["city"]) else ""


def level_of(kind: PartyKind, name: str, place: Place | None = None) -> str:
    """The level of public life on which a body of this kind and name stands; empty where that says nothing of it."""
    spelled = scan(name).strip()
    if _DISTRICT.search(spelled) and (place is None or place.kind != "country"):
        return PartyLevel.DISTRICT
    if _COUNCIL.search(spelled) and kind != PartyKind.ORGANIZATION:
        return PartyLevel.COUNCIL
    if kind == PartyKind.OFFICE and _NATIONAL.search(spelled):
        return PartyLevel.NATIONAL
    return _LEVELS.get(kind, "")


@cache
def _subdivisions() -> dict[tuple[str, str], set[str]]:
    """The ISO 3166-2 codes of regions by country and GeoNames' code of the first level."""
    found: dict[tuple[str, str], set[str]] = {}
    rows = gazetteer.connection().execute("SELECT country, admin1, key FROM place WHERE kind = 'region'")
    for country, admin1, key in rows:
        if admin1 and _ISO_REGION.fullmatch(key):
            found.setdefault((country, admin1), set()).add(key)
    return found


def subdivision_of(place: Place) -> str:
    """The ISO 3166-2 code of the part of the country in which a place lies; empty where the atlas does not tell it."""
    for key in (place.key, place.parent):
        if _ISO_REGION.fullmatch(key):
            return key
    codes = _subdivisions().get((place.country, place.admin1), set())
    return next(iter(codes)) if len(codes) == 1 else ""


def describe_party(party: Party, place: Place | None, names: Iterable[str]) -> None:
    """Let a party hold what the atlas knows of the place behind its names, else what these tell; no fixed field."""
    told = _as_place(place, list(names)) if place else _as_named(list(names))
    for field, value in told.items():
        if field not in party.fixed:
            setattr(party, field, value)


def _shown(names: list[str], *, latin: bool) -> str:
    return best_spelling(name for name in names if is_latin(name) == latin)


def _as_place(place: Place, names: list[str]) -> dict[str, object]:
    kind, name_zh = PartyKind(place.kind), official_name(place.name_zh, *names) or _shown(names, latin=False)
    return {
        "kind": kind,
        "name_zh": name_zh,
        "name_en": place.name_en,
        "level": level_of(kind, name_zh or place.name_en, place),
        "country": place.country,
        "subdivision": subdivision_of(place),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames_id": place.geonames_id,
        "atlas_key": place.key,
    }


def _as_named(names: list[str]) -> dict[str, object]:
    shown = best_spelling(names)
    kind = kind_of_name(shown)
    return {
        "kind": kind,
        "name_zh": _shown(names, latin=False),
        "name_en": _shown(names, latin=True),
        "level": level_of(kind, shown),
    }


def new_party(name: str, place: Place | None) -> Party:
    """A party, not written yet, as the atlas knows the place behind its name, else as the name alone tells."""
    party = Party()
    describe_party(party, place, [name])
    return party
