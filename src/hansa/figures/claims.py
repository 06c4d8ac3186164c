"""What a city claims of its partners' order, “our 36th partner”, held against the register."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hansa.figures.answers import Asked, Published
from hansa.figures.computed.partners import partners_counted
from hansa.figures.gathered import Gathered
from hansa.figures.published import as_published, of_measure
from hansa.figures.recognition import measure_named
from hansa.figures.rows import Row
from hansa.figures.rules import KIND_LABELS, PARTNERS, CountingRule
from hansa.figures.words import Words
from hansa.register.enums import AgreementKind, AgreementState, Counted
from hansa.register.models import Agreement, Party

Verdict = Literal["agrees", "ambiguous", "differs", "unknown"]
# What was signed once stays the so-many-th, whatever became of it.
_EVER = tuple(
    state.value for state in AgreementState if state not in (AgreementState.PROPOSED, AgreementState.APPROVED)
)


@dataclass(frozen=True)
class Place:
    """A partner in the order of signing: `number` counts from 1, those signed on one day share the lowest.

    `signed` is the date (EDTF) of its first agreement that the rule counts, empty where it is not known: such partners
    stand first, since they may have been partners from the beginning. `latest` is the highest number that it may have,
    should those whose day is not known, or not known well enough, come before it.
    """

    party: Row
    agreement: str
    signed: str
    number: int
    latest: int


@dataclass(frozen=True)
class Order:
    """The partners in the order in which they became partners, as a rule counts them."""

    rule: CountingRule
    places: tuple[Place, ...]

    def of(self, party: Party) -> Place | None:
        """The place of a party; None where the rule does not count it."""
        return next((place for place in self.places if place.party.ref == party.ref), None)


@dataclass(frozen=True)
class Claim:
    """What came of holding a claim against the register.

    `verdict`: `agrees` where the rule named first gives the party this number, or may give it, for want of some dates;
    `ambiguous` where only another rule does, or a published figure states the number; `differs` where none does;
    `unknown` where no rule counts the party as a partner at all. `number` is the one that the first rule gives, None if
    it does not count the party. `orders` are the orders under each rule, the first the one that the claim names.
    `missing` is how many partners signed by then the register would have to hold besides, for the number to be right;
    negative where it holds more than the claim allows. `published` are the figures that state the number claimed.
    """

    claimed: int
    verdict: Verdict
    number: int | None
    missing: int
    orders: tuple[Order, ...]
    published: tuple[Published, ...]
    reason: Words


def order_of_partners(
    home: Party, on: dt.date, rule: CountingRule, *, country: str = "", gathered: Gathered | None = None
) -> Order:
    """The partners that the rule counts on a day, in the order of their first signing; of one country, where named.

    Three queries, none where they were gathered.
    """
    counted = partners_counted(rule, Asked(home, on, on, gathered or Gathered()))
    first = [(party, _first(agreements)) for party, agreements in counted.items()]
    wanted = [(party, agreement) for party, agreement in first if not country or party.country == country]
    return Order(rule, tuple(_places(sorted(wanted, key=lambda one: _days(one[1])))))


def _first(agreements: Collection[Agreement]) -> Agreement:
    dated = [agreement for agreement in agreements if agreement.signed_last]
    return min(dated or agreements, key=_days)


def _days(agreement: Agreement) -> tuple[dt.date, dt.date, int]:
    return agreement.signed_first or dt.date.min, agreement.signed_last or dt.date.max, agreement.pk


def _places(partners: Collection[tuple[Party, Agreement]]) -> Iterator[Place]:
    spans = [_days(agreement)[:2] for _, agreement in partners]
    for party, agreement in partners:
        first, last = _days(agreement)[:2]
        # Surely before it are those that were signed by the day before its first; perhaps, all that may have been.
        before = sum(end < first for _, end in spans)
        perhaps = sum(begin < last or begin == first for begin, _ in spans)
        row = Row(party.ref, str(party), note=party.country)
        yield Place(row, agreement.ref, agreement.signed, before + 1, max(perhaps, before + 1))


def _rules(kinds: Collection[str], rule: CountingRule | None, on: dt.date, gathered: Gathered) -> list[CountingRule]:
    """The rule that the claim names first, then what else it may have been counted by; each once."""
    own = gathered.rulebook.rule(PARTNERS.name, on)
    named = rule or (_of_kinds(own, kinds) if kinds else own)
    found = [named, _also(named, "ever", Words("（含已終止者）", ", those that ended included"), states=_EVER)]
    if not kinds:
        with_memoranda = (*named.kinds, AgreementKind.MOU.value)
        label = Words("及合作備忘錄城市", ", those of memoranda included")
        found += [own, _also(named, "and-memoranda", label, kinds=with_memoranda)]
    found += [one for one in gathered.rulebook.latest() if one.counts == Counted.PARTIES and one.ref]
    return list({one.name: one for one in found}.values())


def _of_kinds(rule: CountingRule, kinds: Collection[str]) -> CountingRule:
    labels = [KIND_LABELS[kind] for kind in kinds]
    label = Words("、".join(one.zh for one in labels), ", ".join(one.en for one in labels))
    return replace(rule, name="claimed", kinds=tuple(kinds), label=label)


def _also(rule: CountingRule, name: str, label: Words, **changed: tuple[str, ...]) -> CountingRule:
    words = Words(f"{rule.label.zh}{label.zh}", f"{rule.label.en}{label.en}")
    return replace(rule, name=f"{rule.name}-{name}", label=words, **changed)  # type: ignore[arg-type]


def standing_of_claim(
    home: Party,
    party: Party,
    ordinal: int,
    *,
    kinds: Collection[str] = (),
    country: str = "",
    on: dt.date | None = None,
    rule: CountingRule | None = None,
    gathered: Gathered | None = None,
) -> Claim:
    """The claim that `party` is, or became, the `ordinal`-th partner of the city, held against the register.

    `kinds` are the kinds of agreement that the claim speaks of (`("sister_city",)` for 第二個姊妹市; empty: all that
    make a partner), `country` the ISO 3166-1 code of the country, where it speaks of one (波蘭第二個姊妹市: `"PL"`).
    `on` is the day that the claim speaks of, by default the one on which the party became a partner, or today where
    that is not known. `rule` is the rule to be held to instead. The answer is a `Claim`; its `reason` says in a
    sentence how it stands and what is missing. About seven queries; none anew where all was `gathered` for that day.
    """
    gathered = gathered or Gathered()
    day = on or _became(home, party, kinds, rule, gathered)
    orders = tuple(
        order_of_partners(home, day, one, country=country, gathered=gathered)
        for one in _rules(kinds, rule, day, gathered)
    )
    places = [order.of(party) for order in orders]
    stated = tuple(_stated(home, ordinal, day, country, kinds, gathered))
    agreeing = [bool(place and place.number <= ordinal <= place.latest) for place in places]
    verdict = _verdict(agreeing, any(places), bool(stated))
    number, missing = _held(places[0], ordinal)
    claim = Claim(ordinal, verdict, number, missing, orders, stated, Words("", ""))
    return replace(claim, reason=_reason(claim, party, agreeing, day))


def _held(place: Place | None, ordinal: int) -> tuple[int | None, int]:
    """The number that the register gives, and how many partners more it would have to hold for the number claimed."""
    if place is None:
        return None, 0
    return place.number, ordinal - min(max(ordinal, place.number), place.latest)


def _became(home: Party, party: Party, kinds: Collection[str], rule: CountingRule | None, held: Gathered) -> dt.date:
    today = dt.date.today()  # noqa: DTZ011 - a day of the register has no time zone
    wide = replace(held.rulebook.rule(PARTNERS.name, today), states=_EVER, levels=(), abroad=False)
    named = rule or (replace(wide, kinds=tuple(kinds)) if kinds else wide)
    agreements = partners_counted(named, Asked(home, today, today, held)).get(party, [])
    days = [agreement.signed_last for agreement in agreements if agreement.signed_last]
    return min(days, default=today)


def _stated(
    home: Party, ordinal: int, day: dt.date, country: str, kinds: Collection[str], gathered: Gathered
) -> Iterator[Published]:
    """The figures that state the number claimed, of the year of the day."""
    keys = ("one_country_partners",) if country else ("partners_total", *(f"partners_{kind}" for kind in kinds))
    within = Asked(home, day.replace(month=1, day=1), day.replace(month=12, day=31), gathered)
    for key in keys:
        measure = measure_named(key)
        for figure in of_measure(measure, within) if measure else ():
            if figure.value == ordinal:
                yield as_published(figure)


def _verdict(agreeing: list[bool], is_partner: bool, is_stated: bool) -> Verdict:
    if agreeing[0]:
        return "agrees"
    if any(agreeing) or is_stated:
        return "ambiguous"
    return "differs" if is_partner else "unknown"


def _reason(claim: Claim, party: Party, agreeing: list[bool], day: dt.date) -> Words:
    order = claim.orders[0]
    place, rule = order.of(party), order.rule
    if place is None:
        held = Words(
            f"依「{rule.label.zh}」規則，{party} 於 {day} 不是登錄簿中的締盟對象",
            f"By the rule “{rule.label.en}” the register does not count {party} as a partner on {day}",
        )
    else:
        held = Words(
            f"依「{rule.label.zh}」規則，{party}（{place.signed or '日期不詳'}）為登錄簿中第 {_range(place)} 個，"
            f"當日共 {len(order.places)} 個",
            f"By the rule “{rule.label.en}” {party} ({place.signed or 'date not known'}) is number {_range(place)} in "
            f"the register, of {len(order.places)} on that day",
        )
    parts = [held, *_others(claim, party, agreeing), *_lack(claim, day)]
    return Words("；".join(part.zh for part in parts) + "。", "; ".join(part.en for part in parts) + ".")


def _range(place: Place) -> str:
    return str(place.number) if place.number == place.latest else f"{place.number}–{place.latest}"


def _others(claim: Claim, party: Party, agreeing: list[bool]) -> Iterator[Words]:
    for order, agrees in zip(claim.orders[1:], agreeing[1:], strict=True):
        place = order.of(party)
        if agrees and place and not agreeing[0]:
            label = order.rule.label
            yield Words(f"依「{label.zh}」則為第 {_range(place)} 個", f"by “{label.en}” it is number {_range(place)}")
    if claim.published:
        refs = ", ".join(figure.ref for figure in claim.published)
        yield Words(f"已公布之數據載為 {claim.claimed}（{refs}）", f"published figures state {claim.claimed} ({refs})")


def _lack(claim: Claim, day: dt.date) -> Iterator[Words]:
    undated = sum(not place.signed for place in claim.orders[0].places) if claim.number else 0
    if claim.missing > 0:
        yield Words(
            f"要成為第 {claim.claimed} 個，登錄簿尚缺 {claim.missing} 個於 {day} 以前締盟之對象",
            f"to be number {claim.claimed}, {claim.missing} more partners signed by {day} would have to be in the "
            "register",
        )
    if claim.missing < 0:
        yield Words(f"登錄簿中在前者已多出 {-claim.missing} 個", f"the register holds {-claim.missing} more before it")
    if undated:
        yield Words(f"其中 {undated} 個締盟日期不詳", f"{undated} of them have no date of signing")
