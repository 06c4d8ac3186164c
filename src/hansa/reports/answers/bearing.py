"""The records and passages that bear on a question, ranked, each with the reasons why it stands there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hansa.figures.words import Words
from hansa.register.domain.users import system_user
from hansa.register.enums import FactState, Field
from hansa.register.models import AgreementField, ExchangeField, Fact
from hansa.register.models.source import RECORD_FIELDS
from hansa.register.search import Hit, search
from hansa.reports.answers.stated import Scope, Section

_EACH = 20
_RECORDS = 40
_PASSAGES = 20
_STATED, _NAMED, _FIELD, _WORD = 4, 3, 1, 1
_SEARCHED = ("party", "agreement", "exchange", "membership", "organization", "project", "commitment", "gift", "figure")


@dataclass(frozen=True)
class Bearing:
    """A record that bears on the question: its ref, why, and how much."""

    ref: str
    reasons: tuple[Words, ...]
    weight: int


@dataclass(frozen=True)
class Quoted:
    """A passage that bears on the question: where it stands, its words, and why."""

    source: str
    title: str
    page: int
    start: int
    quote: str
    reason: Words


def bearing_on(scope: Scope, sections: Iterable[Section]) -> tuple[Bearing, ...]:
    """The records, the weightiest first: stated in the draft, named, of the field, found by a word of the question.

    Two or three queries for each word, two for each field.
    """
    found: dict[str, dict[str, tuple[Words, int]]] = defaultdict(dict)
    for section in sections:
        for statement in section.statements:
            for ref in statement.all_refs:
                found[ref].setdefault(
                    "draft", (Words(f"擬答：{section.title}", f"in the draft: {section.title}"), _STATED)
                )
    for one in scope.matter.named:
        found[one.ref]["named"] = (Words(f"題中提及「{one.words}」", f"named: “{one.words}”"), _NAMED)
    for field in scope.matter.fields:
        for ref in _of_field(field):
            if ref in found:
                found[ref][field] = (Words(f"領域：{field.label}", f"field: {field.label}"), _FIELD)
    for word, hit in _hits(scope, _SEARCHED):
        found[hit.record][word] = (Words(f"含「{word}」", f"has “{word}”"), _WORD)
    weighed = [
        Bearing(ref, tuple(words for words, _ in reasons.values()), sum(weight for _, weight in reasons.values()))
        for ref, reasons in found.items()
    ]
    return tuple(sorted(weighed, key=lambda one: (-one.weight, one.ref))[:_RECORDS])


def _of_field(field: Field) -> list[str]:
    agreements = AgreementField.objects.filter(field=field).order_by("-pk").values_list("agreement_id", flat=True)
    exchanges = ExchangeField.objects.filter(field=field).order_by("-pk").values_list("exchange_id", flat=True)
    return [*(f"agreement-{number}" for number in agreements), *(f"exchange-{number}" for number in exchanges)]


def _hits(scope: Scope, kinds: Sequence[str]) -> list[tuple[str, Hit]]:
    words = dict.fromkeys([*scope.matter.keywords, *scope.matter.unknown])
    return [(word, hit) for word in words for hit in search(word, user=system_user(), kinds=kinds, limit=_EACH)]


def passages_on(scope: Scope, records: Sequence[Bearing]) -> tuple[Quoted, ...]:
    """The passages that the weightiest records rest on, then pages of documents that hold a word of the question."""
    stated = list(first_passages(one.ref for one in records).values())
    pages = [
        Quoted(
            hit.record, hit.title, hit.page, hit.start, " ".join(hit.snippet.split()),
            Words(f"含「{word}」", f"has “{word}”"),
        )
        for word, hit in _hits(scope, ["source"])
        if hit.page
    ]  # fmt: skip
    unique = {(one.source, one.start): one for one in reversed([*stated, *pages])}
    return tuple(reversed(unique.values()))[:_PASSAGES]


def first_passages(refs: Iterable[str]) -> dict[str, Quoted]:
    """The first passage that states each record, by ref, in the order given; one query for each kind."""
    wanted = list(refs)
    numbers: dict[str, list[int]] = defaultdict(list)
    for ref in wanted:
        kind, _, number = ref.rpartition("-")
        if kind in RECORD_FIELDS:
            numbers[kind].append(int(number))
    first: dict[str, Fact] = {}
    for kind, found in numbers.items():
        facts = Fact.objects.filter(state=FactState.ADMITTED, **{f"{kind}__in": found})
        for fact in facts.select_related("passage__source").defer("passage__source__text").order_by("-pk"):
            first[f"{kind}-{getattr(fact, f'{kind}_id')}"] = fact
    return {ref: _quoted(first[ref], ref) for ref in wanted if ref in first}


def _quoted(fact: Fact, ref: str) -> Quoted:
    passage = fact.passage
    quote = " ".join(passage.quote.split())
    return Quoted(
        passage.source.ref,
        passage.source.title,
        passage.page,
        passage.start,
        quote,
        Words(f"佐證 {ref}", f"states {ref}"),
    )
