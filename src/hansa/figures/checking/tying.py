"""Every number of a draft, tied to what the register holds of the same thing and period."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from hansa.facts import quoted
from hansa.figures.checking.alike import Match, alike
from hansa.figures.checking.claims import Claim, claims_of
from hansa.figures.checking.counted import counted_by_records
from hansa.figures.checking.deciding import Decided, decided
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.known import Known
from hansa.figures.checking.mistimed import finding_of, mistimed
from hansa.figures.checking.occasions import people_of_occasions
from hansa.figures.checking.sizes import sizes_of_bodies
from hansa.figures.checking.times import Times
from hansa.figures.checking.writing import written_like
from hansa.figures.words import Words

_MOST_NAMED = 5
Tie = Callable[[Claim, Held], Iterator[Match]]


def published_figures(claim: Claim, held: Held) -> Iterator[Match]:
    """What documents report of the home city."""
    return alike(claim, held.figures, held.weights)


def members_of_bodies(claim: Claim, held: Held) -> Iterator[Match]:
    """How many members, countries or projects an organization has."""
    return sizes_of_bodies(claim, held.organizations, held.sizes)


def people_on_occasions(claim: Claim, held: Held) -> Iterator[Match]:
    """How many people took part in an exchange, or came to it."""
    return people_of_occasions(claim, held.occasions, held.weights)


TIES: tuple[Tie, ...] = (published_figures, members_of_bodies, people_on_occasions)


def numbers_are_held(draft: Draft, held: Held) -> Iterator[Finding]:
    """Every number of the draft against the register: the same thing, unit and period; and the dates of numbers."""
    numbers = decided([(claim, _may_be(claim, held)) for claim in claims_of(draft)])
    wrong = list(mistimed(numbers))
    yield from map(finding_of, wrong)
    of_other_times = {id(one): date.known for date in wrong for one in date.numbers}
    for one in numbers:
        known = of_other_times.get(id(one))
        yield _finding(one if known is None else _of_another_time(one, known))


def _of_another_time(one: Decided, known: Collection[Known]) -> Decided:
    """A number whose date is wrong: what it is held for is another time."""
    meant = [match for match in one.among if any(match.known is other for other in known)]
    return replace(one, verdict="unknown", meant=meant)


def _may_be(claim: Claim, held: Held) -> Sequence[Match]:
    found = [match for tie in TIES for match in tie(claim, held)]
    reported = any(match.agrees and match.times is Times.SAME for match in found)
    return found if reported else [*found, *counted_by_records(claim, held.counts)]


def _finding(one: Decided) -> Finding:
    number = one.claim.number
    start, end = number.place
    known = [match.known for match in one.meant[:_MOST_NAMED]]
    return Finding(
        start=start,
        end=end,
        quote=quoted(number.quote),
        sentence=quoted(number.read.block.text if number.read.block.cells else number.text),
        verdict=one.verdict,
        matter="number",
        found=number.written,
        expected=written_like(number, one.meant[0].value) if one.verdict == "differs" else "",
        measure=next((each.key for each in known if each.key), ""),
        records=tuple(dict.fromkeys(ref for each in known for ref in each.records)),
        reason=_reason(one),
        checker=numbers_are_held.__name__,
    )


def _reason(one: Decided) -> Words:
    if one.verdict == "unknown" and one.meant:
        latest = one.meant[0].known.shown_as(one.meant[0].value)
        return Words(f"登錄資料僅有其他期間之數字：{latest}", f"The register holds this for other times only: {latest}")
    named = "；".join(match.known.shown_as(match.value) for match in one.meant[:_MOST_NAMED])
    return {
        "agrees": Words(f"與登錄資料相符：{named}", f"The register holds the same: {named}"),
        "differs": Words(f"登錄資料為：{named}", f"The register holds: {named}"),
        "ambiguous": Words(f"可能為下列之一：{named}", f"It may be one of these: {named}"),
        "unknown": Words("登錄資料中無對應數字", "The register holds no number of this"),
    }[one.verdict]
