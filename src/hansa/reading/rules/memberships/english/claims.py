"""How English says that somebody belongs to an organization: joined, is a member of, has a seat on the board of.

The patterns are for covered sentences (`rules/covered.py`). What a claim leaves open, who it is about and which
organization it names, stands to its left and right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading.patterns import regex
from hansa.reading.rules.covered import BODY, CITIES, DATE

MAY_CLAIM = regex(
    r"\b(?:[Mm]ember|[Ff]ounder|[Ff]ounding|[Pp]articip|[Ss]ignator|[Oo]bserver|[Cc]o-chair|[Cc]hair|[Pp]resid"
    r"|[Bb]elong)|\b(?:joined|acceded|signed|entered|enrolled|joining|entering|subscribed|adhered|admitted|accepted"
    r"|part|affiliated"
    r"|fold|on board|followed|active in|dues|fees|seat|sat|sits?|serves?|came in|into the|place on"
    r"|among (?:them|those)|(?:is|are|been) (?:both |all |alone )?in|take[ns]? up|took|name to|turns|since|speaks?"
    r"|bring|rolls|books|aboard|signature|register|got in|entry|one of|of the party|among its|took out|gained"
    r"|enlisted|City of|represent(?:ed|s)"
    r"|elected|(?:been|is|are|was) on|founded|initiated|launched|set up|created"
    r"|established|accession|entry into|newcomers|cities in this)\b"
)
"""The words of which one must be in a text that claims a membership."""


@dataclass(frozen=True)
class Claim:
    """Words that say that somebody belongs: their place in the sentence, the role as written, and whom and what they
    name themselves (otherwise '')."""

    start: int
    end: int
    role: str = ""
    who: str = ""
    of: tuple[int, int] | None = None
    own: bool = False
    """Whether the own city is meant where nobody is named: Membership of …"""
    needs_body: bool = False
    """Whether the organization must stand right behind."""
    founds: bool = False
    """Whether somebody founded it: of cities other than the own one, this alone does not say that they belong to it."""


_ADVERBS = r"(?:(?:also|now|still|today|therefore|thus|indeed|both|all|currently|already|again|only|then)\s)*"
_ROLE = (
    r"(?P<role>(?:(?!of\b|in\b|to\b|and\b|for\b)(?:[a-z0-9][\w-]*|Executive|Steering|Committee|Board|Vice|Full"
    r"|Associate)\s){0,3}?(?:[Mm]embers?|(?:co-)?founders?|signator(?:y|ies)|observers?|participants?"
    r"|(?:founding|lead) (?:city|cities|partners?)|(?:[Cc]o-|[Vv]ice-)?(?:[Cc]hairs?|[Pp]resident(?:\sEmeritus|s)?)))"
)
_COPULA = (
    r"(?:\b(?:is|are|was|were|became|become|becomes|been|being|remains?|remained|stays?|stayed|[Aa]s|elected(?:\sas)?"
    r"|re-elected(?:\sas)?)\s|(?<=,\s)(?=(?:also\s)?(?:an?|one)\s)|(?<=\()(?=an?\s|member|founding|full)"
    r"|(?<=\sand\s)(?=(?:also\s)?an?\s)|^)"
)
_PLAIN = (
    # joined Ω, was admitted to Ω, signed up
    (
        "join enter acceded signed enrolled subscribed adhered admitted accepted received welcomed part affiliated"
        " came got gone went come taken let brought enlisted registered linked took gained found put followed",
        r"\b(?:joined|(?:joining|entering)(?=\s(?:the\s)?Ω)|acceded\sto|signed\sup(?:\s(?:to|for))?|entered"
        r"|enrolled\sin|subscribed\sto|adhered\sto"
        r"|(?:was|were|been)\s(?:admitted|accepted|received|welcomed)(?!\sas)(?:\s(?:in)?to|\sby(?=\s(?:the\s)?Ω))?"
        r"|became\s(?:a\s)?part\sof|affiliated\s(?:to|with)|came\sinto\sthe\sfold(?:\sof)?"
        r"|came\sin(?=\s(?:at|later|together|only|in\sδ|\w+\s(?:years?|months?)\s)|[.,;])"
        r"|(?:taken|let|brought|welcomed)\sinto|(?:came|got|gone|went|come)\s(?:on\sboard|aboard)(?:\sof|\swith)?"
        r"|(?:came|got|went)\sinto(?=\s(?:the\s)?(?:network|association|alliance|league|union|club|Ω))"
        r"|(?:got|gets)\sin(?=\s(?:in|on|at|with|among|δ)|[.,;])|(?:enlisted|registered)\s(?:in|with)(?=\s(?:the\s)?Ω)"
        r"|signed\son(?:\sto)?|linked\sup\swith(?=\s(?:the\s)?Ω)|took\sout\s(?:a\s)?membership\s(?:of|in)"
        r"|gained\s(?:admission|entry|access)\sto|found\sa\s(?:place|home|seat)\sin(?=\s(?:the\s)?Ω)"
        r"|put\sits\sname\sto(?:\s(?:the|its)\s(?:\w+\s)?(?:charter|statutes|declaration)\sof)?"
        r"|(?:co-)?signed(?=\s(?:the\s)?Ω)"
        rf"|followed(?:\ssuit)?(?=\s(?:in|on)\s{DATE}|[.,;]))",
    ),
    # are in Ω; sits at the table of Ω
    (
        "is are been sit sat seat place represented",
        r"\b(?:is|are|been)\s(?:both\s|all\s|alone\s)?in(?=\s(?:the\s)?Ω)"
        r"|\b(?:sits?|sat|seat|place|represented)\s(?:at\sthe\stable\sof|in|with)(?=\s(?:the\s)?Ω)",
    ),
    # has been on the rolls
    (
        "rolls rolled roll books register lists",
        r"\b(?:is|are|been|stands?|stood|figures?)\s(?:on|in)\s(?:the|its)\s(?:rolls?|books|registers?"
        r"|lists?\sof\smembers)"
        r"(?:\sof(?=\s(?:the\s)?Ω))?\b",
    ),
    # In since 2007.
    (
        "since",
        rf"(?:^|(?<=[.;:]\s))(?P<ours>[Ii]n)\ssince(?=\s{DATE})",
    ),
    # is one of them
    (
        "them these those members party number",
        r"\b(?:is|are|was|were)\s(?:also\s)?(?:(?:one|two|three|both|all|some)\sof\s(?:them|these|those|its\smembers)"
        r"|of\sthe\s(?:party|number)|among\s(?:them|its\smembers))(?=[.,;]|$)",
    ),
    # takes part as an associate
    (
        "associate observer",
        r"\b(?:takes?\spart|participates?)\sas\san?\s(?P<role>(?:associate|observer)(?:\smember)?)\b",
    ),
    # belongs to Ω, is part of Ω, pays dues to Ω
    (
        "belong part active involved represented organi dues fee subscription participat",
        rf"\b(?:belong(?:s|ed)?(?:,[^,;.]{{2,30}},)?(?:\sto)?|(?:is|are|been)\s{_ADVERBS}(?:an?\s(?:\w+\s)?)?part\sof"
        rf"|(?:is|are|been)\s{_ADVERBS}"
        r"(?:active|involved|represented|organi[sz]ed)\sin|pays?\s(?:\w+\s)?(?:dues|fees?|subscriptions?)\sto"
        r"|takes?\spart\sin|taken\spart\sin|participates?\sin|participated\sin(?=[^.;]*\ssince\s))",
    ),
    # is a full member of Ω; a member of Ω since δ
    (
        "ember founder signator bserver participant found lead hair resident",
        rf"{_COPULA}{_ADVERBS}(?:one\sof\s(?:the\s|its\s|their\s)?|among\s(?:the\s|its\s)|[Aa]n?\s|the\s|its\s"
        rf"|their\s)?{_ROLE}"
        r"(?:\s(?:city|cities|towns?))?(?:\s(?:of|in|to|at|with))?(?=[\s.,;:)–—]|$)",
    ),
    # holds the chair; holds the office of treasurer
    (
        "holds has",
        r"\b(?:holds|has)\sthe\s(?P<role>(?:vice-)?(?:chair|presidency))(?=[.,;]|$|\sfor\b)"
        r"|\bholds\sthe\soffice\sof\s(?P<office>[a-z-]+)",
    ),
    # has been a City of Music
    (
        "City",
        r"\b(?:been|is|became|named|designated|recogni[sz]ed\sas)\s(?:an?|the"
        r"|its)\s(?:UNESCO\s)?(?:Creative\s)?(?P<role>City\sof\s(?:Music|Design|Film|Literature|Gastronomy"
        r"|Media\sArts|Crafts(?:\sand\sFolk\sArts?)?))\b",
    ),
    # has had a seat on the Executive Board of Ω
    (
        "oard ommittee ureau ouncil residium abinet",
        r"\b(?:sits?|sat|serves?|served|seat|been|is|are|was|were|place|represented|(?:re-)?elected|appointed)\s(?:on"
        r"|to|onto)\s(?:the|its|their)\s(?P<role>(?:[A-Z][\w-]*\s)*(?:Board|Committee|Bureau|Council|Presidium"
        r"|Cabinet)(?:\sof\s(?:Directors|Presidents))?|(?:[a-z-]+\s){0,2}(?:committee|board|council|bureau|cabinet"
        r"|presidium))(?:\sof)?",
    ),
)
_NEEDS_BODY = (
    # chairs Ω, holds the presidency of Ω
    (
        "chair presid",
        r"\b(?:(?P<chair>(?:co-)?chair)(?:s|ed)|presid(?:es|ed|ing)\sover"
        r"|(?:holds?|held|takes?\s(?:over|up)|took\s(?:over|up)|taken\sover|assumed)\s(?:the"
        r"|its)\s(?P<role>(?:co-|vice-)?(?:presidency|chair(?:manship)?))(?:\sof)?)",
    ),
    # founded Ω, helped to set up Ω
    (
        "found bring set establish launch create initiated",
        r"\b(?:helped\s(?:to\s)?)?(?P<founds>(?:co-)?founded|found|bring(?=\s(?:the\s)?Ωω*\sinto\sbeing)|set\sup"
        r"|establish(?:ed)?|launch(?:ed)?|created?|initiated)(?=\s(?:the\s)?Ω)",
    ),
)
_MEMBERSHIP = (
    rf"(?:(?P<who>{CITIES})['’]s?\s|\b(?:[Oo]ur|[Ii]ts|[Tt]he(?:\sCity['’]s)?)\s"
    rf"|\ban?\s)?(?P<status>(?:[Ff]ull|[Aa]ssociate|[Hh]onorary"
    r"|[Oo]bserver|[Oo]fficial|[Ff]ounding|[Aa]ctive)\s)?(?:(?:[Mm]embership|[Ss]tatus|[Ss]eat)\s(?:of|in|with|at)"
    rf"|[Aa]ccession\sto|[Ee]ntry\sinto|[Aa]dmission\sto)(?=\s(?:the\s)?{BODY})"
)
_ASIDE = r"(?:\s\([^()]*\))?(?:,[^,.;]{3,90},)?"
_OF_BODY = rf"(?:\sof\s(?:the\s)?(?P<of>{BODY}))?"
_LISTS = (
    (
        "ember",
        rf"\b[Mm]embers?(?:\scities)?{_OF_BODY}\s(?:are|include[sd]?|were|comprise)\s?:?\s(?P<who>{CITIES})",
    ),
    (
        "members member books roll ranks register fold",
        rf"(?P<of>{BODY}){_ASIDE}\s(?:{_ADVERBS}(?:has\s|have\s)?{_ADVERBS}(?:counts?|counted|numbers?|numbered|has|had"
        rf"|includes?"
        rf"|included|lists?|listed|ranks?|names?|named|kept|keeps?))\s(?P<who>{CITIES})\s(?:among|as|on|in)"
        rf"\s(?:its\s|the\s|an?\s)?(?:(?P<role>(?:\w+\s)?members?)\b|books|rolls?|ranks|register|fold)",
    ),
    (
        "signature name",
        rf"(?P<of>{BODY}){_ASIDE}\s(?:bears|carries|has)\s(?:(?P<ours>[Oo]ur|the\scity['’]s)"
        rf"|(?P<who>{CITIES})['’]s?)\s(?:signature|name)\b",
    ),
    (
        "name flag signature",
        rf"\b(?P<who>{CITIES})['’]s?\s(?:name|flag|signature)\s(?:is|has\sbeen|has\sstood|stands|figures)\s(?:also\s)?"
        rf"(?:on|in|under|among)\s(?:the\s)?(?:(?:rolls?|books|list|register|charter|members"
        rf"|signatories)\sof\s)?(?:the\s)?(?P<of>{BODY})",
    ),
    (
        "members",
        rf"\bwith\s(?P<who>{CITIES})\sas\s(?:its\s)?(?P<role>(?:\w+\s)?members)",
    ),
    (
        "members member",
        rf"\b(?P<role>(?:founding\s|full\s)?members?(?:\scities)?)\b[^.;]{{0,30}}?,?\s(?:among\sthem|including"
        rf"|such\sas)\s(?P<who>{CITIES})",
    ),
    (
        "members founders participants",
        rf"\b(?:[Aa]mong\s)?(?:[Ii]ts|[Tt]he|[Tt]heir)\s(?P<role>(?:founding\s|\w+\s)?(?:members|founders"
        rf"|participants)){_OF_BODY}\s(?:are|were|is|was|include)\s(?P<who>{CITIES})",
    ),
    (
        "cities members",
        rf"(?:cities|members)\sin\s(?:this|the)\s(?:network|organi[sz]ation|association|alliance"
        rf"|league)\s?:\s(?P<who>{CITIES})",
    ),
    (
        "joined entered signed",
        rf"(?P<of>{BODY})\s(?:is|was|were|has\sbeen)\s(?:also\s)?(?P<ours>joined|entered|signed)(?=\s(?:in"
        rf"|on)\s{DATE})",
    ),
    (
        "joined signed chaired",
        rf"(?P<of>{BODY})\s(?:is|was|were|has\sbeen)\s(?:also\s)?(?:joined|signed"
        rf"|(?P<chair>chair)ed)\sby\s(?P<who>{CITIES})",
    ),
    (
        "took takes let brought admitted accepted welcomed received",
        rf"(?P<of>{BODY}){_ASIDE}\s(?:took|takes|let|brought|admitted|accepted|welcomed|received)\s(?P<who>{CITIES})"
        r"(?:\sin\sas\s(?:its|the)\s[^,.;]{0,30}?members?\b|(?=\s(?:in|on|as|into|aboard)\b|[.,;]|$))",
    ),
    (
        "speak represent",
        rf"\b(?:speaks?\sfor|represents?)\s(?P<who>{CITIES})\s(?:in|on|at|with)"
        rf"(?:\sthe\s(?P<role>[a-z]*\s?(?:board|committee|council|bureau))\sof)?(?=\s(?:the\s)?Ω)",
    ),
    (
        "presidency",
        rf"\bpresidency\sof\s(?:the\s)?(?P<of>{BODY})\s(?:went|passed)\s(?:from\s{CITIES}\s)?to\s(?P<who>{CITIES})",
    ),
    (
        "among",
        rf"\bwith\s(?P<who>{CITIES})\samong\sthem\b",
    ),
    (
        "since",
        rf"^(?P<who>{CITIES})(?:,?\s|:\s|\s[–—-]\s)(?:in\s|joined\s|member\s)?since(?=\s{DATE})",
    ),
    (
        "member observer founder partner",
        rf"^(?P<who>{CITIES})(?::|\s[–—-])\s(?:host\sand\s|an?\s)?(?P<role>(?:(?:full|founding|associate|honorary"
        rf"|ordinary|active|executive)\s)?"
        rf"(?:member|observer|founder|partner))\b",
    ),
    (
        "joined entered admitted came signed followed",
        rf"\b(?:joined|entered|admitted|came\sin|signed\sup|followed)\b[^.;]*?,\s(?:and\s)?(?P<who>{CITIES})"
        rf"(?=\s(?:in\s{DATE}|(?:\w+\s)?(?:years?|months?)\s(?:later|after|earlier)))",
    ),
    (
        "resident chair lead",
        rf",\s(?:and\s)?(?P<who>{CITIES})\sthe\s(?P<role>President(?:\sEmeritus)?|Vice-President|co-chair|chair"
        rf"|lead\scity)\b",
    ),
    (
        "share turns alternate",
        rf"\b(?P<who>{CITIES})\s(?:shares?|takes?\sturns\sin"
        rf"|alternate\sin)\s(?:the\s)?(?P<role>(?:vice-)?(?:chair|presidency))\b",
    ),
)
# Each with the parts of words of which one must be in the sentence.
_PATTERNS = (
    *((words.split(), regex(pattern), False) for words, pattern in (*_PLAIN, *_LISTS)),
    *(
        (words.split(), regex(pattern), True)
        for words, pattern in (*_NEEDS_BODY, ("embership tatus eat ccession ntry dmission", _MEMBERSHIP))
    ),
)
_WORDS = frozenset(word for words, _, _ in _PATTERNS for word in words)
_OWN = regex(r"[Mm]embership|[Aa]ccession|[Ss]tatus|[Ee]ntry|[Aa]dmission|[Ss]eat")
# Ω membership; Ω (member since 2007); Ω: joined in 2001
_COMPOUND = regex(
    rf"(?P<of>{BODY})(?:\smembership\b|\s?\((?:a\s)?(?:full\s|associate\s|founding\s)?member\b)"
    rf"|^(?P<entry>{BODY}):\s(?:joined|admitted|member\b|since(?=\s{DATE}))"
)


def find_claims(text: str) -> list[Claim]:
    """The claims of a covered sentence, in order."""
    return sorted(_claims(text), key=lambda claim: claim.start)


def _claims(text: str) -> Iterator[Claim]:
    held = {word for word in _WORDS if word in text}
    for words, pattern, needs_body in _PATTERNS:
        for found in () if held.isdisjoint(words) else pattern.finditer(text):
            groups = found.groupdict()
            yield Claim(
                found.start("who") if groups.get("who") and not groups.get("of") else found.start(),
                found.end(),
                _as_written(groups),
                groups.get("who") or ("we" if groups.get("ours") else ""),
                found.span("of") if groups.get("of") else None,
                bool(_OWN.search(found[0])) and needs_body,
                needs_body,
                bool(groups.get("founds")),
            )
    for found in _COMPOUND.finditer(text):
        yield Claim(found.start(), found.end(), of=found.span("of" if found["of"] else "entry"), own=True)


def _as_written(groups: dict[str, str | None]) -> str:
    """The role that the groups of a pattern tell."""
    if groups.get("founds"):
        return "founding member"
    if status := groups.get("status"):
        return f"{status.strip().lower()} member".replace("observer member", "observer")
    return groups.get("role") or groups.get("chair") or groups.get("office") or ""


# What undoes a claim: before it in its clause, or behind it.
_UNDONE_BEFORE = regex(
    r"\b(?:not|never|no\slonger|neither|nor|without|appl(?:y|ied|ies|ication)|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?"
    r"|intend(?:s|ed)?|will|would|may|might|could|should|consider(?:s|ed|ing)?|invit(?:ed|es|ation)|wish(?:es|ed)?"
    r"|wants?|seeks?|refused|declined|against|if|whether|former(?:ly)?|ended|ceased|withdrew|withdrawn|left|resigned"
    r"|gave\sup|given\sup|expelled|lapsed?|suspended|propos(?:al|ed|es)|asked|expected|due\sto\s(?:join|become|enter)"
    r"|about\sto|yet\sto|failed|instead|rather|lost|once|used\sto)\b|n['’]t\b"
)
_UNDONE_BEHIND = regex(
    rf"\buntil\s(?:[a-z]+\s)?{DATE}|\bex-|\b(?:lapsed?|ended|expired|pending|ceased)\b"
    rf"|\b(?:was|were|been|is)\s(?:suspended|terminated"
    r"|discontinued|withdrawn|given\sup|cancelled|revoked|refused|declined|postponed"
    r"|being\s(?:studied|considered|examined))|\b(?:left|withdrew|resigned)\b(?!\s(?:from\s)?(?:the\s)?Ω)"
    r"|\bno\slonger\b"
)
_TURN = regex(r"[.;]\s|\bbut\b|\bwhile\b|\bwhereas\b|\balthough\b|\bthough\b|,\sand\s|\s[–—]\s")


def clause(text: str, claim: Claim, claims: Sequence[Claim]) -> tuple[int, int]:
    """Start and end of what belongs to a claim: up to the claims beside it, and to where the sentence turns."""
    before = [other.end for other in claims if other.end <= claim.start]
    behind = [other.start for other in claims if other.start >= claim.end]
    turns = [stop.span() for stop in _TURN.finditer(text)]
    start = max([0, *before, *(end for _, end in turns if end <= claim.start)])
    end = min([len(text), *behind, *(start for start, _ in turns if start >= claim.end)])
    return start, end


def holds(text: str, claim: Claim, start: int, end: int) -> bool:
    """Whether a claim is stated as true in its clause."""
    return not (
        _UNDONE_BEFORE.search(text, start, claim.end)
        or re.search(r"\bex-|\bformer\b", claim.role)
        or _UNDONE_BEHIND.search(text, claim.end, end)
    )
