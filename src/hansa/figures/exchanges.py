"""Which exchanges a rule counts in a period: asked of the database for today, of the records themselves for the past.

Both say the same (a test holds them together). The database counts with aggregates, so that a million exchanges are
counted within a second, and gives the rows behind a number a page at a time.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, replace
from typing import Any

from django.db.models import Count as CountOf
from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from hansa.figures.answers import Asked
from hansa.figures.rows import Row, Rows, rows_of
from hansa.figures.rules import CountingRule
from hansa.register.enums import ExchangeKind
from hansa.register.models import Exchange, Party

_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
_IS_DAY = re.compile(_DAY)
# From so many exchanges on, it is faster to ask of each party whether one of them is with it.
_MANY = 50_000
_FEW = 10_000
_MET = Exchange.parties.through


@dataclass(frozen=True)
class Kind:
    """How many exchanges of a kind there are in a period, their people, and how many do not tell these.

    `public` are those who came to see them, and `attended` is how many exchanges tell of them.
    """

    number: int
    people: int
    silent: int
    public: int
    attended: int


def exchanges_counted(rule: CountingRule, asked: Asked) -> QuerySet[Exchange]:
    """The exchanges that the rule counts in the period, without order; one query."""
    # All kinds by name, so that the index gives them one after another.
    kinds = rule.kinds or tuple(ExchangeKind.values)
    found = Exchange.objects.filter(begins_in(asked), home=asked.home, merged_into=None, kind__in=kinds)
    if rule.levels:
        found = found.filter(Exists(_MET.objects.filter(exchange=OuterRef("pk"), party__kind__in=rule.levels)))
    if rule.abroad and asked.home.country:
        found = found.exclude(pk__in=asked.gathered.once(("domestic", asked.home.pk), lambda: _domestic(asked.home)))
    return found


def is_counted(rule: CountingRule, asked: Asked) -> Exists:
    """Of a row that leads to an exchange: that the rule counts this. Row by row, for where the rows are the fewer."""
    return Exists(exchanges_counted(rule, asked).filter(pk=OuterRef("exchange")))


def begins_in(asked: Asked) -> Q:
    """What has its first day in the period; of a month or year only, all of it, so that periods can be summed."""
    return Q(first__gte=asked.first, first__lte=asked.last) & (Q(last__lte=asked.last) | Q(date__regex=_DAY))


def _domestic(home: Party) -> Any:
    """The numbers of the exchanges whose counterparts are all in the home city's own country: mostly a few."""
    # By number, since there are few such parties: a join would go through all the exchanges.
    own = _few(Party.objects.filter(country=home.country).order_by().values_list("pk", flat=True))
    other = _MET.objects.filter(exchange=OuterRef("exchange")).exclude(party__in=own)
    met = _MET.objects.filter(party__in=own).filter(~Exists(other)).order_by()
    return _few(met.values_list("exchange", flat=True).distinct())


def _few(numbers: Any) -> Any:
    """The numbers themselves where they are not too many for one statement, else the query for them."""
    found = list(numbers[:_FEW])
    return found if len(found) < _FEW else numbers


def counts_exchange(rule: CountingRule, asked: Asked, exchange: Exchange) -> bool:
    """The same of one exchange with its parties fetched."""
    return not why_not(rule, asked, exchange)


def why_not(rule: CountingRule, asked: Asked, exchange: Exchange) -> str:
    """Why the rule does not count an exchange: `home`, `period`, `kind`, `level` or `abroad`; empty where it does."""
    parties = list(exchange.parties.all())
    checks = (
        ("home", exchange.home_id == asked.home.pk and exchange.merged_into_id is None),
        ("period", _has_begun_in(exchange, asked)),
        ("kind", not rule.kinds or exchange.kind in rule.kinds),
        ("level", not rule.levels or any(party.kind in rule.levels for party in parties)),
        ("abroad", not (rule.abroad and asked.home.country and _all_at_home(parties, asked.home))),
    )
    return next((name for name, fits in checks if not fits), "")


def _has_begun_in(exchange: Exchange, asked: Asked) -> bool:
    if exchange.first is None or exchange.last is None:
        return False
    end = exchange.first if _IS_DAY.match(exchange.date) else exchange.last
    return asked.first <= exchange.first and end <= asked.last


def _all_at_home(parties: list[Party], home: Party) -> bool:
    return bool(parties) and all(party.country == home.country for party in parties)


def _known(rule: CountingRule, asked: Asked) -> list[Exchange]:
    """The exchanges that the rule counts of those known at the moment asked for, oldest first."""
    found = [one for one in asked.gathered.recalled("exchange") if counts_exchange(rule, asked, one)]
    return sorted(found, key=lambda one: (one.first, one.last, one.pk))


def by_kind(rule: CountingRule, asked: Asked) -> dict[str, Kind]:
    """The exchanges that the rule counts in the period, by kind.

    One query; where many measures are asked, one of all kinds for all rules that differ in nothing else.
    """
    wide = replace(rule, kinds=()) if asked.gathered.many else rule
    like = (wide.kinds, wide.levels, wide.abroad)
    found = asked.gathered.once(
        ("exchanges by kind", asked.home.pk, asked.first, asked.last, like), lambda: _by_kind(wide, asked)
    )
    return {kind: told for kind, told in found.items() if not rule.kinds or kind in rule.kinds}


def _by_kind(rule: CountingRule, asked: Asked) -> dict[str, Kind]:
    told = (
        exchanges_counted(rule, asked)
        .order_by()
        .values("kind")
        .annotate(
            number=CountOf("pk"),
            present=Sum("headcount"),
            stating=CountOf("headcount"),
            public=Sum("attendance"),
            attended=CountOf("attendance"),
        )
    )
    return {
        one["kind"]: Kind(
            one["number"],
            one["present"] or 0,
            one["number"] - one["stating"],
            one["public"] or 0,
            one["attended"],
        )
        for one in told
    }


def tallied(rule: CountingRule, asked: Asked) -> Kind:
    """The same of all exchanges that the rule counts in the period."""
    if asked.gathered.known:
        return _tallied(_known(rule, asked))
    kinds = [astuple(told) for told in by_kind(rule, asked).values()]
    return Kind(*map(sum, zip(*kinds, strict=True))) if kinds else Kind(0, 0, 0, 0, 0)


def _tallied(exchanges: list[Exchange]) -> Kind:
    people = [one.headcount for one in exchanges if one.headcount is not None]
    public = [one.attendance for one in exchanges if one.attendance is not None]
    return Kind(len(exchanges), sum(people), len(exchanges) - len(people), sum(public), len(public))


def rows_counted(
    rule: CountingRule, asked: Asked, number: int, row: Callable[[Exchange], Row], *, stating: str = ""
) -> Rows:
    """The rows of those exchanges, oldest first, a page at a time in two queries; of those only that state a column."""
    if asked.gathered.known:
        held = _known(rule, asked)
        return rows_of([row(one) for one in held if not stating or getattr(one, stating) is not None])
    found = exchanges_counted(rule, asked).order_by("first", "last", "pk")
    if stating:
        found = found.filter(**{f"{stating}__isnull": False})
    return Rows(number, lambda start, stop: [row(one) for one in found.prefetch_related("parties")[start:stop]])


def countries_of(parties: Iterable[Party], home: Party) -> list[str]:
    """The codes of the counterparts' countries, the home city's own left out."""
    return sorted({party.country for party in parties if party.country} - {home.country})


def countries_met(rule: CountingRule, asked: Asked) -> list[str]:
    """The codes of the countries whose parties took part in exchanges that the rule counts; two queries at most."""
    if asked.gathered.known:
        parties = [party for one in _known(rule, asked) for party in one.parties.all()]
        return countries_of(parties, asked.home)
    found = Party.objects.exclude(country__in=("", asked.home.country)).order_by()
    if tallied(rule, asked).number > _MANY:
        met = _MET.objects.filter(is_counted(rule, asked), party=OuterRef("pk"))
        found = found.filter(Exists(met))
    else:
        counted = exchanges_counted(rule, asked).values("pk")
        found = found.filter(pk__in=_MET.objects.filter(exchange__in=counted).values("party"))
    return sorted(found.values_list("country", flat=True).distinct())
