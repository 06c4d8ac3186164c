"""Somebody signs an agreement: the mayors of A and B put their names to a memorandum."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import Found, agreement, main_partner, one_level
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.agreements.subjects import subjects_after, subjects_en
from hansa.reading.rules.modality import states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.people import Person

_INSTRUMENT = regex(
    r"(?P<lead>(?:(?:[Ss]ister|[Tt]win(?:ning)?|[Ff]riendship|[Pp]artnership|[Tt]ripartite|[Tt]rilateral"
    r"|[Cc]o-?operation|[Cc]ollaboration|[Ff]ormal|[Jj]oint|[Ee]conomic|[Tt]rade|[Cc]ultural"
    r"|[Tt]ourism|[Mm]utual"
    r"|[Cc]ities|[Cc]ity|[Pp]ort|[Ss]chool|[Ss]tation|[Ss]tate|[Ee]xchange|[A-Z][\w-]+)[- ])*)"
    r"(?P<noun>(?:[Mm]emorand(?:um|a)(?: of (?:[Uu]nderstanding|[Ee]xchange|[Cc]o-?operation"
    r"|[Aa]greement|[Ff]riendship))?|M[oO]Us?\b|[Ll]etters? of [Ii]ntent|[Aa]greements?"
    r"|[Aa]rrangements?|[Aa]ccord|[Pp]act\b|[Cc]harter"
    r"|[Dd]eclaration(?: of [A-Z]?\w+)?|(?:programme|program|action plan)|[Pp]rotocol|[Pp]artnership\b"
    r"|[Ss]isterhood|ties\b|relationship))"
)
VERB = regex(
    r"\b(?:(?:co-|counter)?signed|signs|concluded|entered into|inked|sealed|formali[sz]ed|established|struck|reached"
    r"|closed(?= (?:an?|the) )"
    r"|(?:put|set|affixed|appended|added) (?:his|her|their|its) (?:names?|signatures?|hands?|seals?) (?:\w+ ){0,2}to"
    r"|put pen to paper|bec(?:a|o)me partners (?:under|by|through)"
    r"|(?:the )?signing of|added|forged|finali[sz]ed|initial+ed|ratified|exchanged|executed|cemented"
    r"|agreed(?= (?:on )?an? )|made(?= an? )|dat(?:es|ed|ing) (?:from|back to))\b"
)
# An agreement, concluded by A and B in 1988, …
_CLAUSE_BEFORE = regex(r"(?:,|\bthat|\bwhich)\s*(?:\w+ly )?$")
_BY = regex(r"\s+(?:by|between|with|in|on|at)\b")
# Signed one with B: the sort of agreement that the sentence before speaks of.
_ONE = regex(r"\s+(?P<noun>one|such (?:an? \w+|\w+)|the same|another)(?= (?:with|in|on)\b|[,.])")
_THE_AGREEMENT = regex(r"(?:The |the )?(?:agreement|arrangement|relationship|ties|partnership)")
# Who is named behind which or that has not signed: an agreement which paired A with B.
_ASIDE = regex(r",? (?:which|that|where|when|so that)\b")
_BESIDE = regex(r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}) and (?:the )?$")
_IT = regex(r"^(?:It|The (?:prefecture|province|county|region|company))\b")
_PLACE_BEFORE = regex(r"\b(?:in|at|to|from|near|back to|visit(?:ed|ing)?|inside)\s+(?:the\s+)?$")
_BODIES_OF = regex(
    r"\b(?:libraries|museums|zoos|universities|schools|hospitals|orchestras|airports|institutes|clubs|associations"
    r"|chambers(?: of commerce)?|federations|councils|police forces|fire brigades) of (?:both )?$"
)
_OF_PLACE = regex(
    r"\b(?:at|in) (?:the )?(?P<place>(?:[A-Z][\w'’-]+ ?)+(?:City Hall|Town Hall|Hall|Room|Court|Library|Pavilion|Centre"
    r"|Center|Palace|Hotel|House|Museum|Building)|[A-Z][\w'’-]+(?= on\b)"
    r"|(?<=signed in )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
_SAME_DAY = regex(
    r"\b(?:[Tt]he (?:two )?(?:mayors|sides|cities|parties|leaders)|[Bb]oth (?:mayors|sides|cities|parties)|[Tt]hey)\b"
    r"|\b(?:[Bb]efore|[Aa]fter|[Dd]uring|[Aa]t) (?:the )?(?:lunch|dinner|meeting|reception|visit|ceremony)\b"
)
_PAIR = regex(
    r"(?:The two|They|Both)(?: (?:mayors|men|women|leaders|then))? (?!cit|town|port|side|count|part|govern|bod)"
)
_BOTH = regex(r"\b(?:[Tt]he two|[Bb]oth) (?:cities|sides|mayors|towns|governments)\b")
_SAID_OF_IT = regex(
    r"\b(?:signed|concluded) (?:it|for)\b|\bIt (?:bears|carries) the signatures?\b|^The signator(?:y|ies)\b"
)
_MONTH = regex(r"(?:The|January|February|March|April|May|June|July|August|September|October|November|December)\b")


def signing(sentence: Sentence, at: int, context: Context, told_before: str = "") -> Iterator[Agreement]:
    """The agreement that somebody signs in the sentence: a first verb of signing with what is signed.

    `told_before` is the kind of the tie that the block told of last, which a mere `the agreement` means.
    """
    verb, named, kind = _signing(sentence, context.sentences()[:at])
    parties, home = _parties(sentence, named.end(), at, context) if verb and named else ([], False)
    if not verb or not named or not parties or not states(sentence, verb.start(), named.end()):
        return
    if told_before and _THE_AGREEMENT.fullmatch(named[0].strip()):
        kind = told_before
    following = context.sentences()[at + 1] if at + 1 < len(context.sentences()) else None
    told = following if following and _SAID_OF_IT.search(following.text) else None
    found = Found(
        rule="agreement_is_signed_in_english",
        score=0.9 if all(party.known for party in parties) else 0.75,
        parties=[*([context.home] if home and context.home else []), *(party.name for party in parties)],
        kind=kind,
        signed=_signed(sentence, verb, told, at, context),
        title=title_of(named[0]),
        subjects=subjects_after(sentence.text, named.end()) or subjects_en(sentence.text[named.end() :]),
        signatories=[*(sentence.people or _the_two(sentence, at, context)), *(told.people if told else ())],
        place=place_of(sentence) or (place_of(told) if told else ""),
    )
    if told:
        yield from _over_both(found, sentence, told, context)
    else:
        yield from agreement(found, context, sentence.stretch)


def _the_two(sentence: Sentence, at: int, context: Context) -> list[Person]:
    """Whom `The two signed` means: the two people of the sentence before."""
    before = context.sentences()[at - 1].people if at and _PAIR.match(sentence.text) else []
    return before if len(before) == 2 else []


def _over_both(found: Found, sentence: Sentence, told: Sentence, context: Context) -> Iterator[Agreement]:
    """The agreement with both sentences as its quote."""
    first, last = sentence.stretch.offsets[0], told.stretch.offsets[-1]
    offsets = context.block.offsets
    begin = next(i for i, offset in enumerate(offsets) if offset >= first)
    finish = next(i for i, offset in enumerate(offsets) if offset >= last)
    yield from agreement(found, context, context.block, begin, finish + 1)


def place_of(sentence: Sentence) -> str:
    """Where the sentence says that something was signed: at the City Hall, in Chengdu on."""
    place = _OF_PLACE.search(sentence.text)
    return place["place"].strip() if place and not _MONTH.match(place["place"]) else ""


def title_of(named: str) -> str:
    """The agreement's own name, where it is written as one: Joint Declaration, but not The agreement."""
    words = re.sub(r"^(?:The|An?|This|That|Its|Their|Our|His|Her)\s+", "", named.strip())
    return words if re.match(r"[A-Z]", words) and " " in words else ""


def _signing(sentence: Sentence, earlier: Sequence[Sentence]) -> tuple[re.Match[str] | None, re.Match[str] | None, str]:
    """The first verb of signing that has an instrument, the instrument, and its kind."""
    for verb in VERB.finditer(sentence.text):
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


def _is_own_council(party: Party, context: Context) -> bool:
    return party.kind is PartyKind.COUNCIL and bool(context.home) and party.name.startswith(str(context.home))


def _parties(sentence: Sentence, end: int, at: int, context: Context) -> tuple[list[Party], bool]:
    """Who signs what ends at `end` in the sentence, and whether the own city does so with them."""
    text = sentence.text
    aside = _ASIDE.search(text, end)
    last = aside.start() if aside else len(text)
    here = [p for p in sentence.parties if p.start < last and not _PLACE_BEFORE.search(text[: p.start])]
    if here and _BODIES_OF.search(text, 0, here[0].start):
        # The libraries of two cities have signed, and not the cities.
        return [], False
    if any(p.kind is PartyKind.CITY and not p.own for p in here):
        # Beside a city the council of the own city signs for it.
        here = [replace(p, own=True) if _is_own_council(p, context) else p for p in here]
    others = one_level([p for p in here if not p.own], "")
    others = [p for p in others if p.kind is not PartyKind.COUNTRY]
    if not others and not _BOTH.search(text):
        others = sentence.cities[:1]
    own = any(p.own for p in here)
    if _IT.match(text) and at and len(others) == 1:
        subject = next((p for p in context.sentences()[at - 1].parties), None)
        if subject and not subject.own and subject.name != others[0].name:
            return [subject, *others], False
    beside = _BESIDE.search(text, 0, others[0].start) if len(others) == 1 and others[0].kind is PartyKind.BODY else None
    if beside and not own:
        return [Party(beside.start(), beside.end("name"), beside["name"], PartyKind.BODY), *others], False
    if others:
        return others, own or len(others) == 1
    meant = main_partner(context) if _BOTH.search(text) else []
    return context.partners(at)[:1] or meant, True


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
