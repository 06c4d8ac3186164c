"""Partners in force as of a day: how many, of which kind, in how many countries."""

import re
from collections.abc import Iterator

from hansa.figures.answers import Asked, Count, Row
from hansa.figures.measure import Measure
from hansa.figures.rules import AGREEMENTS_OF_KIND, PARTNER_KINDS, PARTNERS, PARTNERS_OF_KIND, CountingRule
from hansa.figures.words import Words
from hansa.register.domain.queries.parties import Partner
from hansa.register.models import Agreement, Party

_PLACES = Words("個", "partners")
_AGREEMENTS = Words("件", "agreements")


def counts_party(rule: CountingRule, party: Party, home: Party) -> bool:
    """Whether the rule counts a party: its kind, and whether it is abroad. A party without a country counts."""
    own = rule.abroad and bool(party.country) and party.country == home.country
    return party.pk != home.pk and not own and (not rule.levels or party.kind in rule.levels)


def _counted(rule: CountingRule, asked: Asked) -> Iterator[tuple[Partner, list[Agreement]]]:
    for partner in asked.gathered.partners(asked.home, asked.last):
        agreements = [agreement for agreement in partner.agreements if agreement.kind in rule.kinds]
        if agreements and counts_party(rule, partner.party, asked.home):
            yield partner, agreements


def partners(rule: CountingRule, asked: Asked) -> Count:
    """Distinct parties abroad with an agreement of the rule's kinds in force on the day."""
    rows = tuple(
        Row(partner.party.ref, str(partner.party), note=", ".join(agreement.ref for agreement in agreements))
        for partner, agreements in _counted(rule, asked)
    )
    return Count(len(rows), rows)


def partner_countries(rule: CountingRule, asked: Asked) -> Count:
    """Distinct countries of those parties; a party whose country is not known adds none."""
    rows = tuple(
        Row(partner.party.ref, str(partner.party), 1 if partner.party.country else None, partner.party.country)
        for partner, _ in _counted(rule, asked)
    )
    return Count(len({row.note for row in rows if row.note}), rows)


def agreements(rule: CountingRule, asked: Asked) -> Count:
    """Agreements of the rule's kinds in force on the day, with a party abroad."""
    found = asked.gathered.agreements(asked.home, asked.last)
    rows = tuple(
        Row(agreement.ref, str(agreement), note=agreement.signed)
        for agreement in found
        if agreement.kind in rule.kinds
        and any(counts_party(rule, side.party, asked.home) for side in agreement.sides.all())
    )
    return Count(len(rows), rows)


_KIND_WORDS = {
    "sister_city": (Words("姊妹市", "Sister cities"), r"^姊妹(市|城市)(總數|數)?$|^sister cit(y|ies)$"),
    "friendship_city": (Words("友好城市", "Friendship cities"), r"^友好(城市|市)(總數|數)?$|^friendship cit(y|ies)$"),
    "partnership": (Words("夥伴城市", "Partner cities"), r"^夥伴(城市|市)(總數|數)?$|^partner cit(y|ies)$"),
    "mou": (Words("合作備忘錄", "Memoranda of understanding"), r"^合作備忘錄|^memorand(a|um) of understanding"),
    "letter_of_intent": (Words("合作意向書", "Letters of intent"), r"^(合作)?意向書|^letters? of intent"),
    "declaration": (Words("宣言", "Declarations"), r"^宣言|^declarations?"),
    "sister_school": (Words("姊妹校", "Sister schools"), r"^姊妹(校|學校)|^sister schools?"),
    "sister_port": (Words("姊妹港", "Sister ports"), r"^姊妹港|^sister ports?"),
    "project_partnership": (Words("計畫夥伴", "Project partnerships"), r"^計畫夥伴|^project partnerships?"),
    "other": (Words("其他協定", "Other agreements"), r"^其他協定|^other agreements?"),
}
_TOTAL = (
    r"^(本市|國際)?姊妹(市|城市)(及|、|與|暨)友好(夥伴)?(城市|市)(總數|數)?$"
    r"|^締盟城市(總數|數)?$|^sister and friendship cities$"
)


def _kind(kind: str) -> Measure:
    label, words = _KIND_WORDS[kind]
    partner = kind in PARTNER_KINDS
    what = Words("城市或地區", "cities and regions") if partner else Words("協定", "agreements")
    return Measure(
        key=f"{'partners' if partner else 'agreements'}_{kind}",
        label=label,
        unit=_PLACES if partner else _AGREEMENTS,
        definition=Words(
            f"於某日與本市有「{label.zh}」關係且有效之國外{what.zh}數，同一對象只計一次。"
            if partner
            else f"於某日本市為締約方之一、與國外對象簽訂且有效之「{label.zh}」件數。",
            f"The {what.en} abroad with which the home city has ties of this kind in force on a day, each counted once."
            if partner
            else "The agreements of this kind in force on a day between the home city and parties abroad.",
        ),
        rule=PARTNERS_OF_KIND[kind] if partner else AGREEMENTS_OF_KIND[kind],
        count=partners if partner else agreements,
        moment="day",
        reported=re.compile(words, re.IGNORECASE),
        reported_units=("個", "座", "市", "城市", "件", "份", "cities", "agreements"),
    )


MEASURES = (
    Measure(
        key="partners_total",
        label=Words("姊妹市及友好夥伴城市", "Sister, friendship and partner cities"),
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
        reported=re.compile(_TOTAL, re.IGNORECASE),
        reported_units=("個", "座", "市", "城市", "cities", "partners"),
    ),
    *(_kind(kind) for kind in PARTNER_KINDS),
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
        reported=re.compile(r"(姊妹市|友好城市|締盟).*(國家|國數)", re.IGNORECASE),
        reported_units=("國", "個國家", "countries"),
    ),
    *(_kind(kind) for kind in AGREEMENTS_OF_KIND),
)
