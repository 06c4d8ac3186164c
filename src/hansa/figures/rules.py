"""Counting rules: which records a measure counts. Named and dated, so that a published number can cite its rule.

A rule counts a record by its kind, by the level of its parties, by how it stands on the day, and by whether it is
abroad. The rules here hold until somebody keeps a version of their own in the register (`rulebook.py`).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.figures.words import Words
from hansa.register.enums import AgreementKind, AgreementState, Counted, ExchangeKind, PartyKind


@dataclass(frozen=True)
class CountingRule:
    """Which records count. `version` is the day from which the rule is as it is; a change gives it a new one.

    `kinds` are kinds of agreement or exchange, `levels` kinds of party, `states` states of an agreement (empty: in
    force); empty kinds and levels leave out nothing. `as_of` is a fixed day instead of the one asked for. `undated`
    counts agreements and memberships of which no day is known. `abroad` leaves out what is in the home city's own
    country. `ref` is the id of the register's record, empty for a rule that came with Hansa.
    """

    name: str
    version: str
    counts: str
    label: Words
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    as_of: dt.date | None = None
    undated: bool = True
    abroad: bool = True
    note: str = ""
    ref: str = ""

    @property
    def standing(self) -> tuple[str, ...]:
        """The states in which an agreement counts."""
        return self.states or (AgreementState.IN_FORCE.value,)

    @property
    def moment(self) -> Words:
        """Which moment or state counts, in words."""
        if self.counts in _MOMENTS:
            return _MOMENTS[self.counts]
        parts = [_MEMBER if self.counts == Counted.MEMBERSHIPS else _standing_words(self.standing)]
        parts.append(_UNDATED_COUNT if self.undated else _UNDATED_LEFT_OUT)
        if self.as_of:
            parts.append(Words(f"基準日固定為 {self.as_of}", f"as of {self.as_of}, whatever day is asked for"))
        return Words("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))

    def day(self, asked: dt.date) -> dt.date:
        """The day as of which the rule counts when a day is asked for."""
        return self.as_of or asked


_BEGUN = Words(
    "首日在期間內；日期僅知月或年者，該月或該年須全部在期間內",
    "its first day lies in the period; one known by month or year only counts where all of it lies in the period",
)
_MOMENTS = {
    Counted.EXCHANGES.value: _BEGUN,
    "gifts": _BEGUN,
    "commitments": Words(
        "於該日以前承諾；進度依登錄簿現況", "made by the day; how far they are is as the register has it now"
    ),
}
_MEMBER = Words("於該日為會員：已加入且未退出", "a member on the day: joined, and not left")
_UNDATED_COUNT = Words("日期不詳者計入", "those without a date count")
_UNDATED_LEFT_OUT = Words("日期不詳者不計", "those without a date do not count")
_STATES = {
    AgreementState.PROPOSED: Words("尚未簽署", "not signed yet"),
    AgreementState.APPROVED: Words("已獲同意，尚未簽署", "approved, not signed yet"),
    AgreementState.IN_FORCE: Words(
        "有效（最遲已於該日簽署，且未中止或終止）",
        "in force (signed on it at the latest, neither suspended nor ended)",
    ),
    AgreementState.SUSPENDED: Words("中止", "suspended"),
    AgreementState.ENDED: Words("終止", "ended"),
    AgreementState.EXPIRED: Words("期滿失效", "expired"),
    AgreementState.SUPERSEDED: Words("由後約取代", "superseded"),
    AgreementState.UPGRADED: Words("升格", "upgraded"),
}


def _standing_words(states: tuple[str, ...]) -> Words:
    said = [_STATES[AgreementState(state)] for state in states]
    return Words("於該日" + "、".join(one.zh for one in said), ", or ".join(one.en for one in said) + ", on the day")


_VERSION = "2026-11-22"
# A territory that signs as a sister city (Guam) is a country in the lists of the world's places.
_PLACES = (PartyKind.CITY.value, PartyKind.REGION.value, PartyKind.COUNTRY.value)

PARTNER_KINDS = (
    AgreementKind.SISTER_CITY.value,
    AgreementKind.FRIENDSHIP_CITY.value,
    AgreementKind.PARTNERSHIP.value,
)
KIND_LABELS = {
    "sister_city": Words("姊妹市", "Sister cities"),
    "friendship_city": Words("友好城市", "Friendship cities"),
    "partnership": Words("夥伴城市", "Partner cities"),
    "mou": Words("合作備忘錄", "Memoranda of understanding"),
    "letter_of_intent": Words("合作意向書", "Letters of intent"),
    "declaration": Words("宣言", "Declarations"),
    "sister_school": Words("姊妹校", "Sister schools"),
    "sister_port": Words("姊妹港", "Sister ports"),
    "project_partnership": Words("計畫夥伴", "Project partnerships"),
    "other": Words("其他協定", "Other agreements"),
}
EXCHANGE_LABELS = {
    "inbound_visit": Words("國際訪賓", "Inbound visits"),
    "outbound_visit": Words("出訪", "Outbound visits"),
    "online_meeting": Words("視訊會議", "Online meetings"),
    "exhibition": Words("展覽", "Exhibitions"),
    "donation": Words("捐贈", "Donations"),
    "greeting": Words("問候", "Greetings"),
    "education_exchange": Words("教育交流", "Education exchanges"),
    "performance": Words("演出", "Performances"),
    "promotion": Words("行銷推廣", "Promotions"),
    "ceremony": Words("典禮", "Ceremonies"),
    "event": Words("活動", "Events"),
    "sports": Words("體育交流", "Sports exchanges"),
    "other": Words("其他交流", "Other exchanges"),
}


def _of_partners(name: str, label: Words, *kinds: str) -> CountingRule:
    return CountingRule(name, _VERSION, Counted.PARTIES.value, label, kinds, _PLACES)


def _of_agreements(name: str, label: Words, *kinds: str) -> CountingRule:
    return CountingRule(name, _VERSION, Counted.AGREEMENTS.value, label, kinds)


def _of_exchanges(name: str, label: Words, *kinds: str) -> CountingRule:
    return CountingRule(name, _VERSION, Counted.EXCHANGES.value, label, kinds)


PARTNERS = _of_partners(
    "partners", Words("姊妹市及友好夥伴城市", "Sister, friendship and partner cities"), *PARTNER_KINDS
)
PARTNERS_OF_KIND = {kind: _of_partners(f"partners-{kind}", KIND_LABELS[kind], kind) for kind in PARTNER_KINDS}
AGREEMENTS_OF_KIND = {
    kind: _of_agreements(f"agreements-{kind}", KIND_LABELS[kind], kind)
    for kind in AgreementKind.values
    if kind not in PARTNER_KINDS
}
AGREEMENTS_SIGNED = CountingRule(
    "agreements-signed",
    _VERSION,
    Counted.AGREEMENTS.value,
    Words("新簽協定", "Agreements signed"),
    states=tuple(AgreementState.values),
    undated=False,
    abroad=False,
)
INBOUND = _of_exchanges("inbound", EXCHANGE_LABELS["inbound_visit"], ExchangeKind.INBOUND_VISIT.value)
OUTBOUND = _of_exchanges("outbound", EXCHANGE_LABELS["outbound_visit"], ExchangeKind.OUTBOUND_VISIT.value)
EXCHANGES = _of_exchanges("exchanges", Words("國際交流", "Exchanges"))
EXCHANGES_OF_KIND = {
    kind: _of_exchanges(f"exchanges-{kind}", EXCHANGE_LABELS[kind], kind)
    for kind in ExchangeKind.values
    if kind not in (ExchangeKind.INBOUND_VISIT, ExchangeKind.OUTBOUND_VISIT)
}
MEMBERSHIPS = CountingRule(
    "memberships",
    _VERSION,
    Counted.MEMBERSHIPS.value,
    Words("參與國際組織", "Memberships in international organizations"),
    abroad=False,
)
GIFTS = CountingRule("gifts", _VERSION, "gifts", Words("禮品", "Gifts"), abroad=False)
COMMITMENTS = CountingRule("commitments", _VERSION, "commitments", Words("承諾事項", "Commitments"), abroad=False)


def built_in() -> Iterator[CountingRule]:
    """The rules that come with Hansa."""
    yield PARTNERS
    yield from PARTNERS_OF_KIND.values()
    yield from AGREEMENTS_OF_KIND.values()
    yield AGREEMENTS_SIGNED
    yield from (INBOUND, OUTBOUND, EXCHANGES)
    yield from EXCHANGES_OF_KIND.values()
    yield from (MEMBERSHIPS, GIFTS, COMMITMENTS)
