"""Why a rule does not count a record for some days, or as the register was known at a moment: in a sentence."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import override

from hansa.figures.answers import Asked, Number
from hansa.figures.computed.partners import counts_party
from hansa.figures.exchanges import why_not
from hansa.figures.rows import Row
from hansa.figures.rules import EXCHANGE_LABELS, KIND_LABELS, CountingRule
from hansa.figures.words import Words
from hansa.register.domain.queries.records import records_of
from hansa.register.domain.standing import Standing, standing_of
from hansa.register.enums import AgreementKind, AgreementState, Counted, PartyKind
from hansa.register.models import RECORD_KINDS, Agreement, Exchange, HistoryEntry, Membership, Party

_NOT_YET = (AgreementState.PROPOSED, AgreementState.APPROVED)


@dataclass(frozen=True)
class Reason:
    """Why something is not counted: `code` names the sort of reason, `words` say it.

    The codes: `entered` (known to the register only later), `signed`, `ended`, `joined`, `left`, `period` (its day is
    not among those asked), `kind`, `level`, `abroad`, `undated`, `amount`, `home`, `other`.
    """

    code: str
    words: Words

    @classmethod
    def of_amounts(cls, before: Number, after: Number) -> "Reason":
        """That both sides count it, for different amounts."""
        return cls("amount", Words(f"計為 {before:,} 與 {after:,}", f"counted as {before:,} and as {after:,}"))


def in_both(label: Any) -> Words:
    """A label of the register in both languages."""
    with override("zh-hant"):
        zh = str(label)
    with override("en"):
        return Words(zh, str(label))


def _kind(label: Words) -> Reason:
    return Reason("kind", Words(f"此規則不計「{label.zh}」", f"the rule does not count {_lower(label.en)}"))


def _level(party: Party) -> Reason:
    label = in_both(PartyKind(party.kind).label)
    return Reason("level", Words(f"對象為「{label.zh}」，此規則不計", f"the rule does not count a {_lower(label.en)}"))


def _abroad() -> Reason:
    return Reason("abroad", Words("國內對象，此規則不計", "in the city's own country, which the rule does not count"))


def _entered(at: dt.datetime | None) -> Reason:
    day = timezone.localtime(at).date() if at else ""
    return Reason("entered", Words(f"{day} 始登錄", f"entered in the register only on {day}"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


# The steps of the way to being counted, so that the reason told is of the record that came furthest.
_STAGES = ("entered", "kind", "signed", "ended", "undated", "abroad", "level", "other")


class Explanation:
    """Why a rule does not count what another question counts; the records are fetched for all of them at once."""

    def __init__(self, rule: CountingRule, asked: Asked) -> None:
        self.rule, self.asked = rule, asked
        self._held: dict[str, Any] = {}
        self._entered: dict[str, dt.datetime] = {}
        self._why: Callable[[Row], Reason] = {
            Counted.PARTIES.value: self._party,
            Counted.AGREEMENTS.value: self._agreement_row,
            Counted.EXCHANGES.value: self._exchange,
            Counted.MEMBERSHIPS.value: self._membership,
        }.get(rule.counts, self._other)

    def why_not(self, row: Row) -> Reason:
        """Why the record of a row that was fetched does not count here."""
        return self._why(row)

    def fetch(self, rows: Sequence[Row]) -> None:
        """Read the records behind these rows, as they are known to this side; a fixed number of queries."""
        records: Iterable[Any] = ()
        if not rows or self.rule.counts not in Counted.values:
            return
        numbers = {int(row.ref.rpartition("-")[2]) for row in rows}
        if self.rule.counts in (Counted.PARTIES, Counted.AGREEMENTS):
            of_home = Q(parties=self.asked.home) | Q(kind=AgreementKind.SISTER_SCHOOL, office__home=self.asked.home)
            mine = Agreement.objects.filter(of_home, merged_into=None).values("pk")
            records = records_of("agreement").filter(pk__in=mine)
        elif self.rule.counts == Counted.EXCHANGES:
            records = Exchange.objects.filter(pk__in=numbers).prefetch_related("parties")
        else:
            records = Membership.objects.filter(pk__in=numbers).select_related("organization")
        self._held = {record.ref: record for record in records}
        if self.asked.gathered.known:
            self._take_as_known()

    def _take_as_known(self) -> None:
        kind = next(iter(self._held), "").rpartition("-")[0]
        if kind not in RECORD_KINDS:
            return
        known = {record.ref: record for record in self.asked.gathered.recalled(kind)}
        entries = HistoryEntry.objects.filter(record__in=list(self._held)).values("record")
        self._entered = {one["record"]: one["since"] for one in entries.annotate(since=Min("at"))}
        self._held = {ref: known.get(ref) for ref in self._held}

    def _party(self, row: Row) -> Reason:
        agreements = [
            (ref, agreement)
            for ref, agreement in self._held.items()
            if agreement is None or any(side.party.ref == row.ref for side in agreement.sides.all())
        ]
        reasons = [self._agreement(ref, agreement, row.ref) for ref, agreement in agreements if agreement]
        reasons += [_entered(self._entered.get(ref)) for ref in _refs(row.note) if self._held.get(ref) is None]
        return max(reasons, key=lambda reason: _STAGES.index(reason.code), default=self._other(row))

    def _agreement_row(self, row: Row) -> Reason:
        agreement = self._held.get(row.ref)
        return self._agreement(row.ref, agreement, "") if agreement else _entered(self._entered.get(row.ref))

    def _agreement(self, ref: str, agreement: Agreement, party: str) -> Reason:
        rule, day = self.rule, self.rule.day(self.asked.last)
        if rule.kinds and agreement.kind not in rule.kinds:
            return _kind(KIND_LABELS.get(agreement.kind) or Words("種類不詳之協定", "Agreements of unknown kind"))
        standing = standing_of(agreement, day)
        if standing.state not in rule.standing:
            return _not_standing(agreement, standing)
        if agreement.signed_last is None and not rule.undated:
            return Reason("undated", Words("簽署日期不詳，此規則不計", "without a date, which the rule does not count"))
        parties = [side.party for side in agreement.sides.all() if not party or side.party.ref == party]
        return next(self._of_parties(parties), Reason("other", Words(f"見 {ref}", f"see {ref}")))

    def _of_parties(self, parties: Iterable[Party]) -> Iterator[Reason]:
        home, rule = self.asked.home, self.rule
        for party in parties:
            if party.pk != home.pk and not counts_party(rule, party, home):
                own = rule.abroad and party.country and party.country == home.country
                yield _abroad() if own else _level(party)

    def _exchange(self, row: Row) -> Reason:
        exchange = self._held.get(row.ref)
        if exchange is None:
            return _entered(self._entered.get(row.ref))
        code = why_not(self.rule, self.asked, exchange)
        told = {
            "period": Reason(
                "period",
                Words(f"日期 {exchange.date or '不詳'}，不在期間內", f"on {exchange.date or '?'}, not in the period"),
            ),
            "kind": _kind(EXCHANGE_LABELS[exchange.kind]),
            "abroad": _abroad(),
            "level": Reason("level", Words("無此規則所計之對象", "with nobody whom the rule counts")),
            "home": Reason("home", Words("屬他市之交流，或已合併", "of another city, or merged")),
        }
        return told.get(code) or self._other(row)

    def _membership(self, row: Row) -> Reason:
        membership, day = self._held.get(row.ref), self.rule.day(self.asked.last)
        if membership is None:
            return _entered(self._entered.get(row.ref))
        if membership.since_first and membership.since_first > day:
            return Reason("joined", Words(f"{membership.since} 加入", f"joined {membership.since}"))
        if membership.until_last and membership.until_last < day:
            return Reason("left", Words(f"{membership.until} 退出", f"left {membership.until}"))
        return self._other(row)

    def _other(self, row: Row) -> Reason:
        return Reason("other", Words("不合此規則或期間", "does not fit the rule or the days"))


def _not_standing(agreement: Agreement, standing: Standing) -> Reason:
    state = in_both(standing.state.label)
    if standing.state in _NOT_YET:
        when = agreement.signed or standing.date
        if not agreement.signed:
            return Reason("signed", Words(f"{state.zh}（{when}）", f"{_lower(state.en)} ({when})"))
        return Reason("signed", Words(f"{when} 始簽署", f"signed only on {when}"))
    if standing.state == AgreementState.IN_FORCE:
        return Reason("ended", Words("有效，此規則不計", "in force, which the rule does not count"))
    when_zh, when_en = (f"{standing.date} ", f" {standing.date}") if standing.date else ("", "")
    return Reason("ended", Words(f"{when_zh}{state.zh}", f"{_lower(state.en)}{when_en}"))


def _refs(note: str) -> list[str]:
    return [ref for ref in note.split(", ") if ref.startswith("agreement-")]
