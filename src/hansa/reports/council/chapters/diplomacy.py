"""The city's diplomacy at a glance: how much, where, with whom."""

from collections.abc import Iterable, Iterator, Sequence

from hansa.reports.council.items import Happened, Place
from hansa.reports.council.making import Making
from hansa.reports.council.slides import Block, Bullet, Bullets, Chart, Map, Number, Numbers, Slide, Spot
from hansa.reports.quantities import grouped
from hansa.reports.render.text import printable

# How many partners stand in the overview's line, how many agreements below, how many bars in a chart.
_NAMES, _LINES, _BARS = 6, 5, 10


def diplomacy(making: Making) -> Iterator[Slide]:
    """The overview, the map, the visitors, the countries."""
    report = making.report
    if report.partners or report.memoranda or report.exchanges:
        yield _overview(making)
        yield making.slide(making.titles.diplomacy, making.titles.map, _map(making), notes=())
    if report.visitors.published or any(one.value for one in report.visitors.computed):
        yield _visitors(making)
    if report.countries:
        yield _countries(making)


def _held(making: Making) -> list[Happened]:
    report = making.report
    return [*(exchange for one in report.partners for exchange in one.exchanges), *report.exchanges]


def _overview(making: Making) -> Slide:
    """How much there was, and the names of those signed with."""
    report, titles = making.report, making.titles
    signed = (
        (titles.partners_signed, [one.agreement for one in report.partners]),
        (titles.agreements_total, sorted(report.memoranda, key=lambda one: report.home not in one.parties)),
    )
    numbers = (
        *(Number(grouped(len(found)), "", label) for label, found in signed),
        Number(grouped(len(_held(making))), "", titles.exchanges_total),
    )
    partners, others = ([making.crossed_others(one) for one in found] for _, found in signed)
    lines = ((titles.parted.join(_some(making, partners, _NAMES)),), _some(making, others, _LINES))
    points = tuple(
        Bullet(label, tuple(map(printable, told)), strong=True)
        for (label, found), told in zip(signed, lines, strict=True)
        if found
    )
    notes = [note for _, found in signed for one in found for note in making.cited(one.ref, one.citations)]
    return making.slide(titles.diplomacy, titles.overview, Numbers(numbers), Bullets(points), notes=notes)


def _some(making: Making, names: Sequence[str], most: int) -> tuple[str, ...]:
    """The first of the names, and how many more there are."""
    more = len(names) - most
    return (*names[:most], *((making.titles.further.format(more),) if more > 0 else ()))


def _map(making: Making) -> Map:
    """Where agreements were signed and exchanges held; new partners and parties to memoranda by name."""
    report, wording = making.report, making.wording
    signed = [*(one.agreement for one in report.partners), *report.memoranda]
    partners = {party: None for one in signed for party in making.others(one)}
    others = {party: None for one in _held(making) for party in one.parties if party not in partners}
    own = {"", report.home.country}
    countries = frozenset(party.country for party in partners) - own
    named = wording.listed([wording.name(party.name) for party in (*partners, *others)])
    return Map(
        partners=countries,
        others=frozenset(party.country for party in others) - own - countries,
        spots=(*_spots(making, partners, labelled=True), *_spots(making, others, labelled=False)),
        legend=making.titles.map_legend,
        alt=printable(f"{making.titles.map}：{named}"),
        home=next(_spots(making, [report.home], labelled=True), None),
    )


def _spots(making: Making, parties: Iterable[Place], *, labelled: bool) -> Iterator[Spot]:
    """Parties whose place is known; those of the home country are left out, unless it is the home city itself."""
    home = making.report.home
    for party in parties:
        ours = party.country == home.country and party != home
        if party.latitude is not None and party.longitude is not None and not ours:
            label = printable(making.wording.name(party.name)) if labelled else ""
            yield Spot(party.latitude, party.longitude, label)


def _visitors(making: Making) -> Slide:
    """Published numbers by period, what the register gives beneath, and a chart of the months."""
    visitors, wording, titles = making.report.visitors, making.wording, making.titles
    told = [(date, tuple(map(wording.number, figures))) for date, figures in visitors.published]
    widest = tuple(number for _, numbers in told for number in numbers)
    blocks: list[Block] = [Numbers(numbers, wording.date(date), sized_as=widest) for date, numbers in told]
    if blocks:
        blocks.append(Bullets((Bullet(wording.computed(visitors.computed)),)))
    else:
        numbers = (
            Number(grouped(one.value), wording.words(one.unit), wording.words(one.label)) for one in visitors.computed
        )
        blocks = [Numbers(tuple(numbers), titles.visitors_computed)]
    notes = [note for _, figures in visitors.published for one in figures for note in making.figure_notes(one)]
    notes += wording.differing(visitors)
    return making.slide(titles.diplomacy, titles.visitors, *blocks, aside=_months(making), notes=notes)


def _months(making: Making) -> Chart | None:
    """Visits by month; nothing where the months are not known."""
    titles, wording = making.titles, making.wording
    rows = [
        (wording.month(month, first=not number), (inbound, outbound))
        for number, (month, inbound, outbound) in enumerate(making.report.months)
    ]
    if not rows:
        return None
    series = tuple((name, tuple(values[place] for _, values in rows)) for place, name in enumerate(titles.series))
    return Chart(tuple(name for name, _ in rows), series, titles.months, wording.alt(titles.months, rows))


def _countries(making: Making) -> Slide:
    """With which countries there were most exchanges."""
    titles, wording = making.titles, making.wording
    rows = [(wording.country(code), (count,)) for code, count in making.report.countries[:_BARS]]
    series = ((titles.countries_series, tuple(values[0] for _, values in rows)),)
    alt = wording.alt(titles.countries, rows)
    chart = Chart(tuple(name for name, _ in rows), series, titles.countries_series, alt, lying=True)
    return making.slide(titles.diplomacy, titles.countries, chart, notes=())
