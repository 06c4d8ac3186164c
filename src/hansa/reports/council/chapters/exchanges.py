"""What happened: education, culture and youth; visits; events; memberships that began; figures on matters abroad."""

from collections.abc import Iterator

from hansa.reports.council.chapters.agreements import WITH_EDUCATION
from hansa.reports.council.chapters.figures import figures
from hansa.reports.council.making import Making
from hansa.reports.council.slides import Bullets, Number, Numbers, Slide


def exchanges(making: Making) -> Iterator[Slide]:
    """The exchanges by kind, those of partners signed in the period left out: they stand with them."""
    for title, kinds in making.titles.groups:
        schools = [
            one for one in making.report.memoranda if one.kind == WITH_EDUCATION and "education_exchange" in kinds
        ]
        held = [one for one in making.report.exchanges if one.kind in kinds]
        points = [*map(making.agreement_point, schools), *map(making.exchange_point, held)]
        if points:
            yield from making.told(making.titles.exchanges, title, points, [*schools, *held])
    yield from figures(making, abroad=True)
    if making.report.joined:
        yield _organizations(making)


def _organizations(making: Making) -> Slide:
    """How many memberships the city holds, and which began in the period."""
    report, titles = making.report, making.titles
    numbers = (Number(str(len(report.joined)), "", titles.joined), Number(str(report.memberships), "", titles.members))
    points = tuple(
        making.point(making.wording.name(one.organization), making.wording.joined(one)) for one in report.joined
    )
    notes = [note for one in report.joined for note in making.cited(one.ref, one.citations)]
    return making.slide(titles.exchanges, titles.organizations, Numbers(numbers), Bullets(points), notes=notes)
