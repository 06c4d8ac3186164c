"""Dates of numbers: where the register holds these very numbers, but for another time, the date is what is wrong."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hansa.facts import quoted, span
from hansa.figures.checking.alike import Match
from hansa.figures.checking.deciding import Decided
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.known import Known
from hansa.figures.checking.rewriting import put_date, said_in_chinese
from hansa.figures.checking.times import Times
from hansa.figures.words import Words
from hansa.reading.values.dates import Dated

# From such a likeness on, words may be of the same thing.
_ALIKE = 0.45
# One number of three digits, or two of two, is not equal by chance.
_ENOUGH = 0.2
_A_DAY_OR_TWO = dt.timedelta(days=3)


class _Place(NamedTuple):
    """A date of a sentence."""

    block: int
    sentence: int
    dated: Dated


@dataclass(frozen=True)
class Mistimed:
    """Numbers of one date, and what the register holds of them for one other time."""

    dated: Dated
    numbers: Sequence[Decided]
    known: Sequence[Known]


def mistimed(decided: Sequence[Decided]) -> Iterator[Mistimed]:
    """The dates all of whose numbers the register holds for one other time, of the same length."""
    told: dict[_Place, list[Decided]] = defaultdict(list)
    for one in decided:
        dated = _date_of(one)
        if dated:
            told[_Place(one.claim.number.read.index, one.claim.number.read.number, dated)].append(one)
    for place, numbers in told.items():
        held = [match for one in numbers if (match := _held_for_another_time(one, place.dated))]
        of_one_time = len(held) == len(numbers) and len({match.known.period for match in held}) == 1
        if of_one_time and sum(match.telling for match in held) >= _ENOUGH:
            yield Mistimed(place.dated, numbers, [match.known for match in held])


def _date_of(one: Decided) -> Dated | None:
    """The date of a number in its own sentence, where that gives the year."""
    number = one.claim.number
    dates = number.read.sentence.dates
    before = [dated for dated in dates if dated.end <= number.start and dated.whole and not dated.aside]
    return before[-1] if before and before[-1].edtf in one.claim.periods else None


def _held_for_another_time(one: Decided, dated: Dated) -> Match | None:
    """What the register holds of the same thing with the same value, but for another time of the same length."""
    equal = [match for match in one.among if match.agrees and match.likeness >= _ALIKE]
    if any(match.times is Times.SAME for match in equal):
        return None
    others = [match for match in equal if _is_as_long(match.known, dated)]
    return max(others, key=lambda match: match.strength, default=None)


def _is_as_long(known: Known, dated: Dated) -> bool:
    """Whether the other time is written alike, a year, a span of months, or is as long."""
    held, said = known.days, span(dated.edtf)
    if not (held and held.first and held.last and said.first and said.last):
        return False
    return abs((held.last - held.first) - (said.last - said.first)) <= _A_DAY_OR_TWO or _shape(known.period) == _shape(
        dated.edtf
    )


def _shape(period: str) -> tuple[int, ...]:
    return tuple(len(end) for end in period.split("/"))


def finding_of(wrong: Mistimed) -> Finding:
    """What is said of the date."""
    number, known = wrong.numbers[0].claim.number, wrong.known
    start, end = number.read.place(wrong.dated.start, wrong.dated.end)
    written = quoted(number.text[wrong.dated.start : wrong.dated.end])
    named = "；".join(one.shown_as(one.value) for one in known)
    return Finding(
        start=start,
        end=end,
        quote=written,
        sentence=quoted(number.text),
        verdict="differs",
        matter="date",
        found=written,
        expected=_put_right(written, known[0].period),
        measure=known[0].key,
        records=tuple(dict.fromkeys(ref for one in known for ref in one.records)),
        reason=Words(f"登錄資料中此數字屬另一期間：{named}", f"The register holds this for another time: {named}"),
        checker="numbers_are_held",
    )


def _put_right(written: str, period: str) -> str:
    right = put_date(written, period)
    if right != written:
        return right
    return period if written.isascii() else said_in_chinese(period)
