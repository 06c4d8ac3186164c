"""Sister schools and sister ports: who is tied to whom, since when."""

from collections import Counter

from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import with_state
from hansa.register.enums import AgreementKind
from hansa.register.models import Agreement, Party
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    Contents,
    ListOf,
    Row,
    country_said,
    date_cell,
    day_said,
    evidence_column,
    evidence_note,
    evidence_of,
    id_cell,
    id_column,
    joined,
    kind_said,
    linked,
    party_said,
    state_said,
)
from hansa.reports.lists.scope import agreements_of, is_among_bodies, is_in, sides_of

_KINDS = (AgreementKind.SISTER_SCHOOL.value, AgreementKind.SISTER_PORT.value)


def _contents(asked: Asked) -> Contents:
    """A row for each agreement, schools first, the newest first; four queries."""
    held = with_state(agreements_of(asked, [asked.kind] if asked.kind else _KINDS), asked.on)
    evidence = evidence_of("agreement", held)
    found = [
        (agreement, ours, others)
        for agreement in held.order_by("-signed_first", "pk")
        for ours, others in [sides_of(agreement, asked.home)]
        if (ours or is_among_bodies(agreement)) and is_in(others, asked.country)
    ]
    found.sort(key=lambda one: (_KINDS.index(one[0].kind), one[0].signed_first is None))
    kinds = Counter(kind_said(agreement, asked.language) for agreement, _, _ in found)
    told = "、".join(f"{kind}{count}" for kind, count in kinds.items())
    told_en = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    schools, unplaced = sum(len(others) for _, _, others in found), sum(not ours for _, ours, _ in found)
    return Contents(
        scope=asked.say(f"{day_said(asked.on, 'zh-hant')}之狀態", f"as of {day_said(asked.on, 'en')}"),
        columns=(
            Column(asked.say("種類", "Kind"), 3),
            Column(asked.say("本市", "At home"), 6),
            Column(asked.say("締結對象", "Abroad"), 8),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("名稱", "Title"), 5),
            Column(asked.say("簽署日", "Signed"), 4, "date"),
            Column(asked.say("效力", "State"), 3),
            evidence_column(asked),
            id_column(asked),
        ),
        rows=tuple(_row(*one, evidence.get(one[0].pk, 0), asked) for one in found),
        notes=(
            asked.say(
                f"共{len(found)}件（{told or '無'}），締結對象{schools}個；一件協定有數所學校者列為一列。"
                f"本市一方尚待查明者{unplaced}件，各方並列於「締結對象」。",
                f"{len(found)} agreements ({told_en or 'none'}) with {schools} bodies; one agreement of several "
                f"schools is one row. Of {unplaced} it is not known which side is at home: all stand under “Abroad”.",
            ),
            evidence_note(asked),
        ),
    )


def _row(agreement: Agreement, ours: list[Party], others: list[Party], evidence: int, asked: Asked) -> Row:
    language = asked.language
    return (
        Cell(kind_said(agreement, asked.language)),
        Cell(joined((party_said(party, language) for party in ours), language) or "—"),
        linked(joined((party_said(party, language) for party in others), language), agreement, asked),
        Cell(joined((country_said(party.country, language) for party in others), language)),
        Cell(agreement.title),
        date_cell(agreement.signed, language),
        Cell(state_said(agreement, asked.language)),
        Cell(evidence),
        id_cell(agreement, asked),
    )


SCHOOLS = ListOf(
    name="sister-schools",
    title=Words("姊妹校及姊妹港一覽表", "Sister schools and ports"),
    about=Words(
        "本市學校、港口與國外締結之對象、簽署日及效力。", "The ties of schools and ports at home with those abroad."
    ),
    filters=("on", "kind", "country", "unit"),
    make=_contents,
    kinds={kind: AgreementKind(kind).label for kind in _KINDS},
)
