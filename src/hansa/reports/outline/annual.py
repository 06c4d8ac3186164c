"""The outline of the annual report."""

import datetime as dt

from hansa.register.models import Office, Party
from hansa.reports.outline.figures import figure_items, place_figures
from hansa.reports.outline.international import (
    agreement_items,
    exchange_items,
    membership_items,
    number_items,
)
from hansa.reports.outline.items import AnnualReport, FigureItem, FilledSection, Named
from hansa.reports.outline.names import named


def _all_figures(section: FilledSection) -> tuple[tuple[FigureItem, ...], ...]:
    return section.figures + tuple(group for below in section.sections for group in _all_figures(below))


def from_register(year: int, office: Office, made: dt.date) -> AnnualReport:
    """What the register holds of a year of the office's home city; `made` is the day that the report bears.

    The number of queries grows with the measures, never with the records.
    """
    home: Party = office.home
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    (*chapters, international), others = place_figures(figure_items(home, first, last))
    return AnnualReport(
        year=year,
        home=named(home),
        office=Named(office.name_zh, office.name_en),
        made=made,
        chapters=tuple(chapters),
        international=_all_figures(international),
        others=others,
        exchanges=exchange_items(home, first, last),
        agreements=agreement_items(home, first, last),
        memberships=membership_items(home, last),
        numbers=number_items(home, first, last),
    )
