"""Numbers of a draft held against the figures that documents of the register report."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hansa.facts import Span, quoted
from hansa.figures.checking.claims import Claim, claims_of
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.likeness import covered
from hansa.figures.checking.published import Reported
from hansa.figures.checking.units import compatible
from hansa.figures.checking.writing import written_like
from hansa.figures.words import Words

# From such a likeness on, words may be of the same thing; from the second on they are.
_ALIKE, _SAME = 0.45, 0.66
# By so much is the likest liker than any other that could be meant.
_MARGIN = 0.12
_OTHER_UNIT = 0.08
_MOST_NAMED = 5


@dataclass(frozen=True)
class Match:
    """A figure that may be what a number claims; `likeness` of the words from 0 to 1, `same` whether of its period."""

    reported: Reported
    likeness: float
    same: bool


def matches(claim: Claim, figures: Collection[Reported], weight: Mapping[str, float]) -> list[Match]:
    """The figures that may be what a number claims, likest first: words alike, units that may count the same."""
    found = [
        Match(figure, likeness, claim.days == figure.days)
        for figure in figures
        if compatible(claim.number.unit, figure.unit)
        and not _apart(claim.days, figure.days)
        and (likeness := _likeness(claim, figure, weight)) >= _ALIKE
    ]
    return sorted(found, key=lambda match: -match.likeness)


def numbers_are_reported(draft: Draft, held: Held) -> Iterator[Finding]:
    """Every number of the draft against the figures of the register: the same thing, unit and period."""
    found = [(claim, matches(claim, held.reported, held.weights)) for claim in claims_of(draft)]
    agreeing = [_agreeing(claim, among) for claim, among in found]
    taken = {match.reported.ref for match in agreeing if match}
    for (claim, among), match in zip(found, agreeing, strict=True):
        free = [other for other in among if other.reported.ref not in taken]
        yield _finding(claim, match, free)


def _likeness(claim: Claim, figure: Reported, weight: Mapping[str, float]) -> float:
    """How alike what is counted is: the own words of each, looked for in those of the other and in what is around."""
    found = covered(figure.own, claim.around, weight)
    if found < _ALIKE:
        return 0.0
    near = covered(claim.own, figure.around, weight)
    own = covered(claim.own, figure.own, weight)
    direct = covered(figure.own, claim.own, weight)
    return (found + near + own + direct) / 4 - _OTHER_UNIT * (claim.number.unit != figure.unit)


def _apart(one: Span | None, other: Span | None) -> bool:
    """Whether neither period lies within the other."""
    return one is not None and other is not None and not (_within(one, other) or _within(other, one))


def _within(one: Span, other: Span) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return one.meets(other)
    return other.first <= one.first and one.last <= other.last


def _agreeing(claim: Claim, among: Sequence[Match]) -> Match | None:
    """The figure that the number states as the register holds it; one without a period only tells of drafts without."""
    return next((match for match in among if match.reported.value == claim.number.value), None)


def _contradicted(free: Sequence[Match]) -> list[Match]:
    """The figures that the number should be, by the words: one, or several that are as like."""
    sure = [match for match in free if match.likeness >= _SAME and match.same]
    return [match for match in sure if match.likeness >= sure[0].likeness - _MARGIN]


def _finding(claim: Claim, agreeing: Match | None, free: Sequence[Match]) -> Finding:
    if agreeing:
        return _told(claim, "agrees", [agreeing])
    meant = _contradicted(free)
    if not meant:
        return _told(claim, "unknown", [])
    one = len({match.reported.value for match in meant}) == 1
    return _told(claim, "differs" if one else "ambiguous", meant)


def _told(claim: Claim, verdict: Verdict, meant: Sequence[Match]) -> Finding:
    number = claim.number
    start, end = number.place
    figures = [match.reported for match in meant[:_MOST_NAMED]]
    differs = verdict == "differs"
    return Finding(
        start=start,
        end=end,
        quote=number.text[number.digits[0] : max(number.end, number.digits[1])],
        sentence=quoted(number.read.block.text if number.read.block.cells else number.text),
        verdict=verdict,
        matter="number",
        found=number.written,
        expected=written_like(number, figures[0].value) if differs else "",
        records=tuple(dict.fromkeys([figure.ref for figure in figures] + [s for f in figures for s in f.sources])),
        reason=_reason(verdict, figures),
        checker=numbers_are_reported.__name__,
    )


def _reason(verdict: Verdict, figures: Sequence[Reported]) -> Words:
    named_zh = "；".join(f"{one.measure} {one.shown}" for one in figures)
    named_en = "; ".join(f"{one.measure} {one.shown}" for one in figures)
    return {
        "agrees": Words(f"與登錄數據相符：{named_zh}", f"The register holds the same: {named_en}"),
        "differs": Words(f"登錄數據為：{named_zh}", f"The register holds: {named_en}"),
        "ambiguous": Words(f"可能為下列數據之一：{named_zh}", f"May be one of: {named_en}"),
        "unknown": Words("登錄中無對應數據", "The register holds no such number"),
    }[verdict]
