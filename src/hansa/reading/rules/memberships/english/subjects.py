"""Who it is that an English sentence claims a membership for: the cities to the left of the claim, or to its right."""

import re
from dataclasses import dataclass

from hansa.atlas import lookup
from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.covered import CITIES, DATE, OWN_CITY, Covered
from hansa.reading.rules.memberships.english.claims import Claim
from hansa.reading.rules.memberships.joining import cities_en, owned

# Auxiliaries and adverbs between the subject and the claim.
_AUXILIARY = regex(
    r"(?:[\s,(–—]*\b(?:has|have|had|is|are|was|were|been|being|also|now|then|therefore|thus|today|currently|already|later|alone|welcomed|admitted|accepted|received|named|counted|listed|first|long"
    r"|serves|served|acts|acted|sits|sat|stands|remains|continues|finally|duly|soon|eventually|only|officially|formally|ever|both|all|each|meanwhile|since|itself|again|still|too|proudly"
    r"|hold|holds|held|place|seat|obtained|gained|received|granted|enjoys|acquired|renewed|retains?|kept|keeps|in\sturn|in\sthat\syear|that\syear"
    rf"|(?:since|in|on|as\sof)\s{DATE}|had\sa|has\sa|have\sa|an?|the|its|to|{DATE})(?=[\s,)]|$))+[\s,]*$"
)
_ENDS = regex(rf"(?<![\w-])(?P<who>{CITIES})(?:,?\s(?:which|who|that))?$")
# Tucson, the first city in that field, had entered
_APPOSED = regex(rf"(?<![\w-])(?P<who>{CITIES}),\s(?:an?|the|itself|then|long|which|who)\s[^,;]{{3,90}}$")
_SINCE = regex(r"(?:Since|After|On|By|Before|When|Upon)")
_AFTER = regex(rf"^[^,;]*?(?:,|\s{DATE})\s(?P<who>{CITIES})\s(?:[a-z]|Ω)")
_PREPOSITION = regex(
    r"\b(?:of|from|in|at|with|to|for|by|than|through|via|and\sthe|outside|near|between|against|under|like|towards?)\s(?:the\s)?$"
)
# A claim without a subject of its own goes on about that of the one before: and joined, having joined.
_GOES_ON = regex(r"(?:\b(?:and|or|but|having|then)|[,;])\s?(?:[a-z]+\s){0,3}$")
_OPENED = regex(rf"(?:^|[;:]\s)(?:[^,;:Ω]{{0,60}},\s)??(?P<who>{CITIES})(?:\s[a-z–—]|,)")
_PRONOUN = regex(
    r"^(?:It|They|He|She|The|This|We|Mayor|Since|In|There|Both|Each|Some|Most|Other|Our|All|Members?|Three|Two|Its"
    r"|That|As|By|On|To|From|At|With|Of|For|Where|What|How|When|Why|Which|Who|Now|Today|So|Yes|No|Not|And|But|Or|If"
    r"|Then|Here|Among|After|Before|Only|Also|Like|Unlike|Until|Through|Under|Over|Once|One|Nobody|Neither|Both)$|^(?:The\s)?(?:Mayor|President|Secretary|General|Deputy|Executive|Union|Association|Network"
    r"|Board|Committee|Lord|Councillor|Governor|Conference|Summit|Alliance|League|Council|Organi[sz]ation|Mr|Mrs|Ms"
    r"|Dr|Vice|Forum)\b"
)
_COMMON = regex(
    r"(?:[Tt]he\s)?(?:University|School|Company|Orchestra|Chamber|Museum|Library|Port|Zoo|Ministry|Department|Office|Police)"
)
_UNIT = regex(
    r"\b(?:Authority|Office|Department|Library|Libraries|Museum|Zoo|Port|Harbour|Agency|Bureau|Directorate|Secretariat)\b"
)
_THROUGH = regex(r"^(?:Through|Via|By way of|Represented by)\s(?:its|the|our)\s(?P<through>[^,;]{4,60}),\s")
_CITY_WORD = regex(r"\b(?:City|County|Town|Prefecture|Province|District|Municipality|Region|Borough|State)\b")
_POST = regex(r"Mayor|Governor|Councillor|Alderman|Commissioner|Executive", re.IGNORECASE)


_PLACE_NOUN = regex(r"\b(?:district|city|town|borough|ward|municipality|county|suburb|island|commune)(?:\sof)?\s$")
_BARE_POST = regex(r"\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?:Lord\s|Deputy\s|Executive\s)?(?:Mayor|Governor)$")


@dataclass(frozen=True)
class Member:
    """Who belongs, through which body of theirs (or ''), and whether that is sure."""

    name: str
    through: str = ""
    sure: bool = True


def members_of(claim: Claim, covered: Covered, context: Context, before: list[Member]) -> list[Member]:
    """The members that a claim leaves to its surroundings: left of it, right of it where it leads, the own city, or
    those of the claim before."""
    left = _AUXILIARY.sub("", covered.text[: claim.start]).rstrip(" ,–—")
    led = not left.strip() or claim.start == 0 or bool(_SINCE.fullmatch(left))
    through = _THROUGH.match(covered.text)
    found = _AFTER.match(covered.text[claim.end :]) if led else _ENDS.search(left, through.end() if through else 0)
    if found and (led or not _PREPOSITION.search(left, 0, found.start("who"))):
        members = _placed(found, left) or members_named(
            found["who"], covered, context, through["through"] if through else ""
        )
        if members or led:
            return members
    if found := _APPOSED.search(left):
        return members_named(found["who"], covered, context)
    if found := re.search(rf"(?P<who>[A-Z][\w'’ -]*\sof\s(?:the\s)?{CITIES})$", left):
        return members_named(found["who"], covered, context)
    if official := _official(left, claim, covered, context):
        return official
    if claim.own and context.home:
        return [Member(context.home, sure=bool(re.search(r"[Oo]ur|[Ii]ts|[Cc]ity|^$", left[-12:])))]
    opened = _OPENED.match(covered.text)
    if (
        opened
        and opened.end() <= claim.start
        and re.search(r"(?:[,;–—]|\b(?:and|but|or|having|by|then)) ?$", covered.text[: claim.start])
    ):
        return members_named(opened["who"], covered, context) or before
    return before if _GOES_ON.search(covered.text[: claim.start]) else []


def _placed(found: re.Match[str], left: str) -> list[Member]:
    """A place that the atlas does not know, where the words before its name say what it is: its district Dong-gu."""
    name = found["who"]
    return [Member(name)] if _PLACE_NOUN.search(left[: found.start("who")]) and re.fullmatch(r"[\w'’-]+", name) else []


def members_named(words: str, covered: Covered, context: Context, through: str = "") -> list[Member]:
    """The members in a list of cities; the own city for how the document calls it, or for a body of its."""
    if OWN_CITY.fullmatch(words):
        return [Member(context.home, through)] if context.home else []
    names = [
        name
        for name in cities_en(re.sub(r"\s(?:both|all)$", "", words))
        if not _PRONOUN.search(name) and not _COMMON.fullmatch(name)
    ]
    people = [person.name for person in covered.sentence.people]
    members = [_member(name, context, through) for name in names]
    members = [member for member in members if member.sure or not any(member.name in person for person in people)]
    known = [member for member in members if member.sure]
    return members if len(known) * 2 >= len(members) else []


def _member(name: str, context: Context, through: str) -> Member:
    """`Port of Graz` is Graz, through its port, where Graz is the own city."""
    own = owned(name, context)
    home = context.home or "-"
    if own != home and (
        re.search(rf"\bof {re.escape(home)}$|^{re.escape(home)} (?:\w+ )*\w+$", name) or _UNIT.search(name)
    ):
        return Member(home, re.sub(r"^[Tt]he\s", "", name)) if context.home else Member(name, sure=False)
    place = lookup(name)
    return Member(own, through, own == home or bool(place and place.kind != "country") or bool(_CITY_WORD.search(name)))


def _official(left: str, claim: Claim, covered: Covered, context: Context) -> list[Member]:
    """Where a mayor was elected to an office of the organization, the city is meant."""
    if not claim.role or re.search(r"member|found", claim.role):
        return []
    if context.home and _BARE_POST.search(left):
        return [Member(context.home, sure=False)]
    for person in covered.sentence.people:
        if person.end <= len(left) + 1 and _POST.search(person.post) and len(left) - person.end < 30:
            whole = context.whole_person(person)
            city = person.of or whole.of or ("" if person.partial else context.home or "")
            return [Member(owned(city, context), sure=False)] if city else []
    return []
