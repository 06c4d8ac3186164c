"""Exchanges of a period: how many, with how many countries, with how many people, and what they cost."""

from collections.abc import Sequence

from hansa.figures.answers import Asked, Count
from hansa.figures.exchanges import countries_met, countries_of, rows_counted, tallied
from hansa.figures.measure import Measure
from hansa.figures.rows import Row
from hansa.figures.rules import EXCHANGE_LABELS, EXCHANGES, EXCHANGES_OF_KIND, INBOUND, OUTBOUND, CountingRule
from hansa.figures.wording import wordings
from hansa.figures.words import Words
from hansa.register.models import Exchange

_SESSIONS, _COUNTRIES, _PERSONS = Words("場次", "sessions"), Words("國", "countries"), Words("人次", "persons")
# A case, a delegation or a time is one session.
_SESSION_UNITS = ("場次", "場", "案", "件", "次", "團", "批", "sessions", "visits", "delegations")
_COUNTRY_UNITS = ("國", "個國家", "countries")
_PERSON_UNITS = ("人次", "人", "位", "名", "persons", "people", "visitors")


def sessions(rule: CountingRule, asked: Asked) -> Count:
    """The exchanges themselves: each is one session."""
    number = tallied(rule, asked).number
    return Count(number, rows_counted(rule, asked, number, lambda one: Row(one.ref, str(one), note=one.date)))


def countries(rule: CountingRule, asked: Asked) -> Count:
    """The distinct countries of the counterparts."""

    def row(exchange: Exchange) -> Row:
        codes = countries_of(exchange.parties.all(), asked.home)
        return Row(exchange.ref, str(exchange), len(codes) or None, ", ".join(codes), tuple(codes))

    number = tallied(rule, asked).number
    return Count(len(countries_met(rule, asked)), rows_counted(rule, asked, number, row))


def persons(rule: CountingRule, asked: Asked) -> Count:
    """The people who took part, summed; an exchange without a headcount adds nothing and is listed as such."""
    told = tallied(rule, asked)
    rows = rows_counted(rule, asked, told.number, lambda one: Row(one.ref, str(one), one.headcount, one.date))
    return Count(told.people, rows, told.silent)


def _visits(rule: CountingRule, named: str, also: str = "") -> Sequence[Measure]:
    """The three measures of visits in one direction; `named` are the words by which documents call them.

    `also` are further words for their countries.
    """
    key, label = rule.name, rule.label
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
            wordings=wordings(f"{named}{also}"),
            reported_units=_COUNTRY_UNITS,
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
            wordings=wordings(named),
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
            wordings=wordings(named),
            reported_units=_PERSON_UNITS,
        ),
    )


def _of_kind(kind: str) -> Measure:
    label = EXCHANGE_LABELS[kind]
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
    *_visits(
        INBOUND,
        "訪賓, 外賓, 來訪, inbound, foreign visitors, foreign guests, international visitors, international visits, "
        "visits from abroad, visitors from abroad",
        ", =交流國家",
    ),
    *_visits(OUTBOUND, "出訪, outbound, visits abroad"),
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
        wordings=wordings("=國際交流, =國際交流場次, =國際交流活動, =交流場次, =exchanges, =international exchanges"),
        reported_units=_SESSION_UNITS,
    ),
    *(_of_kind(kind) for kind in EXCHANGES_OF_KIND),
    Measure(
        key="education_persons",
        label=Words("教育交流參與人次", "Participants of education exchanges"),
        unit=_PERSONS,
        definition=Words(
            "期間內學生、青年及學校教育交流之參與人次合計；未載人數者不計，並於清單列明。",
            "The people who took part in exchanges of students, youth and schools in a period, summed; those without a "
            "headcount add nothing and are listed.",
        ),
        rule=EXCHANGES_OF_KIND["education_exchange"],
        count=persons,
        moment="period",
        summed_over=("periods", "units"),
        wordings=wordings("教育交流, 青年交流, 學生交流, education exchange"),
        reported_units=_PERSON_UNITS,
    ),
)
