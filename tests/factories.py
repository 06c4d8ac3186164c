"""Plain functions that make records for tests: every field can be given, the rest is filled in without surprises."""

import datetime as dt
import hashlib
import itertools
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from hansa.facts import span
from hansa.register.domain.parties import key_of
from hansa.register.enums import FactState, Role
from hansa.register.models import (
    Agreement,
    AgreementParty,
    Commitment,
    Conflict,
    CountingRule,
    Exchange,
    Fact,
    Figure,
    Gift,
    Membership,
    Office,
    Organization,
    Party,
    Passage,
    Person,
    Picture,
    Project,
    Question,
    Revision,
    Source,
    Template,
    Unit,
    User,
)
from hansa.register.models.record import Record

PASSWORD = "correct horse battery"
_numbers = itertools.count(1)


def _days(date: str) -> tuple[dt.date | None, dt.date | None]:
    days = span(date) if date else None
    return (days.first, days.last) if days else (None, None)


def make_party(name_zh: str = "高雄市", **fields: Any) -> Party:
    """A party, a city unless `kind` says otherwise."""
    return Party.objects.create(name_zh=name_zh, **fields)


def make_office(home: Party | None = None, **fields: Any) -> Office:
    """An office that works for the home city."""
    return Office.objects.create(name_zh="國際事務處", home=home or make_party(), **fields)


def make_unit(office: Office | None = None, name_zh: str = "環保局", **fields: Any) -> Unit:
    """A unit of an office."""
    return Unit.objects.create(office=office or make_office(), name_zh=name_zh, **fields)


def make_user(role: str = Role.EDITOR, username: str = "", **fields: Any) -> User:
    """Somebody who can log in with `PASSWORD`."""
    username = username or f"{role}{next(_numbers)}"
    return User.objects.create_user(username=username, password=PASSWORD, role=role, **fields)


def make_person(name_zh: str = "林小明", **fields: Any) -> Person:
    """A person, found by the Chinese name."""
    return Person.objects.create(name_zh=name_zh, folded=key_of(name_zh), **fields)


def make_organization(name_zh: str = "世界港灣聯盟", **fields: Any) -> Organization:
    """An organization that cities join."""
    return Organization.objects.create(name_zh=name_zh, **fields)


@transaction.atomic
def make_agreement(*parties: Party, kind: str = "sister_city", signed: str = "", **fields: Any) -> Agreement:
    """An agreement between the parties, with the days that `signed` covers."""
    first, last = _days(signed)
    agreement = Agreement.objects.create(kind=kind, signed=signed, signed_first=first, signed_last=last, **fields)
    for party in parties:
        AgreementParty.objects.create(agreement=agreement, party=party, name_as_signed=str(party))
    return agreement


def make_membership(party: Party, organization: Organization, since: str = "", **fields: Any) -> Membership:
    """A membership of the party in the organization."""
    return Membership.objects.create(
        party=party, organization=organization, since=since, since_first=_days(since)[0], **fields
    )


def make_exchange(
    *parties: Party, kind: str = "inbound_visit", date: str = "", title: str = "參訪", **fields: Any
) -> Exchange:
    """An exchange with the counterparts, on the days that `date` covers."""
    first, last = _days(date)
    exchange = Exchange.objects.create(kind=kind, date=date, first=first, last=last, title=title, **fields)
    exchange.parties.set(parties)
    return exchange


def make_project(organization: Organization, title: str = "智慧港灣", **fields: Any) -> Project:
    """A joint project inside the organization."""
    return Project.objects.create(organization=organization, title=title, **fields)


def make_commitment(text: str = "每年互訪一次", agreement: Agreement | None = None, **fields: Any) -> Commitment:
    """A promise of an agreement."""
    return Commitment.objects.create(
        text=text, agreement=agreement or make_agreement(make_party(), make_party("釜山")), **fields
    )


def make_gift(title: str = "琉璃花瓶", direction: str = "given", **fields: Any) -> Gift:
    """A gift, given unless `direction` says otherwise."""
    return Gift.objects.create(title=title, direction=direction, **fields)


def make_figure(measure: str = "國際訪賓", value: float = 33, period: str = "2022", **fields: Any) -> Figure:
    """A reported figure, with the days that `period` covers."""
    first, last = _days(period)
    return Figure.objects.create(
        measure=measure, folded=key_of(measure), value=value, period=period, first=first, last=last, **fields
    )


def make_rule(name: str = "all-partners", version: str = "2020-01-01", **fields: Any) -> CountingRule:
    """A version of a counting rule; it counts parties unless `counts` says otherwise."""
    fields = {"label_zh": "全部夥伴", "counts": "parties"} | fields
    return CountingRule.objects.create(name=name, version=dt.date.fromisoformat(version), **fields)


def make_question(words: str = "本市有多少姊妹市？", date: str = "2022-10-03", **fields: Any) -> Question:
    """A question of the council, still to be answered."""
    fields = {"councillor": "陳議員"} | fields
    return Question.objects.create(words=words, date=dt.date.fromisoformat(date), **fields)


def make_picture(title: str = "簽署儀式", **fields: Any) -> Picture:
    """A picture; no file is kept for it."""
    content = f"{title}{next(_numbers)}".encode()
    fields = {"width": 800, "height": 600} | fields
    return Picture.objects.create(title=title, **_file("jpg", "image/jpeg", content), **fields)


def make_revision(item: str = "exchange-1", text: str = "本府接待訪團。", **fields: Any) -> Revision:
    """An officer's words for an item of the annual report of 2022."""
    return Revision.objects.create(report="annual-2022", language="zh-hant", item=item, text=text, **fields)


def make_template(report: str = "annual", suffix: str = ".docx", **fields: Any) -> Template:
    """An office's template; no file is kept for it."""
    kept = _file(suffix.removeprefix("."), "", f"{report}{next(_numbers)}".encode())
    del kept["media_type"]
    return Template.objects.create(report=report, suffix=suffix, title="本處範本", **kept, **fields)


def _file(suffix: str, media_type: str, content: bytes) -> dict[str, Any]:
    sha256 = hashlib.sha256(content).hexdigest()
    return {"filename": f"檔案.{suffix}", "media_type": media_type, "sha256": sha256, "size": len(content)}


def make_source(text: str = "本市與釜山市締結姊妹市。", title: str = "年報", **fields: Any) -> Source:
    """A source of one page with this text; no file is kept for it."""
    content = f"{text}{next(_numbers)}".encode()
    return Source.objects.create(
        title=title,
        filename=f"{title}.txt",
        media_type="text/plain",
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        text=text,
        pages=[len(text)],
        **fields,
    )


def make_passage(source: Source | None = None, start: int = 0, end: int | None = None) -> Passage:
    """The passage of a source between the offsets, by default the whole text."""
    source = source or make_source()
    end = len(source.text) if end is None else end
    return Passage.objects.create(source=source, start=start, end=end, quote=" ".join(source.text[start:end].split()))


def make_fact(record: Record | None = None, passage: Passage | None = None, **fields: Any) -> Fact:
    """A fact, admitted to the record where one is given, else proposed as an agreement."""
    kind = record.kind_of_record if record else "agreement"
    fields = {"type": kind, "data": {}, "score": 0.9} | fields
    if record:
        fields |= {kind: record, "state": FactState.ADMITTED}
    return Fact.objects.create(passage=passage or make_passage(), **fields)


def make_conflict(fact: Fact, field: str = "signed", held: object = "1980", stated: object = "1981") -> Conflict:
    """An open conflict of an admitted fact with its record."""
    return Conflict.objects.create(fact=fact, field=field, held=held, stated=stated)


def cast(office: Office | None = None) -> Sequence[User]:
    """One user of each role in the office: reader, officer, editor, administrator."""
    return [make_user(role, office=office) for role in Role]
