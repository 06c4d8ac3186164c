"""Which organizations an English claim of membership names, and since when: behind it, in itself, or before it."""

from collections.abc import Sequence
from itertools import pairwise

from hansa.reading.patterns import regex
from hansa.reading.rules.covered import BODY, DATE, Covered
from hansa.reading.rules.memberships.english.claims import Claim
from hansa.reading.values.organizations import Body

_NOUN = (
    r"(?:[Nn]etworks?|[Oo]rgani[sz]ations?|[Bb]od(?:ies|y)|[Aa]ssociations?|[Aa]lliances?|[Ll]eagues?|[Uu]nions?"
    r"|[Ff]orum|[Cc]lubs?|[Gg]roups?|[Pp]artnership|[Ff]ederation|[Cc]ovenant|[Cc]ompact|[Cc]ommittee|[Bb]oard"
    r"|[Ss]ummit|[Cc]onference|[Cc]oalition)"
)
# What may stand between a claim and the organizations: three city networks, namely.
_LEAD = regex(
    r"\s?(?:(?:the|both|an?)\s)?(?:(?:following|many|several|two|three|four|five|six|seven|\d+|various|other|international"
    rf"|global|regional|world|such)\s)*(?:(?:cit(?:y|ies)\s)?{_NOUN}(?:\sof\scities)?"
    r"(?:\s?[:,]|,?\s(?:such\sas|including|namely|like|called)|\s[–—])?\s?(?:the\s|both\s)?)?(?=Ω)"
)
_NEXT = regex(
    rf"(?:\s?\([^()]*\))?(?:,?\s(?:in|since|on)\s{DATE})?(?:\stogether)?"
    r"(?:,\s(?:and\s)?(?:of\s|in\s|to\s)?|\sand\s(?:of\s|in\s|to\s)?|\sas\swell\sas\s|;\s)(?:the\s|also\s)*(?=Ω)"
)
# Where no organization stands behind the claim, one of these must: else something else was joined.
_NONE = regex(
    rf"(?:\s(?:it|them|(?:this|these|the|that|its)\s(?:\w+\s)?{_NOUN}))?(?:\s?[.,;:)–—]|$"
    rf"|\s(?:in|on|since|as\sof)\s(?:[a-z]+\s)?{DATE}|\s(?:since|together\swith|alongside|along\swith|next\sto|later"
    rf"|again|two|three|when|only|first|and|but|ever|with\seffect|for\s(?:the|its)|as|too|by|with|earlier|before"
    rf"|throughout|\w+\s(?:years?|months?)\s(?:later|earlier|before|after)|at\s(?:the|about))\b|\s?{DATE})"
)
_ALL = regex(r"\s(?:these|both|the)\s(?:two\s|three\s|four\s)?(?:networks|organi[sz]ations|bodies|associations)\b")
_LINKED = regex(r"[^Ω]*(?:which|that|whom|whose)\b[^Ω]*")
_RENEWED = regex(r"\brenew")
_ITS = regex(r"\bits\b")
_WITHIN = regex(rf"(?:In|Within|Inside)\s(?:the\s)?{BODY}")
_FRONTED = regex(rf"(?:To|In|Of)\s(?:the\s)?(?P<of>{BODY})")
_OWNED = regex(r"['’]s?\s")
_OTHER_CLAUSE = regex(
    r"[,;](?!\s(?:in\s|since\s|on\s|(?:which\s(?:it\s|we\s)?)?(?:held\ssince|dat(?:es|ing)\s(?:back\s)?(?:from|to)|taken\sout\sin|took\sout\sin"
    r"|begun\sin|from)\s)?$)|\sand\s(?!since|in\s|ever)"
)
# A day for which something is told is not that on which it began.
_AS_OF = regex(r"\b(?:[Aa]s\sof|[Bb]y|[Uu]ntil|[Uu]p\sto|end\sof)\s(?:the\s)?$")
_NEAR, _LEADING = 40, 12


def named_by(claim: Claim, covered: Covered) -> list[Body]:
    """The organizations that a claim names, in itself or right behind it."""
    if claim.of:
        return covered.within(*claim.of)
    lead = _LEAD.match(covered.text, claim.end)
    found: list[Body] = []
    at = lead.end() if lead else -1
    front = None if lead or claim.needs_body else _FRONTED.match(covered.text)
    if front and front.end() <= claim.start:
        # To the League Ghent has belonged since 2003, to the Network since 2009.
        found = covered.within(*front.span("of"))
        following = _NEXT.match(covered.text, claim.end)
        at = following.end() if following else -1
    while body := next(iter(covered.within(at, at + 1)), None):
        if _OWNED.match(covered.text, body.end):
            # What was joined is something of the organization's.
            break
        found.append(body)
        following = _NEXT.match(covered.text, body.end)
        at = following.end() if following else -1
    return found


def named_before(claim: Claim, covered: Covered) -> list[Body] | None:
    """Where a claim names no organization: those before it in the sentence that it is about, an empty list where
    it must be the one spoken of (if there is one), None where something else was joined."""
    text = covered.text
    if claim.needs_body or not _NONE.match(text, claim.end):
        return None
    earlier = [body for body in covered.bodies if body.end <= claim.start]
    if earlier and _ALL.match(text, claim.end):
        return earlier
    if earlier and (_LINKED.fullmatch(text, earlier[-1].end, claim.start) or _ITS.search(text, claim.start, claim.end)):
        return earlier[-1:]
    return earlier[:1] if _WITHIN.match(text) else earlier[-1:]


def since(claim: Claim, covered: Covered, start: int, end: int, named: Sequence[Body], at: int) -> str:
    """The date of one of the organizations that a claim names, in its clause: behind that organization up to the next,
    else the one that all share, else the one right before the claim."""
    if _RENEWED.search(covered.text, max(0, claim.start - 20), claim.end):
        return ""
    if named:
        stop = end if at == len(named) - 1 else named[at + 1].start
        own = _dated(covered, max(named[at].end, claim.end), stop) or _dated(covered, named[at].end, stop)
        shared = not any(_dated(covered, one.end, other.start) for one, other in pairwise(named))
        found = own or (_dated(covered, named[-1].end, end) if shared else "")
    else:
        found = _dated(covered, claim.start, end)
    return found or _before(claim, covered, start)


def _dated(covered: Covered, start: int, end: int) -> str:
    """The first date in a part of the sentence, unless a clause of its own lies between."""
    dated = covered.dated(start, end)
    between = covered.text[start : dated.start] if dated else ""
    return dated.edtf if dated and not _OTHER_CLAUSE.search(between) else ""


def _before(claim: Claim, covered: Covered, start: int) -> str:
    near = [
        dated
        for dated in covered.sentence.dates
        if start <= dated.start < claim.start
        and "/" not in dated.edtf
        and not _AS_OF.search(covered.text[max(0, dated.start - 20) : dated.start])
    ]
    last = near[-1] if near else None
    return last.edtf if last and (claim.start - last.end < _NEAR or last.start < _LEADING) else ""
