"""Shares and changes that a sentence tells with the numbers that they follow from.

40件中調解成立30件，占75%; 33案，較110年12案增加21案; `30 of 40 cases (75%)`; `from 12 to 33, an increase of 21`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from hansa.figures.checking.arithmetic import finding, slack, step_of
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.numbers import Number
from hansa.figures.checking.writing import plain_number, written_like
from hansa.figures.words import Words
from hansa.reading.patterns import regex

Value = Callable[[Decimal, Decimal], Decimal]
"""What follows from two numbers."""

_UP = r"增加|成長|增幅|提升|上升|提高|多|增"
_DOWN = r"減少|減幅|下降|縮減|降低|減|少|降"
_UP_EN = r"(?:an? (?:increase|rise|growth|gain) of|up(?: by)?|more by|growing by)"
_DOWN_EN = r"(?:an? (?:decrease|fall|drop|decline|reduction) of|down(?: by)?|falling by)"


@dataclass(frozen=True)
class _Form:
    """How three numbers stand to each other: what is between them, and which of them follows from the others.

    `order` gives the places of the earlier or whole number, of the later or part, and of what follows from them.
    """

    first: re.Pattern[str]
    second: re.Pattern[str]
    order: tuple[int, int, int]
    change: bool
    before: re.Pattern[str] | None = None


_FORMS = (
    _Form(regex(r"[^，。；\d]{0,4}中[，,]?[^。；\d]{0,16}"),
          regex(r"[^。；\d]{0,12}?(?:[，,（(]|占|佔)[^。；\d]{0,12}"), (0, 1, 2), change=False),
    _Form(regex(r"[^。；\d]{0,6}?[，,（(]?\s?(?:占|佔)[^，。；\d]{0,12}"), regex(r"[^，。；\d]{0,4}[的之]\s?"),
          (1, 0, 2), change=False),
    _Form(regex(r" (?:[a-z]+ )?(?:out )?of (?:the |its |a total of |all )?"),
          regex(r"[^.;]{0,40}?(?:\(|, (?:or |which is )?)"), (1, 0, 2), change=False),
    _Form(regex(r"\s?[(（]"), regex(r"[^.;,]{0,20}? (?:out )?of (?:the |a total of )?"), (2, 1, 0), change=False),
    _Form(regex(rf"[^，。；\d]{{0,8}}?(?:{_UP}|{_DOWN})(?:至|到|為)\s?"),
          regex(rf"[^。；\d]{{0,10}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[^，。；\d]{{0,4}}"),
          (0, 1, 2), change=True, before=regex(r"(?:由|從|自)[^，。；]{0,14}$")),
    _Form(regex(r"[^。；\d]{0,6}?[，,（(]?\s?[^，。；]{0,4}[較比][^，。；]{0,14}"),
          regex(rf"[^，。；\d]{{0,4}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[^，。；\d]{{0,4}}"),
          (1, 0, 2), change=True),
    _Form(regex(r"[^.;]{0,40}?\sto\s(?:about |nearly )?"),
          regex(rf"[^.;]{{0,40}}?[,(]\s?(?:(?P<up>{_UP_EN})|(?P<down>{_DOWN_EN}))\s"),
          (0, 1, 2), change=True, before=regex(r"\bfrom (?:[\w ]{0,12} )?$")),
)  # fmt: skip


def shares_come_out(draft: Draft, _held: Held) -> Iterator[Finding]:
    """Each share, difference and growth against the two numbers beside it that it follows from."""
    for read, group in groupby(draft.numbers, key=lambda number: number.read):
        numbers = [number for number in group if not number.ordinal]
        if not read.block.cells:
            for three in zip(numbers, numbers[1:], numbers[2:], strict=False):
                found = next(filter(None, (_told(form, three) for form in _FORMS)), None)
                if found:
                    yield found


def _told(form: _Form, three: tuple[Number, Number, Number]) -> Finding | None:
    one, two, last = three
    between = form.first.fullmatch(one.text, one.end, two.start)
    behind = form.second.fullmatch(one.text, two.end, last.start) if between else None
    if not behind or (form.before and not form.before.search(one.text, 0, one.start)):
        return None
    whole, part, result = (three[at] for at in form.order)
    if whole.unit != part.unit or not whole.value or "%" in (whole.unit, part.unit):
        return None
    if not form.change:
        return _share(whole, part, result) if part.value <= whole.value and result.unit == "%" else None
    grown = part.value > whole.value
    if grown != bool(behind["up"]) or part.value == whole.value:
        return None
    return _growth(whole, part, result) if result.unit == "%" else _difference(whole, part, result)


def _share(whole: Number, part: Number, result: Number) -> Finding:
    value = 100 * part.value / whole.value
    return _percentage(result, value, f"{part.written} ÷ {whole.written}")


def _growth(earlier: Number, later: Number, result: Number) -> Finding:
    value = 100 * abs(later.value - earlier.value) / earlier.value
    return _percentage(result, value, f"({later.written} − {earlier.written}) ÷ {earlier.written}")


def _percentage(result: Number, value: Decimal, sum_: str) -> Finding:
    """Right up to its last figure, which may be rounded or cut off."""
    step = step_of(result)
    right = plain_number(value.quantize(step))
    holds = abs(value - result.value) < (step if not result.approximate else 2 * step)
    reason = Words(f"{sum_} = {right}%", f"{sum_} = {right} %")
    return finding(result, "share", "" if holds else right, reason, shares_come_out.__name__)


def _difference(earlier: Number, later: Number, result: Number) -> Finding | None:
    if result.unit != earlier.unit:
        return None
    value = abs(later.value - earlier.value)
    holds = abs(value - result.value) <= slack(earlier) + slack(later) + slack(result)
    more, less = (later, earlier) if later.value > earlier.value else (earlier, later)
    right = written_like(result, value)
    reason = Words(f"{more.written} − {less.written} = {right}", f"{more.written} − {less.written} = {right}")
    return finding(result, "sum", "" if holds else right, reason, shares_come_out.__name__)
