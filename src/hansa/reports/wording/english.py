"""Reports in English."""

from collections.abc import Sequence
from decimal import Decimal

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
from hansa.reports.quantities import grouped
from hansa.reports.wording import english_abroad
from hansa.reports.wording.dates import english_date
from hansa.reports.wording.english_figures import figures_said, quantity
from hansa.reports.wording.wording import Sentence, Titles, quoted

_FIELDS = {
    "kind": "kind", "title": "title", "date": "date", "parties": "parties", "people": "people", "place": "place",
    "topics": "topics", "headcount": "participants", "attendance": "visitors", "summary": "summary",
    "signed": "day of signing", "signatories": "signatories", "subjects": "fields of cooperation",
    "measure": "what is counted", "value": "value", "unit": "unit", "period": "period", "record": "record",
}  # fmt: skip
_DATES = ("date", "signed", "period")
_SOURCES = {"published": "published in a document", "counted": "counted from the register"}
# So many are named of what was added or ended.
_NAMED = 8


class English:
    """English."""

    titles = Titles(
        gap=" ",
        contents="Contents",
        notes="Sources",
        nothing="The register holds nothing on this for the year.",
        empty_year="The register holds no records of this year yet. The chapters below will fill as they are entered.",
        numbers_note=(
            "Numbers are those that documents published; where none was published, they are counted from the records "
            "in the register by the measure's counting rule. Where the two differ, the remark says so."
        ),
        changes="Changes against last year",
        changes_note="Only what the register holds of both years is compared; the reasons are those that records give.",
        others="Other matters",
        to_confirm="To be confirmed",
        membership_head=("Organization", "Member", "Since", "Role", "Unit responsible"),
        number_head=("Measure", "Number", "Remark"),
        change_head=("Measure", "{year}", "{before}", "Difference", "Why"),
    )

    def words(self, words: Words) -> str:
        """A heading in English."""
        return words.en

    def name(self, name: Named) -> str:
        """A name in English, or in Chinese where it has none."""
        return english_abroad.name_of(name)

    def title(self, report: AnnualReport) -> str:
        """Annual report 2022 of the office."""
        return f"{self.name(report.office)}: Annual Report {report.year}"

    def dateline(self, report: AnnualReport) -> str:
        """Compiled on 1 February 2023."""
        return f"Compiled on {english_date(report.made.isoformat())}"

    def figures(self, group: Sequence[FigureItem], said: str = "") -> Sentence:
        """In 2022: foreign visitors, 33 cases and 220 persons."""
        return figures_said(group, said)

    def heading(self, words: str) -> str:
        """What figures stood under in their document; nothing where that is Chinese."""
        return "" if english_abroad.is_chinese(words) else words

    def exchange_title(self, item: ExchangeItem) -> str:
        """The title, or Kumamoto: online meeting."""
        return english_abroad.exchange_title(item)

    def exchange(self, item: ExchangeItem, home: Named) -> str:
        """On 17 March 2022, Mayor … and Mayor … of Kumamoto held an online meeting, …."""
        return english_abroad.exchange(item, home)

    def agreement_title(self, item: AgreementItem) -> str:
        """Bratislava Region: partnership agreement."""
        return english_abroad.agreement_title(item)

    def agreement(self, item: AgreementItem, home: Named) -> str:
        """On 9 June 2022, Kaohsiung and Bratislava Region signed a partnership agreement, …."""
        return english_abroad.agreement(item, home)

    def group_title(self, group: PartnerGroup) -> str:
        """Exchanges with Kumamoto."""
        return english_abroad.group_title(group)

    def membership(self, item: MembershipItem) -> tuple[str, ...]:
        """Organization, member, since, role, unit responsible."""
        since = english_date(item.since) if item.since else "—"
        return (self.name(item.organization), self.name(item.member), since, item.role or "—", item.responsible or "—")

    def number(self, item: NumberItem) -> tuple[str, str, str]:
        """Inbound visits, 33 cases, 18 sessions in the register."""
        answer = item.answer
        counted = quantity(Decimal(answer.value), answer.unit.en)
        silent = f"not stated in {grouped(answer.silent)} records" if answer.silent and answer.value else ""
        if not item.published:
            return answer.label.en, counted, silent or "—"
        published = ", ".join(quantity(number.value, number.unit) for number in item.published)
        differs = f"{counted} in the register" if answer.differs and answer.value else ""
        return answer.label.en, published, ", ".join(filter(None, (differs, silent if differs else ""))) or "—"

    def change_columns(self, year: int) -> tuple[str, ...]:
        """Measure, 2022, 2021, Difference, Why."""
        return tuple(one.format(year=year, before=year - 1) for one in self.titles.change_head)

    def change(self, item: ChangeItem) -> tuple[str, ...]:
        """Sister, friendship and partner cities (partners), 36, 35, +1, added: Bratislava Region."""
        difference = item.now - item.before
        return (
            f"{item.label.en} ({item.unit.en})",
            grouped(item.now),
            grouped(item.before),
            f"{'+' if difference > 0 else '−'}{grouped(abs(difference))}" if difference else "unchanged",
            "; ".join(self._because(item)) or "—",
        )

    def _because(self, item: ChangeItem) -> list[str]:
        told = [
            f"{words}: {', '.join(names[:_NAMED])}{f' and {len(names) - _NAMED} more' if len(names) > _NAMED else ''}"
            for words, names in (("added", item.added), ("ended", item.ended))
            if names
        ]
        return told + [_reason(*reason) for reason in item.reasons]

    def field(self, name: str) -> str:
        """Date."""
        return _FIELDS.get(name, name)

    def value(self, name: str, value: object) -> str:
        """17 March 2022, A and B, 13,358; (nothing) where there is nothing."""
        if isinstance(value, list):
            return english_abroad.listed([str(one) for one in value]) or "(nothing)"
        if name in _DATES and value:
            return english_date(str(value))
        if name in ("value", "headcount", "attendance") and value:
            return grouped(Decimal(str(value)))
        return str(value) if value else "(nothing)"

    def differs(self, what: str, before: str, now: str) -> str:
        """Date was 17 March 2022, is 18 March 2022."""
        return f"{what} was {before}, is {now}"

    def proposal(self, differences: Sequence[str], text: str) -> str:
        """The records have changed since this was edited: …. Proposed: “…”"""
        return f"The records have changed since this was edited: {'; '.join(differences)}." + (
            f" Proposed: “{text}”" if text else ""
        )

    def citation(self, citation: Citation) -> str:
        """Performance report, p. 3: “…”."""
        return f"{citation.title}, p. {citation.page}: “{quoted(citation.quote)}”"


def _reason(kind: str, before: str, now: str) -> str:
    if kind == "rule":
        return f"counted by another rule: “{before}” last year, “{now}” this year"
    if kind == "rows":
        return f"this year {now.replace('、', ', ') or 'none'}; last year {before.replace('、', ', ') or 'none'}"
    if kind == "counted":
        return f"from different sources: {_SOURCES[before]} last year, {_SOURCES[now]} this year"
    if kind == "period":
        return f"for different periods: {english_date(before)} last year, {english_date(now)} this year"
    return f"published under different words: “{before}” last year, “{now}” this year"
