"""What was signed: new partners one by one, memoranda with their parties joined by ×."""

from collections.abc import Iterator

from hansa.reports.council.items import Partner
from hansa.reports.council.making import Making, Recorded
from hansa.reports.council.slides import Bullets, Slide

# So many partners get a slide each; more are listed.
_TOLD_PARTNERS = 12
WITH_EDUCATION = "sister_school"


def agreements(making: Making) -> Iterator[Slide]:
    """New partners, then the other agreements, then ties that documents name without the day of signing."""
    yield from _partners(making)
    yield from _memoranda(making)
    if making.report.undated:
        yield _undated(making)


def _partners(making: Making) -> Iterator[Slide]:
    partners = making.report.partners
    if len(partners) <= _TOLD_PARTNERS:
        yield from (_partner(making, one) for one in partners)
        return
    rows = [(making.crossed(one.agreement), making.wording.agreement(one.agreement)[0]) for one in partners]
    notes = [note for one in partners for note in making.record_notes(one.agreement)]
    yield making.listing(making.titles.agreements, making.titles.partners, rows, notes)


def _partner(making: Making, one: Partner) -> Slide:
    """What was signed with a partner, and what happened with it in the period."""
    records: list[Recorded] = [one.agreement, *one.exchanges]
    signed, *more = making.wording.agreement(one.agreement)
    points = (making.point(signed, more), *map(making.exchange_point, one.exchanges))
    notes = [note for part in records for note in making.record_notes(part)]
    picture = making.picture(records)
    return making.slide(
        making.titles.partners, making.crossed(one.agreement), Bullets(points), aside=picture, notes=notes
    )


def _memoranda(making: Making) -> Iterator[Slide]:
    signed = [one for one in making.report.memoranda if one.kind != WITH_EDUCATION]
    if signed:
        points = [making.agreement_point(one) for one in signed]
        yield from making.told(making.titles.agreements, making.titles.memoranda, points, signed)


def _undated(making: Making) -> Slide:
    undated = making.report.undated
    rows = [(making.crossed_others(one), making.wording.signed(one.kind)) for one in undated]
    notes = [note for one in undated for note in making.record_notes(one)]
    return making.listing(making.titles.agreements, making.titles.undated, rows, notes)
