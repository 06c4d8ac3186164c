"""What a language must be able to say on the council's slides."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from hansa.figures.answers import Answer
from hansa.figures.words import Words
from hansa.reports.council.items import CouncilReport, Counted, Happened, Joined, Photograph, Place, Signed, Visitors
from hansa.reports.council.slides import Number
from hansa.reports.outline.items import Citation, Named


@dataclass(frozen=True)
class Titles:
    """The fixed titles and short words of the slides."""

    contents: str
    diplomacy: str
    overview: str
    map: str
    map_legend: tuple[str, str]
    visitors: str
    visitors_computed: str
    months: str
    series: tuple[str, str]
    countries: str
    countries_series: str
    agreements: str
    exchanges: str
    partners: str
    partners_signed: str
    memoranda: str
    undated: str
    figures: str
    organizations: str
    members: str
    joined: str
    exchanges_total: str
    agreements_total: str
    nothing: str
    closing: str
    closing_lines: tuple[str, ...]
    sources: str
    notes: str
    no_source: str
    more: str
    further: str
    parted: str
    continued: str
    broken_picture: str
    # Kinds of exchange that stand under one heading, in their order.
    groups: tuple[tuple[str, tuple[str, ...]], ...]


class Wording(Protocol):
    """A language's words for the council's slides."""

    titles: Titles

    def words(self, words: Words) -> str:
        """Fixed words in the language."""

    def name(self, name: Named) -> str:
        """A name in the language, or in the other where it has none."""

    def country(self, code: str) -> str:
        """A country's name by its code."""

    def listed(self, words: Sequence[str]) -> str:
        """Words as a list on one line."""

    def title(self, report: CouncilReport) -> str:
        """The title of the report."""

    def cover(self, report: CouncilReport) -> tuple[str, ...]:
        """The lines below the title: the period, who reports."""

    def period(self, first: dt.date, last: dt.date) -> str:
        """From which month to which, or day."""

    def date(self, date: str) -> str:
        """An EDTF date."""

    def month(self, month: str, *, first: bool) -> str:
        """A month (YYYY-MM) as short as a chart's axis needs; with its year where it is the first."""

    def signed(self, kind: str) -> str:
        """What was signed, as a noun."""

    def crossed(self, parties: Sequence[Place], home: Place) -> str:
        """The parties of an agreement, joined by ×, each with its country where that is known and not the home's."""

    def agreement(self, one: Signed) -> tuple[str, ...]:
        """Lines that tell of an agreement: first what, when and where, then by whom, on what, why."""

    def exchange_title(self, one: Happened) -> str:
        """The title of an exchange, or one made of its parties and kind."""

    def exchange(self, one: Happened, home: Place) -> tuple[str, ...]:
        """Lines that tell of an exchange: when, where, who, on what, how many."""

    def joined(self, one: Joined) -> tuple[str, ...]:
        """Lines that tell of a membership that began: the member, since when, the unit responsible."""

    def number(self, figure: Counted, aside: str = "") -> Number:
        """A published figure as a big number."""

    def computed(self, answers: Sequence[Answer]) -> str:
        """What the register's own records give, on one line."""

    def differing(self, visitors: Visitors) -> tuple[str, ...]:
        """Notes on published figures beside the computed ones."""

    def caption(self, picture: Photograph) -> str:
        """What a picture shows, and whose it is."""

    def citation(self, ref: str, citation: Citation) -> str:
        """Which record rests on which words of which page of a source."""

    def alt(self, title: str, rows: Sequence[tuple[str, Sequence[int]]]) -> str:
        """A chart in words."""
