"""What belongs to the period of a council report.

A council reports on sessions, not years, and its documents say 本期 where others write a date. The rule:

1. What has an exact day belongs to the period in which its first day lies, as the counting rules have it; what is known
   by month or year only, where all of it lies in the period.
2. What is known less exactly (a year that begins before the period), or has no date at all, belongs to the period where
   every document that states it reports on the period.
3. A document reports on the period where more than half of its dated statements share a day with it, and at most one in
   ten begins after its last day. So the slides of a session report on that session, whatever older ties they recall and
   whatever plan they announce; an annual report does not report on a quarter of its year.

Nothing that an older document states already is taken for new, and what a person entered without a date stays out until
it has one.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.db.models.functions import Coalesce

from hansa.register.enums import FactState
from hansa.register.models import Fact, Office
from hansa.reports.outline.items import Citation

_EXACT = len("2026-03-31")
_SHARE_WITHIN = 0.5
_SHARE_AFTER = 0.1


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`."""

    first: dt.date
    last: dt.date

    def holds(self, date: str, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether a date that covers these days lies in the period, by the counting rule."""
        if first is None or last is None:
            return False
        end = first if len(date.partition("/")[0]) >= _EXACT else last
        return self.first <= first and end <= self.last

    def touches(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether a date that covers these days may mean one in the period; none at all may mean any."""
        if first is None or last is None:
            return True
        return first <= self.last and last >= self.first


def documents_of(period: Period, office: Office) -> set[int]:
    """The numbers of the office's sources that report on the period; one query."""
    # An exchange, an agreement and a figure each have their own days; a fact is admitted to one of them.
    first = Coalesce("exchange__first", "agreement__signed_first", "figure__first")
    last = Coalesce("exchange__last", "agreement__signed_last", "figure__last")
    facts: QuerySet[Fact] = Fact.objects.filter(
        Q(passage__source__office=office) | Q(passage__source__home=office.home), state=FactState.ADMITTED
    )
    counted = (
        facts.annotate(day=first, end=last)
        .order_by()
        .values("passage__source")
        .annotate(
            dated=Count("day"),
            within=Count(Case(When(day__lte=period.last, end__gte=period.first, then=F("pk")))),
            after=Count(Case(When(day__gt=period.last, then=F("pk")))),
        )
    )
    return {
        row["passage__source"]
        for row in counted
        if row["within"] > row["dated"] * _SHARE_WITHIN and row["after"] <= row["dated"] * _SHARE_AFTER
    }


def stated_only_in(citations: Iterable[Citation], documents: Collection[int]) -> bool:
    """Whether there are passages, and all of them stand in these documents."""
    sources = {int(citation.ref.rpartition("-")[2]) for citation in citations}
    return bool(sources) and sources <= set(documents)


def belongs(
    dated: tuple[str, dt.date | None, dt.date | None],
    citations: Iterable[Citation],
    period: Period,
    documents: Collection[int],
) -> bool:
    """Whether what has this date (EDTF, its first and last day) and rests on these passages is of the period."""
    date, first, last = dated
    if period.holds(date, first, last):
        return True
    # Known to the day, so that no document can tell more.
    exact = len(date.partition("/")[0]) >= _EXACT
    return not exact and period.touches(first, last) and stated_only_in(citations, documents)
