"""The exchanges of a period with whomever: how many of each kind, and the visits abroad one by one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hansa.figures.words import Words
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.enums import ExchangeKind
from hansa.register.models import Exchange
from hansa.reports.answers.matter import Topic
from hansa.reports.answers.stated import Number, Scope, Section, Statement
from hansa.reports.lists.contents import date_said, exchange_said, joined, party_said

YEARS = 1
UNITS = ("場", "場次", "次", "件", "exchanges", "sessions")
_NAMED = 20


def exchanges(scope: Scope) -> Iterator[Section]:
    """The city's exchanges in the period, by country where one is named; four queries.

    Nothing where parties are named, whose own sections tell of them.
    """
    if Topic.PARTIES in scope.matter.topics:
        return
    first, last = scope.matter.days(YEARS)
    found = exchanges_between(first, last).filter(home=scope.home)
    if scope.matter.countries:
        found = found.filter(parties__country__in=scope.matter.countries).distinct()
    held = list(found)
    period = scope.period_said(YEARS)
    refs = tuple(one.ref for one in held)
    number = Number(
        "exchanges_" + "_".join(scope.matter.countries),
        Words("國際交流", "Exchanges"),
        Decimal(len(held)),
        Words("場", "exchanges"),
        "交流|exchange",
        UNITS,
        first,
        last,
        refs,
    )
    trips = [one for one in held if one.kind == ExchangeKind.OUTBOUND_VISIT]
    yield Section(
        scope.say("國際交流辦理情形", "Exchanges"),
        (
            Statement(
                scope.say(
                    f"{period}，登錄之國際交流計{len(held)}場（{kinds_said(held, scope) or '無'}）。",
                    f"{period}: {len(held)} exchanges ({kinds_said(held, scope) or 'none'}).",
                ),
                refs,
                tuple(one_said(one, scope) for one in trips[:_NAMED]),
            ),
        ),
        (number,),
    )


def kinds_said(held: Sequence[Exchange], scope: Scope) -> str:
    """How many there are of each kind, the most first."""
    counts = Counter(str(one.get_kind_display()) for one in held)
    return scope.say("、", ", ").join(f"{kind}{scope.say('', ' ')}{count}" for kind, count in counts.most_common())


def one_said(one: Exchange, scope: Scope) -> Statement:
    """An exchange in a line: when, what, with whom."""
    date, title = date_said(one.date, scope.language), exchange_said(one, scope.language)
    others = joined((party_said(party, scope.language) for party in one.parties.all()), scope.language)
    kind = str(one.get_kind_display())
    words = scope.say(f"{date}：{title}（{kind}）", f"{date}: {title} ({kind})") if one.title else f"{title} {others}"
    return Statement(words + scope.say("。", "."), (one.ref,))
