"""The outline of the annual report."""

import datetime as dt

from hansa.register.models import Office, Party
from hansa.reports.outline.changes import answers_of, change_items
from hansa.reports.outline.figures import Told, figure_items, place_figures
from hansa.reports.outline.grouping import activity_groups, partner_groups
from hansa.reports.outline.international import happenings, membership_items, number_items
from hansa.reports.outline.items import AnnualReport, Named
from hansa.reports.outline.names import named


def from_register(year: int, office: Office, made: dt.date) -> AnnualReport:
    """What the register holds of a year of the office's home city; `made` is the day that the report bears.

    The number of queries does not grow with the records.
    """
    home: Party = office.home
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    happened = happenings(home, first, last)
    told = Told(figure_items(home, first, last))
    exchanges = [told.of(item) for item in happened.exchanges]
    agreements = [told.of(item) for item in happened.agreements]
    chapters, others = place_figures(told.rest)
    this, before = answers_of(home, year), answers_of(home, year - 1)
    return AnnualReport(
        year=year,
        home=named(home),
        office=Named(office.name_zh, office.name_en),
        made=made,
        chapters=chapters,
        partners=partner_groups(item for items in (exchanges, agreements) for item in items if item.with_partner),
        activities=activity_groups(item for item in exchanges if not item.with_partner),
        agreements=tuple(item for item in agreements if not item.with_partner),
        memberships=membership_items(home, last),
        numbers=number_items(one for one in this.values() if one.rule),
        changes=change_items(year, before, this),
        others=others,
    )
