"""What visits abroad cost in a period."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from hansa.figures.words import Words
from hansa.register.models import Exchange
from hansa.reports.answers.stated import Number, Scope, Section, Statement
from hansa.reports.lists.contents import date_said, exchange_said, joined, party_said, sums_said
from hansa.reports.lists.costs import visits_with_costs

YEARS = 3
_NAMED = 20
_WORDS = {"TWD": ("元", "新臺幣", "NT$", "TWD"), "JPY": ("日圓", "日元", "JPY"), "USD": ("美元", "US$", "USD")}


def costs(scope: Scope) -> Iterator[Section]:
    """The visits abroad of the period with what they cost, sums by currency, and reports that are overdue."""
    first, last = scope.matter.days(YEARS)
    visits = list(visits_with_costs(scope.listed(first, last)))
    countries = scope.matter.countries
    if countries:
        visits = [one for one in visits if any(party.country in countries for party in one.parties.all())]
    lines = [line for one in visits for line in one.costs.all()]
    sums = sums_said(((line.amount, line.currency) for line in lines), scope.language)
    silent = [one for one in visits if not one.costs.all()]
    overdue = [one for one in visits if one.report_due and one.report_due < scope.on and not one.report_handed_in]
    period = scope.period_said(YEARS)
    statement = Statement(
        scope.say(
            f"{period}，登錄之出訪計{len(visits)}案，經費合計{sums or '無登錄'}（不同幣別不相加）；"
            f"出國報告逾期未提出者{len(overdue)}案。",
            f"{period}: {len(visits)} visits abroad; costs in all, currencies apart: {sums or 'none recorded'}; "
            f"the reports of {len(overdue)} are overdue.",
        ),
        tuple(one.ref for one in visits),
        tuple(_one(one, scope) for one in visits[:_NAMED]),
    )
    unknown = []
    if silent:
        names = joined((exchange_said(one, scope.language) for one in silent), scope.language)
        unknown.append(
            scope.say(f"下列出訪之經費未登錄：{names}。", f"Of these visits the costs are not recorded: {names}.")
        )
    yield Section(
        scope.say("出訪經費", "Costs of visits abroad"),
        (statement,),
        _numbers(visits, scope),
        tuple(unknown),
    )


def _numbers(visits: list[Exchange], scope: Scope) -> tuple[Number, ...]:
    first, last = scope.matter.days(YEARS)
    refs = tuple(one.ref for one in visits)
    number = Number(
        "outbound_visits", Words("出訪", "Visits abroad"), Decimal(len(visits)), Words("案", "visits"),
        "出訪|出國|visit", ("案", "次", "團", "場", "件", "visits", "trips"), first, last, refs,
    )  # fmt: skip
    sums: Counter[str] = Counter()
    for line in (line for one in visits for line in one.costs.all()):
        sums[line.currency] += line.amount  # type: ignore[assignment]
    label, nouns = Words("出訪經費", "Costs of visits abroad"), "經費|費用|cost|spent"
    amounts = (
        Number(
            f"outbound_cost_{code}", label, Decimal(sum_), Words(code, code), nouns,
            (code, *_WORDS.get(code, ())), first, last, refs,
        )
        for code, sum_ in sorted(sums.items())
    )  # fmt: skip
    return (number, *amounts)


def _one(one: Exchange, scope: Scope) -> Statement:
    date, title = date_said(one.date, scope.language), exchange_said(one, scope.language)
    others = joined((party_said(party, scope.language) for party in one.parties.all()), scope.language)
    sums = sums_said(((line.amount, line.currency) for line in one.costs.all()), scope.language)
    return Statement(
        scope.say(
            f"{date}：{title}（{others}），經費{sums or '未登錄'}。",
            f"{date}: {title} ({others}), {sums or 'costs not recorded'}.",
        ),
        (one.ref,),
    )
