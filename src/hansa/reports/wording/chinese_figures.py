"""Figures in Chinese sentences: those of one item together, as the department's reports write them."""

from collections.abc import Sequence

from hansa.reports.outline.items import FigureItem
from hansa.reports.quantities import chinese_quantity
from hansa.reports.wording.dates import chinese_date
from hansa.reports.wording.figures import templates
from hansa.reports.wording.wording import Sentence


def figures_said(group: Sequence[FigureItem], said: str = "") -> Sentence:
    """111年度接待國際訪賓計33案、220人次；……。 Each figure stands behind its words, for its mark."""
    sentence: Sentence = []
    before: FigureItem | None = None
    for item in group:
        same_period = item.period == (before.period if before else said)
        same = before is not None and same_period and _words(item) == _words(before)
        sentence.append(("" if before is None else "、" if same else "；") + ("" if same_period else _period(item)))
        quantity = chinese_quantity(item.value, item.unit)
        sentence.append(quantity if same else _words(item).format(n=quantity))
        sentence.append(item)
        before = item
    return [*(part for part in sentence if part), "。"]


def _words(item: FigureItem) -> str:
    """What is said of it around its number: its measure's own words, else the measure and 計 or 為."""
    if item.known and item.known.key in templates():
        return templates()[item.known.key].zh
    # What is counted may end in the unit that the number brings itself; one of one character may be part of a word.
    words = item.label.zh.replace("{", "（").replace("}", "）")
    subject = words.removesuffix(item.unit) if len(item.unit) > 1 else words
    return f"{subject or words}{'為' if item.unit in ('%', '％') else '計'}{{n}}"


def _period(item: FigureItem) -> str:
    """The words before what is counted: 111年度, 111年1月至11月; a comma before Latin words and digits."""
    words = chinese_date(item.period) if item.period else ""
    whole_year = item.period.isdigit()
    return words + ("度" if whole_year else "") + ("，" if words and _words(item)[:1].isascii() else "")
