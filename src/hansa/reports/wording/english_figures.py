"""Figures in English sentences: those of one item together."""

from collections.abc import Sequence
from decimal import Decimal

from hansa.reports.outline.items import FigureItem
from hansa.reports.quantities import grouped
from hansa.reports.wording.dates import english_date
from hansa.reports.wording.wording import Sentence

# The units in which reports from Taiwan count.
_UNITS = {
    "案": "case|cases", "件": "case|cases", "人次": "person|persons", "人": "person|people", "名": "person|people",
    "位": "person|people", "場次": "session|sessions", "場": "session|sessions", "次": "time|times",
    "國": "country|countries", "個": "", "項": "item|items", "期": "issue|issues", "間": "room|rooms",
    "張": "sheet|sheets", "元": "TWD", "車次": "trip|trips", "部": "unit|units", "台": "unit|units",
    "片": "piece|pieces", "份": "copy|copies", "度": "kWh", "％": "%", "所": "place|places",
    "家": "business|businesses", "場家": "business|businesses",
}  # fmt: skip


def figures_said(group: Sequence[FigureItem]) -> Sentence:
    """In 2022: foreign visitors, 33 cases and 220 persons; …. Each figure stands behind its words, for its mark."""
    sentence: Sentence = []
    before: FigureItem | None = None
    for item in group:
        if before is None or item.period != before.period:
            sentence.append(("; " if before else "") + (f"{english_date(item.period)}: " if item.period else ""))
        else:
            sentence.append("; ")
        words = item.label.en if item.label else item.measure
        sentence.append(f"{words} {quantity(item.value, item.unit)}")
        sentence.append(item)
        before = item
    return [*(part for part in sentence if part), "."]


def quantity(value: Decimal, unit: str) -> str:
    """33 cases, 1 case, 90.7%; a unit that has no English is kept."""
    one, _, many = _UNITS.get(unit, unit).partition("|")
    word = one if value == 1 or not many else many
    return grouped(value) + (word if word == "%" else f" {word}" if word else "")
