"""Whose name a document writes: the place behind it where the atlas knows one, and else what the name says it is."""

import re

from hansa.atlas.folding import scan
from hansa.atlas.lookup import lookup
from hansa.atlas.places import Place
from hansa.register.enums import PartyKind
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


def new_party(name: str, place: Place | None) -> Party:
    """A party, not written yet, as the atlas knows the place behind its name, else as the name alone tells."""
    latin = is_latin(name)
    if place is None:
        return Party(kind=kind_of_name(name), name_zh="" if latin else name, name_en=name if latin else "")
    return Party(
        kind=PartyKind(place.kind),
        name_zh=official_name(place.name_zh, name) or ("" if latin else name),
        name_en=place.name_en,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
        atlas_key=place.key,
    )
