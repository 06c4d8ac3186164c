"""Memberships in English sentences: our city is an official member of A and B, joined C in 2014, X chairs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.atlas import lookup
from hansa.facts import Membership
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.memberships.joining import OWN_EN, cities_en, main_name, meant, memberships, owned
from hansa.reading.rules.organizations.entries import names_body
from hansa.reading.sentence import Sentence
from hansa.reading.values.organizations import Body, find_bracketed, is_acronym, looks_like_body

_RULE = "joined_in_english"
_HAN = re.compile(r"[\u3400-\u9fff]")
_GATE = re.compile(
    r"\b(?:members?|membership|joined|belongs?|belonged|admitted|acceded|signed up|fold|seat|sat"
    r"|chair(?:s|ed)?|co-chairs?|presides"
    r"|presidency|President|newcomers|founders?|founding|founded|co-founded|takes? part|taken part"
    r"|participates?|participated"
    r"|part of|sits?|serves?|enrolled|affiliated|subscribed|cities in this|participant|steering)\b"
)
_OVER = re.compile(
    r"\b(?:withdrew|withdrawn|left the|left [A-Z]|not (?:yet )?a member|no longer|applied|hopes? to|plans? to"
    r"|intends? to"
    r"|will (?:join|become)|considering|invited to join|may join|ceased|former member)\b"
)
_CITY = r"(?:the\s)?[A-ZÀ-Ž][\w'’-]*(?:\s(?:of\s)?[A-ZÀ-Ž][\w'’-]*)*"
_OWN = OWN_EN
_LIST = rf"(?:{_CITY}(?:(?:,\s(?:and\s)?|\sand\s){_CITY})*|{_OWN})"
_ADVERB = r"(?:(?:also|now|today|then|thus|therefore|currently|already|both|later)\s)*"
_NAME = r"[A-Z][\w'’&–-]*(?:(?:\s(?:of|for|the|and|in|on|against))*\s(?:[A-Z][\w'’&–-]*|\d{1,2}(?!\d)))*"
_THE_END = (
    r"(?=\s(?:and|but)\s(?:has\s|later\s|also\s)*(?:joined|became|chairs?|hosts?|belongs?|sits?|takes?|is|was)\b"
    r"|,\s(?:which|where|having|and has)\b|[.;]|$)"
)
_IS_MEMBER = re.compile(
    rf"(?P<who>{_LIST})\s{_ADVERB}(?:is|are|was|were|became|has\sbecome|have\sbecome|has\sbeen|have\sbeen|remains?)\s"
    rf"(?:[^.;]{{0,80}}?\band\s)?{_ADVERB}(?:one of the\s|among the\s|an?\s|the\s)?(?P<role>(?:[\w-]+\s){{0,3}}?"
    rf"(?:members?|participants?))"
    rf"(?:\s(?:city|cities))?\b(?:\s(?:of|in)\s(?P<of>[^.;]+?){_THE_END})?"
)
_JOIN = (
    r"(?:joined|(?:was|were)\sadmitted\sas\s(?:an?|the)\s(?:[\w-]+\s)?member\sof|acceded\sto|was\sadmitted\sto|were\sadmitted\sto|signed\sup\sto|became\sa\smember\sof|entered|enrolled\sin"
    r"|affiliated\s(?:to|with)|subscribed\sto|became\spart\sof)"
)
_JOINED = re.compile(
    rf"(?P<who>{_LIST})\s(?:had\s|has\s|have\s)?{_ADVERB}(?:{_JOIN}|came into the fold(?:\sof)?|belonged\sto"
    rf"|belongs?\sto"
    rf"|was\sadmitted|were\sadmitted|signed\sup|followed)\b(?:\s(?P<of>(?:the\s)?{_NAME})|(?=\s(?:in|on|as|it|the "
    rf"(?:network|organi[sz]ation|association))\b|[.,;]|$))"
)
_AND_JOINED = re.compile(rf"\band\s(?:has\s|later\s|also\s)*(?:{_JOIN}|is a member of)\s(?P<of>(?:the\s)?{_NAME})")
_BELONG = re.compile(
    rf"(?:(?:Through|Via|In|Within|By)\s)?(?P<of>{_NAME}),?\s(?:to\swhich\s(?:both\s)?(?P<who>{_LIST})\s(?:has\s|have\s)?"
    rf"{_ADVERB}belong(?:s|ed)?\b|of\swhich\s(?P<member>{_LIST})\s(?:has\sbeen|have\sbeen|is|are|was|were|became)\s"
    rf"(?:an?\s)?(?P<role>(?:[\w-]+\s)?members?)\b)"
)
_SEAT = re.compile(
    rf"(?P<who>{_LIST})\s(?:(?:has|have)\s)?{_ADVERB}(?:had\sa\sseat|sat|sits?|served|serves?|(?:held|holds?)\sa\sseat|been)"
    rf"\son\sthe\s(?P<role>[A-Z][\w-]*(?:\s[A-Z][\w-]*)*|(?:[a-z-]+\s){{0,2}}(?:committee|board|council|bureau|cabinet))(?:\sof\s(?:the\s)?(?P<of>{_NAME}))?"
)
_BEGAN = re.compile(
    rf"(?P<who>{_LIST})\s(?:(?:is|are|was|were)\s{_ADVERB}(?:one\sof|among|an?|the)\s(?:the\s)?(?:[\w-]+\s){{0,2}}?"
    rf"(?:co-)?(?:founders?|initiators?|founding\s(?:members?|cit(?:y|ies)|partners?))\sof|co-founded|(?:helped|co-operated)\s(?:to\s)?"
    rf"(?:found|set\sup|establish|launch))\s(?P<of>(?:the\s)?{_NAME})"
)
_TAKES_PART = re.compile(
    rf"(?P<who>{_LIST})\s(?:(?:has|have)\s)?{_ADVERB}(?:taken\spart\sin|participated\sin|been\s(?:active|involved)\sin"
    rf"|been\s(?:a\s)?part\sof)\s(?P<of>(?:the\s)?{_NAME})(?=,?\s(?:ever\s)?since\b)"
)
_THROUGH = re.compile(
    rf"(?P<who>{_LIST})\s{_ADVERB}(?:takes?\spart|participates?|is\srepresented)(?:\s(?:through|by|via)\s"
    rf"(?P<through>[^.;,]{{4,60}}))?(?=[.;,]|$)"
)
_BESIDE = re.compile(rf"\b(?:next to|alongside|together with|beside|along with)\s(?P<who>{_LIST})")
_CHAIRS = re.compile(
    rf"(?P<who>{_LIST})\s(?:has\s|have\s)?{_ADVERB}(?:chairs?|chaired|presides\sover|presided\sover)\s(?:the\s)?"
    rf"(?P<of>{_NAME})"
)
_LED = re.compile(
    rf"(?P<who>{_LIST})\s(?:is|are|shares?|holds?|serves? as|act as)\s(?:thus\s|now\s|currently\s|both\s)?"
    rf"(?:the\s|an?\s)?"
    r"(?P<role>founding members?|co-chairs?|chairs?|vice-chairs?|vice-presidents?|President(?:\sEmeritus)?|presidency"
    r"|lead cit(?:y|ies))\b"
)
_ELLIPSIS = re.compile(
    rf",\s(?:and\s)?(?P<who>{_CITY})\sthe\s(?P<role>President(?:\sEmeritus)?|Vice-President|co-chair|chair|lead city)\b"
)
_NETWORK_OF = re.compile(
    r"(?:member(?:s| cities)\b[^.;]{0,30}?,?\s(?:among them|including)"
    r"|(?:cities|members) in (?:this|the) (?:network|organi[sz]ation|association|alliance|league)"
    rf"|[Mm]ember cities(?:\sare|\sinclude)?|\bmembers(?:\sare|\sinclude)|[Mm]embers include)\s?:?\s"
    rf"(?P<who>{_LIST})"
)
_NEWCOMERS = re.compile(rf"(?P<who>{_LIST})\s(?:was|were)\s(?:also\s)?among\sthe\s(?:newcomers|new members)")
_ORGANIZATION = re.compile(rf"(?:the\s)?(?P<name>{_NAME})(?:\s\((?P<acronym>[A-Z][\w -]{{1,14}})\))?")
_PRONOUN = re.compile(
    r"^(?:It|They|He|She|The|This|We|Mayor|Since|In|There|Both|Each|Some|Most|Other|Our|All|Members?)$"
    r"|^(?:The\s)?(?:Mayor|President|Secretary|General|Deputy|Executive|Union|Association|Network|Board|Committee"
    r"|Conference|Summit|Alliance|League|Council|Organi[sz]ation)\b"
)
_NAMED_ROLE = re.compile(
    r"\b(?:executive|official|founding|full|associate|honorary|permanent|observer) member\b", re.IGNORECASE
)
_ALL_OF_THEM = re.compile(r"these (?:two |three |four )?organi[sz]ations")


@dataclass(frozen=True)
class Told:
    """A sentence that is being read, with the organization that it may leave unsaid."""

    sentence: Sentence
    organization: str
    before: Sentence | None
    context: Context

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.sentence.text

    def give(
        self, who: str, organization: str, score: float, since: str = "", as_role: str = "", through: str = ""
    ) -> Iterator[Membership]:
        """A membership for each city of a list, where it is one."""
        own = re.fullmatch(_OWN, who)
        cities = [self.context.home or ""] if own else [c for c in cities_en(who) if not _PRONOUN.search(c)]
        for city in cities:
            member, body = self._held_by(owned(city, self.context))
            yield from memberships(
                [member],
                organization,
                self.sentence.stretch,
                self.context,
                rule=_RULE,
                score=score,
                since=since,
                as_role=as_role,
                through=through or body,
            )

    def _held_by(self, name: str) -> tuple[str, str]:
        """The member and the body through which it is one: `the Harbour of Graz` is Graz, through its harbour."""
        home = self.context.home or "-"
        body = name != home and re.search(rf"\bof {re.escape(home)}$|^{re.escape(home)} (?:\w+ )*\w+$", name)
        return (home, name) if body else (name, "")

    def since(self, found: re.Match[str]) -> str:
        """The date in the words found or right behind them, else the one with which the sentence begins."""
        dates = self.sentence.dates
        inside = [dated for dated in dates if found.start() <= dated.start < found.end()]
        behind = [
            d
            for d in dates
            if found.end() <= d.start
            and not re.search(r"[,;](?!\s(?:in\s|since\s)?$)|\sand\s", self.text[found.end() : d.start])
        ]
        before = [dated for dated in dates if found.start() - 14 <= dated.start < found.start()]
        chosen = inside or behind[:1] or before or [dated for dated in dates if dated.start <= 12]
        return chosen[0].edtf if chosen else ""


def joined_in_english(block: Block, context: Context) -> Iterator[Membership]:
    """A sentence says that cities are members of an organization, joined it, sit on its board or lead it."""
    if _HAN.search(block.text) or not _GATE.search(block.text):
        return
    body = meant(context)
    over = main_name(body, context) if body else _spoken_of(context)
    before = None
    for sentence in _sentences(block, context):
        named = next(find_bracketed(sentence.text), None)
        over = main_name(named, context) if named and named.start <= 4 and not body else over
        over = next((seat["of"] for seat in _SEAT.finditer(sentence.text) if seat["of"]), "") or over
        if _GATE.search(sentence.text) and not _OVER.search(sentence.text):
            for fact in _read(Told(sentence, over, before, context)):
                over = over if body else fact.organization
                yield fact
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


def _spoken_of(context: Context) -> str:
    """The one organization that a document is about, where a single heading among its first names one."""
    named = [block.text for block in context.blocks[:4] if block.kind is BlockKind.HEADING and _is_title(block.text)]
    return named[0] if len(named) == 1 else ""


def _is_title(text: str) -> bool:
    return names_body(text) is not None and " of " in text and len(text) < 60


def _read(told: Told) -> Iterator[Membership]:
    for found in _BELONG.finditer(told.text):
        who, as_role = found["who"] or found["member"], found["role"] or ""
        for organization in _organizations(found["of"], told) or [found["of"]]:
            yield from told.give(who, organization, 0.85, told.since(found), as_role)
    for found in _IS_MEMBER.finditer(told.text):
        yield from _as_member(told, found)
    yield from _joining(told)
    for pattern, as_role in ((_BEGAN, "founding member"), (_TAKES_PART, ""), (_CHAIRS, "chair")):
        for found in pattern.finditer(told.text):
            for organization in _organizations(found["of"], told) or [found["of"]]:
                yield from told.give(found["who"], organization, 0.8, told.since(found), as_role)
    yield from _in_office(told)
    if told.organization:
        yield from _in_lists(told)


def _in_office(told: Told) -> Iterator[Membership]:
    """Seats on a board, and bodies through which a city takes part."""
    for found in _SEAT.finditer(told.text):
        yield from told.give(found["who"], told.organization, 0.85, told.since(found), found["role"])
        if beside := _BESIDE.search(told.text, found.end()):
            yield from told.give(beside["who"], told.organization, 0.8, as_role=found["role"])
    for found in _THROUGH.finditer(told.text):
        through = re.sub(r"^(?:the|its)\s", "", found["through"] or "")
        yield from told.give(found["who"], told.organization, 0.75, through=through)


def _joining(told: Told) -> Iterator[Membership]:
    subject = ""
    for found in _JOINED.finditer(told.text):
        subject = found["who"]
        of = _organizations(found["of"] or "", told)
        for organization in of or ([told.organization] if not found["of"] else []):
            yield from told.give(subject, organization, 0.85, told.since(found))
    member = _IS_MEMBER.search(told.text)
    subject = subject or (member["who"] if member else "")
    for found in _AND_JOINED.finditer(told.text) if subject else ():
        for organization in _organizations(found["of"], told):
            yield from told.give(subject, organization, 0.8, told.since(found))


def _in_lists(told: Told) -> Iterator[Membership]:
    for pattern in (_LED, _ELLIPSIS):
        for found in pattern.finditer(told.text):
            as_role = re.sub(r"(?<=member|.chair)s$|ies$", lambda m: "y" if m[0] == "ies" else "", found["role"])
            yield from told.give(found["who"], told.organization, 0.8, as_role=as_role)
    for found in _NETWORK_OF.finditer(told.text):
        yield from told.give(found["who"], told.organization, 0.9)
    for found in _NEWCOMERS.finditer(told.text):
        yield from told.give(found["who"], told.organization, 0.75, _span(told.before))


def _span(sentence: Sentence | None) -> str:
    """The time from the first to the last date of the sentence before."""
    dates = sentence.dates if sentence else []
    if not dates:
        return ""
    return dates[0].edtf if len(dates) == 1 else f"{dates[0].edtf}/{dates[-1].edtf}"


def _as_member(told: Told, found: re.Match[str]) -> Iterator[Membership]:
    of = _organizations(found["of"] or "", told)
    if _ALL_OF_THEM.search(found["of"] or ""):
        of = [name for name in _organizations(found[0], told) if not _PRONOUN.search(name)]
    alone = re.fullmatch(rf"(?:the\s)?(?P<name>{_NAME})(?:,? since \d{{4}})?", found["of"] or "")
    if (
        not of
        and alone
        and found["role"].endswith(("member", "members"))
        and (re.fullmatch(_OWN, found["who"]) or lookup(found["who"]))
    ):
        of = [alone["name"]]
    for organization in of or [told.organization]:
        yield from told.give(found["who"], organization, 0.85, told.since(found), _role(found))


def _role(found: re.Match[str]) -> str:
    """The role as written, singular; a new or 97th member is none."""
    named = _NAMED_ROLE.search(found[0])
    if named:
        return named[0]
    written = re.sub(r"s$", "", found["role"].strip())
    if re.fullmatch(r"(?:active |current )?members?", written):
        return "member"
    return "" if re.search(r"participant$|^(?:new|\d+\w*) ", written) else written


def _organizations(words: str, told: Told) -> list[str]:
    """The organizations in a list of them."""
    found = [main_name(body, told.context) for body in find_bracketed(words)]
    rest = re.sub(r"[A-Z][^()]*\([^()]*\)", "", words)
    for match in _ORGANIZATION.finditer(rest):
        parts = match["name"].split(" and ")
        for name in parts if all(map(is_acronym, parts)) else [match["name"]]:
            if looks_like_body(name) or is_acronym(name):
                body = Body(0, 0, name, name, name if is_acronym(name) else "")
                found.append(main_name(body, told.context))
    return found
