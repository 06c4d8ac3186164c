"""Figures in Chinese sentences: those of one item together, as the department's reports write them."""

from collections.abc import Sequence

from hansa.reports.outline.items import FigureItem
from hansa.reports.quantities import chinese_quantity
from hansa.reports.wording.dates import chinese_date
from hansa.reports.wording.wording import Sentence


def figures_said(group: Sequence[FigureItem]) -> Sentence:
    """111年度國際訪賓計33案、220人次；……。 Each figure stands behind its words, for its mark."""
    sentence: Sentence = []
    before: FigureItem | None = None
    for item in group:
        same_period = before is not None and item.period == before.period
        same = before is not None and same_period and subject(item) == subject(before)
        sentence.append(("" if before is None else "、" if same else "；") + ("" if same_period else _period(item)))
        sentence.append(chinese_quantity(item.value, item.unit) if same else _clause(item))
        sentence.append(item)
        before = item
    return [*(part for part in sentence if part), "。"]


def subject(item: FigureItem) -> str:
    """What is counted, without the unit that the number brings itself: 國際訪賓人次 → 國際訪賓."""
    words = item.label.zh if item.label else item.measure
    # A unit of one character may be part of a word: 案件 is not 案.
    return (words.removesuffix(item.unit) if len(item.unit) > 1 else words) or words


def _period(item: FigureItem) -> str:
    """The words before what is counted: 111年度, 111年1月至11月; a comma before Latin words and digits."""
    words = chinese_date(item.period) if item.period else ""
    whole_year = item.period.isdigit()
    return words + ("度" if whole_year else "") + ("，" if words and subject(item)[:1].isascii() else "")


def _clause(item: FigureItem) -> str:
    return f"{subject(item)}{'為' if item.unit in ('%', '％') else '計'}{chinese_quantity(item.value, item.unit)}"
