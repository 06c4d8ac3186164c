"""Memberships in English sentences: our city is an official member of A and B, joined C in 2014, X chairs it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hansa.facts import Membership
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.covered import CITIES, DATE, Covered
from hansa.reading.rules.memberships.english.claims import MAY_CLAIM, Claim, clause, find_claims, holds
from hansa.reading.rules.memberships.english.objects import named_before, named_by, since
from hansa.reading.rules.memberships.english.subjects import Member, members_named, members_of
from hansa.reading.rules.memberships.joining import main_name, meant, memberships, office_en, spoken_of
from hansa.reading.sentence import Sentence

_HAN = regex(r"[\u3400-\u9fff]")
_ROLE_BEHIND = regex(
    r"[^.;]{0,60}?\bas\s(?:an?|the|its|one\sof\s(?:the|its))?\s?(?P<role>(?:[a-z]+(?:[ -][a-z]+)?\s)?(?:member"
    r"|founder|observer|partner)s?|[A-Z][a-z]+\sCity)\b"
)
_NAMED_ROLE = regex(
    r"\b(?:executive|official|founding|full|associate|honorary|permanent|ordinary|corporate|affiliate|board) member\b",
    re.IGNORECASE,
)
_NO_ROLE = regex(r"participant$|^(?:new|latest|first|only|\d+\w*)(?: |$)")
_ARTICLE = regex(r"^(?:an?|the|its|one|of|three|two|only)\s")
_OFFICES = {"presidency": "president", "chairmanship": "chair", "vice-presidency": "vice-president"}
_BESIDE = regex(
    r"(?:[^.;]{0,80}?\b(?:next\sto|alongside|together\swith|beside|along\swith)|\swith)\s(?P<who>[A-ZÀ-Ž][^.;Ω]*?)(?=[.;]|\s(?:in|on)\sδ|$)"
)
_NEWCOMERS = regex(
    r"(?P<who>[A-ZÀ-Ž][^.;]*?)\s(?:was|were|is|are|figures?|counts?"
    r"|ranks?)\s(?:also\s)?among\s(?:the\s(?:newcomers|new\smembers)"
    r"|those\s(?:that|who|which)\s(?:signed\sup|joined|came\sin|entered))"
)
_THROUGH_OFFICE = regex(
    r"(?P<who>(?:The|Our)\s[A-Z]\w+|[A-Z]\w+)\s(?:takes?\spart|participates?|is\srepresented)\s(?:through|by"
    r"|via)\s(?:the\s|its\s)?(?P<through>[^.;,]{4,60})(?=[.;,]|$)"
)


# the members: Oslo since 1996, Turku (2001)
_BELONG = regex(r"\b(?:[Mm]embers?|on board|aboard|joined|belong|in it)\b[^.;:]*:\s")
_EACH_SINCE = regex(rf"(?P<who>{CITIES})(?:,?\s(?:since|from|in)\s|\s\()(?={DATE})")


@dataclass
class _Told:
    """A sentence being read: the organization spoken of, the sentence before, and whom its claims were about so far."""

    covered: Covered
    organization: str
    before: Sentence | None
    context: Context
    who: list[Member] = field(default_factory=list)


def joined_in_english(block: Block, context: Context) -> Iterator[Membership]:
    """A sentence says that cities are members of an organization, joined it, sit on its board or lead it."""
    if _HAN.search(block.text) or not MAY_CLAIM.search(block.text):
        return
    body = meant(context)
    over = main_name(body, context) if body else spoken_of(context)
    before = None
    for sentence in _sentences(block, context):
        covered = Covered(sentence)
        if MAY_CLAIM.search(sentence.text) and (over or covered.bodies):
            yield from _read(_Told(covered, over, before, context))
        if not body and covered.bodies:
            over = main_name(covered.bodies[0], context)
        before = sentence


def _sentences(block: Block, context: Context) -> Iterator[Sentence]:
    if block.kind is not BlockKind.ROW:
        yield from context.sentences()
        return
    for cell in block.cells:
        start = 0
        for end in re.finditer(r"\.\s|$", cell.text):
            part = cell.part(start, end.end()).stripped()
            start = end.end()
            if len(part.text.split()) > 3:
                yield context.sentence(part)


def _read(told: _Told) -> Iterator[Membership]:
    claims = find_claims(told.covered.text)
    for claim in claims:
        start, end = clause(told.covered.text, claim, claims)
        if holds(told.covered.text, claim, start, end):
            yield from _claimed(told, claim, start, end)
    if not told.organization and told.covered.bodies:
        told.organization = main_name(told.covered.bodies[-1], told.context)
    if told.organization:
        yield from _otherwise(told)


def _claimed(told: _Told, claim: Claim, start: int, end: int) -> Iterator[Membership]:
    covered, context = told.covered, told.context
    named = members_named(claim.who, covered, context) if claim.who else members_of(claim, covered, context, told.who)
    told.who = named or told.who
    named = [member for member in named if not claim.founds or member.name == context.home]
    bodies = named_by(claim, covered)
    earlier = None if bodies else named_before(claim, covered)
    if not named or (not bodies and earlier is None):
        return
    behind = _ROLE_BEHIND.match(covered.text, claim.end, end)
    role = _role(claim.role) or (_role(behind["role"]) if behind else "")
    beside = _BESIDE.match(covered.text, bodies[-1].end if bodies else claim.end)
    others = members_named(beside["who"], covered, context) if beside else []
    for at, body in enumerate(bodies):
        organization = main_name(body, context)
        yield from _give(told, named, organization, 0.9, since(claim, covered, start, end, bodies, at), role)
        yield from _give(told, others, organization, 0.8, "", role)
    for organization in [main_name(body, context) for body in earlier or ()] or [told.organization] * (not bodies):
        own = [member for member in named if member.name == context.home]
        yield from _give(
            told, named, organization, 0.9 if own else 0.85, since(claim, covered, start, end, (), 0), role
        )
        yield from _give(told, others, organization, 0.8, "", role)


def _give(
    told: _Told, who: Sequence[Member], organization: str, score: float, date: str, role: str, years: str = ""
) -> Iterator[Membership]:
    """A membership for each; what had an end is none, `years` are those in one of which it began."""
    for member in who if "/" not in date else ():
        yield from memberships(
            [member.name],
            organization,
            told.covered.sentence.stretch,
            told.context,
            rule="joined_in_english",
            score=score if member.sure else 0.7,
            since=date or years,
            as_role=role,
            through=member.through,
            office=office_en(told.context) if member.name == told.context.home else "",
        )


def _otherwise(told: _Told) -> Iterator[Membership]:
    """The newcomers of the years told before, and who takes part through an office of theirs."""
    for found in _NEWCOMERS.finditer(told.covered.text):
        who = members_named(found["who"], told.covered, told.context)
        yield from _give(told, who, told.organization, 0.75, "", "", _span(told.before))
    listed = _BELONG.search(told.covered.text)
    for found in _EACH_SINCE.finditer(told.covered.text, listed.end()) if listed else ():
        dated = told.covered.dated(found.end(), found.end() + 1)
        who = members_named(found["who"], told.covered, told.context)
        yield from _give(told, who, told.organization, 0.8, dated.edtf if dated else "", "")
    for found in _THROUGH_OFFICE.finditer(told.covered.text):
        who = [Member(m.name, found["through"]) for m in members_named(found["who"], told.covered, told.context)]
        yield from _give(told, who, told.organization, 0.75, "", "")


def _span(sentence: Sentence | None) -> str:
    """The time from the first to the last date of the sentence before."""
    dates = sentence.dates if sentence else []
    if not dates:
        return ""
    return dates[0].edtf if len(dates) == 1 else f"{dates[0].edtf}/{dates[-1].edtf}"


def _role(words: str) -> str:
    """The role as written, singular; a new or 97th member is none."""
    named = _NAMED_ROLE.search(words)
    if named:
        return named[0]
    written = _ARTICLE.sub("", words.strip())
    if re.search(r"\bfound(?:er|ing)", written):
        return "founding member"
    written = re.sub(r"ies$", "y", re.sub(r"(?<=[rtnp])s$", "", written))
    if re.fullmatch(r"(?:active |current )?member", written):
        return "member"
    return "" if _NO_ROLE.search(written) else _OFFICES.get(written, written)
