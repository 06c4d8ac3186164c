"""Ties that a Chinese sentence tells without a word for signing: lists of sister cities, 與A之姊妹關係始於2016年."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hansa.reading.context import Context
from hansa.reading.document import BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import LATE
from hansa.reading.rules.agreements.chinese.grammar import CARRYING, HEADED, ITEM, ONLY, RAISED, RISES, WAYS, Way
from hansa.reading.rules.agreements.chinese.marks import marked, names_kind
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.agreements.marks import DATE, KIND, PARTY, Kind, Marked
from hansa.reading.rules.modality import states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import find_anniversaries
from hansa.reading.values.names import Party, PartyKind

_GATE = regex(r"姊妹|姐妹|姉妹|友好|友誼|友城|夥伴|伙伴|備忘錄|意向書|締|結盟|MOU")
_TWO_KINDS = regex(r"(?:市|城市)(?:及|、|與|和|暨)(?:國際)?友好(?:夥伴)?(?:城市|都市|市)")
_FOUNDED = regex(r"締|簽|結|起|約|自|訂|於|^○$|^○，|，○$")
_CELEBRATED = regex(r"(?:締結|締約|締盟|結盟|結緣|今年|適逢|邁入|正逢|恰逢|屆滿|已?滿|的|之|也|已|，|\s){0,4}")
# An instrument beside a name is not yet one with that name: 三方合作備忘錄 亞利桑那州.
_BONDS_ONLY = ("lead", "called", "are", "has")
_CITY_BONDS = ("sister_city", "friendship_city", "partnership")
_BONDS = (*_CITY_BONDS, "sister_port", "sister_school")
_PAIRED = {"sister_school": PartyKind.SCHOOL, "sister_port": PartyKind.PORT}
_OPEN, _CLOSE, _CLOSES = regex("[（(]"), regex("[)）]"), regex(r"[^（()）◇]{0,12}[)）]")
_ALL_ARE = regex("[均皆都][為是]◆")
_PARTS = regex("[、及和與，]")
_LABEL = 20
# A block that only names partners is short.
_SHORT = 160


@dataclass(frozen=True)
class Tie:
    """A tie of the named parties (with the own city where `home`), with the part of the sentence that tells it."""

    parties: tuple[Party, ...]
    home: bool
    kind: str
    signed: str
    start: int
    end: int
    score: float


@dataclass
class _Telling:
    sentence: Sentence
    marks: Marked
    context: Context
    at: int
    carried: str
    used: set[int] = field(default_factory=set)

    def ties(self) -> Iterator[Tie]:
        """The ties of the sentence, each party and each word for a tie in the first way that takes it."""
        names = PARTY in self.marks.text
        if KIND in self.marks.text:
            yield from self._raised()
            for way in WAYS if names else ():
                for match in way.pattern.finditer(self.marks.text):
                    yield from self._take(way, match)
            yield from self._of_heading()
            yield from self._ours()
        if names and DATE in self.marks.text:
            for way in CARRYING:
                for match in way.pattern.finditer(self.marks.text):
                    yield from self._take(way, match, self._spoken_before(match.start()))

    def _spoken_before(self, at: int) -> str:
        """The kind of tie that the text spoke of last before a place, or that the sentence goes on to name."""
        kinds = [(place, sign.kind) for place, sign in self.marks.signs if isinstance(sign, Kind)]
        before = [kind for place, kind in kinds if place < at]
        return (
            before[-1]
            if before
            else self.carried or (kinds[0][1] if kinds and _ALL_ARE.search(self.marks.text) else "")
        )

    def _take(self, way: Way, match: re.Match[str], carried: str = "") -> Iterator[Tie]:
        sign = self.marks.kind(self.marks.text.find(KIND, *match.span())) if way in WAYS else None
        pairs = [pair for pair in self._dated(match) if pair[0].start not in self.used and (sign or pair[1])]
        if (sign is None and not carried) or (sign and sign.start in self.used) or not pairs:
            return
        if way.name == "pair" and {pairs[0][0], *self._far(match)} <= set(self.sentence.parties):
            # Who signed it, and where, is read by the rule for signings.
            return
        if sign and way.name in _BONDS_ONLY and sign.kind not in _BONDS and "城市" not in sign.words:
            return
        kind = self._kind(sign) if sign else carried
        if sign and sign.kind in _PAIRED and way.name in ("lead", "called"):
            return
        start = min(sign.start, pairs[0][0].start) if sign else pairs[0][0].start
        if not states(self.sentence, start, (sign or pairs[0][0]).end):
            return
        self.used.update((*(party.start for party, _ in pairs), *((sign.start,) if sign else ())))
        end = max(*(party.end for party, _ in pairs), sign.end if sign else 0, self._end(match))
        end = self._closed(start, end)
        far = self._far(match)
        if not far and not self.context.home and way in CARRYING:
            far = tuple(party for party in self.sentence.cities[:1] if party.end < start)
        if way.name == "are" and len(pairs) == 2 and not self.context.home:
            yield Tie((pairs[0][0], pairs[1][0]), False, kind, pairs[1][1], start, end, way.score)
            return
        for party, date in pairs:
            yield Tie((*far, party), not far, kind, date or self._celebrated(end), start, end, way.score)

    def _end(self, match: re.Match[str]) -> int:
        """Where the last date of a match stands in the sentence."""
        dates = [
            sign.end
            for at, sign in self.marks.signs
            if match.start() <= at < match.end() and not isinstance(sign, Party)
        ]
        return max(dates, default=0)

    def _closed(self, start: int, end: int) -> int:
        """The end moved behind the bracket in which it stands: 2016年締結）."""
        text = self.sentence.text
        close = _CLOSES.match(text, end)
        return (
            close.end()
            if close and len(_OPEN.findall(text, start, end)) > len(_CLOSE.findall(text, start, end))
            else end
        )

    def _far(self, match: re.Match[str]) -> tuple[Party, ...]:
        """Whom the tie is with where it is not the own city."""
        for name in ("other", "of"):
            if match.re.groupindex.get(name) and match[name]:
                return tuple(self.marks.parties(*match.span(name)))
        return ()

    def _kind(self, sign: Kind) -> str:
        """The kind, left open where two are named together: 姊妹市及友好夥伴城市釜山市、大邱市."""
        text = self.sentence.text
        two = next(
            (m for m in _TWO_KINDS.finditer(text) if m.start() <= sign.start + 3 and sign.end - 1 <= m.end()), None
        )
        return "" if two else sign.kind

    def _dated(self, match: re.Match[str]) -> list[tuple[Party, str]]:
        """The partners of a match with their dates: in brackets, one for each, or the one that all share."""
        span = match.span("row")
        if match.re.groupindex.get("dates") and match["dates"]:
            said = self.sentence.text[self.marks.parties(*span)[-1].end :]
            each = [dates[0].edtf for part in _PARTS.split(said) if (dates := self.context.dates(part))]
            return [(party, each[n] if n < len(each) else "") for n, party in enumerate(self.marks.parties(*span))]
        shared = next(
            (
                self.marks.date_in(*match.span(n))
                for n in ("when", "after", "inside")
                if n in match.re.groupindex and match[n]
            ),
            "",
        )
        pairs = []
        for item in ITEM.finditer(self.marks.text, *span):
            inside = item[0][2:-1] if DATE in item[0] else ""
            date = self.marks.date_in(*item.span()) if _FOUNDED.search(inside) else ""
            before = self.marks.text[max(span[0], item.start() - 4) : item.start()]
            date = date or (self.marks.date_in(item.start() - 4, item.start()) if DATE in before else "")
            pairs.append((self.marks.parties(*item.span())[0], date or shared))
        return pairs

    def _celebrated(self, end: int) -> str:
        """The year that an anniversary right behind the words tells."""
        text = self.sentence.text
        if LATE.search(text):
            return ""
        for anniversary in find_anniversaries(text):
            if anniversary.start < end or not _CELEBRATED.fullmatch(text[end : anniversary.start]):
                continue
            dates = [dated for dated in self.sentence.dates if dated.sure]
            year = dates[0].point.year if dates else self.context.current_year()
            return str(year - anniversary.years) if year else ""
        return ""

    def _raised(self) -> Iterator[Tie]:
        """A memorandum that became a tie of sister cities: both, with the partner that the sentence names."""
        raised = RAISED.search(self.marks.text) if RISES.search(self.marks.text) else None
        partners = self._partners() if raised else []
        last = self.marks.kind(raised.start("last")) if raised else None
        if not raised or not partners or not last or not states(self.sentence, last.start, last.end):
            return
        date = next((self.marks.date_in(*raised.span(n)) for n in ("date", "after") if raised[n]), "")
        first = self.marks.kind(raised.start("first")) if raised["first"] else None
        if not first and not date and raised["before"]:
            date = self.marks.date_in(*raised.span("before"))
        end = max(last.end, self._end(raised))
        yield Tie(tuple(partners), True, last.kind, date, last.start, end, 0.85)
        self.used.add(last.start)
        if first and first.kind != last.kind:
            before = self.marks.date_in(*raised.span("before")) if raised["before"] else ""
            if before or "簽" in self.sentence.text[: first.start]:
                yield Tie(tuple(partners), True, first.kind, before, first.start, end, 0.85)
            self.used.add(first.start)

    def _partners(self) -> list[Party]:
        here = [party for party in self.sentence.cities if party.kind is PartyKind.CITY]
        return here[:1] or self.context.partners(self.at)[:1]

    def _of_heading(self) -> Iterator[Tie]:
        """A short item under a partner's name: 姊妹市（2014締盟）, 今年適逢姊妹市15週年."""
        headed = HEADED.match(self.marks.text) if not self.at else None
        sign = self.marks.kind(self.marks.text.find(KIND)) if headed else None
        if not headed or not sign or sign.start in self.used or not headed["rest"]:
            return
        date = self.marks.date_in(*headed.span("rest")) or self._celebrated(sign.end)
        partners = self.context.partners(self.at)
        if date and len(partners) == 1 and states(self.sentence, sign.start, sign.end):
            yield Tie(tuple(partners), True, sign.kind, date, 0, len(self.sentence.text), 0.8)
            self.used.add(sign.start)

    def _ours(self) -> Iterator[Tie]:
        """Who is called 本姊妹市: the party that the sentence, or what stands above it, is about."""
        at = self.marks.text.find(f"本{KIND}")
        sign = self.marks.kind(at + 1) if at >= 0 else None
        if sign and sign.start not in self.used and states(self.sentence, sign.start, sign.end):
            named = [party for party in self.sentence.cities if party.end <= sign.start]
            for party in (named or self.context.partners(self.at))[:1]:
                yield Tie((party,), True, sign.kind, "", 0, sign.end, 0.75)


def ties(context: Context) -> dict[int, list[Tie]]:
    """The ties that each Chinese sentence of the block tells, by the sentence's number in the block."""
    block = context.block
    named = bool(_GATE.search(block.text))
    above = _kind_above(context) if named or len(block.text) < _SHORT else ""
    if not named and not above:
        return {}
    told: dict[int, list[Tie]] = {}
    carried = above
    for at, sentence in enumerate(context.sentences()):
        if not sentence.chinese or not (names_kind(sentence.text) or carried):
            continue
        marks = marked(sentence)
        if KIND in marks.text or (PARTY in marks.text and carried):
            found = list(_Telling(sentence, marks, context, at, carried).ties())
            only = ONLY.fullmatch(marks.text) if not found and above and len(context.sentences()) == 1 else None
            told[at] = found or (list(_listed(sentence, marks, above, only)) if only else [])
        spoken = {sign.kind for _, sign in marks.signs if isinstance(sign, Kind)}
        carried = carried if not spoken else "" if len(spoken) > 1 else spoken.pop()
    return {at: found for at, found in told.items() if found}


def _listed(sentence: Sentence, marks: Marked, kind: str, only: re.Match[str]) -> Iterator[Tie]:
    """The partners of a block that only names them, under a heading that tells the tie."""
    for item in ITEM.finditer(marks.text, *only.span("row")):
        for party in marks.parties(*item.span()):
            yield Tie((party,), True, kind, marks.date_in(*item.span()), 0, len(sentence.text), 0.85)


def _kind_above(context: Context) -> str:
    """The tie that the nearest short label, parent or heading above the block tells."""
    block = context.block
    if block.kind in (BlockKind.HEADING, BlockKind.ROW):
        return ""
    before = context.blocks[context.index - 1].text if context.index else ""
    if before.endswith(("？", "?")) and len(before) <= 2 * _LABEL:
        # What is asked for is what the answer names.
        return kind_of(before) if kind_of(before) in _CITY_BONDS else ""
    words = [parent.text for parent in context.parents()[:2]]
    for text in (*words, *reversed(block.headings[len(words) - 2 :] if len(words) < 2 else ())):
        if len(text) <= _LABEL and "，" not in text and "。" not in text:
            kind = kind_of(text)
            return kind if kind in _CITY_BONDS else ""
    return ""
