"""How many partners and ties an English sentence says that there are."""

import re

from hansa.reading.patterns import regex
from hansa.reading.rules.figures.english_nouns import Number, thing
from hansa.reading.rules.figures.english_scene import Scene
from hansa.reading.rules.figures.english_sureness import counts_bodies, is_limit

_BOND = r"(?:sister|friendship|friend|partner|twin|twinned|sister-state)"
_TIE = (
    r"(?:(?:city|town|state|port|school)[ -])?(?:cities|city|towns?|states?|ports?|schools?|relationships?|relations"
    r"|agreements?|links|ties|partnerships|communities|municipalities|regions|counties)"
)
_PARTNERS = regex(
    rf"\s?(?P<what>(?:[a-z]+ )?{_BOND}(?: (?:and|or) {_BOND})?[ -]{_TIE}"
    r"(?: worldwide| abroad| overseas| in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?)"
)
_TOOK_PART = regex(
    r"\s(?:(?:were|was|are|had been) (?:represented|present|invited|there)|took part|participated|attended|sent|came"
    r"|joined|gathered|answered|responded)\b"
)
_PAPERS = regex(r"\b(?:memoranda|agreements|accords|declarations|letters of intent|pacts)\b")
_TIES = regex(
    r"\b(?:partnerships|twins|twinnings|consulates|relationships|ties|twin towns|partner cities|city links"
    r"|consulates[ -]general|embassies|honorary consuls|offices abroad)$"
)
_HAVING = regex(
    r"\b(?:has|have|keeps|keep|maintains|maintain|counts|runs|hosts|home to|looks? after|there are|there were|holds)"
    r"\s(?:some\s|a total of\s|links with\s)?$",
    re.IGNORECASE,
)
_LINKED = regex(
    r"\b(?P<what>(?:[a-z-]+ )?(?:links?|ties|bonds?|partnerships?|relations(?:hips)?|agreements?|memoranda|twinnings?"
    r"|accords|pacts|twinned|partnered|partners))[\w ]{0,12}\s(?:with|to)\s$"
)
_COUNTRIES = regex(r"^\s(?:countries|nations|states|continents)\b")
_DOCUMENT = regex(
    r"^\s(?P<what>(?:[\w-]+ ){0,2}?(?:agreement|memorandum(?: of understanding)?|accord|document|pact|partnership"
    r"|twinning|member|partner|link|bond))\b(?! (?:city|town|state|states|cities)\b)"
)
_FAMILY = regex(r"\b(?:sisters|twins|friends|partners)$")
_MEETING = regex(r"\s(?i:conference|summit|forum|congress|meeting|festival|week|day|association|convention|seminar)")
_STANDS = regex(r"\b(?:is|was|becomes?|became|marks|[Ii]ts|[Oo]ur|the)\s$|['’]s\s$")


def of_partners(number: Number, scene: Scene) -> str:
    """How many partners or ties there are: 19 sister cities, ties with seven towns, 41 consulates; in how many
    countries; the eighth agreement, which states the total."""
    if re.search(r"\b(?:from|by|among|between)\s$", number.near):
        return ""
    partners = _PARTNERS.match(number.after)
    if (partners and _TOOK_PART.match(number.after, partners.end())) or is_limit(number):
        return ""
    if number.quantity.ordinal:
        return _nth(number, partners)
    if partners:
        return partners["what"].strip()
    if scene.earlier and re.search(r"\b(?:in|on|across|from)\s$", number.near) and _COUNTRIES.match(number.after):
        return f"{number.what} of {scene.earlier}" if "continent" not in number.what else ""
    linked = _LINKED.search(number.near)
    if linked and counts_bodies(number.what) and not scene.occasion:
        return f"{linked['what']} with {number.what}"
    further = scene.goes_on(number) and _PAPERS.search(number.what)
    tied = _TIES.search(number.what) and _HAVING.search(number.near)
    return thing(number) if (tied or further) and not scene.occasion else ""


def asks_for_partners(what: str) -> bool:
    """Whether a noun is one of partners or ties: twin towns, sisters."""
    return bool(_PARTNERS.match(what) or _TIES.search(what) or _FAMILY.search(what))


def _nth(number: Number, partners: re.Match[str] | None) -> str:
    """What an ordinal states the total of: `its 24th sister city`, `the eighth agreement`; no event and no first."""
    if number.quantity.value < 2:
        return ""
    if partners:
        return "" if _MEETING.match(number.after, partners.end()) else partners["what"].strip()
    document = _DOCUMENT.match(number.after)
    return document["what"] if document and _STANDS.search(number.near) else ""
