"""Agreements told in English prose and lists."""

import re
from collections.abc import Iterator

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.agreements.building import Found, agreement, one_level, subjects_en
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind

GATE = re.compile(
    r"agreement|arrangement|emorand|MoU|MOU|[Ll]etter of [Ii]ntent|eclaration|charter|Charter|accord"
    r"|pact|[Ss]ister|twin|partnership|rotocol"
)
_INSTRUMENT = re.compile(
    r"(?P<lead>(?:(?:[Ss]ister|[Tt]win|[Ff]riendship|[Pp]artnership|[Tt]ripartite|[Tt]rilateral"
    r"|[Cc]o-?operation|[Cc]ollaboration|[Ff]ormal|[Jj]oint|[Ee]conomic|[Tt]rade|[Cc]ultural"
    r"|[Tt]ourism|[Mm]utual"
    r"|[Cc]ities|[Cc]ity|[Pp]ort|[Ss]chool|[Ss]tation|[Ss]tate|[Ee]xchange|[A-Z][\w-]+)[- ])*)"
    r"(?P<noun>(?:[Mm]emorand(?:um|a)(?: of (?:[Uu]nderstanding|[Ee]xchange|[Cc]o-?operation"
    r"|[Aa]greement|[Ff]riendship))?|M[oO]Us?\b|[Ll]etters? of [Ii]ntent|[Aa]greements?"
    r"|[Aa]rrangements?|[Aa]ccord|[Pp]act\b|[Cc]harter"
    r"|[Dd]eclaration(?: of [A-Z]?\w+)?|(?:programme|program|action plan)|[Pp]rotocol|[Pp]artnership\b"
    r"|[Ss]isterhood|ties\b|relationship))"
)
_VERB = re.compile(
    r"\b(?:signed|co-signed|concluded|entered into|put (?:his|her|their) names? (?:\w+ ){0,2}to|inked"
    r"|sealed|formali[sz]ed|established|struck|reached|the signing of|signing of|added|forged"
    r"|finali[sz]ed)\b"
)
_IT = re.compile(r"^(?:It|The (?:prefecture|province|county|region|company))\b")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|to|from|near|back to|visit(?:ed|ing)?|inside)\s+(?:the\s+)?$")
_OF_PLACE = re.compile(
    r"\b(?:at|in) (?:the )?(?P<place>(?:[A-Z][\w'’-]+ ?)+(?:City Hall|Hall|Centre|Center|Palace|Hotel"
    r"|House|Museum|Building)|[A-Z][\w'’-]+(?= on\b))"
)
_SAID_OF_IT = re.compile(r"\b(?:signed|concluded) it\b")
_OVER = re.compile(
    r"^(?:It|This|That|The (?:agreement|bond|relationship|accord|arrangement|memorandum))\b.{0,40}"
    r"\b(?:lapsed|ended|expired|terminated|cancelled|dissolved|discontinued|suspended)\b"
)
_ITEM_KIND = re.compile(
    r"(?i:\b(?:sister[- ](?:city|state|port|school|county|province|prefecture)"
    r"|sisterhood(?: agreement)?|twin (?:city|town)|friendship (?:city|agreement)"
    r"|partner(?:ship)?(?: city| agreement)?"
    r"|memorandum(?: of \w+)?|mou|letter of intent|declaration(?: of \w+)?|co-?operation (?:agreement|arrangement))\b)"
)
_HEAD = re.compile(r"\s*(?:[.:,–—-]|\([^()]*\)[.:,]?)\s*")


def agreement_is_signed_in_english(block: Block, context: Context) -> Iterator[Agreement]:
    """An English sentence says that parties signed, concluded or entered into an agreement."""
    if block.kind is BlockKind.ROW or not GATE.search(block.text) or heads_plans(block.headings):
        return
    for at, sentence in enumerate(context.sentences()):
        if not sentence.chinese and GATE.search(sentence.text):
            verb, named = _signing(sentence)
            over = at + 1 < len(context.sentences()) and _OVER.search(context.sentences()[at + 1].text)
            if verb and named and not over and states(sentence, verb.start(), named.end()):
                yield from _one(sentence, at, context, verb, named)


def _signing(sentence: Sentence) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The first verb of signing that has an instrument, and the instrument."""
    for verb in _VERB.finditer(sentence.text):
        named = _named(sentence, verb)
        if named:
            return verb, named
    return None, None


def _named(sentence: Sentence, verb: re.Match[str]) -> re.Match[str] | None:
    """What is signed: after the verb, or before a passive one (an agreement was signed)."""
    after = _INSTRUMENT.search(sentence.text, verb.end())
    if after and after.start() - verb.end() < 90 and kind_of(after[0]):
        return after
    before = [match for match in _INSTRUMENT.finditer(sentence.text, 0, verb.start()) if kind_of(match[0])]
    passive = re.search(r"\b(?:was|were|been|has|is)\s+(?:\w+ly\s+)?$|^\s*$", sentence.text[: verb.start()])
    return before[-1] if before and passive else None


def _one(
    sentence: Sentence, at: int, context: Context, verb: re.Match[str], named: re.Match[str]
) -> Iterator[Agreement]:
    parties, home = _parties(sentence, at, context)
    if not parties:
        return
    names = [context.home] if home and context.home else []
    names += [party.name for party in parties]
    following = context.sentences()[at + 1] if at + 1 < len(context.sentences()) else None
    told = following if following and _SAID_OF_IT.search(following.text) else None
    place = _OF_PLACE.search(sentence.text) or (_OF_PLACE.search(told.text) if told else None)
    found = Found(
        rule="agreement_is_signed_in_english",
        score=0.9 if all(party.known for party in parties) else 0.75,
        parties=names,
        kind=kind_of(named[0]),
        signed=_signed(sentence, verb, told, at, context),
        title=named[0].strip() if re.match(r"[A-Z]", named[0]) and len(named[0].split()) > 1 else "",
        subjects=subjects_en(sentence.text[named.end() :]),
        signatories=[*sentence.people, *(told.people if told else ())],
        place=place["place"].strip()
        if place
        and not re.match(
            r"(?:The|January|February|March|April|May|June|July|August|September|October|November|December)\b",
            place["place"],
        )
        else "",
    )
    if told:
        offsets = [*sentence.stretch.offsets, *told.stretch.offsets]
        first, last = offsets[0], offsets[-1]
        block = context.block
        begin = next(i for i, offset in enumerate(block.offsets) if offset >= first)
        finish = next(i for i, offset in enumerate(block.offsets) if offset >= last)
        yield from agreement(found, context, block, begin, finish + 1)
    else:
        yield from agreement(found, context, sentence.stretch)


def _parties(sentence: Sentence, at: int, context: Context) -> tuple[list[Party], bool]:
    text = sentence.text
    here = [p for p in sentence.parties if not _PLACE_BEFORE.search(text[: p.start])]
    others = one_level([p for p in here if not p.own], "")
    others = [p for p in others if p.kind is not PartyKind.COUNTRY] or sentence.cities[:1]
    own = any(p.own for p in here)
    if _IT.match(text) and at and len(others) == 1:
        subject = next((p for p in context.sentences()[at - 1].parties), None)
        if subject and not subject.own and subject.name != others[0].name:
            return [subject, *others], False
    if others:
        return others, own or len(others) == 1
    return context.partners(at)[:1], True


def _signed(sentence: Sentence, verb: re.Match[str], told: Sentence | None, at: int, context: Context) -> str:
    start = sentence.text.rfind(";", 0, verb.start()) + 1
    for said in (sentence, told):
        sure = [d for d in said.dates if d.sure and (said is told or d.start >= start)] if said else []
        if sure:
            return max(sure, key=lambda d: len(d.edtf)).edtf
    if at and re.search(r"\bThe (?:two|three|pair|mayors|sides|parties)\b|\b[Tt]hen\b|occasion", sentence.text):
        earlier = context.sentences()[at - 1].dates
        return earlier[-1].edtf if earlier else ""
    return ""


def partner_heads_item(block: Block, context: Context) -> Iterator[Agreement]:
    """A list's item begins with a partner and says what ties it to the city: Cairo. Sister city, April 27, 1997."""
    if (
        not context.home
        or block.kind is BlockKind.ROW
        or heads_plans(block.headings)
        or not _ITEM_KIND.search(block.text)
    ):
        return
    parties = context.parties(block.text[:80])
    first = next((p for p in parties if p.kind is PartyKind.CITY), None)
    if first is None or first.own or first.start > 1 or not _HEAD.match(block.text, first.end):
        return
    at = first.end
    for part in re.finditer(r"[^.;]+(?:\.(?=\d|\w)[^.;]*)*", block.text[at:]):
        kind = _ITEM_KIND.search(part[0])
        sentence = context.sentence(block.part(at + part.start(), at + part.end()))
        if not kind or (_VERB.search(part[0]) and sentence.people) or not states(sentence, kind.start(), kind.end()):
            continue
        if any(not party.own for party in sentence.cities):
            continue
        dates = [d for d in sentence.dates if d.sure]
        found = Found(
            "partner_heads_item", 0.9, [context.home, first.name], kind_of(kind[0]), dates[0].edtf if dates else ""
        )
        yield from agreement(found, context, block, 0, at + part.end())
