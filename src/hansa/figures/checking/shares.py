"""Shares and changes that a sentence tells with the numbers that they follow from.

40件中調解成立30件，占75%; 33案，較110年12案增加21案; `30 of 40 cases (75%)`; `from 12 to 33, an increase of 21`.
"""

import re
from collections.abc import Iterator, Sequence
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

_ANY = "\ue000"
"""What stands for a number, with its unit, in the patterns: they are matched against the words between numbers."""

_UP = "(?P<up>增加|成長|增幅|提升|上升|提高|多|增)"
_DOWN = "(?P<down>減少|減幅|下降|縮減|節省|降低|減|少|降)"
_CHANGE = rf"(?:{_UP}|{_DOWN})[^，。；#]{{0,4}}(?P<change>#)"
_RATE = (
    r"(?:[，,（(、]\s?[^，。；#]{0,4}(?:增幅|減幅|成長率?|增加率?|減少率?|節[電水能]率|下降)"
    r"[^，。；#]{0,3}(?P<rate>#))?"
)
_UP_EN = "(?P<up>an? (?:increase|rise|growth|gain) of|up(?: by)?|more by|growing by)"
_DOWN_EN = "(?P<down>an? (?:decrease|fall|drop|decline|reduction) of|down(?: by)?|falling by)"
_GREW_EN = "(?:(?P<up>grew|rose|increased|climbed|up)|(?P<down>fell|dropped|decreased|declined|down))"
_AMONG = r"(?P<whole>#)[^，。；#]{0,4}中[，,]?[^。；#]{0,16}"


def _patterns(*forms: str) -> tuple[re.Pattern[str], ...]:
    """The forms, in which # stands for a number."""
    return tuple(regex(form.replace("#", _ANY)) for form in forms)


_SHARES = _patterns(
    # 40件中調解成立30件，占75%; 50人中有45人滿意，滿意度90%
    rf"{_AMONG}(?P<part>#)[^。；，#]{{0,12}}[，,]?\s?(?:[（(]|占|佔|即|比[率例])[^，。；#]{{0,8}}(?P<share>#)",
    rf"{_AMONG}(?P<part>#)[^。；，#]{{0,6}}?(?P<what>[\u4e00-\u9fff]{{2}})[，,]\s?(?P=what)[率度][^，。；#]{{0,4}}(?P<share>#)",
    # 147件，其中成立98件，成立率66.7%
    r"(?P<whole>#)[，,（(]?\s?其中[^，。；#]{0,12}?(?P<what>[\u4e00-\u9fff]{2})\s?(?P<part>#)"
    r"[，,（(、]\s?(?P=what)率[^，。；#]{0,4}(?P<share>#)",
    # 成立30件，占全部40件的75%
    r"(?P<part>#)[^。；#]{0,6}?[，,（(]?\s?[占佔][^，。；#]{0,12}(?P<whole>#)[^，。；#]{0,4}[的之]\s?(?P<share>#)",
    # 預算數500萬元，決算數450萬元，執行率90%
    r"預算[^，。；#]{0,6}(?P<whole>#)[，,、]\s?(?:決算|執行|實支|支用)[^，。；#]{0,6}(?P<part>#)"
    r"[，,（(、]\s?執行率[^，。；#]{0,4}(?P<share>#)",
    # 30 of 40 cases (75%); 75% (30 of 40); of 40 cases, 30 were settled (75%)
    r"(?P<part>#) (?:[a-z]+ )?(?:out )?of (?:the |its |a total of |all )?(?P<whole>#)"
    r"[^.;#]{0,40}?(?:\(|, (?:or |which is )?)(?P<share>#)",
    r"(?P<share>#)\s?[(（](?P<part>#)[^.;,#]{0,20}? (?:out )?of (?:the |a total of )?(?P<whole>#)",
    r"\b[Oo]f (?:the |its |a total of )?(?P<whole>#) [a-z][a-z -]{1,30}, (?P<part>#)[^.;,#]{0,40}?\((?P<share>#)\)",
)
_CHANGES = _patterns(
    # 由12案增加至33案，增加21案
    r"[由從自][^，。；#]{0,14}(?P<earlier>#)[^，。；#]{0,8}?(?:增|成長|提升|上升|提高|減|降)[^，。；#]{0,2}[至到為]\s?(?P<later>#)"
    rf"[^。；#]{{0,10}}?{_CHANGE}{_RATE}",
    # 33案，較110年12案增加21案
    r"(?P<later>#)[^。；#]{0,6}?[，,（(]?\s?[^，。；#]{0,4}[較比][^，。；#]{0,14}(?P<earlier>#)"
    rf"[^，。；#]{{0,4}}?{_CHANGE}{_RATE}",
    # 112年120萬度，113年108萬度，減少12萬度，節電率10%
    r"(?:年度?|同期)[^，。；#]{0,6}(?P<earlier>#)[，,、]\s?(?:\d{2,4}\s?年度?|今年|本年度?|本期)[^，。；#]{0,6}(?P<later>#)"
    rf"[，,（(、]\s?[^，。；#]{{0,8}}?{_CHANGE}{_RATE}",
    # from 12 to 33, an increase of 21; grew by 175% from 12 to 33
    r"\bfrom (?:[\w ]{0,12} )?(?P<earlier>#)[^.;#]{0,40}?\sto\s(?P<later>#)"
    rf"[^.;#]{{0,40}}?[,(]\s?(?:{_UP_EN}|{_DOWN_EN})\s(?P<change>#)",
    rf"\b{_GREW_EN}(?: by)? (?P<change>#) from (?P<earlier>#)[^.;#]{{0,30}}?\sto\s(?P<later>#)",
)


def shares_come_out(draft: Draft, _held: Held) -> Iterator[Finding]:
    """Each share, difference and growth against the two numbers beside it that it follows from."""
    for read, group in groupby(draft.numbers, key=lambda number: number.read):
        numbers = [number for number in group if not number.ordinal]
        if read.block.cells or len(numbers) < len(("whole", "part", "share")):
            continue
        words = _between(numbers)
        for form in _SHARES:
            yield from (one for match in form.finditer(words) for one in _share(_named(match, numbers)))
        for form in _CHANGES:
            yield from (one for match in form.finditer(words) for one in _change(_named(match, numbers), match))


def _between(numbers: Sequence[Number]) -> str:
    """The sentence with one character for each number."""
    pieces, at = [], 0
    for number in numbers:
        pieces += [numbers[0].text[at : number.start], _ANY]
        at = number.end
    return "".join((*pieces, numbers[0].text[at:]))


def _named(match: re.Match[str], numbers: Sequence[Number]) -> dict[str, Number]:
    """The numbers by what they are in a form."""
    places = {name: match.start(name) for name, words in match.groupdict().items() if words == _ANY}
    return {name: numbers[match.string.count(_ANY, 0, place)] for name, place in places.items()}


def _share(told: dict[str, Number]) -> Iterator[Finding]:
    whole, part, share = told["whole"], told["part"], told["share"]
    if whole.unit == part.unit != "%" and share.unit == "%" and part.value <= whole.value and whole.value:
        yield _percentage(share, 100 * part.value / whole.value, f"{part.written} ÷ {whole.written}")


def _change(told: dict[str, Number], match: re.Match[str]) -> Iterator[Finding]:
    """What the change should be, and its rate where that is told besides."""
    earlier, later = told["earlier"], told["later"]
    way = bool(match["up"]) if later.value > earlier.value else bool(match["down"])
    if not way or earlier.unit != later.unit or earlier.unit == "%" or not earlier.value:
        return
    more, less = (later, earlier) if later.value > earlier.value else (earlier, later)
    for result in (told["change"], *filter(None, [told.get("rate")])):
        if result.unit == "%":
            value = 100 * (more.value - less.value) / earlier.value
            yield _percentage(result, value, f"({more.written} − {less.written}) ÷ {earlier.written}")
        elif result.unit == earlier.unit:
            yield _difference(more, less, result)


def _percentage(result: Number, value: Decimal, how: str) -> Finding:
    """Right up to its last figure, which may be rounded or cut off."""
    step = step_of(result)
    right = plain_number(value.quantize(step))
    holds = abs(value - result.value) < (step if not result.approximate else 2 * step)
    told = f"{how} = {right}%"
    return finding(result, "share", "" if holds else right, Words(told, told), shares_come_out.__name__)


def _difference(more: Number, less: Number, result: Number) -> Finding:
    value = more.value - less.value
    holds = abs(value - result.value) <= slack(more) + slack(less) + slack(result)
    right = written_like(result, value)
    how = f"{more.written} − {less.written} = {right}"
    return finding(result, "sum", "" if holds else right, Words(how, how), shares_come_out.__name__)
