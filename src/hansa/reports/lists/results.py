"""What came of memoranda: what was promised, what is done and open, what was done under them, and the evidence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import with_state
from hansa.register.enums import AgreementKind, CommitmentKind, CommitmentState, FactState, Field
from hansa.register.models import Agreement, Commitment, Exchange, Fact
from hansa.reports.blocks import Language
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    NOTHING,
    Contents,
    ListOf,
    Row,
    country_said,
    date_cell,
    date_said,
    exchange_said,
    id_cell,
    id_column,
    joined,
    kind_said,
    linked,
    party_said,
    period_said,
    state_said,
    unit_said,
    words_of,
)
from hansa.reports.lists.scope import agreements_of, is_in, sides_of

YEARS = 3
_Under = TypeVar("_Under", Commitment, Exchange)
_PENDING = (CommitmentState.OPEN, CommitmentState.UNDER_WAY)
_QUOTES = 3
_LONGEST_QUOTE = 120


@dataclass(frozen=True)
class Result:
    """A memorandum with what the register knows of its fate."""

    agreement: Agreement
    others: tuple[str, ...]
    countries: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    exchanges: tuple[Exchange, ...]
    quotes: tuple[str, ...]
    evidence: int

    def number(self, *states: CommitmentState) -> int:
        """How many of its commitments are so far."""
        return sum(one.state in states for one in self.commitments)

    @property
    def done(self) -> int:
        """How many of its commitments are done."""
        return self.number(CommitmentState.DONE)

    @property
    def pending(self) -> int:
        """How many of its commitments are open or under way."""
        return self.number(*_PENDING)

    @property
    def without_result(self) -> bool:
        """Whether the register holds neither an exchange under it nor anything done."""
        return not self.exchanges and not self.done


def results_of(asked: Asked) -> tuple[Result, ...]:
    """The memoranda of the period, the newest first; those without a date of signing last. Seven queries."""
    first, last = asked.period(YEARS)
    held = with_state(agreements_of(asked, [asked.kind or AgreementKind.MOU.value]), asked.on)
    commitments = _by_agreement(
        Commitment.objects.filter(agreement__in=held.order_by().values("pk"), kind=CommitmentKind.PROMISE).order_by(
            "pk"
        )
    )
    exchanges = _by_agreement(
        Exchange.objects.filter(agreement__in=held.order_by().values("pk"), merged_into=None, first__lte=asked.on)
        .order_by("first", "pk")
    )  # fmt: skip
    quotes = _quotes(held)
    found = []
    for agreement in held.prefetch_related("fields").order_by("-signed_first", "pk"):
        ours, others = sides_of(agreement, asked.home)
        in_period = agreement.signed_first is None or first <= agreement.signed_first <= last
        if ours and in_period and is_in(others, asked.country):
            stated = quotes.get(agreement.pk, ())
            found.append(
                Result(
                    agreement,
                    tuple(party_said(party, asked.language) for party in others),
                    tuple(party.country for party in others),
                    tuple(commitments.get(agreement.pk, ())),
                    tuple(exchanges.get(agreement.pk, ())),
                    stated[:_QUOTES],
                    len(stated),
                )
            )
    return tuple(sorted(found, key=lambda result: result.agreement.signed_first is None))


def _by_agreement(records: Iterable[_Under]) -> Mapping[int, Sequence[_Under]]:
    found: dict[int, list[_Under]] = defaultdict(list)
    for record in records:
        found[record.agreement_id or 0].append(record)
    return found


def _quotes(held: object) -> dict[int, tuple[str, ...]]:
    """The words of the passages that state each agreement."""
    facts = Fact.objects.filter(state=FactState.ADMITTED, agreement__in=held.order_by().values("pk"))  # type: ignore[attr-defined]
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for number, passage, quote in facts.order_by("passage_id").values_list(
        "agreement_id", "passage_id", "passage__quote"
    ):
        found[number][passage] = " ".join(quote.split())
    return {number: tuple(passages.values()) for number, passages in found.items()}


def _contents(asked: Asked) -> Contents:
    results = results_of(asked)
    return Contents(
        scope=asked.say(
            f"{period_said(*asked.period(YEARS), 'zh-hant')}簽署", f"signed {period_said(*asked.period(YEARS), 'en')}"
        ),
        columns=(
            Column(asked.say("簽署日", "Signed"), 4, "date"),
            Column(asked.say("締約方", "With"), 6),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("名稱", "Title"), 6),
            Column(asked.say("合作領域", "Fields"), 5),
            Column(asked.say("效力", "State"), 3),
            Column(asked.say("承諾", "Promised"), 2, "amount"),
            Column(asked.say("完成", "Done"), 2, "amount"),
            Column(asked.say("未完成", "Open"), 2, "amount"),
            Column(asked.say("承諾事項及成果", "What was promised and what came of it"), 9),
            Column(asked.say("交流場次", "Exchanges"), 2, "amount"),
            Column(asked.say("據此辦理之交流", "Exchanges under it"), 8),
            Column(asked.say("佐證", "Evidence"), 7),
            Column(asked.say("主責單位", "Unit"), 4),
            id_column(asked),
        ),
        rows=tuple(_row(result, asked) for result in results),
        total=_total(results, asked) if results else (),
        notes=_notes(results, asked),
    )


def _row(result: Result, asked: Asked) -> Row:
    one, language = result.agreement, asked.language
    fields = [str(Field(row.field).label) for row in one.fields.all()] or [str(word) for word in one.subjects]
    return (
        date_cell(one.signed, language) if one.signed else Cell(asked.say("不詳", "not known")),
        Cell(joined(result.others, language)),
        Cell(joined((country_said(code, language) for code in result.countries), language)),
        linked(one.title or kind_said(one, language), one, asked),
        Cell(joined(fields, language)),
        Cell(state_said(one, asked.language)),
        Cell(len(result.commitments)),
        Cell(result.done),
        Cell(result.pending),
        Cell("\n".join(commitment_said(commitment, language) for commitment in result.commitments)),
        Cell(len(result.exchanges)),
        Cell("\n".join(f"{date_said(met.date, language)} {exchange_said(met, language)}" for met in result.exchanges)),
        Cell(_evidence(result, asked)),
        Cell(unit_said(one.unit, language)),
        id_cell(one, asked),
    )


def commitment_said(commitment: Commitment, language: Language) -> str:
    """What was promised, how far it is, and what came of it."""
    state = words_of(CommitmentState, language)[commitment.state]
    if language == "en":
        came = f": {commitment.result}" if commitment.result else ""
        return f"{commitment.text} ({state}{came})"
    came = f"：{commitment.result}" if commitment.result else ""
    return f"{commitment.text}（{state}{came}）"


def _evidence(result: Result, asked: Asked) -> str:
    quotes = [f"「{quote[:_LONGEST_QUOTE]}{'…' if len(quote) > _LONGEST_QUOTE else ''}」" for quote in result.quotes]
    more = result.evidence - len(quotes)
    rest = [asked.say(f"另有{more}處", f"and {more} more")] if more else []
    return "\n".join([*quotes, *rest])


def _total(results: Sequence[Result], asked: Asked) -> Row:
    return (
        Cell(asked.say(f"合計{len(results)}件", f"{len(results)} in all")),
        *(NOTHING,) * 5,
        Cell(sum(len(result.commitments) for result in results)),
        Cell(sum(result.done for result in results)),
        Cell(sum(result.pending for result in results)),
        NOTHING,
        Cell(sum(len(result.exchanges) for result in results)),
        *(NOTHING,) * 4,
    )


def _notes(results: Sequence[Result], asked: Asked) -> tuple[str, ...]:
    undated = sum(result.agreement.signed_first is None for result in results)
    silent = sum(result.without_result for result in results)
    unproved = sum(not result.evidence for result in results)
    return (
        asked.say(
            "列本市、所屬機關或本市學校為締約方、於期間內簽署者；「承諾」為登錄簿自協定中登錄之承諾事項，"
            "「未完成」含待辦及辦理中，「交流場次」為登錄簿記明據該協定辦理之交流。",
            "Signed in the period by the city, its bodies or schools. “Promised” are the commitments that the register "
            "holds from the agreement, “open” those to be done or under way, “exchanges” those recorded as under it.",
        ),
        asked.say(
            f"簽署日不詳{undated}件，仍予列出；尚無成果或交流登錄者{silent}件；無文件佐證者{unproved}件。",
            f"{undated} without a date of signing are listed all the same; of {silent} the register holds no result "
            f"or exchange yet; {unproved} rest on no document.",
        ),
    )


RESULTS = ListOf(
    name="results",
    title=Words("合作備忘錄執行情形及成果一覽表", "Results of memoranda of understanding"),
    about=Words(
        "近N年簽署之合作備忘錄：承諾、完成與未完成事項、據此辦理之交流及佐證。",
        "The memoranda of the last years: what was promised, what is done and open, what was done under them.",
    ),
    filters=("years", "year", "from", "to", "on", "kind", "country", "unit"),
    make=_contents,
    kinds=dict(AgreementKind.choices),
)
