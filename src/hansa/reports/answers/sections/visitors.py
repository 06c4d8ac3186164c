"""Visitors of a period: countries, sessions, persons."""

from collections.abc import Iterator

from hansa.reports.answers.sections.measured import measured, number_of
from hansa.reports.answers.stated import Scope, Section, Statement
from hansa.reports.lists.contents import period_said
from hansa.reports.quantities import grouped

_MEASURES = (
    ("inbound_countries", "國|countr", ("國", "個國家", "countries")),
    ("inbound_sessions", "訪賓|來訪|接待|visit", ("場次", "場", "案", "件", "次", "團", "批", "sessions", "visits")),
    ("inbound_persons", "訪賓|來訪|接待|visit|person", ("人次", "人", "persons", "people", "visitors")),
)


def visitors(scope: Scope) -> Iterator[Section]:
    """The visitors of the period, by default of the year so far; beside what was published where that differs."""
    period = scope.matter.period
    first, last = (period.first, period.last) if period else (scope.on.replace(month=1, day=1), scope.on)
    answers = [measured(key, scope, first=first, last=last) for key, _, _ in _MEASURES]
    numbers = tuple(number_of(found, *told) for found, (_, *told) in zip(answers, _MEASURES, strict=True))  # type: ignore[arg-type]
    countries, sessions, persons = numbers
    said = period_said(first, last, scope.language)
    silent = answers[2].silent
    statements = [
        Statement(
            scope.say(
                f"{said}，登錄之國際訪賓計{countries.value}國、{sessions.value}場次、{grouped(persons.value)}人次"
                f"{f'（人數未登錄者{silent}場，不計入人次）' if silent else ''}。",
                f"{said}: visitors from {countries.value} countries, {sessions.value} sessions, "
                f"{grouped(persons.value)} persons"
                f"{f' ({silent} sessions without a headcount add none)' if silent else ''}.",
            ),
            sessions.refs,
        )
    ]
    published = [figure for found in answers for figure in found.published if figure.value != found.value]
    for figure in published:
        said_then = f"{grouped(figure.value)}{figure.unit}"
        statements.append(
            Statement(
                scope.say(
                    f"同期已公布{figure.measure}為{said_then}，與登錄數不同，答復時請擇一並說明。",
                    f"For the same period {figure.measure} was published as {said_then}, which is another number; "
                    "choose one and say why.",
                ),
                (figure.ref,),
            )
        )
    yield Section(scope.say("國際訪賓接待情形", "Visitors from abroad"), tuple(statements), numbers)
