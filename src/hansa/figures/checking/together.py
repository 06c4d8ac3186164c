"""Totals of what the items before tell one by one: 四維行政中心省2萬度, 鳳山行政中心省3萬度, 兩行政中心共省5萬度."""

from collections import deque
from collections.abc import Iterator

from hansa.figures.checking.arithmetic import told_sum
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.numbers import Number
from hansa.reading.patterns import regex

_BOTH = regex(r"(?P<count>[兩二三四五])(?P<noun>[\u4e00-\u9fff]{2,8})")
_EACH = regex(r"各|平均|每一|每個|分別")
_COUNTS = {"兩": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_LEAD = 2
_REMEMBERED = 24
_SHORTEST_NOUN = 3


def totals_of_items_come_out(draft: Draft, _held: Held) -> Iterator[Finding]:
    """Each number that counts for 兩X together against those of the X before, led in by the same words."""
    seen: deque[Number] = deque(maxlen=_REMEMBERED)
    for number in draft.numbers:
        if number.read.block.cells or number.ordinal or not number.unit:
            continue
        parts = _parts(draft, number, seen)
        if parts:
            yield told_sum(number, parts, totals_of_items_come_out.__name__)
        else:
            seen.append(number)


def _parts(draft: Draft, total: Number, seen: "deque[Number]") -> list[Number]:
    """The numbers before that the total sums up; none where it is not clear that it does."""
    before = total.text[: total.start]
    both = _BOTH.search(before)
    lead = _lead(total)
    if not both or len(lead) < _LEAD or _EACH.search(before):
        return []
    like = [one for one in seen if one.unit == total.unit and _lead(one) == lead][-_COUNTS[both["count"]] :]
    if len(like) < _COUNTS[both["count"]] or like[0].read.index == total.read.index:
        return []
    between = "\n".join(block.text for block in draft.blocks[max(0, like[0].read.index - 1) : total.read.index])
    nouns = (both["noun"][:length] for length in range(len(both["noun"]), _SHORTEST_NOUN - 1, -1))
    named = any(between.count(noun) == len(like) for noun in nouns)
    return like if named else []


def _lead(number: Number) -> str:
    """The two characters right before a number."""
    return number.text[: number.start].rstrip(" 約計共達")[-_LEAD:]
