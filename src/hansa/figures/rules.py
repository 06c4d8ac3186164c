"""Counting rules: which records a measure counts. Named and dated, so that a published number can cite its rule."""

from dataclasses import dataclass

from hansa.figures.words import Words
from hansa.register.enums import AgreementKind, ExchangeKind, PartyKind


@dataclass(frozen=True)
class CountingRule:
    """Which records count. `version` is the day from which the rule is as it is; a change gives it a new one.

    `kinds` are kinds of agreement or exchange, `levels` kinds of party (empty: all); `abroad` leaves out parties in
    the home city's own country; `states` says which state or moment counts, in words.
    """

    name: str
    version: str
    kinds: tuple[str, ...]
    states: Words
    levels: tuple[str, ...] = ()
    abroad: bool = True


_VERSION = "2026-11-21"
_CITIES = (PartyKind.CITY.value, PartyKind.REGION.value)
_IN_FORCE = Words(
    "於該日有效：最遲已於該日簽署（簽署日期不詳者計入），且未中止或終止",
    "in force on the day: signed on it at the latest (those without a date count), neither suspended nor ended",
)
_BEGUN = Words(
    "首日在期間內；日期僅知月或年者，該月或該年須全部在期間內",
    "its first day lies in the period; one known by month or year only counts where all of it lies in the period",
)
_MEMBER = Words("於該日為會員：已加入（加入日期不詳者計入），且未退出", "a member on the day: joined, and not left")

PARTNER_KINDS = (
    AgreementKind.SISTER_CITY.value,
    AgreementKind.FRIENDSHIP_CITY.value,
    AgreementKind.PARTNERSHIP.value,
)

PARTNERS = CountingRule("partners", _VERSION, PARTNER_KINDS, _IN_FORCE, _CITIES)
PARTNERS_OF_KIND = {
    kind: CountingRule(f"partners-{kind}", _VERSION, (kind,), _IN_FORCE, _CITIES) for kind in PARTNER_KINDS
}
AGREEMENTS_OF_KIND = {
    kind.value: CountingRule(f"agreements-{kind.value}", _VERSION, (kind.value,), _IN_FORCE)
    for kind in AgreementKind
    if kind.value not in PARTNER_KINDS
}
AGREEMENTS_SIGNED = CountingRule("agreements-signed", _VERSION, tuple(AgreementKind.values), _BEGUN, abroad=False)
INBOUND = CountingRule("inbound", _VERSION, (ExchangeKind.INBOUND_VISIT.value,), _BEGUN)
OUTBOUND = CountingRule("outbound", _VERSION, (ExchangeKind.OUTBOUND_VISIT.value,), _BEGUN)
EXCHANGES = CountingRule("exchanges", _VERSION, tuple(ExchangeKind.values), _BEGUN)
EXCHANGES_OF_KIND = {
    kind.value: CountingRule(f"exchanges-{kind.value}", _VERSION, (kind.value,), _BEGUN)
    for kind in ExchangeKind
    if kind not in (ExchangeKind.INBOUND_VISIT, ExchangeKind.OUTBOUND_VISIT)
}
MEMBERSHIPS = CountingRule("memberships", _VERSION, (), _MEMBER, abroad=False)
