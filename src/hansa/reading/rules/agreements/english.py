"""Agreements told in English prose and lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
    r"|pact|[Ss]ister|twin|[Pp]artnership|rotocol|signed one"
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
    r"\b(?:(?:co-|counter)?signed|signs|concluded|entered into|inked|sealed|formali[sz]ed|established|struck|reached"
    r"|(?:put|set|affixed|appended|added) (?:his|her|their|its) (?:names?|signatures?|hands?|seals?) (?:\w+ ){0,2}to"
    r"|put pen to paper|(?:the )?signing of|added|forged|finali[sz]ed|initial+ed|ratified|exchanged|executed|cemented"
    r"|agreed(?= (?:on )?an? )|made(?= an? )|dat(?:es|ed|ing) (?:from|back to))\b"
)
# An agreement, concluded by A and B in 1988, …
_CLAUSE_BEFORE = re.compile(r"(?:,|\bthat|\bwhich)\s*(?:\w+ly )?$")
_BY = re.compile(r"\s+(?:by|between|with|in|on|at)\b")
# Signed one with B: the sort of agreement that the sentence before speaks of.
_ONE = re.compile(r"\s+(?P<noun>one|such (?:an? \w+|\w+)|the same|another)(?= (?:with|in|on)\b|[,.])")
_IT = re.compile(r"^(?:It|The (?:prefecture|province|county|region|company))\b")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|to|from|near|back to|visit(?:ed|ing)?|inside)\s+(?:the\s+)?$")
_OF_PLACE = re.compile(
    r"\b(?:at|in) (?:the )?(?P<place>(?:[A-Z][\w'’-]+ ?)+(?:City Hall|Hall|Centre|Center|Palace|Hotel"
    r"|House|Museum|Building)|[A-Z][\w'’-]+(?= on\b))"
)
_SAME_DAY = re.compile(
    r"\b(?:[Tt]he (?:two )?(?:mayors|sides|cities|parties|leaders)|[Bb]oth (?:mayors|sides|cities|parties)|[Tt]hey)\b"
    r"|\b(?:[Bb]efore|[Aa]fter|[Dd]uring|[Aa]t) (?:the )?(?:lunch|dinner|meeting|reception|visit|ceremony)\b"
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
            verb, named, kind = _signing(sentence, context.sentences()[:at])
            over = at + 1 < len(context.sentences()) and _OVER.search(context.sentences()[at + 1].text)
            if verb and named and not over and states(sentence, verb.start(), named.end()):
                yield from _one(sentence, at, context, verb, named, kind)


def _signing(sentence: Sentence, earlier: Sequence[Sentence]) -> tuple[re.Match[str] | None, re.Match[str] | None, str]:
    """The first verb of signing that has an instrument, the instrument, and its kind."""
    for verb in _VERB.finditer(sentence.text):
        named = _named(sentence, verb)
        if named:
            return verb, named, kind_of(named[0])
        one = _ONE.match(sentence.text, verb.end())
        meant = list(_INSTRUMENT.finditer(earlier[-1].text)) if one and earlier else []
        if meant and kind_of(meant[-1][0]):
            return verb, one, kind_of(meant[-1][0])
    return None, None, ""


def _named(sentence: Sentence, verb: re.Match[str]) -> re.Match[str] | None:
    """What is signed: after the verb, or before a passive one (an agreement was signed)."""
    after = _INSTRUMENT.search(sentence.text, verb.end())
    if after and after.start() - verb.end() < 90 and kind_of(after[0]):
        return after
    before = [match for match in _INSTRUMENT.finditer(sentence.text, 0, verb.start()) if kind_of(match[0])]
    lead = sentence.text[: verb.start()]
    if not before:
        return None
    passive = verb[0].startswith("dat") or re.search(r"\b(?:was|were|been|has|is)\s+(?:\w+\s+)?$|^\s*$", lead)
    joined = _CLAUSE_BEFORE.search(lead) or before[-1].end() == verb.start() - 1
    return before[-1] if passive or (joined and _BY.match(sentence.text, verb.end())) else None


def _one(
    sentence: Sentence, at: int, context: Context, verb: re.Match[str], named: re.Match[str], kind: str
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
        kind=kind,
        signed=_signed(sentence, verb, told, at, context),
        title=_title(named[0]),
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


def _title(named: str) -> str:
    """The agreement's own name, where it is written as one: Joint Declaration, but not The agreement."""
    words = re.sub(r"^(?:The|An?|This|That|Its|Their|Our|His|Her)\s+", "", named.strip())
    return words if re.match(r"[A-Z]", words) and " " in words else ""


def _is_own_council(party: Party, context: Context) -> bool:
    return party.kind is PartyKind.COUNCIL and bool(context.home) and party.name.startswith(str(context.home))


def _parties(sentence: Sentence, at: int, context: Context) -> tuple[list[Party], bool]:
    text = sentence.text
    here = [p for p in sentence.parties if not _PLACE_BEFORE.search(text[: p.start])]
    if any(p.kind is PartyKind.CITY and not p.own for p in here):
        # Beside a city the council of the own city signs for it.
        here = [replace(p, own=True) if _is_own_council(p, context) else p for p in here]
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
    day = context.before
    if not at and day and context.issued and day.edtf == context.issued.isoformat():
        # Before lunch the mayors signed: the day of which the release goes on to tell.
        return day.edtf if _SAME_DAY.search(sentence.text) else ""
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
