"""What a language must be able to say of a report."""

import re
from dataclasses import dataclass
from typing import Protocol

from hansa.figures.words import Words
from hansa.reports.outline.items import (
    AgreementItem,
    AnnualReport,
    Citation,
    ExchangeItem,
    FigureItem,
    MembershipItem,
    Named,
    NumberItem,
)

# A sentence whose figures are followed by their marks: words, and the figures that the marks are of.
Sentence = list[str | FigureItem]

# A line broken between two Chinese characters is no space.
_CHINESE = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_BROKEN = re.compile(rf"(?<=[{_CHINESE}])\s+(?=[{_CHINESE}])")


def quoted(quote: str) -> str:
    """The words of a passage on one line."""
    return " ".join(_BROKEN.sub("", quote).split())


@dataclass(frozen=True)
class Titles:
    """The fixed headings and short words of a report."""

    contents: str
    notes: str
    nothing: str
    international: str
    partners: str
    visitors: str
    partner_exchanges: str
    others_abroad: str
    agreements: str
    memberships: str
    numbers: str
    numbers_note: str
    others: str
    membership_head: tuple[str, ...]
    number_head: tuple[str, ...]
    # Kinds of exchange that stand under one heading, in their order.
    groups: tuple[tuple[str, tuple[str, ...]], ...]


class Wording(Protocol):
    """A language's words for an annual report."""

    titles: Titles

    def words(self, words: Words) -> str:
        """A heading in the language."""

    def name(self, name: Named) -> str:
        """A name in the language, or in the other where it has none."""

    def title(self, report: AnnualReport) -> str:
        """The report's title."""

    def dateline(self, report: AnnualReport) -> str:
        """The day on which the report was made."""

    def figures(self, group: tuple[FigureItem, ...]) -> Sentence:
        """A sentence that states the figures of one passage, each followed by itself for its mark."""

    def exchange_title(self, item: ExchangeItem) -> str:
        """The exchange's title, or one made of its parties and kind."""

    def exchange(self, item: ExchangeItem, home: Named) -> str:
        """A full sentence on an exchange."""

    def agreement_title(self, item: AgreementItem) -> str:
        """The agreement's title, or one made of its parties and kind."""

    def agreement(self, item: AgreementItem, home: Named) -> str:
        """A full sentence on an agreement signed."""

    def membership(self, item: MembershipItem) -> tuple[str, ...]:
        """A row of the table of memberships, by `titles.membership_head`."""

    def computed(self, item: NumberItem) -> tuple[str, str, str]:
        """The measure's label, its unit and the number computed."""

    def published(self, item: NumberItem) -> list[str]:
        """The numbers published for the measure, each with its unit."""

    def remark(self, item: NumberItem) -> str:
        """Whether the computed and the published numbers agree."""

    def citation(self, citation: Citation) -> str:
        """A source with its page and the words quoted."""
