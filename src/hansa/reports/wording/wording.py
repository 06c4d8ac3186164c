"""What a language must be able to say of a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from hansa.figures.words import Words
from hansa.reports.outline.items import (
    AgreementItem,
    AnnualReport,
    ChangeItem,
    Citation,
    ExchangeItem,
    FigureItem,
    MembershipItem,
    Named,
    NumberItem,
    PartnerGroup,
)

# A sentence whose figures are followed by their marks: words, and the figures that the marks are of.
Sentence = list[str | FigureItem]

# A line broken between two Chinese characters is no space.
_CHINESE = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_BROKEN = re.compile(rf"(?<=[{_CHINESE}])\s+(?=[{_CHINESE}])")
# So much of a passage is quoted: enough to find it, in a note of a line or two.
_QUOTED = 60


def quoted(quote: str) -> str:
    """The words of a passage on one line, shortened where they are long."""
    words = " ".join(_BROKEN.sub("", quote).split())
    return words if len(words) <= _QUOTED else words[:_QUOTED] + "…"


@dataclass(frozen=True)
class Titles:
    """The fixed headings and short words of a report."""

    # What stands between two sentences.
    gap: str
    contents: str
    notes: str
    nothing: str
    empty_year: str
    numbers_note: str
    changes: str
    changes_note: str
    others: str
    to_confirm: str
    membership_head: tuple[str, ...]
    number_head: tuple[str, ...]
    change_head: tuple[str, ...]


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

    def figures(self, group: Sequence[FigureItem], said: str = "") -> Sentence:
        """Sentences that state the figures of one item, each followed by itself for its mark.

        `said` is the period that the words before them have told.
        """

    def heading(self, words: str) -> str:
        """What figures stood under in their document, as the title of their item; empty where it cannot be one."""

    def exchange_title(self, item: ExchangeItem) -> str:
        """The exchange's title, or one made of its parties and kind."""

    def exchange(self, item: ExchangeItem, home: Named) -> str:
        """A full sentence on an exchange."""

    def agreement_title(self, item: AgreementItem) -> str:
        """A title made of the agreement's parties and kind."""

    def agreement(self, item: AgreementItem, home: Named) -> str:
        """A full sentence on an agreement signed."""

    def group_title(self, group: PartnerGroup) -> str:
        """What several things that happened with one partner stand under."""

    def membership(self, item: MembershipItem) -> tuple[str, ...]:
        """A row of the table of memberships, by `titles.membership_head`."""

    def number(self, item: NumberItem) -> tuple[str, str, str]:
        """The measure's label, its number with the unit, and a remark, by `titles.number_head`."""

    def change_columns(self, year: int) -> tuple[str, ...]:
        """The head of the table of changes against the year before."""

    def change(self, item: ChangeItem) -> tuple[str, ...]:
        """A row of it: the measure's label, the number of the year, that of the year before, the difference, why."""

    def field(self, name: str) -> str:
        """What a field of a record is called: 日期, date."""

    def value(self, name: str, value: object) -> str:
        """What a field of a record holds, as people write it."""

    def differs(self, what: str, before: str, now: str) -> str:
        """日期原為甲，現為乙: what a record held when its item was edited, and what it holds now."""

    def proposal(self, differences: Sequence[str], text: str) -> str:
        """What has changed under an edited item, and the words that would be written of it now."""

    def citation(self, citation: Citation) -> str:
        """A source with its page and the words quoted."""
