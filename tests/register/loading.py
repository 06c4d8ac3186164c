"""Documents for tests of loading: each sentence stands in the text, each fact names the sentence that states it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from hansa.facts import Agreement, Exchange, Fact, Figure, Membership, Organization, Project
from hansa.reading.document import Document
from hansa.register.documents import sha256_of
from hansa.register.domain.installation import resolve_home
from hansa.register.domain.loading import Summary, load
from hansa.register.domain.sources import Reading
from hansa.register.domain.users import system_user
from hansa.register.enums import Admit
from hansa.register.models import RECORD_KINDS, Conflict

HOME = "高雄市"


def agreement(*parties: str, quote: str = "兩市締盟", **fields: object) -> Agreement:
    return Agreement(parties=list(parties), quote=quote, score=0.9, **{"kind": "sister_city", **fields})  # type: ignore[arg-type]


def membership(organization: str, member: str = HOME, quote: str = "本市加入", **fields: object) -> Membership:
    return Membership(member=member, organization=organization, quote=quote, score=0.9, **fields)  # type: ignore[arg-type]


def organization(name: str, quote: str = "聯盟簡介", **fields: object) -> Organization:
    return Organization(name=name, quote=quote, score=0.9, **fields)  # type: ignore[arg-type]


def exchange(*parties: str, quote: str = "來訪本市", **fields: object) -> Exchange:
    return Exchange(parties=list(parties), quote=quote, score=0.9, **{"kind": "inbound_visit", **fields})  # type: ignore[arg-type]


def figure(measure: str, value: float, quote: str = "統計數字", **fields: object) -> Figure:
    return Figure(measure=measure, value=value, quote=quote, score=0.9, **{"period": "2022", **fields})  # type: ignore[arg-type]


def project(organization: str, quote: str = "合作計畫", **fields: object) -> Project:
    return Project(organization=organization, quote=quote, score=0.9, **fields)  # type: ignore[arg-type]


def reading(folder: Path, name: str, facts: Sequence[Fact]) -> Reading:
    """A document that holds each fact's quote on a line of its own."""
    text = f"{name}\n"
    placed = []
    for fact in facts:
        placed.append(msgspec.structs.replace(fact, start=len(text), end=len(text) + len(fact.quote)))
        text += f"{fact.quote}\n"
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return Reading(path, sha256_of(path), path.stat().st_size, Document(text), placed)


def load_facts(
    folder: Path, *documents: Sequence[Fact], admit: Admit = Admit.ALL, home: str = HOME, publish: bool = False
) -> list[Summary]:
    """Load documents with these facts, all in one call."""
    first = len(list(folder.iterdir()))
    readings = [reading(folder, f"文件{number}", facts) for number, facts in enumerate(documents, first)]
    return load_readings(readings, admit=admit, home=home, publish=publish)


def load_readings(
    readings: Sequence[Reading], admit: Admit = Admit.ALL, home: str = HOME, publish: bool = False
) -> list[Summary]:
    """Load documents that were read, as the program does."""
    return load(by=system_user(), readings=readings, home=resolve_home(home), admit=admit, publish=publish)


def counts() -> dict[str, int]:
    """How many records of each kind there are, and how many conflicts."""
    held = {kind: model._default_manager.count() for kind, model in RECORD_KINDS.items()}
    return {**held, "conflict": Conflict.objects.count()}
