"""Partners and agreements as of a day: how many, of which kind, in how many countries."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import cast

from hansa.figures.answers import Asked, Count, count_of
from hansa.figures.measure import Measure
from hansa.figures.rows import Row
from hansa.figures.rules import (
    AGREEMENTS_OF_KIND,
    KIND_LABELS,
    PARTNER_KINDS,
    PARTNERS,
    PARTNERS_OF_KIND,
    CountingRule,
)
from hansa.figures.wording import wordings
from hansa.figures.words import Words
from hansa.register.enums import AgreementKind
from hansa.register.models import Agreement, Party

_PLACES = Words("個", "partners")
_AGREEMENTS = Words("件", "agreements")


def counts_party(rule: CountingRule, party: Party, home: Party) -> bool:
    """Whether the rule counts a party: its kind, and whether it is abroad. A party without a country counts."""
    own = rule.abroad and bool(party.country) and party.country == home.country
    return party.pk != home.pk and not own and (not rule.levels or party.kind in rule.levels)


def counts_agreement(rule: CountingRule, agreement: Agreement) -> bool:
    """Whether the rule counts an agreement that stands as it wants: its kind, and whether it is dated."""
    is_of_kind = not rule.kinds or agreement.kind in rule.kinds
    return is_of_kind and (rule.undated or agreement.signed_last is not None)


def agreements_counted(rule: CountingRule, asked: Asked) -> list[Agreement]:
    """The agreements that the rule counts on the day, with any party that it counts, oldest first."""
    found = asked.gathered.agreements(asked.home, rule.day(asked.last), rule.standing)
    return [
        one
        for one in found
        if counts_agreement(rule, one) and any(counts_party(rule, side.party, asked.home) for side in one.sides.all())
    ]


def partners_counted(rule: CountingRule, asked: Asked) -> dict[Party, list[Agreement]]:
    """The parties that the rule counts, by name, with their agreements with the home city, oldest first."""
    found: dict[Party, list[Agreement]] = {}
    for agreement in agreements_counted(rule, asked):
        parties = [side.party for side in agreement.sides.all()]
        if asked.home in parties:
            for party in (party for party in parties if counts_party(rule, party, asked.home)):
                found.setdefault(party, []).append(agreement)
    return dict(sorted(found.items(), key=lambda item: (str(item[0]), item[0].pk)))


def partners(rule: CountingRule, asked: Asked) -> Count:
    """Distinct parties abroad with an agreement that the rule counts on the day."""
    rows = [
        Row(party.ref, str(party), note=", ".join(agreement.ref for agreement in agreements))
        for party, agreements in partners_counted(rule, asked).items()
    ]
    return count_of(len(rows), rows)


def partner_countries(rule: CountingRule, asked: Asked) -> Count:
    """Distinct countries of those parties; a party whose country is not known adds none."""
    rows = [
        Row(party.ref, str(party), 1 if party.country else None, party.country, (party.country,) * bool(party.country))
        for party in partners_counted(rule, asked)
    ]
    return count_of(len({row.note for row in rows if row.note}), rows)


def _agreement_rows(agreements: Iterator[Agreement] | list[Agreement]) -> Count:
    rows = [Row(agreement.ref, str(agreement), note=agreement.signed) for agreement in agreements]
    return count_of(len(rows), rows)


def agreements(rule: CountingRule, asked: Asked) -> Count:
    """Agreements that the rule counts on the day."""
    return _agreement_rows(agreements_counted(rule, asked))


def _with_parties(least: int, most: int) -> Callable[[CountingRule, Asked], Count]:
    def memoranda(rule: CountingRule, asked: Asked) -> Count:
        """Agreements that the rule counts on the day, of those with so many parties."""
        counted = agreements_counted(rule, asked)
        return _agreement_rows([one for one in counted if least <= len(one.sides.all()) <= most])

    return memoranda


def _anniversary(agreement: Agreement, asked: Asked) -> int | None:
    """How many years old the agreement becomes within the asked days, where that is a multiple of five."""
    signed = agreement.signed_first
    if signed is None:
        return None
    for year in range(max(asked.first.year, signed.year + 1), asked.last.year + 1):
        age = year - signed.year
        if age % 5 == 0 and _falls_within(agreement, year, asked):
            return age
    return None


def _falls_within(agreement: Agreement, year: int, asked: Asked) -> bool:
    """Whether its day comes in that year within the asked days; with a year or month only, any day that it may be."""
    signed_first, signed_last = cast(dt.date, agreement.signed_first), agreement.signed_last or dt.date.max
    if signed_last.year != signed_first.year:
        return False
    return _in_year(signed_first, year) <= asked.last and _in_year(signed_last, year) >= asked.first


def _in_year(day: dt.date, year: int) -> dt.date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def anniversaries(rule: CountingRule, asked: Asked) -> Count:
    """The partners whose oldest agreement that the rule counts becomes 5, 10, 15 … years old."""
    rows = []
    for party, signed in partners_counted(rule, asked).items():
        dated = [agreement for agreement in signed if agreement.signed_first]
        years = _anniversary(dated[0], asked) if dated else None
        if years:
            rows.append(Row(party.ref, str(party), note=str(years)))
    return count_of(len(rows), rows)


# The words by which documents publish each kind.
_KIND_WORDINGS = {
    "sister_city": "=姊妹市, =姊妹城市, =sister city, =sister cities",
    "friendship_city": "=友好城市, =友好市, =friendship city, =friendship cities",
    "partnership": "=夥伴城市, =夥伴市, =partner city, =partner cities",
    "mou": "=合作備忘錄, =備忘錄, =memoranda of understanding, =memorandum of understanding",
    "letter_of_intent": "=合作意向書, =意向書, =letters of intent, =letter of intent",
    "declaration": "=宣言, =declarations",
    "sister_school": "=姊妹校, =姊妹學校, =sister schools, =sister school",
    "sister_port": "=姊妹港, =sister ports, =sister port",
    "project_partnership": "=計畫夥伴, =project partnerships",
    "other": "=其他協定, =other agreements",
}
_TOTAL = (
    "=姊妹市及友好夥伴城市, =姊妹市及友好城市, =姊妹城市及友好城市, =姊妹市及夥伴城市, =姊妹市及友好市,"
    " =姊妹市友好城市, =締盟城市, =締盟市, =sister and friendship cities, =sister cities and friendship cities,"
    " =sister and partner cities, =sister friendship and partner cities"
)
_PLACE_UNITS = ("個", "座", "市", "城市", "cities", "partners")
_AGREEMENT_UNITS = ("個", "件", "份", "項", "案", "agreements")


def _partners_of_kind(kind: str) -> Measure:
    label = KIND_LABELS[kind]
    return Measure(
        key=f"partners_{kind}",
        label=label,
        unit=_PLACES,
        definition=Words(
            f"於某日與本市有「{label.zh}」關係且有效之國外城市或地區數，同一對象只計一次。",
            "The cities and regions abroad with which the home city has ties of this kind in force on a day, each "
            "counted once.",
        ),
        rule=PARTNERS_OF_KIND[kind],
        count=partners,
        moment="day",
        wordings=wordings(_KIND_WORDINGS[kind]),
        reported_units=_PLACE_UNITS,
    )


def _agreements_of_kind(kind: str) -> Measure:
    label = KIND_LABELS[kind]
    whose = (
        Words("本市所屬學校與國外學校締結", "between schools of the city and schools abroad")
        if kind == AgreementKind.SISTER_SCHOOL
        else Words("本市為締約方之一、與國外對象簽訂", "between the home city and parties abroad")
    )
    return Measure(
        key=f"agreements_{kind}",
        label=label,
        unit=_AGREEMENTS,
        definition=Words(
            f"於某日{whose.zh}且有效之「{label.zh}」件數。",
            f"The agreements of this kind in force on a day {whose.en}.",
        ),
        rule=AGREEMENTS_OF_KIND[kind],
        count=agreements,
        moment="day",
        wordings=wordings(_KIND_WORDINGS[kind]),
        reported_units=_AGREEMENT_UNITS,
    )


def _memoranda(key: str, label: Words, how_many: Words, least: int, most: int, words: str) -> Measure:
    return Measure(
        key=key,
        label=label,
        unit=_AGREEMENTS,
        definition=Words(
            f"於某日有效之合作備忘錄中，締約方{how_many.zh}者之件數。",
            f"The memoranda of understanding in force on a day that have {how_many.en}.",
        ),
        rule=AGREEMENTS_OF_KIND["mou"],
        count=_with_parties(least, most),
        moment="day",
        wordings=wordings(words),
        reported_units=_AGREEMENT_UNITS,
    )


MEASURES = (
    Measure(
        key="partners_total",
        label=PARTNERS.label,
        unit=_PLACES,
        definition=Words(
            "於某日與本市有姊妹市、友好城市或夥伴關係且有效之國外城市或地區數，兼有數種關係者只計一次，"
            "故總數可能小於各類之和。",
            "The cities and regions abroad that are sister, friendship or partner cities of the home city on a day. "
            "One with ties of several kinds counts once, so the total can be less than the sum of the kinds.",
        ),
        rule=PARTNERS,
        count=partners,
        moment="day",
        wordings=wordings(_TOTAL),
        reported_units=_PLACE_UNITS,
    ),
    *(_partners_of_kind(kind) for kind in PARTNER_KINDS),
    Measure(
        key="partner_countries",
        label=Words("姊妹市及友好夥伴城市所在國家", "Countries of sister, friendship and partner cities"),
        unit=Words("國", "countries"),
        definition=Words(
            "上述姊妹市及友好夥伴城市分布之國家數，同一國只計一次；不得加總。",
            "The distinct countries in which those partners lie; never summed.",
        ),
        rule=PARTNERS,
        count=partner_countries,
        moment="day",
        wordings=wordings("姊妹市+國家!展!響應, 締盟+國家, 姊妹市+國數, =countries of partners"),
        reported_units=("國", "個國家", "countries"),
    ),
    Measure(
        key="partner_anniversaries",
        label=Words("締盟逢五逢十周年之城市", "Partners with an anniversary"),
        unit=_PLACES,
        definition=Words(
            "期間內締盟滿五年之倍數周年之姊妹市及友好夥伴城市數，以最早簽署之協定為準；締盟日期不詳者不計。",
            "The partners whose oldest agreement becomes 5, 10, 15 … years old in the period; without a date, none.",
        ),
        rule=PARTNERS,
        count=anniversaries,
        moment="period",
    ),
    *(_agreements_of_kind(kind) for kind in AGREEMENTS_OF_KIND),
    _memoranda(
        "memoranda_bilateral",
        Words("雙方合作備忘錄", "Bilateral memoranda"),
        Words("為兩方", "two parties"),
        2,
        2,
        "雙方+備忘錄, bilateral+memorand",
    ),
    _memoranda(
        "memoranda_trilateral",
        Words("三方合作備忘錄", "Trilateral memoranda"),
        Words("為三方", "three parties"),
        3,
        3,
        "三方+備忘錄, trilateral+memorand",
    ),
    _memoranda(
        "memoranda_multilateral",
        Words("四方以上合作備忘錄", "Memoranda of four parties and more"),
        Words("達四方以上", "four parties or more"),
        4,
        1_000,
        "多方+備忘錄, 六方+備忘錄, 四方+備忘錄, 五方+備忘錄, multilateral+memorand",
    ),
)
