"""Memberships in English sentences: Our city is an official member of A and B, joined in 2014, X chairs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.facts import Fact
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.memberships.joining import cities_en, main_name, meant, memberships, owned
from hansa.reading.sentence import Sentence
from hansa.reading.values.organizations import Body, find_bracketed, is_acronym, looks_like_body

_RULE = "joined_in_english"
_HAN = re.compile(r"[\u3400-\u9fff]")
_GATE = re.compile(
    r"\b(?:members?|membership|joined|belongs?|belonged|admitted|fold|seat|sat|chairs?|co-chairs?|presides|presidency|President|newcomers|cities in this"
    r"|participant|steering)\b"
)
_OVER = re.compile(
    r"\b(?:withdrew|withdrawn|left the|not (?:yet )?a member|no longer|applied|hopes? to|plans? to|intends? to|will (?:join|become)|considering|invited to join|may join|ceased)\b"
)
_CITY = r"(?:the\s)?[A-ZÀ-Ž][\w'’-]*(?:\s(?:of\s)?[A-ZÀ-Ž][\w'’-]*)*"
_LIST = rf"{_CITY}(?:(?:,\s(?:and\s)?|\sand\s){_CITY})*"
_IS_MEMBER = re.compile(
    rf"(?P<who>{_LIST})\s(?:(?:is|are|was|were|became|has\sbeen|have\sbeen|remains?)\s)(?:[^.;]{{0,80}}?\band\s)?(?:also\s|now\s|thus\s|therefore\s)*(?:an?\s|the\s)?"
    rf"(?P<role>(?:[\w-]+\s){{0,3}}?(?:members?|participants?))(?:\s(?:city|cities))?\b(?:\s(?:of|in)\s(?P<of>[^.;]+))?"
)
_JOINED = re.compile(
    rf"(?P<who>{_LIST})\s(?:had\s|has\s|have\s)?(?:joined|came into the fold(?:\sof)?|was admitted(?:\sto)?|were admitted(?:\sto)?|acceded(?:\sto)?|entered|became a member(?:\sof)?"
    rf"|belonged\sto|belongs?\sto|followed)\b(?:\s(?P<of>(?:the\s)?[A-Z][^.;,]*?))?(?=\s(?:in|on|since|as)\b|[.,;]|$)"
)
_BELONG = re.compile(
    rf"(?:(?:Through|Via|In|Within|By)\s)?(?P<of>{_CITY}),?\sto\swhich\s(?:both\s)?(?P<who>{_LIST})\s(?:also\s)?belongs?\b"
)
_SEAT = re.compile(
    rf"(?P<who>{_LIST})\s(?:has|have)\s(?:had\sa\sseat|sat|served|held\sa\sseat|been)\son\sthe\s(?P<role>[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)(?:\sof\s(?:the\s)?(?P<of>[A-Z][\w'’-]*(?:\s(?:of\s|for\s|the\s)*[A-Z][\w'’-]*)*))?"
)
_BESIDE = re.compile(rf"\b(?:next to|alongside|together with|beside|along with)\s(?P<who>{_LIST})")
_LED = re.compile(
    rf"(?P<who>{_LIST})\s(?:is|are|shares?|holds?|serves? as|act as)\s(?:thus\s|now\s|currently\s|both\s)?(?:the\s|an?\s)?(?P<role>founding members?|co-chairs?|chairs?|vice-chairs?|vice-presidents?"
    rf"|President(?:\sEmeritus)?|presidency|lead cit(?:y|ies)|secretariat)\b"
)
_ELLIPSIS = re.compile(
    rf",\s(?:and\s)?(?P<who>{_CITY})\sthe\s(?P<role>President(?:\sEmeritus)?|Vice-President|co-chair|chair|lead city)\b"
)
_NETWORK_OF = re.compile(
    rf"(?:(?:cities|members) in (?:this|the) (?:network|organi[sz]ation|association|alliance|league)|[Mm]ember cities(?:\sare|\sinclude)?|[Ii]ts members(?:\sare|\sinclude)|[Mm]embers include)\s?:?\s(?P<who>{_LIST})"
)
_NEWCOMERS = re.compile(rf"(?P<who>{_LIST})\s(?:was|were)\s(?:among|also among)\sthe\s(?:newcomers|new members)")
_ORGANIZATION = re.compile(
    r"(?:the\s)?(?P<name>[A-Z][\w'’&–-]*(?:(?:\s(?:of|for|the|and|in|on|against))*\s(?:[A-Z][\w'’&–-]*|\d{1,2}))*)(?:\s\((?P<acronym>[A-Z][\w -]{1,14})\))?"
)
_PRONOUN = re.compile(
    r"^(?:It|They|He|She|The|This|We|Mayor|Since|In|There|Both|Each|Some|Most|Other|Our)$|^(?:The\s)?(?:Mayor|President|Secretary|General|Deputy|Executive|Union|Association|Network|Board|Committee|Conference|Summit)\b"
)


@dataclass(frozen=True)
class Told:
    """A sentence that is being read, with the organization that it may leave unsaid."""

    sentence: Sentence
    organization: str
    before: Sentence | None
    context: Context

    def give(self, who: str, organization: str, score: float, *, since: str = "", as_role: str = "") -> Iterator[Fact]:
        """A membership for each city of a list, where it is one."""
        cities = [owned(city, self.context) for city in cities_en(who) if not _PRONOUN.search(city)]
        return memberships(
            cities,
            organization,
            self.sentence.stretch,
            self.context,
            rule=_RULE,
            score=score,
            since=since,
            as_role=as_role,
        )

    def since(self) -> str:
        """The first date of the sentence."""
        return self.sentence.dates[0].edtf if self.sentence.dates else ""


def joined_in_english(block: Block, context: Context) -> Iterator[Fact]:
    """A sentence says that cities are members of an organization, joined it, sit on its board or lead it."""
    if _HAN.search(block.text) or not _GATE.search(block.text):
        return
    body = meant(context)
    over = main_name(body, context) if body else _spoken_of(context)
    before = None
    for sentence in _sentences(block, context):
        named = next((m["of"] for m in _SEAT.finditer(sentence.text) if m["of"]), "")
        over = named or over
        if _GATE.search(sentence.text) and not _OVER.search(sentence.text):
            yield from _read(Told(sentence, over, before, context))
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
    """The one organization that a document is about, by its second heading or title."""
    named = [block for block in context.blocks[:12] if (entry := _title(block)) and entry]
    return _title(named[0]) if len(named) == 1 else ""


def _title(block: Block) -> str:
    if block.kind is not BlockKind.HEADING:
        return ""
    return block.text if looks_like_body(block.text) and " of " in block.text and len(block.text) < 60 else ""


def _read(told: Told) -> Iterator[Fact]:
    text = told.sentence.text
    for found in _BELONG.finditer(text):
        yield from told.give(found["who"], found["of"], 0.85)
    for found in _IS_MEMBER.finditer(text):
        yield from _as_member(told, found)
    for found in _JOINED.finditer(text):
        of = _organizations(found["of"] or "", told)
        for organization in of or ([told.organization] if not found["of"] else []):
            yield from told.give(found["who"], organization, 0.85, since=told.since())
    for found in _SEAT.finditer(text):
        yield from told.give(found["who"], told.organization, 0.85, since=told.since(), as_role=found["role"])
        beside = _BESIDE.search(text, found.end())
        if beside:
            yield from told.give(beside["who"], told.organization, 0.8, as_role=found["role"])
    if told.organization:
        yield from _in_lists(told, text)


def _in_lists(told: Told, text: str) -> Iterator[Fact]:
    for pattern in (_LED, _ELLIPSIS):
        for found in pattern.finditer(text):
            as_role = re.sub(r"(?<=member|.chair)s$|ies$", lambda m: "y" if m[0] == "ies" else "", found["role"])
            yield from told.give(found["who"], told.organization, 0.8, as_role=as_role)
    for found in _NETWORK_OF.finditer(text):
        yield from told.give(found["who"], told.organization, 0.9)
    for found in _NEWCOMERS.finditer(text):
        yield from told.give(found["who"], told.organization, 0.75, since=_span(told.before))


def _span(sentence: Sentence | None) -> str:
    """The time from the first to the last date of the sentence before."""
    dates = sentence.dates if sentence else []
    if not dates:
        return ""
    return dates[0].edtf if len(dates) == 1 else f"{dates[0].edtf}/{dates[-1].edtf}"


def _as_member(told: Told, found: re.Match[str]) -> Iterator[Fact]:
    as_role = re.sub(r"s$", "", found["role"].strip())
    plain = "" if as_role.endswith("participant") or as_role in ("member", "active member") else as_role
    of = _organizations(found["of"] or "", told)
    if re.search(r"these (?:two |three )?organi[sz]ations", found["of"] or ""):
        of = [name for name in _ORGANIZATION.findall(found[0]) for name in (name[0],) if is_acronym(name)]
    for organization in of or [told.organization]:
        yield from told.give(found["who"], organization, 0.85, since=told.since(), as_role=plain)


def _organizations(words: str, told: Told) -> list[str]:
    """The organizations in a list of them."""
    found: list[str] = []
    for body in find_bracketed(words):
        found.append(main_name(body, told.context))
    rest = re.sub(r"[A-Z][^()]*\([^()]*\)", "", words)
    for match in _ORGANIZATION.finditer(rest):
        name = match["name"]
        if looks_like_body(name) or is_acronym(name):
            found.append(main_name(Body(0, 0, name, name, name if is_acronym(name) else ""), told.context))
    return found
