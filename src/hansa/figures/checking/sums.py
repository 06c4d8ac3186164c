"""Sums that a sentence tells in Chinese: parts and their total, in either order.

A total is one only where the words say so, at the beginning of a clause of its own (，共計 5場次) or before its parts
(44間，包括…): 辦理研習2場次、座談3場次，宣導共計19場次 holds no sum.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hansa.figures.checking.arithmetic import comes_out, of_unit, suffices, told_sum
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.numbers import BLANK, Number
from hansa.figures.checking.sums_in_english import Told, sums_in_english
from hansa.reading.patterns import regex

_SUMMED = regex(
    r"(?:^|[，、；：,)）]\s?)(?:以上|[兩二三四]者|[兩二三四]項|[兩二三四]年|全年|本年|本期|全案|前後|累計|總)?"
    r"(?:共計|合計|總計|總共|一共|合共|共)"
    rf"[^，。；：\d{BLANK}]{{0,10}}(?:{BLANK}+[、及和與]?\s?)*$"
)
_OF_A_YEAR = regex(rf"(?:^|[，、；,]\s?)(?:全年度?|整年)[^，。；\d{BLANK}]{{0,12}}$")
_HALVES = (regex(r"上半年[^，。；、]{0,16}$"), regex(r"下半年[^，。；、]{0,16}$"))
_PARTED = regex(
    rf"[^。；：{BLANK}]{{0,16}}?(?:(?P<all>分別為|分別是|分為|計有|包括|包含|涵蓋)|(?P<some>其中)|(?P<mark>[：:（(])(?!\s?(?:含|其中|包括)))"
)
_ELSE = regex(r"[，,]\s?(?:另|此外|並(?!列)|同時|較|比|去年|上年|前年|平均|使|讓)|[。；]|另有|另外")
_INSIDE = regex(r"[（(][^（）()]*[)）]")
_OF_EACH = regex(r"其中[^，。；]*|(?:每|各|平均|單次)[^，、。；\d]{0,4}\d[^，、。；]*")
_AND_MORE = regex(r"等(?!\s?[\d一二三四五六七八九十])")
_FEWEST = 2
_MOST = 12


def sums_come_out(draft: Draft, _held: Held) -> Iterator[Finding]:
    """Each total of a sentence against the parts that the sentence names."""
    for read, group in groupby(draft.numbers, key=lambda number: number.read):
        numbers = [number for number in group if not number.ordinal]
        if read.block.cells or len(numbers) <= _FEWEST:
            continue
        told = _sums_in_chinese(numbers) if read.sentence.chinese else sums_in_english(numbers)
        yield from (told_sum(total, parts, sums_come_out.__name__) for total, parts in told)


def _sums_in_chinese(numbers: Sequence[Number]) -> Iterator[Told]:
    text = numbers[0].text
    apart = [match.span() for match in (*_INSIDE.finditer(text), *_OF_EACH.finditer(text))]
    blanked = _blanked(text, numbers)
    for at, total in enumerate(numbers):
        if total.unit in ("", "%"):
            continue
        marked = _SUMMED.search(blanked, 0, total.start)
        if marked:
            parts = [one for one in of_unit(numbers[:at], total.unit) if one.start < marked.start()]
            told = _sum_of_those_before(total, [one for one in parts if not _within(one, apart)])
        elif _OF_A_YEAR.search(blanked, 0, total.start):
            told = _sum_of_halves(blanked, total, of_unit(numbers[:at], total.unit))
        else:
            told = _sum_of_those_behind(blanked, total, of_unit(numbers[at + 1 :], total.unit), apart)
        if told:
            yield told


def _blanked(text: str, numbers: Sequence[Number]) -> str:
    """The text with a blank for each character of its numbers."""
    for number in numbers:
        text = text[: number.start] + BLANK * (number.end - number.start) + text[number.end :]
    return text


def _within(number: Number, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= number.start < end for start, end in spans)


def _sum_of_those_before(total: Number, parts: list[Number]) -> Told | None:
    """The total with those before it that add up to it, else with all, if no choice of them does."""
    parts = parts[-_MOST:]
    for first in range(len(parts) - _FEWEST + 1):
        if comes_out(total, parts[first:]):
            return total, parts[first:]
    return (total, parts) if len(parts) >= _FEWEST and not suffices(total, parts) else None


def _sum_of_halves(text: str, total: Number, parts: list[Number]) -> Told | None:
    """The total of a year with the numbers of its halves."""
    halves = parts[-len(_HALVES) :]
    told = len(halves) == len(_HALVES) and all(
        half.search(text, 0, one.start) for half, one in zip(_HALVES, halves, strict=True)
    )
    return (total, halves) if told else None


def _sum_of_those_behind(
    text: str, total: Number, parts: list[Number], apart: Sequence[tuple[int, int]]
) -> Told | None:
    """The total with the numbers of its unit behind it, if the words part it into them."""
    marked = _PARTED.match(text, total.end)
    if not marked:
        return None
    start = marked.end()
    bracket = next((span for span in apart if span[0] == start - 1), None)
    stop = bracket[1] if bracket else next((match.start() for match in _ELSE.finditer(text, start)), len(text))
    parts = [one for one in parts if start <= one.start < stop and (bracket or not _within(one, apart))]
    if len(parts) < _FEWEST:
        return None
    if comes_out(total, parts):
        return total, parts
    listed = text[start : parts[-1].end]
    more = _AND_MORE.search(text, start, stop) or suffices(total, parts)
    clear = not more and (marked["all"] or (marked["mark"] and not {"，", ","}.intersection(listed)))
    return (total, parts) if clear else None
