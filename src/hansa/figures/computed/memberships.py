"""Agreements signed in a period, and memberships in organizations as of a day."""

from django.db.models import Q

from hansa.figures.answers import Asked, Count, count_of
from hansa.figures.measure import Measure
from hansa.figures.rows import Row
from hansa.figures.rules import AGREEMENTS_SIGNED, MEMBERSHIPS, CountingRule
from hansa.figures.wording import wordings
from hansa.figures.words import Words
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.models import Membership


def agreements_signed(rule: CountingRule, asked: Asked) -> Count:
    """The agreements of the home city whose date of signing lies in the period with all the days that it may mean."""
    found = asked.gathered.agreements(asked.home, asked.last, rule.standing)
    rows = [
        Row(agreement.ref, str(agreement), note=agreement.signed)
        for agreement in found
        if asked.home in (side.party for side in agreement.sides.all())
        and agreement.signed_first
        and agreement.signed_last
        and asked.first <= agreement.signed_first
        and agreement.signed_last <= asked.last
        and (not rule.kinds or agreement.kind in rule.kinds)
    ]
    return count_of(len(rows), rows)


def _held(asked: Asked, rule: CountingRule) -> list[Membership]:
    on = rule.day(asked.last)
    if asked.gathered.known:
        held = [
            one
            for one in asked.gathered.recalled("membership")
            if asked.home.pk in (one.party_id, one.party.parent_id)
            and (one.since_first is None or one.since_first <= on)
            and (one.until_last is None or one.until_last >= on)
        ]
    else:
        held = list(memberships_current(on).filter(Q(party=asked.home) | Q(party__parent=asked.home)))
    return sorted(
        (one for one in held if rule.undated or one.since_first), key=lambda one: (str(one.organization), one.pk)
    )


def memberships(rule: CountingRule, asked: Asked) -> Count:
    """The organizations of which the home city, or a body of it, is a member on the day; each once."""
    held = _held(asked, rule)
    rows = [Row(one.ref, str(one.organization), note=one.since, things=(one.organization.ref,)) for one in held]
    return count_of(len({one.organization_id for one in held}), rows)


MEASURES = (
    Measure(
        key="agreements_signed",
        label=AGREEMENTS_SIGNED.label,
        unit=Words("件", "agreements"),
        definition=Words(
            "期間內本市為締約方之一所簽署之各類協定件數。",
            "The agreements of all kinds that the home city signed in a period.",
        ),
        rule=AGREEMENTS_SIGNED,
        count=agreements_signed,
        moment="period",
        summed_over=("periods", "kinds"),
        wordings=wordings("新簽+協定, 簽署+協定, 簽署+協議, 簽署+備忘錄, 簽訂+備忘錄, =agreements signed"),
        reported_units=("件", "項", "份", "案", "agreements"),
    ),
    Measure(
        key="memberships_current",
        label=MEMBERSHIPS.label,
        unit=Words("個", "organizations"),
        definition=Words(
            "於某日本市（含所屬機關、學校、館所）為會員之國際組織數，同一組織只計一次。",
            "The organizations of which the home city, or a body of it, is a member on a day, each counted once.",
        ),
        rule=MEMBERSHIPS,
        count=memberships,
        moment="day",
        wordings=wordings(
            "參及+國際+組織, 參加+國際+組織, 加入+國際+組織, memberships in international, membership in international"
        ),
        reported_units=("個", "項", "organizations", "memberships"),
    ),
)
