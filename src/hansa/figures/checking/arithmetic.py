"""Numbers that must come out: how exact each is as it is written, and what is said where a sum does or does not."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from hansa.facts import quoted
from hansa.figures.checking.finding import Finding, Matter
from hansa.figures.checking.numbers import Number
from hansa.figures.checking.readings import Read
from hansa.figures.checking.writing import written_like
from hansa.figures.words import Words
from hansa.reading.patterns import regex

_MYRIADS = {"萬": Decimal(10**4), "億": Decimal(10**8), "兆": Decimal(10**12)}
_LAST = regex(r"(?P<digits>[\d,]+(?:\.(?P<decimals>\d+))?)\s*(?P<mark>[萬億兆])?\s*$")
_NOT_A_DIGIT = regex(r"\D")
# A number with so many figures other than its last noughts is counted, though it is called about; with one fewer it
# may have been rounded where it is written in 萬 or with a decimal.
_COUNTED = 4
_ROUNDED = 3


def step_of(number: Number) -> Decimal:
    """What the last figure of the number counts: 10,000 in 3萬, 0.1 in 90.7."""
    written = _LAST.search(number.written)
    if written is None:
        return Decimal(1)
    return _MYRIADS.get(written["mark"], Decimal(1)) / Decimal(10) ** len(written["decimals"] or "")


def slack(number: Number) -> Decimal:
    """By how much what the number stands for may be more or less than what it says.

    約, 逾 and nearly before few figures (逾22萬) leave as much as the last of them counts; before many (約14萬6,222)
    they are a manner of speaking. What is written in 萬 or with decimals is rounded to its last figure.
    """
    figures = _NOT_A_DIGIT.sub("", number.written)
    step, counting = step_of(number), len(figures.lstrip("0").rstrip("0"))
    if number.approximate and counting < _COUNTED:
        return step * Decimal(10) ** (len(figures) - len(figures.rstrip("0")))
    return step / 2 if step != 1 and counting >= _ROUNDED else Decimal(0)


def comes_out(total: Number, parts: Sequence[Number]) -> bool:
    """Whether the parts add up to the total, as exactly as all of them are written."""
    off = abs(sum((part.value for part in parts), Decimal(0)) - total.value)
    return off <= sum(map(slack, parts), slack(total))


def suffices(total: Number, parts: Sequence[Number]) -> bool:
    """Whether some of the parts, two at least, add up to the total: then it may be the sum of those."""
    sums: dict[Decimal, int] = {Decimal(0): 0}
    for part in parts:
        sums |= {value + part.value: max(count + 1, sums.get(value + part.value, 0)) for value, count in sums.items()}
    return any(count > 1 and abs(value - total.value) <= slack(total) for value, count in sums.items())


def told_sum(total: Number, parts: Sequence[Number], checker: str) -> Finding:
    """What comes of a total and its parts."""
    value = sum((part.value for part in parts), Decimal(0))
    words = " + ".join(part.written for part in parts)
    right = written_like(total, value)
    if comes_out(total, parts):
        return finding(
            total, "sum", "", Words(f"加總相符：{words} = {right}", f"The sum comes out: {words} = {right}"), checker
        )
    reason = Words(
        f"加總不符：{words} = {right}，而非 {total.written}", f"The sum is {words} = {right}, not {total.written}"
    )
    return finding(total, "sum", right, reason, checker)


def finding(number: Number, matter: Matter, expected: str, reason: Words, checker: str) -> Finding:
    """A finding over a number: it differs where something else is expected, else it agrees."""
    start, end = number.place
    return Finding(
        start=start,
        end=end,
        quote=quoted(number.text[number.digits[0] : max(number.end, number.digits[1])]),
        sentence=quoted(sentence_of(number.read)),
        verdict="differs" if expected else "agrees",
        matter=matter,
        found=number.written,
        expected=expected,
        reason=reason,
        checker=checker,
    )


def sentence_of(read: Read) -> str:
    """The words that a finding stands in: the sentence, or the whole row of a table."""
    return read.block.text if read.block.cells else read.sentence.text


def of_unit(numbers: Iterable[Number], unit: str) -> list[Number]:
    """Those that count in the unit; ordinals count nothing."""
    return [number for number in numbers if number.unit == unit and not number.ordinal]
