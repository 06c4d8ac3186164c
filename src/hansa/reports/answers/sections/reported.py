"""Figures that documents report on what the question asks, found by its words."""

from collections.abc import Iterator

from hansa.register.domain.users import system_user
from hansa.register.models import Figure
from hansa.register.search import search
from hansa.reports.answers.stated import Scope, Section, Statement
from hansa.reports.lists.contents import date_said
from hansa.reports.quantities import grouped

_EACH = 10
_MOST = 12


def reported(scope: Scope) -> Iterator[Section]:
    """The figures that hold a word of the question, the newest first; two or three queries for each word."""
    numbers: dict[int, None] = {}
    for word in scope.matter.keywords:
        for hit in search(word, user=system_user(), kinds=["figure"], limit=_EACH):
            numbers.setdefault(int(hit.record.rpartition("-")[2]))
    figures = Figure.objects.filter(pk__in=list(numbers)[: 4 * _MOST], home=scope.home)
    if scope.matter.period:
        figures = figures.filter(first__lte=scope.matter.period.last, last__gte=scope.matter.period.first)
    held = sorted(figures, key=lambda figure: (str(figure.last), -figure.pk), reverse=True)[:_MOST]
    if held:
        yield Section(
            scope.say("文件公布之相關數據", "Figures that documents report"),
            tuple(Statement(_said(figure, scope), (figure.ref,)) for figure in held),
        )


def _said(figure: Figure, scope: Scope) -> str:
    period, number = date_said(figure.period, scope.language), f"{grouped(figure.value)}{figure.unit}"
    return scope.say(f"{period}{figure.measure}：{number}。", f"{figure.measure}, {period}: {number}.")
