"""Figures in English sentences: those of one item together."""

from collections.abc import Sequence
from decimal import Decimal

from hansa.reports.outline.items import FigureItem
from hansa.reports.quantities import CURRENCIES, grouped
from hansa.reports.wording.dates import english_date
from hansa.reports.wording.figures import templates
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
_DOLLARS = ("元", "新臺幣", "新台幣", "NT$")


def figures_said(group: Sequence[FigureItem], said: str = "") -> Sentence:
    """In 2022, inbound visits numbered 33; …. Each figure stands behind its words, for its mark."""
    sentence: Sentence = []
    before: FigureItem | None = None
    for item in group:
        same_period = item.period == (before.period if before else said)
        words = ("; " if before else "") + ("" if same_period else _period(item)) + _clause(item)
        sentence += [words if before else words[:1].upper() + words[1:], item]
        before = item
    return [*sentence, "."]


def _clause(item: FigureItem) -> str:
    """What is said of it: its measure's own words, else the measure and its number."""
    if item.known is None:
        return f"{item.measure} {quantity(item.value, item.unit)}"
    number = f"NT${grouped(item.value)}" if item.unit in _DOLLARS else grouped(item.value)
    number += item.unit if item.unit in ("%", *CURRENCIES) and item.unit not in _DOLLARS else ""
    own = templates().get(item.known.key)
    if own:
        return own.en.format(n=number)
    label = item.label.en
    counted = not item.unit or item.unit not in ("%", "％", *CURRENCIES)
    return f"{label[:1].lower()}{label[1:]} {'numbered' if counted else 'was'} {number}"


def _period(item: FigureItem) -> str:
    """In 2022, On 10 August 2022, From 1 March 2021 to 28 February 2023, before what is counted."""
    start, _, end = item.period.partition("/")
    if not start:
        return ""
    if end and ".." not in (start, end):
        return f"from {english_date(start)} to {english_date(end)}, "
    return f"{'on' if len(start) == len('2022-08-10') else 'in'} {english_date(item.period)}, "


def quantity(value: Decimal, unit: str) -> str:
    """33 cases, 1 case, 90.7%; a unit that has no English is kept."""
    one, _, many = _UNITS.get(unit, unit).partition("|")
    word = one if value == 1 or not many else many
    return grouped(value) + (word if word == "%" else f" {word}" if word else "")
