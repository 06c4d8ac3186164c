"""Holds what a draft repeats of earlier documents against them: its numbers, dates, names and posts, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.figures.checking.alignment import NOWHERE, Laid, Unit, lay, units_of
from hansa.figures.checking.details import Detail, details_of, named_in
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.kept import Kept
from hansa.figures.checking.readings import Read
from hansa.figures.checking.tokens import Tokens, tokens_of
from hansa.figures.checking.wordings import makes_another, put_right, says_the_same
from hansa.figures.words import Words
from hansa.reading.dating import usual_year, year_reported
from hansa.reading.document import Stretch
from hansa.reading.patterns import regex
from hansa.reading.values.names import find_parties
from hansa.reading.values.people import find_people

# How much of a sentence, and of what stands right beside a detail, a document must have for the detail to be held
# against it; names need more, since reports tell of many visits in the same words.
_NEARLY, _NEARLY_FOR_NAMES = 0.7, 0.85
_BESIDE, _BESIDE_SHARE = 6, 0.7
# A sentence with more differences than these tells of something else in the same words.
_FEW, _FEW_SHARE = 1, 0.34
_LONGEST = 12
_NEARBY = 120
# A name broken at a line's end has no gap.
_GAP = regex(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_YEAR = regex(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?<!\d)\d{2,3}(?=\s*年)")


@dataclass(frozen=True)
class _Beside:
    """A detail of the draft beside a document: tokens of both, whether they say the same."""

    detail: Detail
    tokens: tuple[int, int]
    document: tuple[int, int]
    same: bool


def repeated_wrongly(draft: Draft, held: Held) -> Iterator[Finding]:
    """Details of sentences that a kept document has nearly word by word: the same ones agree, others differ.

    A document of another year says nothing against a report that repeats its sentences with new numbers, unless the
    sentence itself names the same year.
    """
    readings = draft.readings
    tokens, begins = _tokens([read.sentence.text for read in readings])
    units = units_of(
        [tokens.within(begin, begin + len(read.sentence.text)) for read, begin in zip(readings, begins, strict=True)]
    )
    kept = held.kept
    checked = _Checked(draft, kept, tokens)
    for read, begin, unit, laid in zip(
        readings, begins, units, lay(tokens, units, [one.tokens for one in kept]), strict=True
    ):
        if laid and unit.first < unit.end:
            yield from checked.findings(read, begin, unit, laid)


def _tokens(texts: Sequence[str]) -> tuple[Tokens, list[int]]:
    """The tokens of the sentences, one a line, and where each begins."""
    begins = [0]
    for text in texts:
        begins.append(begins[-1] + len(text) + 1)
    return tokens_of("\n".join(texts)), begins[:-1]


class _Checked:
    """A draft being held against documents."""

    def __init__(self, draft: Draft, kept: Sequence[Kept], tokens: Tokens) -> None:
        self.draft, self.kept, self.tokens = draft, kept, tokens
        self.year = _period(draft.text)

    def findings(self, read: Read, begin: int, unit: Unit, laid: Sequence[Laid]) -> Iterator[Finding]:
        best = laid[0]
        if best.share(unit.first, unit.end) < _NEARLY or not self._is_told_by_its_words(unit, best):
            return
        details = details_of(read.sentence)
        if best.share(unit.first, unit.end) < 1:
            details = self._with_theirs(details, begin, unit, best)
        beside = [one for detail in details if (one := self._beside(detail, begin, unit, best))]
        if not self._tells_the_same(beside):
            return
        for one in beside:
            verdict = self._verdict(one, begin, unit, laid)
            if verdict:
                yield self._finding(read, one, best, verdict)

    def _is_told_by_its_words(self, unit: Unit, laid: Laid) -> bool:
        """Whether there are words enough to tell a place: a cell such as 1個 needs those around it as well."""
        return unit.end - unit.first >= _BESIDE or laid.share(*unit.around) >= _NEARLY_FOR_NAMES

    def _beside(self, detail: Detail, begin: int, unit: Unit, laid: Laid) -> _Beside | None:
        """What a document says in the place of a detail, where what stands beside it is the same."""
        first, end = self.tokens.within(begin + detail.start, begin + detail.end)
        span = laid.between(first, end) if first < end else None
        if not span or span[1] - span[0] > _LONGEST + end - first:
            return None
        around = [
            at
            for at in (*range(first - _BESIDE, first), *range(end, end + _BESIDE))
            if 0 <= at - laid.start < len(laid.beside)
        ]
        if not around or sum(laid.at(at) != NOWHERE for at in around) < _BESIDE_SHARE * len(around):
            return None
        span = _whole_word(detail, laid, span, laid.room(first, end))
        same = says_the_same(detail.matter, self.tokens.words(first, end), laid.document.words(*span))
        return None if same is None else _Beside(detail, (first, end), span, same)

    def _verdict(self, one: _Beside, begin: int, unit: Unit, laid: Sequence[Laid]) -> Verdict | None:
        if one.same:
            return "agrees"
        best = laid[0]
        others = (self._beside(one.detail, begin, unit, other) for other in laid[1:] if other.same >= best.same)
        if any(other and other.same for other in others):
            return "agrees"
        needed = _NEARLY_FOR_NAMES if one.detail.matter in ("name", "post") else _NEARLY
        share = best.share(unit.first, unit.end)
        if share < needed or not self._of_one_time(one, unit, best):
            return None
        return None if share < _NEARLY_FOR_NAMES and self._stands_nearby(one, best) else "differs"

    def _stands_nearby(self, one: _Beside, laid: Laid) -> bool:
        """Whether the document has the very words right before or after, of something else that is told alike."""
        first, end = one.document
        near = laid.document.words(max(0, first - _NEARBY), min(len(laid.document), end + _NEARBY))
        return self.tokens.words(*one.tokens).replace(" ", "") in "".join(near.split())

    def _of_one_time(self, one: _Beside, unit: Unit, laid: Laid) -> bool:
        """Whether draft and document are of one year, or the sentence and the passage name the same one."""
        theirs = self.kept[laid.source].year
        if self.year is None or theirs is None or self.year == theirs:
            return True
        first, end = one.tokens
        rest = self.tokens.words(unit.first, first) + " " + self.tokens.words(end, unit.end)
        return bool(_YEAR.search(rest))

    def _tells_the_same(self, beside: Sequence[_Beside]) -> bool:
        wrong = sum(not one.same for one in beside)
        return wrong <= max(_FEW, _FEW_SHARE * len(beside))

    def _with_theirs(self, details: Sequence[Detail], begin: int, unit: Unit, laid: Laid) -> list[Detail]:
        """The details with what stands in the place of the names and posts that the document has."""
        own = [at for at in map(laid.at, range(unit.first, unit.end)) if at != NOWHERE]
        inverse = {laid.at(token): token for token in range(unit.first, unit.end) if laid.at(token) != NOWHERE}
        stretch = _whole(laid.document.text, laid.document.starts[own[0]], laid.document.ends[own[-1]])
        parties = find_parties(stretch.text, self.draft.home, self.draft.context.own_names)
        found = list(details)
        for theirs in named_in(stretch.text, find_people(stretch.text, parties), parties):
            first, end = laid.document.within(*stretch.part(theirs.start, theirs.end).extent)
            before, after = inverse.get(first - 1), inverse.get(end)
            if before is None or after is None or not before + 1 < after <= before + 1 + _LONGEST:
                continue
            start, stop = self.tokens.starts[before + 1] - begin, self.tokens.ends[after - 1] - begin
            if all(stop <= one.start or one.end <= start for one in found):
                found.append(Detail(theirs.matter, start, stop))
        return found

    def _finding(self, read: Read, one: _Beside, laid: Laid, verdict: Verdict) -> Finding:
        kept, detail = self.kept[laid.source], one.detail
        start, end = read.place(detail.start, detail.end)
        said = laid.document.words(*one.document)
        written = read.sentence.text[detail.start : detail.end]
        if detail.matter == "name":
            said = _GAP.sub("", said)
        right = written if verdict == "agrees" else put_right(detail.matter, written, said)
        place = laid.document.starts[one.document[0]], laid.document.ends[one.document[1] - 1]
        return Finding(
            start=start,
            end=end,
            quote=written,
            sentence=read.sentence.text,
            verdict=verdict,
            matter=detail.matter,
            found=written,
            expected=right,
            records=(kept.ref, *kept.records(*place)),
            reason=_reason(kept.title, right, verdict),
            checker="repeated_wrongly",
        )


def _whole_word(detail: Detail, laid: Laid, span: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """What the document has, with what makes another post or number of it: 副 before 市長, 二十 before 三."""
    for wider in (room, (room[0], span[1])):
        if wider != span and makes_another(detail.matter, laid.document.words(*wider)):
            return wider
    return span


def _reason(title: str, right: str, verdict: Verdict) -> Words:
    if verdict == "agrees":
        return Words(f"與《{title}》所載相同。", f"As in {title}.")
    return Words(f"《{title}》作「{right}」。", f"{title} has “{right}” there.")


def _whole(text: str, start: int, end: int) -> Stretch:
    """A part of a text with its lines joined."""
    kept = [at for at in range(start, end) if text[at] not in "\r\n"]
    return Stretch("".join(text[at] for at in kept), kept)


def _period(text: str) -> int | None:
    """The year of most of a text's dates, else the one that its title gives."""
    return usual_year(text) or year_reported(text)
