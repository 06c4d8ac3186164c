"""Agreements told in Chinese prose: 陳其邁市長與熊本縣木村敬知事簽署「經濟交流備忘錄」."""

import re
from collections.abc import Iterator, Sequence

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.agreements.building import Found, agreement, one_level, subjects_zh
from hansa.reading.rules.agreements.kinds import Instrument, instruments
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import find_anniversaries
from hansa.reading.values.names import Party, PartyKind

GATE = re.compile(r"簽|締|結為|結盟|結成|建立|訂立|發表|通過|落款|升格")
_VERB = re.compile(
    r"簽署|簽訂|簽定|簽立|簽下|簽過|簽有|簽約|換約|締結|締盟|締約|結盟|結為|締為|結成|訂立|升格為|簽(?=[^署訂定立下過有約證名到收呈核].{0,12}(?:協定|備忘錄|意向書))"
    r"|建立(?=.{0,4}(?:姊妹|姐妹|友好城市|友好關係|夥伴))|(?:發表|通過)(?=.{0,14}(?:宣言|公約|聲明))"
)
_PLACE_BEFORE = re.compile(r"(?:於|在|由|自|從|抵|至|到|赴|轉赴|前往|來自|位於)$")
_JOINS_HOME = re.compile(
    r"(?:^|[，；：、。\s」])(?:亦|也|另|並|再|曾|已|陸續|首度|正式|日前|進一步|同時|隨後|分別|自)*(?:與|和|同|跟|偕同|會同)(?:日本|美國|韓國|德國|波蘭)?$"
)
_SELF = re.compile(r"(?:與|和|同|跟)(?=本市|我市|高市府)")
_BOTH = re.compile(r"兩市|雙方|兩縣市?|兩地|雙城|三方|三地|雙邊|該市|該縣|該州|兩校|兩港|兩議會|兩會|彼此|貴我")
_PLACE = re.compile(r"(?:於|在|假)(?P<place>[\u3400-\u9fff\w ]{2,20}?)(?=簽|締|共同|舉行|見證|落款|完成|，|正式|進行)")
_CARRIES = re.compile(r"當場|同日|當日|並|隨後|席間|現場|此行|兩市|雙方|會後|三方|當天|正式|終")
_COUNT = re.compile(r"(?:\d+|[一二三四五六七八九十兩多數]+)\s*(?:份|項|個|座|件)")
_MANY = 10


def agreement_is_signed(block: Block, context: Context) -> Iterator[Agreement]:
    """A sentence says that parties signed or concluded an agreement."""
    if block.kind is BlockKind.ROW or not GATE.search(block.text) or heads_plans(block.headings):
        return
    for at, sentence in enumerate(context.sentences()):
        if sentence.chinese and GATE.search(sentence.text):
            yield from _events(sentence, at, context)


def _events(sentence: Sentence, at: int, context: Context) -> Iterator[Agreement]:
    reached = 0
    used: set[int] = set()
    for verb in _VERB.finditer(sentence.text):
        signed = [item for item in _instruments(sentence, verb) if item.start not in used]
        used.update(item.start for item in signed)
        if not signed and not re.match("締|結盟|簽約|換約", verb[0]):
            continue
        if not states(sentence, verb.start(), verb.end()):
            continue
        end = max(verb.end(), *(item.end for item in signed)) if signed else verb.end()
        for item in signed or [_from_above(context, sentence, verb)]:
            yield from _one(sentence, at, context, verb, item, reached, end)
        reached = end


def _instruments(sentence: Sentence, verb: re.Match[str]) -> list[Instrument]:
    """What is signed: named after the verb in its clause, or right after a comma, else before it in the clause."""
    start, end = sentence.clause(verb.start())
    quoted = re.compile(r"\s*(?:中|國|韓|日|美|台|臺|市|兩|該|及|與|的|了|過|[\u3400-\u9fff]){0,6}[「『《]").match(
        sentence.text, verb.end()
    )
    reach = sentence.text.find("」", verb.end()) + 1 if quoted else end
    after = instruments(sentence.text, verb.end(), max(reach, end))
    after = [item for item in after if not _COUNT.match(sentence.text, item.end)]
    if after:
        first = after[0]
        joined = [first]
        for item in after[1:]:
            if re.fullmatch(r"\s*(?:及|、|與|和|以及)\s*", sentence.text[joined[-1].end : item.start]) and item.title:
                joined.append(item)
        return joined
    return instruments(sentence.text, start, verb.start())[-1:]


def _from_above(context: Context, sentence: Sentence, verb: re.Match[str]) -> Instrument:
    """The kind of bond from the words before the verb, or from the headings, where the sentence says only 締盟."""
    for words in (sentence.text, *reversed(context.block.headings)):
        named = instruments(words)
        if named:
            return Instrument(verb.start(), verb.end(), named[0].kind)
    return Instrument(verb.start(), verb.end(), "")


def _one(
    sentence: Sentence, at: int, context: Context, verb: re.Match[str], item: Instrument, floor: int, end: int
) -> Iterator[Agreement]:
    parties, home, sure = _parties(sentence, at, context, verb, item, floor)
    if not parties:
        return
    names = [context.home] if home and context.home else []
    names += [party.name for party in parties]
    kind = item.kind
    if parties and all(party.kind is PartyKind.PORT for party in parties):
        kind = "sister_port"
    if kind == "sister_city" and any(party.kind is PartyKind.SCHOOL for party in parties):
        kind = "sister_school"
    found = Found(
        rule="agreement_is_signed",
        score=0.92 if sure and item.kind and all(party.known for party in parties) else 0.8 if sure else 0.6,
        parties=names,
        kind=kind,
        signed=_signed(sentence, at, context, verb, floor),
        title=item.title,
        subjects=subjects_zh(sentence.text[end:]),
        signatories=[person for person in sentence.people if floor <= person.start < verb.start()],
        place=_place(sentence, verb),
    )
    yield from agreement(found, context, sentence.stretch, *_extent(sentence, floor, end))


def _extent(sentence: Sentence, floor: int, end: int) -> tuple[int, int]:
    start = floor if sentence.text[floor : floor + 1] not in "，、" else floor + 1
    return start, min(len(sentence.text), sentence.clause(end - 1)[1])


def _parties(
    sentence: Sentence, at: int, context: Context, verb: re.Match[str], item: Instrument, floor: int
) -> tuple[list[Party], bool, bool]:
    """Who signed: the counterparts, whether the own city is among them, and whether the sentence itself says so."""
    titled = [party for party in context.parties(item.title) if not party.own] if item.title else []
    if len(titled) >= 1 and any(party.own for party in context.parties(item.title)):
        return one_level(titled, item.kind), True, True
    for start, end in _clauses_back(sentence, verb, floor):
        here = [p for p in sentence.parties if start <= p.start and p.end <= max(end, item.start)]
        here = [p for p in here if not _PLACE_BEFORE.search(sentence.text[: p.start])] or here
        others = one_level([p for p in here if not p.own], item.kind)
        if others:
            return others, _home_signs(sentence, start, end, here, others), True
    above = one_level(context.partners(at), item.kind)
    if not above or len(above) > _MANY:
        return [], False, False
    many = re.search(r"三方|四方|五方|六方|多方", sentence.text + " ".join(context.block.headings[-1:]))
    return (above if many or len(above) == 1 else above[:1]), True, len(above) == 1 or bool(many)


def _clauses_back(sentence: Sentence, verb: re.Match[str], floor: int) -> Iterator[tuple[int, int]]:
    """The clause of the verb, then those before it back to the last event, nearest first."""
    start, end = sentence.clause(verb.start())
    yield max(start, floor), end
    while start > floor + 1:
        end = start - 1
        start = sentence.clause(end - 1)[0]
        yield max(start, floor), end


def _home_signs(sentence: Sentence, start: int, end: int, here: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether the own city is a party: named beside the others, through its officials, or left out as the subject."""
    if len(others) == 1 or any(party.own for party in here):
        # Schools and ports sign for themselves.
        return (
            len(others) == 1
            and others[0].kind in (PartyKind.CITY, PartyKind.COUNTRY, PartyKind.BODY, PartyKind.OFFICE)
            or (any(party.own for party in here) and others[0].kind in (PartyKind.CITY, PartyKind.COUNTRY))
        )
    if _JOINS_HOME.search(sentence.text[start : others[0].start]):
        return others[0].kind is PartyKind.CITY
    officials = [p for p in sentence.people if start <= p.start < end and (not p.of) and p.start < others[0].start]
    return bool(officials) and others[0].kind is not PartyKind.SCHOOL


def _signed(sentence: Sentence, at: int, context: Context, verb: re.Match[str], floor: int) -> str:
    """The date of signing: stated before the verb, else after it in the clause; the year that an anniversary tells."""
    start, end = sentence.clause(verb.start())
    years = next((found.years for found in find_anniversaries(sentence.text) if start <= found.start < end), 0)
    before = [d for d in sentence.dates if d.end <= verb.start() + 1 and (d.start >= floor or not floor)]
    if years:
        told = before[-1].point.year if before else context.current_year()
        return str(told - years) if told else ""
    if before:
        return before[-1].edtf
    after = [d for d in sentence.dates if verb.end() <= d.start < end]
    if after:
        return after[0].edtf
    if at and _CARRIES.search(sentence.text[start : verb.start()]):
        earlier = context.sentences()[at - 1].dates
        return earlier[-1].edtf if earlier else ""
    return context.before.edtf if context.before and not at and _CARRIES.match(sentence.text) else ""


def _place(sentence: Sentence, verb: re.Match[str]) -> str:
    start, end = sentence.clause(verb.start())
    match = _PLACE.search(sentence.text, start, end)
    return match["place"].strip() if match and not re.search(r"[年月日]|\d", match["place"]) else ""
