"""The organizations that the city and its bodies belong to, in the form of the department's own table."""

from django.db.models import F, Q

from hansa.figures.words import Words
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.enums import OrganizationKind
from hansa.register.models import Membership
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    Contents,
    ListOf,
    Row,
    date_said,
    day_said,
    evidence_column,
    evidence_note,
    evidence_of,
    id_cell,
    id_column,
    joined,
    linked,
    organization_said,
    party_said,
    unit_said,
)

_ROLES = {
    "official member": "正式會員",
    "full member": "正式會員",
    "member": "會員",
    "executive member": "執行委員",
    "founding member": "創始會員",
    "associate member": "準會員",
    "observer": "觀察員",
}


def _contents(asked: Asked) -> Contents:
    """The memberships on the day, the newest first; three queries."""
    held = memberships_current(asked.on).filter(Q(party=asked.home) | Q(party__parent=asked.home))
    if asked.kind:
        held = held.filter(organization__kind=asked.kind)
    if asked.unit:
        held = held.filter(unit=asked.unit)
    evidence = evidence_of("membership", held)
    found = list(held.order_by(F("since_first").desc(nulls_last=True), "organization__acronym", "pk"))
    undated = sum(not one.since for one in found)
    return Contents(
        scope=asked.say(f"{day_said(asked.on, 'zh-hant')}之狀態", f"as of {day_said(asked.on, 'en')}"),
        columns=(
            Column(asked.say("組織名稱", "Organization"), 8),
            Column(asked.say("組織簡介", "About it"), 11),
            Column(asked.say("加入時間", "Member since"), 5),
            Column(asked.say("備註", "Remarks"), 6),
            evidence_column(asked),
            id_column(asked),
        ),
        rows=tuple(_row(one, evidence.get(one.pk, 0), asked) for one in found),
        notes=(
            asked.say(
                f"共{len(found)}筆會員，{len({one.organization_id for one in found})}個組織；"
                "於該日已加入且未退出者計入，含本市所屬機關、學校及館所，加入時間不詳者亦計入。",
                f"{len(found)} memberships in {len({one.organization_id for one in found})} organizations: joined by "
                "that day and not left, of the city and its bodies; those whose date is not known are among them.",
            ),
            *_silent(asked, undated),
            evidence_note(asked),
        ),
    )


def _silent(asked: Asked, undated: int) -> tuple[str, ...]:
    if not undated:
        return ()
    return (asked.say(f"加入時間不詳者{undated}筆，以「—」表示。", f"{undated} without a date, shown as “—”."),)


def _row(one: Membership, evidence: int, asked: Asked) -> Row:
    return (
        linked(organization_said(one.organization, asked.language), one, asked),
        Cell(_about(one, asked)),
        Cell(date_said(one.since, asked.language) or "—"),
        Cell(_remarks(one, asked)),
        Cell(evidence),
        id_cell(one, asked),
    )


def _about(one: Membership, asked: Asked) -> str:
    """The organization's own purpose; where none is held, when it was founded and where it sits."""
    body = one.organization
    if body.purpose:
        return body.purpose
    founded = date_said(body.founded, asked.language)
    parts = (
        asked.say(f"{founded}成立", f"founded {founded}") if founded else "",
        asked.say(f"總部設於{body.headquarters}", f"seat in {body.headquarters}") if body.headquarters else "",
    )
    return asked.say("，", ", ").join(filter(None, parts))


def _remarks(one: Membership, asked: Asked) -> str:
    """Who is responsible, through whom it is held, and the member where that is not the city itself."""
    unit = unit_said(one.unit, asked.language, one.office_name)
    responsible = asked.say(f"{unit.removesuffix('主責')}主責", f"{unit} responsible") if unit else ""
    member = party_said(one.party, asked.language) if one.party_id != asked.home.pk else ""
    others = joined((one.through, member), asked.language)
    held = asked.say(f"（{others}）", f" ({others})") if others else ""
    role = asked.say(_ROLES.get(one.role, one.role), one.role)
    return asked.say("；", "; ").join(filter(None, [f"{responsible}{held}".strip(), role]))


MEMBERSHIPS = ListOf(
    name="memberships",
    title=Words("參與國際組織一覽表", "Memberships in international organizations"),
    about=Words(
        "本市及所屬機關參加之國際組織、簡介、加入時間及主責單位。",
        "The organizations that the city and its bodies belong to, since when, and who is responsible.",
    ),
    filters=("on", "kind", "unit"),
    make=_contents,
    kinds=dict(OrganizationKind.choices),
)
