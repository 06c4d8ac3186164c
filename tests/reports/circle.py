"""What a report that Hansa wrote states, as facts, and how many of them reading the report gives back.

The facts are those of the register that the report tells: agreements signed, exchanges, figures and memberships of the
year. Each is quoted by the words that tell it, and scored as any document's facts are (`tests.gold.scoring`). What is
read besides and the register holds too (a measure's number in a table, last year's, a partner's agreement, an
organization) is neither missed nor in excess.
"""

import datetime as dt
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from hansa.facts import encode_fact
from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts
from hansa.register.domain.queries.agreements import with_parties
from hansa.register.models import Agreement, Office
from hansa.reports.annual import write
from hansa.reports.blocks import Language
from hansa.reports.manuscript import Entry, Manuscript, written
from hansa.reports.outline.annual import from_register
from hansa.reports.outline.items import (
    AgreementItem,
    AnnualReport,
    ChangeItem,
    Counterpart,
    ExchangeItem,
    FigureGroup,
    FigureItem,
    FilledSection,
    Happening,
    MembershipItem,
    Named,
    NumberItem,
    Participant,
)
from hansa.reports.wording import WORDINGS
from hansa.reports.wording.english_figures import quantity
from tests.gold.scoring import Fact, Score, fields, pairs


@dataclass
class Circle:
    """What came back of a report: by type of fact the counts, and those of fields within matched facts."""

    facts: dict[str, Score] = field(default_factory=dict)
    fields: dict[str, Score] = field(default_factory=dict)
    missed: list[Fact] = field(default_factory=list)
    excess: list[Fact] = field(default_factory=list)

    @property
    def overall(self) -> Score:
        """All types together."""
        return sum(self.facts.values(), Score())


def closed(year: int, suffix: str, language: Language, office: Office, made: dt.date) -> Circle:
    """Write the year's report, read it again, and hold what was read against what it tells."""
    told = Told(year, language, office, made)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report{suffix}"
        path.write_bytes(write(year, suffix, language, office, made))
        document = read_document(path)
    home = office.home.name_en or office.home.name_zh if language == "en" else str(office.home)
    read = [json.loads(encode_fact(fact)) for fact in read_facts(document, home)]
    return compared(list(told.facts()), list(told.besides()), read)


def compared(told: Sequence[Fact], besides: Sequence[Fact], read: Sequence[Fact]) -> Circle:
    """How the facts read agree with those told; of the rest, those that are `besides` true do not count."""
    circle = Circle()
    matched = pairs(told, read)
    found, right = {i for i, _ in matched}, {j for _, j in matched}
    rest = [fact for at, fact in enumerate(read) if at not in right]
    true = {j for _, j in pairs(besides, rest)}
    circle.missed = [fact for at, fact in enumerate(told) if at not in found]
    circle.excess = [fact for at, fact in enumerate(rest) if at not in true]
    for kind in sorted({fact["type"] for fact in (*told, *circle.excess)}):
        gold, both = (sum(fact["type"] == kind for fact in some) for some in (told, [told[i] for i, _ in matched]))
        circle.facts[kind] = Score(gold, both + sum(fact["type"] == kind for fact in circle.excess), both)
    for i, j in matched:
        kind = told[i]["type"]
        circle.fields[kind] = circle.fields.get(kind, Score()) + fields(told[i], read[j])
    return circle


class Told:
    """The facts that a year's report tells, in the form of gold answers: a list gives what counts as right."""

    def __init__(self, year: int, language: Language, office: Office, made: dt.date) -> None:
        self.office = office
        self.report: AnnualReport = from_register(year, office, made)
        self.manuscript: Manuscript = written(self.report, language)
        self.wording = WORDINGS[language]
        self._entries: dict[str, Entry] = {entry.key: entry for entry in self.manuscript.entries() if entry.key}

    def facts(self) -> Iterator[Fact]:
        """What the report has to give back."""
        for item in self._happenings():
            yield self._agreement(item) if isinstance(item, AgreementItem) else self._exchange(item)
            yield from (self._figure(figure, self._quote(item.ref)) for figure in item.figures)
        for group in self._groups():
            quote = self._quote(*(figure.ref for figure in group.figures))
            yield from (self._figure(figure, quote) for figure in group.figures)
        yield from map(self._membership, self.report.memberships)

    def besides(self) -> Iterator[Fact]:
        """What it may give back as well."""
        for number in self.report.numbers:
            yield from _counted(number, " ".join(self.wording.number(number)))
        for change in self.report.changes:
            yield from _compared(change, self.report.year, " ".join(self.wording.change(change)))
        for agreement in with_parties(Agreement.objects.filter(parties=self.office.home)):
            parties = [[side.party.name_zh, side.party.name_en, str(side)] for side in agreement.sides.all()]
            yield {"type": "agreement", "kind": agreement.kind, "parties": parties, "quote": str(agreement)}
        for member in self.report.memberships:
            yield {"type": "organization", "name": _spellings(member.organization), "quote": self._row(member)}

    def _happenings(self) -> Iterator[Happening]:
        for group in (*self.report.partners, *self.report.activities):
            yield from group.items
        yield from self.report.agreements

    def _groups(self) -> Iterator[FigureGroup]:
        sections = [*self.report.chapters, *self.report.others]
        for section in sections:
            yield from _all_groups(section)

    def _quote(self, *refs: str) -> str:
        entry = next(entry for entry in map(self._entries.get, refs) if entry)
        return f"{entry.title} {entry.text}".strip()

    def _row(self, item: MembershipItem) -> str:
        return " ".join(self.wording.membership(item))

    def _exchange(self, item: ExchangeItem) -> Fact:
        return {
            "type": "exchange",
            "kind": item.kind,
            "date": item.date,
            "parties": _parties(item.parties),
            "people": _people(item.people),
            "place": item.place,
            "headcount": item.headcount,
            "attendance": item.attendance,
            "quote": self._quote(item.ref),
        }

    def _agreement(self, item: AgreementItem) -> Fact:
        return {
            "type": "agreement",
            "kind": item.kind,
            "signed": item.signed,
            "parties": [_spellings(self.report.home), *_parties(item.parties)],
            "signatories": _people(item.signatories),
            "subjects": list(item.subjects),
            "place": item.place,
            "quote": self._quote(item.ref),
        }

    def _figure(self, item: FigureItem, quote: str) -> Fact:
        names = [item.measure, *([item.label.zh, item.label.en] if item.known else [])]
        return {
            "type": "figure",
            "measure": names,
            "value": _plain(item.value),
            "unit": _units(item, self.manuscript.language),
            "period": item.period,
            "quote": quote,
        }

    def _membership(self, item: MembershipItem) -> Fact:
        return {
            "type": "membership",
            "member": _spellings(item.member),
            "organization": _spellings(item.organization),
            "since": item.since,
            "role": item.role,
            "quote": self._row(item),
        }


def _all_groups(section: FilledSection) -> Iterator[FigureGroup]:
    yield from section.groups
    for below in section.sections:
        yield from _all_groups(below)


def _spellings(name: Named) -> list[str]:
    """The names, without and with the acronym that stands in brackets behind them."""
    return [part for part in (name.zh, name.en, name.zh.partition(" (")[0], name.en.partition(" (")[0]) if part]


def _parties(parties: Iterable[Counterpart]) -> list[list[str]]:
    return [_spellings(party.name) for party in parties]


def _people(people: Iterable[Participant]) -> list[dict[str, Any]]:
    return [{"name": _spellings(one.name)} for one in people]


def _units(item: FigureItem, language: Language) -> list[str]:
    """The unit; English says what is counted by the noun, and money in its own way."""
    if language == "zh-hant":
        return [item.unit]
    english = quantity(item.value, item.unit).partition(" ")[2]
    return [item.unit, english, *(["NT$"] if item.unit == "元" else [] if item.unit == "%" else [""])]


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _counted(item: NumberItem, quote: str) -> Iterator[Fact]:
    answer = item.answer
    values = [(Decimal(answer.value), answer.unit.zh), (Decimal(answer.value), answer.unit.en)]
    values += [(number.value, number.unit) for number in item.published]
    names = [answer.label.zh, answer.label.en]
    for value, unit in values:
        yield {"type": "figure", "measure": names, "value": _plain(value), "unit": [unit, ""], "quote": quote}


def _compared(item: ChangeItem, year: int, quote: str) -> Iterator[Fact]:
    names = [item.label.zh, item.label.en]
    told = ((item.now, year), (item.before, year - 1), (abs(item.now - item.before), year))
    for value, period in told:
        units = [item.unit.zh, item.unit.en, ""]
        yield {
            "type": "figure", "measure": names, "value": _plain(value), "unit": units, "period": str(period),
            "quote": quote,
        }  # fmt: skip
