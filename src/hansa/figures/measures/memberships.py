"""Agreements signed in a period, and memberships in organizations as of a day."""

import re

from django.db.models import Q

from hansa.figures.answers import Asked, Count, Row
from hansa.figures.measure import Measure
from hansa.figures.rules import AGREEMENTS_SIGNED, MEMBERSHIPS, CountingRule
from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import with_parties
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.models import Agreement


def agreements_signed(rule: CountingRule, asked: Asked) -> Count:
    """The agreements of the home city whose date of signing lies in the period with all the days that it may mean."""
    found = Agreement.objects.filter(
        parties=asked.home, kind__in=("", *rule.kinds), signed_first__gte=asked.first, signed_last__lte=asked.last
    )
    rows = tuple(
        Row(agreement.ref, str(agreement), note=agreement.signed)
        for agreement in with_parties(found).order_by("signed_first", "pk")
    )
    return Count(len(rows), rows)


def memberships(rule: CountingRule, asked: Asked) -> Count:
    """The organizations of which the home city, or a body of it, is a member on the day; each once."""
    held = memberships_current(asked.last).filter(Q(party=asked.home) | Q(party__parent=asked.home))
    held = held.order_by("organization", "pk")
    rows = tuple(Row(one.ref, str(one.organization), note=one.since) for one in held)
    return Count(len({one.organization_id for one in held}), rows)


MEASURES = (
    Measure(
        key="agreements_signed",
        label=Words("新簽協定", "Agreements signed"),
        unit=Words("件", "agreements"),
        definition=Words(
            "期間內本市為締約方之一所簽署之各類協定件數。",
            "The agreements of all kinds that the home city signed in a period.",
        ),
        rule=AGREEMENTS_SIGNED,
        count=agreements_signed,
        moment="period",
        summed_over=("periods", "kinds"),
        reported=re.compile(r"(新簽|簽署|簽訂).*(協定|協議|備忘錄)$|^agreements signed$", re.IGNORECASE),
        reported_units=("件", "項", "份", "案", "agreements"),
    ),
    Measure(
        key="memberships_current",
        label=Words("參與國際組織", "Memberships in international organizations"),
        unit=Words("個", "organizations"),
        definition=Words(
            "於某日本市（含所屬機關、學校、館所）為會員之國際組織數，同一組織只計一次。",
            "The organizations of which the home city, or a body of it, is a member on a day, each counted once.",
        ),
        rule=MEMBERSHIPS,
        count=memberships,
        moment="day",
        reported=re.compile(r"(參與|參加|加入).*國際(城市)?組織|^memberships? in international", re.IGNORECASE),
        reported_units=("個", "項", "organizations", "memberships"),
    ),
)
