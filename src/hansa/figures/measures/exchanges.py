"""Visits and other exchanges of a period: sessions (場次), countries (國) and persons (人次)."""

import re
from collections.abc import Sequence

from hansa.figures.answers import Asked, Count, Row
from hansa.figures.measure import Measure
from hansa.figures.rules import EXCHANGES, EXCHANGES_OF_KIND, INBOUND, OUTBOUND, CountingRule
from hansa.figures.words import Words
from hansa.register.models import Exchange

_EXACT = len("2022-06-09")
_SESSIONS, _COUNTRIES, _PERSONS = Words("場次", "sessions"), Words("國", "countries"), Words("人次", "persons")
# A case, a delegation or a time is one session.
_SESSION_UNITS = ("場次", "場", "案", "件", "次", "團", "批", "sessions", "visits", "delegations")


def _begins_in(exchange: Exchange, asked: Asked) -> bool:
    if exchange.first is None or exchange.last is None:
        return False
    # A month or year only counts where all of it lies in the period, so that periods can be summed.
    end = exchange.first if len(exchange.date.partition("/")[0]) >= _EXACT else exchange.last
    return asked.first <= exchange.first and end <= asked.last


def _counted(rule: CountingRule, asked: Asked) -> list[Exchange]:
    found = asked.gathered.exchanges(asked.home, asked.first, asked.last)
    return [exchange for exchange in found if exchange.kind in rule.kinds and _begins_in(exchange, asked)]


def _countries(exchange: Exchange, asked: Asked) -> list[str]:
    """The codes of the counterparts' countries, the home city's own left out."""
    codes = {party.country for party in exchange.parties.all() if party.country}
    return sorted(codes - {asked.home.country})


def sessions(rule: CountingRule, asked: Asked) -> Count:
    """The exchanges themselves: each is one session."""
    rows = tuple(Row(exchange.ref, str(exchange), note=exchange.date) for exchange in _counted(rule, asked))
    return Count(len(rows), rows)


def countries(rule: CountingRule, asked: Asked) -> Count:
    """The distinct countries of the counterparts."""
    rows: list[Row] = []
    seen: set[str] = set()
    for exchange in _counted(rule, asked):
        codes = _countries(exchange, asked)
        seen.update(codes)
        rows.append(Row(exchange.ref, str(exchange), len(codes) or None, ", ".join(codes)))
    return Count(len(seen), tuple(rows))


def persons(rule: CountingRule, asked: Asked) -> Count:
    """The people who took part, summed; an exchange without a headcount adds nothing and is listed as such."""
    rows = tuple(Row(exchange.ref, str(exchange), exchange.headcount) for exchange in _counted(rule, asked))
    return Count(sum(row.amount or 0 for row in rows), rows)


def _visits(rule: CountingRule, label: Words, words: str) -> Sequence[Measure]:
    """The three measures of visits in one direction."""
    key, reported = rule.name, re.compile(words, re.IGNORECASE)
    low = label.en[0].lower() + label.en[1:]
    return (
        Measure(
            key=f"{key}_countries",
            label=Words(f"{label.zh}國家", f"Countries of {low}"),
            unit=_COUNTRIES,
            definition=Words(
                f"期間內{label.zh}所涉國家數，同一國只計一次；不得加總，跨期須重新計算。",
                f"The distinct countries of the {low} in a period; not summed, but counted anew for a longer period.",
            ),
            rule=rule,
            count=countries,
            moment="period",
            reported=reported,
            reported_units=("國", "個國家", "countries"),
        ),
        Measure(
            key=f"{key}_sessions",
            label=Words(f"{label.zh}場次", label.en),
            unit=_SESSIONS,
            definition=Words(
                f"期間內{label.zh}場次，一案計一場次。", f"The {low} in a period, each counted as one session."
            ),
            rule=rule,
            count=sessions,
            moment="period",
            summed_over=("periods", "kinds", "units"),
            reported=reported,
            reported_units=_SESSION_UNITS,
        ),
        Measure(
            key=f"{key}_persons",
            label=Words(f"{label.zh}人次", f"Persons on {low}"),
            unit=_PERSONS,
            definition=Words(
                f"期間內{label.zh}之人次合計；未載人數者不計，並於清單列明。",
                f"The people on the {low} in a period, summed; those without a headcount add nothing and are listed.",
            ),
            rule=rule,
            count=persons,
            moment="period",
            summed_over=("periods", "kinds", "units"),
            reported=reported,
            reported_units=("人次", "人", "位", "persons", "people", "visitors"),
        ),
    )


_KINDS = {
    "online_meeting": Words("視訊會議", "Online meetings"),
    "exhibition": Words("展覽", "Exhibitions"),
    "donation": Words("捐贈", "Donations"),
    "greeting": Words("問候", "Greetings"),
    "education_exchange": Words("教育交流", "Education exchanges"),
    "performance": Words("演出", "Performances"),
    "promotion": Words("行銷推廣", "Promotions"),
    "ceremony": Words("典禮", "Ceremonies"),
    "event": Words("活動", "Events"),
    "sports": Words("體育交流", "Sports exchanges"),
    "other": Words("其他交流", "Other exchanges"),
}


def _of_kind(kind: str) -> Measure:
    label = _KINDS[kind]
    return Measure(
        key=f"exchanges_{kind}",
        label=label,
        unit=_SESSIONS,
        definition=Words(
            f"期間內與國外對象之「{label.zh}」場次。", f"{label.en} with parties abroad in a period, each one session."
        ),
        rule=EXCHANGES_OF_KIND[kind],
        count=sessions,
        moment="period",
        summed_over=("periods", "kinds", "units"),
    )


MEASURES = (
    *_visits(INBOUND, Words("國際訪賓", "Inbound visits"), r"訪賓|外賓|來訪|inbound|foreign (visitors|guests)"),
    *_visits(OUTBOUND, Words("出訪", "Outbound visits"), r"出訪|outbound|visits abroad"),
    Measure(
        key="exchanges_total",
        label=Words("國際交流場次", "Exchanges"),
        unit=_SESSIONS,
        definition=Words(
            "期間內與國外對象各類交流之場次合計，含來訪及出訪。",
            "All exchanges with parties abroad in a period, inbound and outbound visits included.",
        ),
        rule=EXCHANGES,
        count=sessions,
        moment="period",
        summed_over=("periods", "units"),
        reported=re.compile(r"^國際交流(場次|活動)?$|^(international )?exchanges$", re.IGNORECASE),
        reported_units=_SESSION_UNITS,
    ),
    *(_of_kind(kind) for kind in EXCHANGES_OF_KIND),
)
