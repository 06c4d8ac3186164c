"""All checkers over a draft, and one finding for each place."""

from hansa.figures.checking.calendar import dates_can_be
from hansa.figures.checking.combining import combined
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Checker, Finding
from hansa.figures.checking.foundings import foundings_are_held
from hansa.figures.checking.held import Held
from hansa.figures.checking.listed import names_are_counted
from hansa.figures.checking.names import names_are_known
from hansa.figures.checking.orders import orders_are_held
from hansa.figures.checking.passages import repeated_wrongly
from hansa.figures.checking.people import people_are_held
from hansa.figures.checking.shares import shares_come_out
from hansa.figures.checking.sums import sums_come_out
from hansa.figures.checking.tables import totals_of_tables_come_out
from hansa.figures.checking.ties import ties_are_held
from hansa.figures.checking.together import totals_of_items_come_out
from hansa.figures.checking.tying import numbers_are_held
from hansa.figures.checking.visits import visits_are_held
from hansa.register.models import Party

CHECKERS: tuple[Checker, ...] = (
    # sums
    sums_come_out,
    shares_come_out,
    totals_of_items_come_out,
    totals_of_tables_come_out,
    names_are_counted,
    # numbers
    numbers_are_held,
    # words
    repeated_wrongly,
    people_are_held,
    ties_are_held,
    foundings_are_held,
    visits_are_held,
    names_are_known,
    orders_are_held,
    dates_can_be,
)


def check(draft: Draft, home: Party) -> list[Finding]:
    """What checking says of the draft, in the order in which it stands there; each place once."""
    held = Held(home)
    return combined(finding for checker in CHECKERS for finding in checker(draft, held))
