"""The outline of the council report: all its queries, whose number does not grow with the records."""

from collections import defaultdict

from django.db.models import Q

from hansa.figures.gathered import Gathered
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.models import Office
from hansa.reports.council.abroad import agreements_signed, exchanges_held, is_partner, place_of
from hansa.reports.council.items import CouncilReport, Happened, Joined, Partner, Place, Signed
from hansa.reports.council.numbers import by_country, by_month, by_section, figures_of, visitors
from hansa.reports.council.period import Period, documents_of
from hansa.reports.outline.citations import citations_of
from hansa.reports.outline.items import Named
from hansa.reports.outline.names import named, organization_named


def from_register(period: Period, office: Office, *, session: str = "", reporter: str = "") -> CouncilReport:
    """What the register holds of a period of the office's home city, for the council; about thirty queries."""
    home = place_of(office.home)
    documents = documents_of(period, office)
    signed = agreements_signed(period, office, documents)
    held = exchanges_held(period, office, documents)
    figures = figures_of(period, office, documents)
    joined, memberships = _memberships(period, office)
    partners, rest = _with_partners([one for one in signed if is_partner(one, home)], held, home)
    others = [one for one in signed if not is_partner(one, home)]
    return CouncilReport(
        first=period.first,
        last=period.last,
        session=session,
        reporter=reporter,
        home=home,
        office=Named(office.name_zh, office.name_en),
        partners=partners,
        memoranda=tuple(sorted((one for one in others if one.told), key=lambda one: (not one.date, one.date))),
        undated=tuple(one for one in others if not one.told),
        exchanges=rest,
        visitors=visitors(figures, period, office, Gathered()),
        months=by_month(held, period),
        countries=by_country(held, home.country),
        joined=joined,
        memberships=memberships,
        figures=by_section(figures),
    )


def _with_partners(
    signed: list[Signed], held: list[Happened], home: Place
) -> tuple[tuple[Partner, ...], tuple[Happened, ...]]:
    """Each new partner with the exchanges of the period that it took part in, and the exchanges that are left."""
    of_party: dict[Place, list[Happened]] = defaultdict(list)
    for exchange in held:
        for party in exchange.parties:
            of_party[party].append(exchange)
    taken: set[str] = set()
    partners = []
    for agreement in signed:
        theirs = {one.ref: one for party in agreement.parties if party != home for one in of_party[party]}
        partners.append(Partner(agreement, tuple(one for ref, one in theirs.items() if ref not in taken)))
        taken |= theirs.keys()
    return tuple(partners), tuple(one for one in held if one.ref not in taken)


def _memberships(period: Period, office: Office) -> tuple[tuple[Joined, ...], int]:
    """The memberships that began in the period, and how many there are at its end; three queries."""
    ours = memberships_current(period.last).filter(Q(party=office.home) | Q(party__parent=office.home))
    begun = list(ours.filter(since_first__gte=period.first).order_by("since_first", "pk"))
    cited = citations_of("membership", [one.pk for one in begun])
    joined = tuple(
        Joined(
            one.ref,
            organization_named(one.organization),
            named(one.party),
            one.since,
            str(one.unit or one.office_name),
            cited.get(one.pk, ()),
        )
        for one in begun
    )
    return joined, ours.count()
